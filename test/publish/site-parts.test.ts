import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../src/kit/html/text.ts';
import { attr, elements, parseBody } from '../../src/kit/html/tree.ts';
import type { Article, Revision } from '../../src/model/article.ts';
import type { Label } from '../../src/model/label.ts';
import { headRange, lastPage, newerPage, PAGE_SIZE, pageOf, touchedPages } from '../../src/publish/list-pages.ts';
import { escapeText, html, raw } from '../../src/publish/markup.ts';
import type { PageContext } from '../../src/publish/page-context.ts';
import { clip } from '../../src/publish/plain.ts';
import { createPublishMemory } from '../../src/publish/publish-memory.ts';
import { safeJson } from '../../src/publish/safe-json.ts';
import { articleBody, plainBody } from '../../src/publish/site/article/article-body.ts';
import { spotsBetween } from '../../src/publish/site/article/corrections.ts';
import { htmlTokens } from '../../src/publish/site/article/html-tokens.ts';
import { sequenceDiff } from '../../src/publish/site/article/sequence-diff.ts';
import { clauses } from '../../src/publish/site/clauses.ts';
import { headLink } from '../../src/publish/site/head-line.ts';
import { safeSegment } from '../../src/publish/site/safe-segment.ts';
import { wordsOf } from '../../src/publish/site/words.ts';
import { ZoneClock } from '../../src/publish/zone-clock.ts';

const bodyOf = (source: string, more: Partial<Article> = {}): Article =>
  ({ html: source, text: htmlToText(source), title: 'T', labels: [], ...more }) as Article;
const context = {
  words: wordsOf('zh-CN'),
  href: (path: string) => path,
  pictureFor: (src: string) =>
    src.endsWith('kept.jpg')
      ? {
          src: '/pictures/a.jpg',
          width: 640,
          height: 480,
          sources: [{ type: 'image/avif', srcset: '/pictures/a.avif' }],
          placeholder: 'data:image/webp;base64,AA',
        }
      : undefined,
} as unknown as PageContext;

