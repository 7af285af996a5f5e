import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/clean-html.ts';
import { extractPage } from '../../src/extract/extract-page.ts';

const FOLDER = new URL('../../fixtures/extract/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

/** Body of a fixture's page, extracted and cleaned, one block a line. */
function bodyOf(name: string): string {
  const { url } = JSON.parse(read(`${name}/about.json`)) as { url: string };
  const found = extractPage(read(`${name}/input.html`), { url, now: new Date('2026-11-20T12:00:00Z') });
  if (!found.ok) return found.problem.code;
  return `${cleanHtml(found.value.html, { url }).html.replace(/(<\/(?:p|h[234]|ul|ol|table|pre|blockquote|figure)>)(?=<)/g, '$1\n')}\n`;
}

describe.each(['body', 'structure'])('%s', (what) => {
  test.each(readdirSync(FOLDER).filter((name) => name.startsWith(`${what}--`)))('%s', (name) => {
    expect(bodyOf(name)).toBe(read(`${name}/expected.html`));
  });
});
