import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { breaches, circles, filesBelow, type ImportGraph, importsOf, MAY_IMPORT, readImportGraph } from './imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const src = `${root}src`;
const graph = readImportGraph(src);

describe('the house', () => {
  test('has imports to read at all', () => {
    expect(graph.size).toBeGreaterThan(50);
    expect([...graph.values()].flat().length).toBeGreaterThan(100);
  });

  test('every import stays on its floor', () => {
    expect(breaches(graph)).toEqual([]);
  });

  test('has no circles', () => {
    expect(circles(graph)).toEqual([]);
  });

  test('every import leads to a file', () => {
    const lost = [...graph].flatMap(([file, targets]) =>
      targets.filter((to) => !existsSync(`${src}/${to}`)).map((to) => `${file} -> ${to}`),
    );
    expect(lost).toEqual([]);
  });

  test('every folder of src is a room', () => {
    const folders = readdirSync(src, { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => e.name);
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  test('the median file is at most 120 lines, and files over 400 lines are listed with a reason in ARCHITECTURE.md', () => {
    const lengths = filesBelow(src)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ file: file.slice(root.length), lines: readFileSync(file, 'utf8').split('\n').length }))
      .sort((a, b) => a.lines - b.lines);
    expect(lengths[Math.floor(lengths.length / 2)]!.lines).toBeLessThanOrEqual(120);
    const told = readFileSync(`${root}ARCHITECTURE.md`, 'utf8');
    expect(lengths.filter((f) => f.lines > 400 && !told.includes(f.file)).map((f) => f.file)).toEqual([]);
  });
});

describe('ARCHITECTURE.md tells the truth', () => {
  const told = readFileSync(`${root}ARCHITECTURE.md`, 'utf8');

  test('is at most 150 lines', () => {
    expect(told.split('\n').length).toBeLessThanOrEqual(150);
  });

  test('names every room', () => {
    for (const room of Object.keys(MAY_IMPORT)) expect(told, room).toContain(`\`${room}/\``);
  });

  test('every path it names exists', () => {
    const paths = [...told.matchAll(/`((?:src|test|bench|docs|bin|fixtures|samples|deploy)\/[\w./-]+)`/g)].map(
      (m) => m[1]!,
    );
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });
});

describe('the house test catches', () => {
  const of = (entries: Record<string, string[]>): ImportGraph => new Map(Object.entries(entries));

  test('a room that imports its neighbour', () => {
    expect(breaches(of({ 'label/a.ts': ['clean/b.ts'], 'clean/b.ts': [] }))).toEqual([
      'label/a.ts (label) imports clean/b.ts (clean)',
    ]);
  });
  test('a floor that imports upwards', () => {
    expect(breaches(of({ 'kit/a.ts': ['pipeline/b.ts'], 'pipeline/b.ts': [] }))).toHaveLength(1);
    expect(breaches(of({ 'model/a.ts': ['kit/b.ts'], 'kit/b.ts': [] }))).toHaveLength(1);
    expect(breaches(of({ 'store/a.ts': ['publish/b.ts'], 'publish/b.ts': [] }))).toHaveLength(1);
  });
  test('a folder that is no room, a barrel, and an import out of the house', () => {
    expect(breaches(of({ 'attic/a.ts': [] }))).toEqual(['attic/a.ts stands in no room of the house']);
    expect(breaches(of({ 'kit/index.ts': [] }))).toEqual(['kit/index.ts is named after nothing']);
    expect(breaches(of({ 'kit/a.ts': ['../bench/b.ts'] }))).toEqual(['kit/a.ts imports ../bench/b.ts outside src']);
  });
  test('a circle, however long', () => {
    expect(circles(of({ 'kit/a.ts': ['kit/b.ts'], 'kit/b.ts': ['kit/c.ts'], 'kit/c.ts': ['kit/a.ts'] }))).toEqual([
      ['kit/a.ts', 'kit/b.ts', 'kit/c.ts', 'kit/a.ts'],
    ]);
    expect(circles(of({ 'kit/a.ts': ['kit/a.ts'] }))).toHaveLength(1);
    expect(circles(of({ 'kit/a.ts': ['kit/b.ts', 'kit/c.ts'], 'kit/b.ts': ['kit/c.ts'], 'kit/c.ts': [] }))).toEqual([]);
  });
  test('every way of importing', () => {
    const source =
      "import { a } from './a.ts';\nimport type {\n  B,\n} from './b.ts';\nexport { c } from './c.ts';\nconst d = await import('./d.ts');\nimport './e.ts';\n";
    expect(importsOf(source)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
  });
});
