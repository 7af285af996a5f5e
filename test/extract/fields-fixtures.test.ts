import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findBody } from '../../src/extract/body/find-body.ts';
import { readFields } from '../../src/extract/fields/read-fields.ts';
import { readHead } from '../../src/extract/head/read-head.ts';
import { readImages } from '../../src/extract/images/read-images.ts';
import { readPageTree } from '../../src/extract/page-tree.ts';

const FOLDER = new URL('../../fixtures/extract/', import.meta.url);
const now = new Date('2026-11-20T00:00:00Z');
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')) as Record<string, unknown>;

/** Fields and pictures of a fixture's page; `null` in expected.json means absent. */
function extract(name: string): Record<string, unknown> {
  const url = json(`${name}/about.json`)['url'];
  const needs = { now, ...(typeof url === 'string' ? { url } : {}) };
  const page = readPageTree(readFileSync(new URL(`${name}/input.html`, FOLDER), 'utf8'), needs.url);
  const head = readHead(page);
  const body = findBody(page, {});
  return { ...readFields(page, head, body, needs), ...readImages(page, head, body, needs) };
}

const names = (what: string): string[] => readdirSync(FOLDER).filter((name) => name.startsWith(`${what}--`));

describe('fields', () => {
  test.each(names('fields'))('%s', (name) => {
    const found = extract(name);
    for (const [key, value] of Object.entries(json(`${name}/expected.json`)))
      expect(found[key] ?? null, key).toEqual(value);
  });
});

describe('images', () => {
  test.each(names('images'))('%s', (name) => {
    const found = extract(name);
    const expected = json(`${name}/expected.json`);
    expect(found['image'] ?? null).toEqual(expected['image']);
    const images = found['images'] as { src: string; caption?: string }[];
    expect(images.map(({ src, caption }) => ({ src, caption: caption ?? null }))).toEqual(
      (expected['images'] as { src: string; caption: string | null }[]).map(({ src, caption }) => ({ src, caption })),
    );
  });
});
