import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBody } from '../../src/extract/body/find-body.ts';
import { cleanNames } from '../../src/extract/fields/clean-names.ts';
import { findDates } from '../../src/extract/fields/find-dates.ts';
import { type Fields, readFields } from '../../src/extract/fields/read-fields.ts';
import { cutSite } from '../../src/extract/fields/site-names.ts';
import { readLabels } from '../../src/extract/fields/zh-labels.ts';
import { isPersonName, readNames } from '../../src/extract/fields/zh-names.ts';
import { readHead } from '../../src/extract/head/read-head.ts';
import { readPageTree } from '../../src/extract/page-tree.ts';

const PARAGRAPH =
  '<p>八月二十九日清晨，县里第一座风电场的首台机组正式并入电网，这座风电场一共安装二十四台机组，全部投运后可以供应三万户居民。</p>';

function fields(html: string, url = 'https://a.example/n/1.html'): Fields {
  const page = readPageTree(html, url);
  const head = readHead(page);
  return readFields(page, head, findBody(page, {}), { now: new Date('2026-11-20T00:00:00Z'), url });
}

const zh = (top: string, tail = '', lead = ''): Fields =>
  fields(
    `<title>并网发电的第一天</title><h1>并网发电的第一天</h1>${top}<div class="content">${lead}${PARAGRAPH.repeat(3)}${tail}</div>`,
  );

describe('Chinese names', () => {
  test.each([
    ['张三丰、李四', false, ['张三丰', '李四']],
    ['王乐文 方 敏', false, ['王乐文', '方敏']],
    ['记者 陈松 通讯员 李小禾', false, ['陈松', '李小禾']],
    ['杜硕_NB12556', true, ['杜硕']],
    ['支明全 SF099', true, ['支明全']],
    ['世界经济研究部部长、研究员徐占山', true, ['徐占山']],
    ['Demi Xia', true, ['Demi Xia']],
    ['阿依古丽·买买提', false, ['阿依古丽·买买提']],
    ['网络整理', true, []],
    ['本报编辑部', true, []],
    ['佚名', true, []],
  ])('%s', (text, loose, names) => {
    expect(readNames(text as string, loose as boolean)).toEqual(names);
  });

  test('outlets and ordinary words are no persons', () => {
    for (const word of ['新华网', '记者', '北京日报', '评论', '办公室', '中国'])
      expect(isPersonName(word), word).toBe(false);
  });
});

describe('names in brackets behind the last sentence', () => {
  const last = (brackets: string): string[] | undefined =>
    zh('', `<p>全部投运后可以供应三万户居民，剩下的电送到邻县。${brackets}</p>`).authors;
  test.each([
    ['（林青）', ['林青']],
    ['（林青、贺小满）', ['林青', '贺小满']],
    ['（完）', undefined],
    ['（林青摄）', undefined],
    ['（本文有删改）', undefined],
    ['（北岭日报）', undefined],
  ])('%s', (brackets, names) => expect(last(brackets)).toEqual(names));
});

test('beside its name a site’s host is no outlet', () => {
  const outlet = (tail: string): string | undefined =>
    fields(`<title>并网发电的第一天${tail}</title><h1>并网发电的第一天</h1>${PARAGRAPH.repeat(3)}`).outlet;
  expect(outlet('_能源频道_北岭网 - BL.EXAMPLE.CN')).toBe('北岭网');
  expect(outlet('_北岭网')).toBe('北岭网');
});

describe('labels', () => {
  test('several on one line, values end where the next begins', () => {
    expect(
      readLabels('2026-09-26 12:11 来源：时报网\u0001\u0001作者：李在山\u0001 责任编辑：周禾').map(
        ({ kind, value }) => [kind, value],
      ),
    ).toEqual([
      ['origin', '时报网'],
      ['author', '李在山'],
      ['editor', '周禾'],
    ]);
  });
  test('the source of a picture is not the source of the article', () => {
    expect(readLabels('图片来源：摄图网').map(({ kind }) => kind)).toEqual(['other']);
    expect(readLabels('数据来源：统计局').map(({ kind }) => kind)).toEqual(['other']);
  });
});

describe('editor', () => {
  test.each([
    ['<p>责任编辑：张申</p>', '张申'],
    ['<p>(责编：汤诗瑶、丁涛)</p>', '汤诗瑶、丁涛'],
    ['<div>[责任编辑：韩保林 PK155]</div>', '韩保林'],
    ['<p>编辑：倪轩 责任编辑：林涛</p>', '林涛'],
    ['<p>责编|陈梦莹</p>', '陈梦莹'],
  ])('%s', (tail, editor) => expect(zh('', tail).editor).toBe(editor));

  test.each([
    '<p>责任编辑：</p><p>平台声明：观点仅代表作者</p>',
    '<p>编辑部电话：010-1234</p>',
    '<p>这位编辑：从业二十年，他说自己最难忘的是第一次夜班，那天的版面改了七次才付印，第二天早上读者来信说标题用错了一个字。</p>',
  ])('states none: %s', (tail) => expect(zh('', tail).editor).toBeUndefined());
});

describe('origin', () => {
  test.each([
    ['<div>2026-08-30 09:12 来源：<a>青石日报</a></div>', '青石日报'],
    ['<div>本文来源于<a>国家统计局</a> 2026-05-11 09:36:26</div>', '国家统计局'],
    ['<div><span>2026年08月25日 18:57</span> <span>参考日报</span></div>', '参考日报'],
    ['<p>石佳/中原青年报</p><p>2026-09-24 09:10</p>', '中原青年报'],
    ['<div>稿源：县融媒体中心 | 浏览次数：120</div>', '县融媒体中心'],
    ['<p class="author-name">北岭发布</p><div>发布时间：09-3022:46</div>', '北岭发布'],
  ])('%s', (top, origin) => expect(zh(top).origin).toBe(origin));

  test.each([
    '<div>来源: | 发布时间: 2026-05-17 | 浏览次数: 21</div>',
    '<div>2026-05-17 10:00</div><div>评论</div>',
    '<p class="author-name">贺小满</p>',
    '<ul><li><a href="/1">来源：远方新闻</a></li></ul>',
  ])('states none: %s', (top) => expect(zh(top).origin).toBeUndefined());
});

