import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';

const PROSE =
  '<p>Ferries and freighters, forty-one of them, left the harbour on Tuesday, the office said; two more than a week before.</p>';

function page(head: string, body = '') {
  const found = extractPage(
    `<html lang="en"><head><title>Harbour counts ferries</title>${head}</head><body><h1>Harbour counts ferries</h1>${PROSE.repeat(4)}${body}</body></html>`,
    { now: new Date('2026-11-20T00:00:00Z'), url: 'https://harbour.example/41' },
  );
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}
const described = (text: string): string | undefined => page(`<meta name="description" content="${text}">`).dek;
const FIRST = 'The harbour office counts freighters and ferries every week, and this week it had more work than ever.';

describe('what machines are told', () => {
  test('a description that breaks off ends with its last whole sentence', () => {
    expect(described(`${FIRST} Two more ferries left on Tuesday, and the office says it will have to buy`)).toBe(FIRST);
    expect(described(`${FIRST} #Harbour #Ferries`)).toBe(FIRST);
  });
  test('a section is no half of a character reference', () => {
    expect(page('<meta property="article:section" content="Ships &amp;amp; Harbours">').section).toBe(
      'Ships & Harbours',
    );
  });
  test('a headline given for keywords is none', () => {
    expect(page('<meta name="keywords" content="Harbour, counts, ferries">').keywords).toEqual([]);
    expect(page('<meta name="keywords" content="berths, ferries">').keywords).toEqual(['berths', 'ferries']);
  });
  test('thumbnails of 150 pixels are of other articles', () => {
    const { images } = page('', `<img src="/u/pier.jpg"><img src="/u/other-150x150.jpg">${PROSE}`);
    expect(images.map(({ src }) => src)).toEqual(['https://harbour.example/u/pier.jpg']);
  });
});
