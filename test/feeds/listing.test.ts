import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inferListings } from '../../src/feeds/listing/infer-listing.ts';
import { parseListing } from '../../src/feeds/listing/parse-listing.ts';

const now = new Date('2026-11-24T12:00:00+08:00');
const titles = [
  '草原上的第一场雪来得比往年早',
  '县里召开冬季安全生产会议',
  '高标准农田项目通过验收',
  '关于国道老岭段冬季限行的公告',
  '牧区书房迎来第三个冬天',
  '流动医院车行程四万公里',
];

const page = (items: string[]): string => `<!DOCTYPE html><html><head><title>政务公开</title></head><body>
<div class="nav"><ul><li><a href="/">网站首页栏目</a></li><li><a href="/a/">政务公开栏目</a></li><li><a href="/b/">网上办事大厅</a></li><li><a href="/c/">互动交流平台</a></li></ul></div>
<div class="main"><ul class="newslist">${items.join('\n')}</ul></div>
<div class="footer"><a href="/map">网站地图与帮助</a><a href="/about">关于我们的网站</a><a href="/law">网站法律声明页</a><a href="/link">友情链接一览表</a></div></body></html>`;
const row = (title: string, i: number): string =>
  `<li class="${i % 2 ? 'odd' : 'even'}"><span class="date">2026-11-${20 + i}</span><a href="/zwgk/t2026112${i}_100${i}.html" title="${title}">${title.slice(0, 8)}...</a></li>`;
const html = page(titles.map(row));
const needs = { url: 'https://gov.example/zwgk/', headers: {}, now };

describe('a list is inferred', () => {
  const best = inferListings(html)[0]!;

  test('the main list, not the menu or the footer', () => {
    expect(best.count).toBe(titles.length);
    expect(best.selectors).toMatchObject({ item: expect.stringContaining('newslist'), date: 'span.date' });
  });

  test('and read: full titles, addresses, days', () => {
    const parsed = parseListing(new TextEncoder().encode(html), best.selectors, needs);
    if (!parsed.ok) throw new Error(parsed.problem.code);
    expect(parsed.value.entries.map((e) => e.title)).toEqual(titles);
    expect(parsed.value.entries[0]).toMatchObject({
      url: 'https://gov.example/zwgk/t20261120_1000.html',
      published: '2026-11-20',
    });
  });

  test('the selectors survive reordering and new entries', () => {
    const shuffled = page([row('全新的一条公告刚刚发布出来', 7), ...titles.map(row).reverse()]);
    const parsed = parseListing(new TextEncoder().encode(shuffled), best.selectors, needs);
    expect(parsed.ok && parsed.value.entries).toHaveLength(titles.length + 1);
  });

  test('in GB18030 too', () => {
    const bytes = iconv.encode(html.replace('<head>', '<head><meta charset="gb2312">'), 'gb18030');
    const parsed = parseListing(bytes, best.selectors, needs);
    expect(parsed.ok && parsed.value.entries.map((e) => e.title)).toEqual(titles);
  });

  test('cards without dates, pictures included', () => {
    const cards = titles
      .map((t, i) => `<div class="card"><a href="/p/${1000 + i}"><img data-src="/i/${i}.jpg"><h3>${t}</h3></a></div>`)
      .join('');
    const found = inferListings(`<body><div class="grid">${cards}</div></body>`)[0]!;
    const parsed = parseListing(
      new TextEncoder().encode(`<body><div class="grid">${cards}</div></body>`),
      found.selectors,
      needs,
    );
    expect(parsed.ok && parsed.value.entries).toHaveLength(6);
    expect(parsed.ok && parsed.value.entries[2]).toMatchObject({
      title: titles[2],
      image: 'https://gov.example/i/2.jpg',
    });
  });
});

describe('what is no list says so', () => {
  test('a changed layout', () => {
    expect(
      parseListing(new TextEncoder().encode('<body><p>改版了</p></body>'), { item: 'ul.newslist li' }, needs),
    ).toMatchObject({
      ok: false,
      problem: { code: 'LISTING_CHANGED' },
    });
  });
  test('a selector nobody can read', () => {
    expect(parseListing(new TextEncoder().encode(html), { item: 'ul[[' }, needs)).toMatchObject({
      ok: false,
      problem: { code: 'LISTING_SELECTOR' },
    });
  });
  test('a page of prose proposes nothing', () => {
    expect(inferListings('<body><p>一段话，<a href="/x">一个链接在这里面</a>。</p></body>')).toEqual([]);
  });
  test('javascript and empty links never become entries', () => {
    const bad = page([
      '<li><a href="javascript:alert(1)">点我点我点我点我</a></li>',
      '<li><a href="">空的空的空的空的</a></li>',
      row(titles[0]!, 0),
    ]);
    const parsed = parseListing(new TextEncoder().encode(bad), { item: 'ul.newslist li' }, needs);
    expect(parsed.ok && parsed.value.entries.map((e) => e.url)).toEqual([
      'https://gov.example/zwgk/t20261120_1000.html',
    ]);
  });
});
