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
  test('what only machines understand is no keyword and no section', () => {
    const tags = [
      '_prio_3',
      '/article',
      'Category: Life',
      'cce15240-c52a-4887-a61a-cd64701d6596',
      'harbour.example.com',
    ];
    const meta = [...tags, 'pilots'].map((tag) => `<meta property="article:tag" content="${tag}">`).join('');
    expect(page(`${meta}<meta property="article:section" content="harbour.example.com">`)).toMatchObject({
      keywords: ['pilots'],
    });
    expect(page('<meta property="article:section" content="harbour.example.com">').section).toBeUndefined();
  });
  test.each([
    ['Coast Courier | News of the coast, every day', 'Coast Courier'],
    ['News of the coast | Harbour', 'Harbour'],
    ['Coast Courier -', 'Coast Courier'],
    ['Coast-Courier', 'Coast-Courier'],
  ])('an outlet without its praise: %s', (said, outlet) => {
    expect(page(`<meta property="og:site_name" content="${said}">`).outlet).toBe(outlet);
  });
  test('a sentence made around the headline and the name of a list are no deks', () => {
    expect(described('Here you find all about harbours. Read now „Harbour counts ferries“ and more.')).toBeUndefined();
    const list = '<div class="summary">Most popular stories today</div>';
    expect(page('', '').dek).toBeUndefined();
    const found = extractPage(
      `<html lang="en"><title>Harbour counts ferries</title><h1>Harbour counts ferries</h1>${list}${PROSE.repeat(4)}</html>`,
      { now: new Date(0) },
    );
    expect(found.ok && found.value.dek).toBeUndefined();
  });
  test('thumbnails of 150 pixels are of other articles', () => {
    const { images } = page('', `<img src="/u/pier.jpg"><img src="/u/other-150x150.jpg">${PROSE}`);
    expect(images.map(({ src }) => src)).toEqual(['https://harbour.example/u/pier.jpg']);
  });
});