describe('markup', () => {
  test('values are escaped, markup is not, nothing is nothing', () => {
    expect(html`<p title="${`"'`}">${'<b>&'}${raw('<i>')}${[1, undefined, false, 'x']}</p>`.text).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp;<i>1x</p>',
    );
  });
  test('any string, escaped, is read back as itself without what XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = escapeText(text);
        expect(/[<>"]/.test(safe)).toBe(false);
        expect(safe.isWellFormed()).toBe(true);
      }),
    );
  });
  test('JSON keeps ordinary text and loses what no reader takes', () => {
    expect(JSON.parse(safeJson({ a: '中\n"\\文' }))).toEqual({ a: '中\n"\\文' });
    expect(JSON.parse(safeJson({ a: 'x\ud800\u0000\uffffy' }))).toEqual({ a: 'x\ufffdy' });
  });
  test('a cut never splits a character', () => {
    expect(clip('ab😀cd', 4)).toBe('ab…');
    expect(clip('abcd', 4)).toBe('abcd');
  });
  test.each([
    ['the ferry leaves at noon', 16, 'the ferry…'],
    ['the ferry leaves at noon', 10, 'the ferry…'],
    ['паром уходит в полдень', 9, 'паром…'],
    ['湖区码头改造完工以后', 6, '湖区码头改…'],
    ['改造后 port reopened', 8, '改造后…'],
    ['Donaudampfschifffahrtsgesellschaft', 12, 'Donaudampfs…'],
  ])('nor a word, where words stand apart: %s', (text, most, cut) => expect(clip(text, most)).toBe(cut));
});

describe('headlines', () => {
  const shown = (title: string): string => html`${clauses(title)}`.text;
  test('break behind the comma, not inside a word', () => {
    expect(shown('铁路改造完成，货运能力提升一倍')).toBe('<span>铁路改造完成，</span><span>货运能力提升一倍</span>');
    expect(shown('大雪平稳度过 两河流域道路恢复')).toBe('<span>大雪平稳度过</span> <span>两河流域道路恢复</span>');
    expect(shown('快讯 两河流域道路恢复')).toBe('快讯 两河流域道路恢复');
    expect(shown('快讯：开幕')).toBe('快讯：开幕');
    expect(shown('No clauses, in Latin: none')).toBe('No clauses, in Latin: none');
    expect(shown('甲乙丙丁<b>，戊己庚辛')).toContain('&lt;b&gt;');
  });
  test.each([
    ['铁路通车', 'zh', ''],
    ['铁路通车', 'zh-CN', ''],
    ['鐵路通車', 'zh-TW', ' lang="zh-TW"'],
    ['新線が開通', 'ja', ' lang="ja"'],
    ['New line opens', 'en', ' class="l" lang="en"'],
    ['New line opens', undefined, ' class="l"'],
    ['New line opens', '"><script>', ' class="l"'],
  ])('say in which language they are, where it is not the page’s: %s, %s', (title, language, attributes) => {
    const head = { path: '/a/', title, url: 'https://a.example/', ...(language ? { language } : {}) };
    expect(headLink(head, context).text).toContain(`<bdi${attributes}>`);
  });
});

describe('list pages', () => {
  test('every article stands on exactly one page; head and pages together show all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.boolean(), (count, open) => {
        const head = headRange(count, { open: false });
        expect(head.to - head.from).toBeLessThanOrEqual(2 * PAGE_SIZE);
        expect(head.from).toBe(head.older * PAGE_SIZE);
        expect(head.older).toBeLessThanOrEqual(lastPage(count, { open }));
        for (const seq of [0, Math.floor(count / 2), count - 1].filter((n) => n >= 0 && n < count)) {
          expect(seq >= head.from || pageOf(seq) <= head.older).toBe(true);
        }
      }),
    );
  });
  test('an article touches its page, and the first of a page the one that leads to it', () => {
    expect(touchedPages(5, 6, { open: true })).toEqual([1]);
    expect(touchedPages(PAGE_SIZE, PAGE_SIZE + 1, { open: true })).toEqual([1, 2]);
    expect(touchedPages(PAGE_SIZE, PAGE_SIZE + 1, { open: false })).toEqual([]);
    expect(touchedPages(2 * PAGE_SIZE - 1, 2 * PAGE_SIZE, { open: false })).toEqual([2]);
    expect(touchedPages(2 * PAGE_SIZE, 2 * PAGE_SIZE + 1, { open: false })).toEqual([1]);
  });
  test('one more article changes no page that it does not touch, and never two beside the head', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (seq, open, size) => {
          const paging = { open, size };
          const touched = touchedPages(seq, seq + 1, paging);
          for (let page = 1; page <= lastPage(seq, paging); page++) {
            if (!touched.includes(page)) expect(newerPage(page, seq + 1, paging)).toBe(newerPage(page, seq, paging));
          }
          expect(touched.every((page) => page >= 1 && page <= lastPage(seq + 1, paging))).toBe(true);
          if (size > 1 && !open) expect(touched.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('body', () => {
  const shown = (source: string, more: Partial<Article> = {}): string =>
    articleBody(bodyOf(source, more), context).text;

  test('clean HTML passes; headings begin below the headline without leaps', () => {
    expect(shown('<h1>a</h1><h4>b</h4><p>c <em>d</em></p>')).toBe('<h2>a</h2><h3>b</h3><p>c <em>d</em></p>');
  });
  test('pasted spaces at the beginning of a paragraph go: the style indents', () => {
    expect(shown('<p>　　<strong>　甲</strong>　乙</p>')).toBe('<p><strong>甲</strong>　乙</p>');
  });
  test('the second line of safety', () => {
    const out = shown(
      '<p onclick=x>a<script>b</script><a href="javascript:c">d</a></main></div><iframe src="https://x"></iframe><img src=x onerror=y>',
    );
    expect(out).toBe('<p>a<a>d</a></p>');
  });
  test('pictures: kept ones with size, formats and preview; others lazily from the outlet, without a referrer', () => {
    const kept = shown('<img src="https://o.example/kept.jpg" alt="图">');
    expect(kept).toContain('<source type="image/avif" srcset="/pictures/a.avif">');
    expect(kept).toContain('width="640" height="480" loading="lazy"');
    expect(kept).toContain('style="background:url(data:image/webp;base64,AA) center/cover"');
    const hot = shown('<img src="https://o.example/other.jpg" width="3" height="2">');
    expect(hot).toContain('src="https://o.example/other.jpg" alt="" width="3" height="2" loading="lazy"');
    expect(hot).toContain('referrerpolicy="no-referrer"');
  });
  test('labels become marks where text and offsets agree, across tags and white space', () => {
    const source = '<p>记者　张<b>三</b>在 上海 采访</p><p>张三 &amp; 李四</p>';
    const text = htmlToText(source);
    const label = (surface: string, from = 0): Label => {
      const start = text.indexOf(surface, from) + 2;
      return { kind: 'person', surface, start, end: start + surface.length, confidence: 1, evidence: [] };
    };
    const out = shown(source, { labels: [label('张三'), label('李四'), label('张三', text.indexOf('\n'))] });
    expect(out).toContain('<u data-k="人">张</u><b><u data-k="人">三</u></b>');
    expect(out).toContain('<p><u data-k="人">张三</u> &amp; <u data-k="人">李四</u></p>');
    expect(htmlToText(out)).toBe(text);
  });
  test('offsets that do not fit mark nothing wrong and lose no text', () => {
    const out = shown('<p>甲乙丙</p>', {
      text: '完全不同',
      labels: [{ kind: 'place', surface: '乙', start: 3, end: 4, confidence: 1, evidence: [] }],
    });
    expect(out).toBe('<p>甲乙丙</p>');
  });
  test('any HTML keeps its text, closes its tags and holds nothing active', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b',
      '>',
      '<script>',
      '</script>',
      '<img src="https://a/b.jpg" onerror="x">',
      '<a href="javascript:1">',
      '</a>',
      '&amp;',
      '&lt;',
      '"',
      "'",
      '<!--',
      '-->',
      '甲',
      ' ',
      '<table><tr><td>',
      '</main>',
      '<svg>',
      '</svg>',
      '<h5>',
      '</h5>',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const out = plainBody(bodyOf(pieces.join('')));
        for (const element of elements(parseBody(out))) {
          expect(['script', 'iframe', 'main', 'svg']).not.toContain(element.tagName);
          expect(element.attrs.some((a) => a.name.startsWith('on'))).toBe(false);
          expect(attr(element, 'href') ?? '').not.toMatch(/^javascript/i);
        }
        const open: string[] = [];
        for (const token of htmlTokens(out)) {
          if (token.kind === 'open' && !['img', 'br', 'hr'].includes(token.name)) open.push(token.name);
          if (token.kind === 'close') expect(open.pop()).toBe(token.name);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
  test('hostile sizes stay linear', () => {
    for (const unit of ['<', '<a ', '<a x="', "<a x='", '<!--', '&', '<p ', '<b></', '<a =']) {
      plainBody(bodyOf(unit.repeat(200_000), { text: '' }));
    }
  }, 20_000);
});

describe('corrections', () => {
  const revision = (number: number, text: string, title = 'T'): Revision => ({
    number,
    hash: '',
    title,
    html: '',
    text,
    seen: '2026-01-01T00:00:00Z',
  });
  const apply = (parts: { kind: string; text: string }[], drop: string): string =>
    parts
      .filter((part) => part.kind !== drop)
      .map((part) => part.text)
      .join('');

  test('a diff gives back both texts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }),
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }),
        (a, b) => {
          const parts = sequenceDiff(a, b)!;
          expect(apply(parts, 'added')).toBe(a.join(''));
          expect(apply(parts, 'removed')).toBe(b.join(''));
        },
      ),
    );
  });
  test('it is the shortest', () => {
    const parts = sequenceDiff([...'ABCABBA'], [...'CBABAC'])!;
    expect(parts.filter((part) => part.kind !== 'same').reduce((n, part) => n + part.text.length, 0)).toBe(5);
  });
  test('texts that have little in common are not compared for ever', () => {
    expect(
      sequenceDiff(
        Array.from({ length: 5000 }, (_, i) => `a${i}`),
        Array.from({ length: 5000 }, (_, i) => `b${i}`),
      ),
    ).toBeUndefined();
  });
  test('a figure is one change, a headline another', () => {
    const spots = spotsBetween(
      revision(1, '甲\n共有4216个标准箱。', '旧题'),
      revision(2, '甲\n共有4126个标准箱。', '新题'),
    );
    expect(spots).toHaveLength(2);
    expect(spots[1]).toEqual([
      { kind: 'same', text: '共有' },
      { kind: 'removed', text: '4216' },
      { kind: 'added', text: '4126' },
      { kind: 'same', text: '个标准箱。' },
    ]);
  });
  test('a new paragraph is an addition', () => {
    expect(spotsBetween(revision(1, '甲'), revision(2, '甲\n乙'))).toEqual([[{ kind: 'added', text: '乙' }]]);
  });
});

describe('times in the newsroom’s zone', () => {
  test('instants and days', () => {
    const clock = new ZoneClock('Asia/Shanghai');
    expect(clock.local('2026-09-18T01:20:00Z')).toEqual({ day: '2026-09-18', time: '09:20' });
    expect(clock.local('2026-09-18')).toEqual({ day: '2026-09-18', time: undefined });
    expect(clock.withOffset('2026-09-18T01:20:00Z')).toBe('2026-09-18T09:20:00+08:00');
    expect(clock.local('nonsense')).toBeUndefined();
    expect(clock.local('+275000-01-01T00:00:00Z')).toBeUndefined();
  });
  test('agrees with the platform on every hour around a change of clocks', () => {
    const clock = new ZoneClock('America/New_York');
    const platform = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'America/New_York',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    for (let at = Date.UTC(2026, 2, 7); at < Date.UTC(2026, 2, 10); at += 1_800_000) {
      expect(clock.local(new Date(at).toISOString())?.time).toBe(platform.format(at));
    }
  });
});

test('folder names: identifiers that no disk minds, hashes for the rest', () => {
  expect(safeSegment('SH600519')).toBe('SH600519');
  expect(safeSegment('张三')).toBe('张三');
  for (const bad of ['', '.', '..', '../x', 'a/b', 'a b', 'x'.repeat(300), 'a?', '~1', 'a.'])
    expect(safeSegment(bad)).toMatch(/^~[0-9a-f]{16}$/);
  expect(safeSegment('a/b')).not.toBe(safeSegment('a?b'));
});

test('memory stays within its bounds and forgets an article whole', () => {
  const memory = createPublishMemory(100);
  for (let i = 0; i < 20; i++) memory.set(`k${i}`, `a${i % 3}`, Buffer.alloc(30));
  expect([...Array(20).keys()].filter((i) => memory.get(`k${i}`)).length).toBeLessThanOrEqual(3);
  memory.set('x', 'a1', Buffer.alloc(1));
  memory.forget('a1');
  expect(memory.get('x')).toBeUndefined();
});

test('contrast, light and dark: text at least 7 to 1, everything else that is read at least 4.5', () => {
  const css = readFileSync(new URL('../../src/publish/site/style/colour.css', import.meta.url), 'utf8');
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const colour = (name: string, dark: boolean): number =>
    luminance(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)![dark ? 2 : 1]!);
  for (const dark of [false, true]) {
    const contrast = (name: string, on: string): number => {
      const [low = 0, high = 0] = [colour(name, dark), colour(on, dark)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    expect(contrast('ink', 'paper')).toBeGreaterThanOrEqual(7);
    for (const name of ['second', 'red']) expect(contrast(name, 'paper'), name).toBeGreaterThanOrEqual(4.5);
    for (const on of ['mark', 'gone', 'come']) expect(contrast('ink', on), on).toBeGreaterThanOrEqual(4.5);
  }
});
