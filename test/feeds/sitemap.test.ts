import { describe, expect, test } from 'vitest';
import { parseSitemap } from '../../src/feeds/sitemap/parse-sitemap.ts';

const needs = { url: 'https://a.example/sitemap.xml', headers: {}, now: new Date('2026-11-24T00:00:00Z') };
const parse = (xml: string) => {
  const parsed = parseSitemap(new TextEncoder().encode(xml), needs);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
};

describe('sitemaps', () => {
  test('a news sitemap, newest first', () => {
    const feed =
      parse(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://a.example/1</loc><lastmod>2026-11-20</lastmod></url>
<url><loc>/2?a=1&amp;b=2</loc><news:news><news:publication><news:name>边城晚报</news:name></news:publication><news:publication_date>2026-11-23T06:30:00+08:00</news:publication_date><news:title>修表铺 &amp; 新市场</news:title><news:keywords>老街, 手艺</news:keywords></news:news><image:image><image:loc>/i.jpg</image:loc></image:image></url></urlset>`);
    expect(feed.title).toBe('边城晚报');
    expect(feed.entries).toMatchObject([
      {
        url: 'https://a.example/2?a=1&b=2',
        title: '修表铺 & 新市场',
        published: '2026-11-22T22:30:00.000Z',
        categories: ['老街', '手艺'],
        image: 'https://a.example/i.jpg',
      },
      { url: 'https://a.example/1', updated: '2026-11-20' },
    ]);
  });

  test('an index', () => {
    const feed = parse(
      '<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc><lastmod>2026-11-01</lastmod></sitemap><sitemap><loc>https://a.example/s2.xml</loc></sitemap></sitemapindex>',
    );
    expect(feed.sitemaps).toEqual([
      { url: 'https://a.example/s1.xml', lastmod: '2026-11-01' },
      { url: 'https://a.example/s2.xml' },
    ]);
  });

  test('cut short: the whole rows are kept', () => {
    expect(parse('<urlset><url><loc>https://a.example/1</loc></url><url><loc>https://a.exam').entries).toHaveLength(
      1 + 1,
    );
  });

  test('anything else is refused', () => {
    for (const text of ['', '<rss/>', '{"a":1}', '<html><body>url</body></html>']) {
      expect(parseSitemap(new TextEncoder().encode(text), needs)).toMatchObject({
        ok: false,
        problem: { code: 'FEED_NOT_A_FEED' },
      });
    }
  });
});
