import { parse, parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/clean-html.ts';
import { elements } from '../../src/kit/html/tree.ts';
import { readPage } from '../../src/pipeline/read-page.ts';

const PROSE =
  '<p>The ferry company said on Tuesday that the new timetable will hold from March, and nobody objected.</p>';
const VECTORS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:x">x</a>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<video poster="javascript:alert(1)" src="javascript:alert(1)"></video>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<textarea></textarea><img src=x onerror=alert(1)>',
  '<template><img src=x onerror=alert(1)></template>',
  '<style>@import "javascript:alert(1)";</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<base href="javascript:alert(1)//"><a href="x">x</a>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<a href="//paper.example/x" xlink:href="javascript:alert(1)" formaction="javascript:alert(1)" target="_blank">x</a>',
  '<img src="x" srcset="javascript:alert(1) 2x" usemap="#m"><map name="m"><area href="javascript:alert(1)"></map>',
  '<select><option><img src=x onerror=alert(1)></select>',
  '<xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>',
];

const ATTRIBUTES = new Set(['href', 'rel', 'src', 'alt', 'width', 'height', 'referrerpolicy', 'colspan', 'rowspan']);
const BAD =
  /^(?:script|style|svg|math|iframe|object|embed|form|button|input|template|noscript|base|meta|link|video|audio)$/;

function expectHarmless(html: string): void {
  for (const one of [html, serialize(parseFragment(html))])
    for (const tree of [parseFragment(one), parse(`<body>${one}`)])
      for (const { tagName, attrs } of elements(tree)) {
        expect(tagName).not.toMatch(BAD);
        for (const { name, value } of attrs) {
          expect(ATTRIBUTES).toContain(name);
          if (name === 'href' || name === 'src') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/);
        }
      }
}

describe('nothing runs', () => {
  test.each(VECTORS)('%s', (vector) => {
    const needs = { url: 'https://paper.example/news/1.html' };
    expectHarmless(cleanHtml(vector, needs).html);
    const page = readPage(
      Buffer.from(`<article><h1>Timetable</h1>${PROSE.repeat(3)}<div>${vector}</div>${PROSE.repeat(3)}</article>`),
      undefined,
      { ...needs, now: new Date('2026-11-20T00:00:00Z') },
    );
    expect(page.ok).toBe(true);
    if (page.ok) expectHarmless(page.value.html);
  });
});
