import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLenient } from '../../src/extract/head/json-ld.ts';
import { readHead } from '../../src/extract/head/read-head.ts';
import { readPageTree } from '../../src/extract/page-tree.ts';

const head = (html: string, url = 'https://a.example/x') => readHead(readPageTree(html, url));
const ld = (json: string) => head(`<script type="application/ld+json">${json}</script>`).jsonLd;

describe('JSON-LD', () => {
  test('arrays, graphs and references', () => {
    expect(
      ld('[{"@type":"WebSite","name":"S"},{"@type":"NewsArticle","headline":"H","author":"A B"}]')[0],
    ).toMatchObject({ headline: 'H', authors: ['A B'] });
    const graph = ld(
      '{"@graph":[{"@type":"WebPage","name":"P"},{"@type":["Article","NewsArticle"],"headline":"H","author":{"@id":"#1"},"image":{"@type":"ImageObject","url":"/i.jpg"}},{"@id":"#1","@type":"Person","name":"C D"}]}',
    );
    expect(graph[0]).toMatchObject({ headline: 'H', authors: ['C D'], images: [{ src: '/i.jpg' }] });
  });

  test('an article goes before the page that holds it', () => {
    expect(
      ld(
        '[{"@type":"WebPage","headline":"page","datePublished":"2026-01-01"},{"@type":"BlogPosting","headline":"post"}]',
      ).map((one) => one.headline),
    ).toEqual(['post', 'page']);
  });

  test('mends what sites break', () => {
    expect(parseLenient('{"a":"x\ny",}')).toEqual({ a: 'x\ny' });
    expect(parseLenient('//<![CDATA[\n{"a":[1,2,],}\n//]]>')).toEqual({ a: [1, 2] });
    expect(parseLenient('{"a":"b\\q"};')).toEqual({ a: 'b\\q' });
    expect(parseLenient('no json at all')).toBeUndefined();
  });

  test('hopeless JSON still gives its plain members', () => {
    expect(
      ld('{"@type":"NewsArticle","headline":"H","datePublished":"2026-01-02", "description":"says "hello" to"}')[0],
    ).toMatchObject({ headline: 'H', published: '2026-01-02' });
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseLenient(`{${text}`)));
    fc.assert(fc.property(fc.json(), (text) => void ld(text.replaceAll('</script', ''))));
  });

  test('deep and wide documents end soon', () => {
    expect(ld(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toEqual([]);
    expect(
      ld(JSON.stringify({ '@graph': Array.from({ length: 20_000 }, () => ({ '@type': 'Thing', name: 'x' })) })),
    ).toEqual([]);
  });
});

describe('head', () => {
  test('meta by name, property and itemprop; first title; canonical against the address', () => {
    const found = head(
      '<html lang="zh-CN"><head><title> A \n B </title><title>C</title><link rel="canonical" href="/y"><meta property="OG:Title" content="T"><meta itemprop="datePublished" content="2026-01-01"><meta name="empty" content=""></head>',
    );
    expect(found).toMatchObject({ titleTag: 'A B', canonical: 'https://a.example/y', lang: 'zh-CN' });
    expect(found.meta.get('og:title')).toEqual(['T']);
    expect(found.meta.get('datepublished')).toEqual(['2026-01-01']);
    expect(found.meta.has('empty')).toBe(false);
  });

  test('lines break at blocks, not at inline elements, and leave out what is hidden', () => {
    const { lines } = head(
      '<body><div>来源：<a>甲报</a> <b>2026</b><p>第二行</p>尾</div><p hidden>no</p><p style="display: none">no</p><script>no</script></body>',
    );
    expect(lines.map((line) => line.text)).toEqual(['来源：甲报 2026', '第二行', '尾']);
  });

  test('40,000 nested elements', () => {
    expect(head(`<body>${'<div>'.repeat(40_000)}深`).lines.map((line) => line.text)).toEqual(['深']);
  });
});
