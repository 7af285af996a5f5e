import { describe, expect, test } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.ts';
import { wrapLooseText } from '../../src/extract/loose-text.ts';
import { elements, parseDocument, textContent } from '../../src/kit/html/tree.ts';
import { pageVariant, VARIANTS } from '../quality/page-variants.ts';

/** Text of each paragraph after loose text was wrapped. */
function paragraphs(body: string): string[] {
  const document = parseDocument(`<body>${body}</body>`);
  wrapLooseText(document);
  return [...elements(document)].filter(({ tagName }) => tagName === 'p').map((p) => textContent(p).trim());
}

describe('loose text becomes paragraphs', () => {
  test.each<[string, string, string[]]>([
    [
      'beside a box',
      '<div>The harbour <b>is</b> full.<div>Map</div>Nobody sails.</div>',
      ['The harbour is full.', 'Nobody sails.'],
    ],
    ['between two breaks', '<div>One.<br><br>Two<br>goes on.<br>\n<br></div>', ['One.', 'Twogoes on.']],
    ['in a paragraph, which is a box then', '<p class="a">One.<br><br>Two.</p>', ['One.', 'Two.']],
    ['indented behind one break', '<div>　　第一段。<br>　　第二段。</div>', ['第一段。', '第二段。']],
    ['an inline element that holds a box is one', '<div>One.<span><div>Box</div></span>Two.</div>', ['One.', 'Two.']],
    ['alone in its box it stays', '<div>One line.</div><p>And<br>another.</p>', ['Andanother.']],
    ['what says nothing stays', '<div>—<div>Box</div><img src="a.jpg"></div>', []],
  ])('%s', (_, body, expected) => expect(paragraphs(body)).toEqual(expected));

  test('again changes nothing', () => {
    const document = parseDocument('<div>One.<br><br>Two.<ul><li>x</ul>Three.</div>');
    wrapLooseText(document);
    const once = [...elements(document)].length;
    wrapLooseText(document);
    expect([...elements(document)].length).toBe(once);
  });
});

const PROSE = [
  'The harbour board said on Tuesday that the ferry will run again from next week, twice a day until the autumn.',
  'Its engine was repaired in the yard across the bay, where two of the four pistons had to be cast anew.',
  'Passengers who bought a ticket for the winter may use it until the end of June, the board said.',
];
const SITE = `<html><head><title>Ferry runs again</title><meta property="og:description" content="${PROSE[0]}">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs again"}</script></head><body>
<nav class="nav"><a href="/1">News</a> <a href="/2">Sport</a></nav><main><article class="article"><h1>Ferry runs again</h1>
<div class="article-body">${PROSE.map((line) => `<p>${line}</p>`).join('')}</div></article></main>
<footer class="footer">Harbour Paper, 4 Quay Street. All rights reserved.</footer></body></html>`;

describe('the same words on a page of other habits', () => {
  test.each(Object.entries(VARIANTS))('%s', (_, changes) => {
    const html = pageVariant(SITE, changes);
    expect(html).not.toBe(pageVariant(SITE, []));
    const found = extractPage(html, { url: 'https://a.example/n/1.html', now: new Date(0) });
    expect(found.ok ? found.value.text.split('\n') : []).toEqual(PROSE);
  });
});
