import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Who may import whom, by room. A room may always import itself. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  kit: ['model'],
  sites: ['model'],
  store: ['model', 'kit'],
  fetch: ['model', 'kit'],
  feeds: ['model', 'kit'],
  extract: ['model', 'kit', 'sites'],
  clean: ['model', 'kit', 'sites'],
  label: ['model', 'kit'],
  cluster: ['model', 'kit'],
  publish: ['model', 'kit'],
  pipeline: ['model', 'kit', 'sites', 'store', 'fetch', 'feeds', 'extract', 'clean', 'label', 'cluster', 'publish'],
  server: ['model', 'kit', 'store', 'pipeline'],
  cli: [
    'model',
    'kit',
    'sites',
    'store',
    'fetch',
    'feeds',
    'extract',
    'clean',
    'label',
    'cluster',
    'publish',
    'pipeline',
    'server',
  ],
};

/** file (relative to src, with /) to the files it imports */
export type ImportGraph = Map<string, string[]>;

const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]\s*\)|^\s*import\s*['"](\.[^'"]+)['"]/gm;

export function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

export function readImportGraph(src: string): ImportGraph {
  const graph: ImportGraph = new Map();
  for (const file of filesBelow(src)) {
    if (!file.endsWith('.ts')) continue;
    const name = relative(src, file).replaceAll('\\', '/');
    const targets = importsOf(readFileSync(file, 'utf8')).map((to) =>
      relative(src, resolve(dirname(file), to)).replaceAll('\\', '/'),
    );
    graph.set(name, targets);
  }
  return graph;
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const roomOf = (file: string): string => file.split('/')[0] ?? '';

/** One sentence per breach of the floors. */
export function breaches(graph: ImportGraph): string[] {
  const found: string[] = [];
  for (const [file, targets] of graph) {
    const room = roomOf(file);
    const allowed = MAY_IMPORT[room];
    if (!allowed) {
      found.push(`${file} stands in no room of the house`);
      continue;
    }
    for (const target of targets) {
      if (target.startsWith('..')) {
        if (room !== 'cli') found.push(`${file} imports ${target} outside src`);
        continue;
      }
      const other = roomOf(target);
      if (other !== room && !allowed.includes(other)) found.push(`${file} (${room}) imports ${target} (${other})`);
    }
    if (/(^|\/)(index|utils?|helpers?|common|misc)\.ts$/.test(file)) found.push(`${file} is named after nothing`);
  }
  return found;
}

/** Every circle of imports, each once, as the list of its files. Iterative depth-first search. */
export function circles(graph: ImportGraph): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  for (const start of graph.keys()) {
    if (state.has(start)) continue;
    const path: { file: string; next: number }[] = [{ file: start, next: 0 }];
    state.set(start, 'open');
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const target = graph.get(top.file)?.[top.next++];
      if (target === undefined) {
        state.set(top.file, 'done');
        path.pop();
      } else if (state.get(target) === 'open') {
        found.push([...path.slice(path.findIndex((step) => step.file === target)).map((step) => step.file), target]);
      } else if (!state.has(target) && graph.has(target)) {
        state.set(target, 'open');
        path.push({ file: target, next: 0 });
      }
    }
  }
  return found;
}
