import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../src/model/problem.ts';
import { filesBelow } from './imports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `## CODE` headings and what stands under each. */
function documented(markdown: string): Map<string, string> {
  const parts = markdown.split(/^## ([A-Z][A-Z0-9_]+)\s*$/m);
  const rows = new Map<string, string>();
  for (let i = 1; i < parts.length; i += 2) rows.set(parts[i]!, parts[i + 1]!.trim());
  return rows;
}

describe('the problem table', () => {
  const docs = documented(readFileSync(`${root}docs/problems.md`, 'utf8'));
  const codes = Object.keys(PROBLEMS);

  test('every problem is documented', () => {
    expect(codes.filter((code) => !docs.has(code))).toEqual([]);
  });
  test('every documented problem exists', () => {
    expect([...docs.keys()].filter((code) => !codes.includes(code))).toEqual([]);
  });
  test('every paragraph says something', () => {
    expect([...docs].filter(([, text]) => text.length < 40).map(([code]) => code)).toEqual([]);
  });
  test('every problem is raised somewhere', () => {
    const sources = filesBelow(`${root}src`)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('model/problem.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
  test('the reading of the document finds a missing and a surplus heading', () => {
    const read = documented('# Problems\n\n## ONE_THING\n\nHappens when one thing happens.\n\n## OTHER\n\nMore.\n');
    expect([...read.keys()]).toEqual(['ONE_THING', 'OTHER']);
    expect(read.get('OTHER')).toBe('More.');
  });
});
