import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';
import type { Label } from '../../src/model/label.ts';

const root = new URL('../../fixtures/label/', import.meta.url);
const folders = readdirSync(root).filter(
  (name) => existsSync(new URL(`${name}/expected.json`, root)) && existsSync(new URL(`${name}/input.json`, root)),
);
const read = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}/${file}`, root), 'utf8'));

const meets = (label: Label, wanted: Record<string, unknown>): boolean =>
  Object.entries(wanted).every(
    ([key, value]) => JSON.stringify((label as unknown as Record<string, unknown>)[key]) === JSON.stringify(value),
  );

describe.each(folders)('%s', (name) => {
  const input = read(name, 'input.json') as { title: string; text: string; published?: string };
  const expected = read(name, 'expected.json') as {
    present?: Record<string, unknown>[];
    absent?: Record<string, unknown>[];
  };
  const labels = labelArticle(input);

  test.each(expected.present ?? [])('has %o', (wanted) => {
    const near = labels
      .filter((label) => label.kind === wanted['kind'])
      .map((label) => ({ ...label, evidence: undefined }));
    expect(
      labels.some((label) => meets(label, wanted)),
      JSON.stringify(near.slice(0, 30)),
    ).toBe(true);
  });

  test.each(expected.absent ?? [])('has not %o', (unwanted) => {
    expect(labels.filter((label) => meets(label, unwanted))).toEqual([]);
  });

  test('every span holds its surface', () => {
    const full = `${input.title}\n${input.text}`;
    for (const label of labels) expect(full.slice(label.start, label.end)).toBe(label.surface);
  });
});
