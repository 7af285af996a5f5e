import { describe, expect, test } from 'vitest';
import { findFeeds } from '../../src/feeds/discovery/find-feeds.ts';
import { matchRadar, readRoutes } from '../../src/feeds/rsshub/read-routes.ts';
import { resolveRoute } from '../../src/feeds/rsshub/resolve-route.ts';

describe('rsshub:// addresses', () => {
  test.each([
    ['rsshub://sina/finance', ['https://a.example/sina/finance', 'https://b.example/hub/sina/finance?key=k']],
    [
      'rsshub://sina/finance?limit=5&filter=x',
      ['https://a.example/sina/finance?limit=5&filter=x', 'https://b.example/hub/sina/finance?limit=5&filter=x&key=k'],
    ],
  ])('%s', (address, expected) => {
    expect(resolveRoute(address, ['https://a.example', 'https://b.example/hub/?key=k'])).toEqual(expected);
  });
});

describe('what an instance offers', () => {
  const answer = {
    sina: {
      name: 'Sina',
      zh: { name: '新浪' },
      routes: {
        '/finance/:type?': {
          path: '/finance/:type?',
          name: '财经',
          categories: ['finance'],
          example: '/sina/finance/china',
          parameters: { type: '分类', other: { description: '别的', default: 'x' } },
          features: { requireConfig: [{ name: 'KEY' }], requirePuppeteer: false, antiCrawler: true },
        },
        '/bad': 'not a route',
      },
    },
    broken: null,
  };
  test('routes with example, parameters and needs', () => {
    expect(readRoutes(answer)[0]).toEqual({
      namespace: 'sina',
      site: '新浪',
      path: '/sina/finance/:type?',
      name: '财经',
      categories: ['finance'],
      example: '/sina/finance/china',
      parameters: { type: '分类', other: '别的' },
      needs: ['configuration on the instance', 'patience: the site fights crawlers'],
    });
  });
  test.each([null, 'x', 7, [], [1], { a: { routes: [1] } }])('%j is no list of routes', (data) => {
    expect(readRoutes(data)).toEqual([]);
  });
});

describe('radar', () => {
  const rules = {
    'sina.example': {
      _name: '新浪',
      finance: [
        { title: '国内', source: ['/china/:id', '/china'], target: '/sina/finance/:id?' },
        { title: '函数', source: ['/china/:id'], target: null },
      ],
      '.': [{ title: '要闻', source: '/news/:cat/*', target: '/sina/news/:cat/:page' }],
    },
  };
  test.each([
    ['https://finance.sina.example/china/gncj.shtml', ['rsshub://sina/finance/gncj']],
    ['https://finance.sina.example/china', ['rsshub://sina/finance']],
    ['https://www.sina.example/news/world/2026/a', ['rsshub://sina/news/world/:page']],
    ['https://finance.sina.example/other', []],
    ['https://sina.example.evil.test/china', []],
    ['no address', []],
  ])('%s', (address, routes) => {
    expect(matchRadar(rules, address).map((r) => r.route)).toEqual(routes);
  });
  test('parameters the address does not tell are named', () => {
    expect(matchRadar(rules, 'https://sina.example/news/world')[0]?.open).toEqual(['page']);
  });
});

describe('discovery', () => {
  const html = `<html><head><base href="/sub/"><link rel="alternate" type="application/rss+xml" title="要闻" href="news.xml">
<link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="alternate" hreflang="en" href="/en"></head>
<body><a href="https://b.example/atom.xml">Atom</a><a href="/about">关于</a><a href="/x">RSS</a></body></html>`;
  test('declared, linked and usual addresses in that order', () => {
    const found = findFeeds(html, 'https://a.example/page');
    expect(found.slice(0, 3)).toEqual([
      { url: 'https://a.example/sub/news.xml', how: 'link', title: '要闻' },
      { url: 'https://b.example/atom.xml', how: 'anchor', title: 'Atom' },
      { url: 'https://a.example/x', how: 'anchor', title: 'RSS' },
    ]);
    expect(found.slice(3).every((f) => f.how === 'path' && f.url.startsWith('https://a.example/'))).toBe(true);
  });
});
