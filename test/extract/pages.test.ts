import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followingPages } from '../../src/extract/following-pages.ts';
import { joinPages } from '../../src/extract/join-pages.ts';
import { readPageTree } from '../../src/extract/page-tree.ts';
import type { Extraction } from '../../src/model/extraction.ts';

const links = (html: string, url: string): string[] => followingPages(readPageTree(html, url), url);

describe('the pages that follow', () => {
  const numbers = (address: (page: number) => string): string =>
    `<div class="pages">${[1, 2, 3].map((page) => `<a href="${address(page)}">${page}</a>`).join('')}</div>`;
  test.each([
    [
      'https://a.example/n/t1_88.html',
      (p: number) => (p === 1 ? 't1_88.html' : `t1_88_${p}.html`),
      ['https://a.example/n/t1_88_2.html', 'https://a.example/n/t1_88_3.html'],
    ],
    [
      'https://a.example/n/88?page=1',
      (p: number) => `/n/88?page=${p}`,
      ['https://a.example/n/88?page=2', 'https://a.example/n/88?page=3'],
    ],
    [
      'https://a.example/n/story',
      (p: number) => `/n/story/${p}`,
      ['https://a.example/n/story/2', 'https://a.example/n/story/3'],
    ],
  ])('%s', (url, address, expected) => {
    expect(links(numbers(address), url)).toEqual(expected);
  });
  test('a link to the next page alone', () => {
    expect(links('<a href="/n/88_2.shtml">下一页 &gt;</a>', 'https://a.example/n/88.shtml')).toEqual([
      'https://a.example/n/88_2.shtml',
    ]);
  });
  test('counted from nought', () => {
    const html =
      '<a href="./t2026_9.html">1</a><a href="./t2026_9_1.html">2</a><a href="./t2026_9_2.html">3</a><a href="./t2026_9_1.html">下一页</a>';
    expect(links(html, 'https://a.example/n/t2026_9.html')).toEqual([
      'https://a.example/n/t2026_9_1.html',
      'https://a.example/n/t2026_9_2.html',
    ]);
  });
  test.each([
    ['other articles', '<a href="/n/89.html">下一页</a><a href="/n/2">2</a>'],
    ['pages before this one', '<a href="/n/88.html">1</a>'],
    ['another site', '<a href="https://b.example/n/88_2.html">2</a>'],
    ['no address', '<a>2</a><a href="javascript:next()">下一页</a>'],
    ['more than an article has', '<a href="/n/88_99.html">99</a>'],
  ])('never %s', (_, html) => {
    expect(links(html, 'https://a.example/n/88.html')).toEqual([]);
  });
  test('in order, once, whatever the page says', () => {
    const number = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(fc.array(number, { maxLength: 20 }), (pages) => {
        const found = links(
          pages.map((p) => `<a href="/n/88_${p}.html#x">${p}</a>`).join(''),
          'https://a.example/n/88.html',
        );
        expect(found).toEqual(
          [...new Set(pages)]
            .filter((p) => p > 1 && p <= 30)
            .sort((a, b) => a - b)
            .map((p) => `https://a.example/n/88_${p}.html`),
        );
      }),
    );
  });
});

describe('pages joined', () => {
  const part = (n: number, more: Partial<Extraction> = {}): Extraction => ({
    title: '长文',
    authors: [],
    keywords: [],
    attachments: [],
    pages: [],
    notes: [],
    from: {},
    images: [],
    html: `<p>第${n}页</p>`,
    text: `第${n}页`,
    ...more,
  });
  test('texts in order, the fields of the first, the editor of the last, pictures once', () => {
    const picture = { src: 'https://a.example/a.jpg' };
    const joined = joinPages([
      part(1, { images: [picture], pages: ['x'] }),
      part(2, { title: '长文（2）', images: [picture] }),
      part(3, { editor: '林青' }),
    ]);
    expect(joined).toMatchObject({
      title: '长文',
      text: '第1页\n第2页\n第3页',
      html: '<p>第1页</p>\n<p>第2页</p>\n<p>第3页</p>',
      editor: '林青',
      images: [picture],
      pages: [],
    });
  });
  test('a page that answers with another one again is left out', () => {
    expect(joinPages([part(1), part(2), part(1), part(2)]).text).toBe('第1页\n第2页');
  });
});
