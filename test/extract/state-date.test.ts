import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/pipeline/read-page.ts';

const PROSE =
  '<p>The ferry company said on Tuesday that the new timetable will hold from March, and nobody objected.</p>';

function published(extra: string, attributes = ''): [string | undefined, string | undefined] {
  const html = `<html lang="en"><head><title>A new timetable</title>${extra}</head><body><article ${attributes}><h1>A new timetable</h1>${PROSE.repeat(4)}</article></body></html>`;
  const found = readPage(Buffer.from(html), undefined, {
    now: new Date('2026-11-20T00:00:00Z'),
    url: 'https://harbour-post.example/timetable',
  });
  if (!found.ok) throw new Error(found.problem.code);
  return [found.value.published, found.value.from.published];
}
const script = (...days: string[]): string =>
  `<script>window.state=${JSON.stringify(days.map((day) => ({ title: 'x', publishedAt: day })))}</script>`;

describe('a date only scripts know', () => {
  test('in the state of the page', () => {
    expect(published(script('2026-01-29T18:40:00+09:00'))).toEqual(['2026-01-29T18:40:00+09:00', 'script']);
  });
  test('in state that is a text within a text', () => {
    expect(published(`<script>push(${JSON.stringify(JSON.stringify({ pubDate: '2026-01-29' }))})</script>`)).toEqual([
      '2026-01-29',
      'script',
    ]);
  });
  test('as an attribute; the change is none', () => {
    const [day, from] = published('', 'data-publish-date="2026.01.29 18:40" data-re-deploy-dt="2026.02.03 10:00"');
    expect(day).toMatch(/^2026-01-29T18:40/);
    expect(from).toBe('attribute:data-publish-date');
  });
  test('of several days none is believed', () => {
    expect(published(script('2026-01-29', '2026-01-28'))).toEqual([undefined, undefined]);
  });
  test('what is printed or told goes before', () => {
    const meta = '<meta property="article:published_time" content="2026-01-02T08:00:00Z">';
    expect(published(meta + script('2026-01-29'))[0]).toBe('2026-01-02T08:00:00Z');
  });
});
