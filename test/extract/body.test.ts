import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';

const SENTENCES = [
  'The harbour office counted forty-one ferries on Monday, two more than the week before.',
  'Most of them carried timber, and the pilots asked for a second berth before the winter.',
  'Nobody on the quay remembers a busier autumn, said Ida Voss, who has sold tickets since 1994.',
  'The council will vote on the berth in March; the money would come from the toll on lorries.',
  'Until then the smaller boats wait behind the breakwater, where the current is weak.',
  'Fishermen fear for their moorings, which the plan moves two hundred metres to the east.',
];
const TEASERS = [
  'A bakery in the old customs house opens its doors next week, after years of empty windows.',
  'Why the town clock has been four minutes slow since the spring, and who is to repair it.',
  'The swimming pool closes for the season, and the heating stays off until the new year.',
];
const paragraphs = (texts: readonly string[] = SENTENCES): string => texts.map((text) => `<p>${text}</p>`).join('');
const NAV = '<nav><a href="/a">Town</a> <a href="/b">Sport</a></nav>';
const page = (body: string, head = ''): string =>
  `<html><head><title>Ferries</title>${head}</head><body>${NAV}<h1>More ferries than ever</h1>${body}</body></html>`;

function textOf(html: string): string {
  const found = extractPage(html, { url: 'https://a.example/n/1.html', now: new Date(0) });
  return found.ok ? found.value.text : '';
}
const jsonLd = (articleBody: string): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'More ferries than ever', articleBody })}</script>`;

describe('the article is found', () => {
  test.each([
    ['behind a wall', `<div class="paywall">${paragraphs()}</div>`],
    ['hidden until a script shows it', `<div hidden id="S:0">${paragraphs()}</div>`],
    ['hidden by a style', `<div style="display: none">${paragraphs()}</div>`],
    ['in a layout named after its sidebar', `<div class="content-has-sidebar">${paragraphs()}</div>`],
    [
      'in parts of a layout named so',
      `<div class="sidebar-grid"><div class="sidebar-grid__row">${paragraphs(SENTENCES.slice(0, 3))}</div>
       <div class="sidebar-grid__row">${paragraphs(SENTENCES.slice(3))}</div></div>`,
    ],
    [
      'in chunks that are named alike',
      `<div><div class="article-body">${paragraphs(SENTENCES.slice(0, 2))}</div><aside>An advertisement.</aside>
       <div class="article-body">${paragraphs(SENTENCES.slice(2))}</div></div>`,
    ],
    ['in a slider of articles', `<div class="swiper-container"><div class="swiper-slide">${paragraphs()}</div></div>`],
    ['under a table of cells', `<table><tr><td>${paragraphs()}</td></tr></table>`],
    ['without any markup', `<div>${SENTENCES.join('<br><br>')}</div>`],
  ])('%s', (_, body) => {
    const text = textOf(
      page(`${body}<footer><p>A newspaper of the coast, since 1902. All rights reserved.</p></footer>`),
    );
    expect(text.replaceAll('\n', ' ')).toBe(SENTENCES.join(' '));
  });

  test('of 90 characters: a flash', () => {
    const flash =
      '青石社11月20日电 记者从湖区管理局获悉，受强风影响，湖东至湖西的轮渡自今日十八时起停航，恢复时间另行通知，已购票的旅客可在七日内到任一码头办理退票。';
    expect(textOf(`<html><body>${NAV}<h1>湖区轮渡停航</h1><div class="c"><p>${flash}</p></div></body></html>`)).toBe(
      flash,
    );
  });

  test('of one sentence', () => {
    expect(textOf(`<html><body>${NAV}<h1>轮渡停航</h1><div><p>湖区轮渡今晚停航。</p></div></body></html>`)).toBe(
      '湖区轮渡今晚停航。',
    );
  });

  test('in the state of a script, where the page has no markup', () => {
    const state = JSON.stringify({ detail: { title: 'More ferries than ever', contentHtml: paragraphs() } });
    const html = `<html><body><div id="root"></div><script>window.__STATE__ = ${state.replaceAll('<', '\\u003c')};</script></body></html>`;
    expect(textOf(html)).toBe(SENTENCES.join('\n'));
    const pushed = `<html><body><div id="root"></div><script>self.__next_f.push([1,${JSON.stringify(`6:${state}`)}])</script></body></html>`;
    expect(textOf(pushed)).toBe(SENTENCES.join('\n'));
  });

  test('though the text told to machines breaks off', () => {
    const told = `${SENTENCES.slice(0, 3).join(' ')} ${SENTENCES[3]!.slice(0, 30)}`;
    const text = textOf(
      page(
        `<div class="x"><div>${paragraphs(SENTENCES.slice(0, 4))}</div>${paragraphs(SENTENCES.slice(4))}</div>`,
        jsonLd(told),
      ),
    );
    expect(text).toBe(SENTENCES.join('\n'));
  });
});

describe('what stands around it stays out', () => {
  test.each([
    ['stories in a box beside it', `<article>${paragraphs()}</article><div>${paragraphs(TEASERS)}</div>`],
    [
      'more prose than the article has, in an aside',
      `<article>${paragraphs(SENTENCES.slice(0, 3))}</article><aside>${paragraphs([...TEASERS, ...TEASERS])}</aside>`,
    ],
    [
      'a dialogue about cookies',
      `<article>${paragraphs(SENTENCES.slice(0, 3))}</article><div class="cli-modal">${paragraphs([...TEASERS, ...TEASERS])}</div>`,
    ],
    [
      'a hidden copy',
      `<article>${paragraphs(SENTENCES.slice(0, 3))}</article><div style="display:none">${paragraphs([...SENTENCES.slice(0, 3), ...TEASERS])}</div>`,
    ],
  ])('%s', (_, body) => {
    const text = textOf(page(body));
    expect(text).toContain(SENTENCES[0]);
    for (const teaser of TEASERS) expect(text).not.toContain(teaser);
  });

  const card = (i: number): string =>
    `<div class="c"><a href="/n/${i}.html"><img src="/${i}.jpg"></a><h3><a href="/n/${i}.html">Story number ${i} of the day</a></h3><p>${TEASERS[i % 3]}</p></div>`;
  test('the next articles, loaded below', () => {
    const next = [1, 2, 3]
      .map((i) => `<article><h1>Another story ${i}</h1>${paragraphs([...TEASERS, ...TEASERS])}</article>`)
      .join('');
    const html = `<html><head><title>More ferries than ever</title></head><body><main><article><h1>More ferries than ever</h1>${paragraphs(SENTENCES.slice(0, 4))}</article>${next}</main></body></html>`;
    expect(textOf(html)).toBe(SENTENCES.slice(0, 4).join('\n'));
  });
  test('linked headlines side by side', () => {
    const cards = `<div>${[1, 2, 3].map(card).join('')}</div>`;
    expect(textOf(page(`<div class="x">${paragraphs()}${cards}</div>`))).toBe(SENTENCES.join('\n'));
    expect(
      textOf(
        page(`<div class="x">${paragraphs(SENTENCES.slice(0, 3))}${cards}${paragraphs(SENTENCES.slice(3))}</div>`),
      ),
    ).toBe(SENTENCES.join('\n'));
  });
  test('unless they are what the page is about', () => {
    const text = textOf(
      page(`<main><p>${SENTENCES[0]}</p><div>${Array.from({ length: 9 }, (_, i) => card(i)).join('')}</div></main>`),
    );
    for (const teaser of TEASERS) expect(text).toContain(teaser);
  });
  test.each([
    ['a line that is one link', '<p><a href="/n/7.html">Council debates the second berth for hours</a></p>'],
    [
      'a few words before a link',
      '<p>See as well: <a href="/n/7.html">Council debates the second berth for hours</a></p>',
    ],
    ['labels of buttons', '<div><div>Copy the link</div><div>Copy the link</div><div>Copy the link</div></div>'],
    ['a copy for another width', `<div class="wide">${paragraphs(SENTENCES.slice(0, 3))}</div>`],
  ])('%s', (_, line) => {
    const body = `<div class="x">${paragraphs(SENTENCES.slice(0, 3))}${line}${paragraphs(SENTENCES.slice(3))}</div>`;
    expect(textOf(page(body))).toBe(SENTENCES.join('\n'));
  });
  test.each([
    ['a linked file', '<p><a href="/f/plan.pdf">Annex: plan of the harbour with both berths</a></p>'],
    [
      'a link with words around it',
      '<p>The plan is <a href="/n/7.html">on show in the town hall</a>, open every day.</p>',
    ],
    ['a refrain', `<p>${SENTENCES[0]}</p>`],
  ])('%s stays', (_, line) => {
    const body = `<div class="x">${paragraphs(SENTENCES.slice(0, 3))}${line}${paragraphs(SENTENCES.slice(3))}</div>`;
    expect(textOf(page(body)).split('\n')).toHaveLength(SENTENCES.length + 1);
  });
});

describe('the lead above the body', () => {
  const lead = 'Der Hafen zählt so viele Fähren wie nie zuvor, und der Rat streitet über einen zweiten Anleger.';
  const body = `<header><p class="intro">${lead}</p><p>Von Ida Voss</p></header><div class="article-body">${paragraphs()}</div>`;
  const german = (lang: string): string =>
    page(body, `<meta name="description" content="${lead}">`).replace('<html>', `<html lang="${lang}">`);
  test('begins the article where papers write so', () => {
    expect(textOf(german('de-AT'))).toBe([lead, ...SENTENCES].join('\n'));
  });
  test('sums it up in English and Chinese', () => {
    expect(textOf(german('en'))).toBe(SENTENCES.join('\n'));
    expect(textOf(german('zh-CN'))).toBe(SENTENCES.join('\n'));
  });
});