describe('Chinese authors', () => {
  test.each([
    ['<p>本报记者 王乐文 方 敏</p>', ''],
    ['', '<p>（本报记者 王乐文 方敏）</p>'],
    ['<p>作者：王乐文、方敏</p>', ''],
    ['<p>文丨远山特约撰稿人 王乐文 方敏</p>', ''],
  ])('%s %s', (top, tail) => expect(zh(top, tail).authors).toEqual(['王乐文', '方敏']));

  test('in the brackets behind a dateline', () => {
    const found = zh(
      '',
      '',
      '<p>青石社北岭8月31日电（记者唐霁）铺轨工作今天全部完成，比计划提前了二十天，预计年底开始联调联试。</p>',
    );
    expect(found.authors).toEqual(['唐霁']);
    expect(found.dateline).toBe('青石社北岭8月31日电');
  });

  test('a photographer is no author', () => {
    expect(zh('', '<p>青石社记者 李梦馨 摄</p>').authors).toBeUndefined();
    expect(zh('', '<p>青石社发（刘满仓摄）</p>').authors).toBeUndefined();
  });
});

describe('times', () => {
  test('zh without a zone is +08:00, split over boxes too', () => {
    expect(zh('<div>2026</div><div>09/07</div><div>19:02</div>').published).toBe('2026-09-07T19:02:00+08:00');
    expect(zh('<div>发布日期：2026年3月6日</div>').published).toBe('2026-03-06');
  });
  test('the printed time leads on Chinese pages, the zone of meta is kept elsewhere', () => {
    expect(
      fields(
        `<title>并网发电的第一天</title><meta property="article:published_time" content="2026-09-07T06:52:51+08:00"><h1>并网发电的第一天</h1><div>2026年09月07日 04:04 北岭日报</div><div>${PARAGRAPH.repeat(3)}</div>`,
      ).published,
    ).toBe('2026-09-07T04:04:00+08:00');
    expect(
      fields(
        '<html lang="en"><meta property="article:published_time" content="2026-04-15T09:30:00-04:00"><h1>A headline of some length</h1><p>Text that says something, and then some more of it, for as long as it takes to be a paragraph.</p>',
      ).published,
    ).toBe('2026-04-15T09:30:00-04:00');
  });
  test('the future, a date in a sentence and the day a document was written are none', () => {
    expect(zh('<div>2031-01-01 10:00</div>').published).toBeUndefined();
    expect(
      zh('', '', '<p>2026年2月27日下午，调研组一行八人到园区考察，参观了展厅和两条生产线，并与企业代表座谈。</p>')
        .published,
    ).toBeUndefined();
    expect(zh('<div>成文日期：2026年2月27日</div>').published).toBeUndefined();
  });
  test('found in running lines', () => {
    expect(findDates('Posted on June 4, 2025 at 3:15 pm by')).toEqual(['June 4, 2025 at 3:15 pm']);
    expect(findDates('Stand: 06.03.2026, 10:15 Uhr')).toEqual(['06.03.2026, 10:15 Uhr']);
    expect(findDates('电话 010-20261234')).toEqual([]);
  });
});

describe('titles', () => {
  const sites = new Set(['portledger', '北岭网']);
  test.each([
    ['Bridge reopens | Port Ledger', 'Bridge reopens'],
    ['Port Ledger - Bridge reopens in spring', 'Bridge reopens in spring'],
    ['Bridge – and what comes after', 'Bridge – and what comes after'],
    ['草原风电并网_要闻_北岭网', '草原风电并网'],
    ['“五年之约”——写在并网之后', '“五年之约”——写在并网之后'],
  ])('%s', (title, kept) => expect(cutSite(title, sites)).toBe(kept));

  test('the headline is the h1 that the title tag repeats, not the name of the site', () => {
    expect(
      fields(
        '<title>Bridge reopens in spring - Port Ledger</title><h1>Port Ledger</h1><h1>Bridge reopens in spring</h1><p>Some text of the story, long enough to read.</p>',
      ).title,
    ).toBe('Bridge reopens in spring');
  });
});

describe('bylines', () => {
  test.each([
    ['By Jane Roe and John Doe, Staff Writers', ['Jane Roe', 'John Doe']],
    ['Von: Ada Lo, Ben Ma', ['Ada Lo', 'Ben Ma']],
    ['by Marisha Gold | Apr 21, 2025', ['Marisha Gold']],
    ['Genevieve Carl, Ph.D.', ['Genevieve Carl']],
    ['Share this article', []],
  ])('%s', (text, names) => expect(cleanNames(text, false)).toEqual(names));
});

describe('hostile input', () => {
  test('any text: readers answer and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readLabels(text);
        readNames(text, true);
        cleanNames(text, false);
        findDates(text);
        cutSite(text, new Set(['x']));
      }),
    );
  });
  test('long lines of labels, spaces and separators take no time', () => {
    const started = performance.now();
    for (const piece of ['来源：', '责 任 编 辑 ', '记者 ', '（记者 ', ' - ', '张三、', 'By A, ', '2026-', '\u0001 ']) {
      fields(
        `<title>${piece.repeat(5000)}</title><h1>${piece.repeat(5000)}</h1><div class="content">${piece.repeat(20_000)}</div>`,
      );
    }
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
