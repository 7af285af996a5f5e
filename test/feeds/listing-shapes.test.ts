import { describe, expect, test } from 'vitest';
import { inferListings } from '../../src/feeds/listing/infer-listing.ts';
import { parseListing } from '../../src/feeds/listing/parse-listing.ts';

const links = (names: string[]): string =>
  names.map((name, i) => `<li><a href="/c${i}/">${name}新闻频道</a></li>`).join('');
const AROUND = [
  `<div class="header"><ul class="nav">${links(['时政', '财经', '国际', '体育', '健康', '教育'])}</ul></div>`,
  `<div class="right"><ol class="rank">${links(['热点一', '热点二', '热点三', '热点四', '热点五'])}</ol></div>
<div class="footer"><a href="/about.html">关于我们和网站</a><a href="/ad.html">广告服务与合作</a><a href="/law.html">法律声明与隐私</a><a href="/map.html">网站地图与导航</a></div>`,
];
const title = (i: number): string => `关于印发第${i}号冰路养护工作方案的通知全文`;
const DAYS = Array.from({ length: 10 }, (_, i) => i);
const each = (make: (i: number) => string): string => DAYS.map(make).join('');

/** Ways in which sites print the same ten entries of 10 to 19 August 2026. */
const SHAPES: Record<string, { body: string; published?: string; picture?: boolean }> = {
  'a list with titles cut short and days in spans': {
    body: `<ul class="list_ul">${each((i) => `<li><a href="./t202608_${i}.html" title="${title(i)}">${title(i).slice(0, 9)}...</a><span>2026-08-1${i}</span></li>`)}</ul>`,
    published: '2026-08-10',
  },
  'rows of a table': {
    body: `<table><tbody>${each((i) => `<tr><td><a href="/art/2026/8/art_${i}.html">${title(i)}</a></td><td class="date">2026年8月1${i}日</td></tr>`)}</tbody></table>`,
    published: '2026-08-10',
  },
  'cards with a lazy picture, the outlet and the time in one line': {
    body: `<div class="wrap">${each((i) => `<div class="item ${i % 2 ? 'odd' : 'even'}"><a href="/n/${i}99.html"><img data-src="/p/${i}.jpg" src="data:image/gif;base64,x"></a><h3><a href="/n/${i}99.html">${title(i)}</a></h3><div class="meta"><span class="src">北岭社</span><span class="time">${i + 1}小时前</span></div></div>`)}</div>`,
    published: '2026-09-01T03:00:00.000Z',
    picture: true,
  },
  'class names that change with every build': {
    body: `<div class="css-1x2y3z">${each((i) => `<div class="css-9a8b7c"><a href="/story/${1000 + i}"><h2>${title(i)}</h2></a><time datetime="2026-08-1${i}T08:00:00+08:00">那天</time></div>`)}</div>`,
    published: '2026-08-10T00:00:00.000Z',
  },
  'a definition list with days without a year': {
    body: `<dl class="newslist"><dt>要闻</dt>${each((i) => `<dd><span class="d">[08-1${i}]</span><a href="/news/${i}.shtml">${title(i)}</a></dd>`)}</dl>`,
    published: '2026-08-10',
  },
  'groups of lists with the time as bare text': {
    body: `<div class="list"><ul>${each((i) => `<li>·<a href="/c_11${i}.htm">${title(i)}</a> 08月1${i}日 10:20</li>${i === 4 ? '</ul><hr><ul>' : ''}`)}</ul></div>`,
    published: '2026-08-10T02:20:00.000Z',
  },
  'articles with dates in English': {
    body: `<main><section class="archive">${each((i) => `<article class="post"><h2><a href="/2026/08/story-${i}/">${title(i)}</a></h2><time class="entry-date">August 1${i}, 2026</time><p>The harbour <a href="/tag/harbour">harbour</a> opens.</p></article>`)}</section></main>`,
    published: '2026-08-10',
  },
  'paragraphs with nothing but a link': {
    body: `<div class="box">${each((i) => `<p><a href="https://www.north.example/zw/${20260800 + i}/">${title(i)}</a></p>`)}</div>`,
  },
};

describe('lists as sites print them', () => {
  for (const [says, { body, published, picture }] of Object.entries(SHAPES)) {
    test(says, () => {
      const page = (inner: string): string =>
        `<html><head><title>x</title></head><body>${AROUND[0]}<div class="main">${inner}</div>${AROUND[1]}</body></html>`;
      const selectors = inferListings(page(body))[0]!.selectors;
      const list = parseListing(Buffer.from(page(body)), selectors, {
        url: 'https://www.north.example/list/index.html',
        headers: {},
        now: new Date('2026-09-01T04:00:00Z'),
      });
      if (!list.ok) throw new Error(list.problem.code);
      expect(list.value.entries.map((entry) => entry.title)).toEqual(DAYS.map(title));
      expect(list.value.entries[0]?.published).toBe(published);
      expect(list.value.entries[0]?.image).toBe(picture ? 'https://www.north.example/p/0.jpg' : undefined);
    });
  }
});
