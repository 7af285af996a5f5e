import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseFragment, serialize } from 'parse5';
import { cleanHtml } from '../../src/clean/clean-html.ts';
import { elements, type ParentNode } from '../../src/kit/html/tree.ts';
import { readPage } from '../../src/pipeline/read-page.ts';
import { corpusHash, readLines } from './corpus.ts';
import type { Suite } from './run.ts';

const ALLOWED: Record<string, readonly string[]> = {
  a: ['href', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'referrerpolicy'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};
const TAGS = new Set(
  'p h2 h3 h4 ul ol li blockquote pre code table caption thead tbody tfoot tr td th figure figcaption img a em strong sub sup br hr ruby rt rp html head body'.split(
    ' ',
  ),
);
const PROSE =
  '<p>The ferry company said on Tuesday that the new timetable will hold from March, and nobody objected.</p>';

/** Anything in a tree that is not on the list of what bodies may hold. */
function breach(root: ParentNode): boolean {
  for (const { tagName, attrs, namespaceURI } of elements(root)) {
    if (!TAGS.has(tagName) || !namespaceURI.endsWith('/xhtml')) return true;
    for (const { name, value } of attrs) {
      if (!ALLOWED[tagName]?.includes(name)) return true;
      if (name === 'href' && !/^(?:https?:\/\/|mailto:)/.test(value)) return true;
      if (name === 'src' && !/^https?:\/\//.test(value)) return true;
    }
  }
  return false;
}

/** As a fragment and as a page, as it came and written once more: mutation shows in the second. */
function getsThrough(html: string): boolean {
  const again = serialize(parseFragment(html));
  return [html, again].some((one) => breach(parseFragment(one)) || breach(parse(`<body>${one}`)));
}

/** Vectors of published collections through `clean`, and as parts of article bodies through `extract`. */
export const suite: Suite = {
  name: 'xss',
  async measure(data) {
    const file = join(data, 'extract-dev', 'xss-dev.ndjson');
    if (!existsSync(file)) return undefined;
    const vectors = readLines(file) as { html: string; url?: string }[];
    const needs = { now: new Date('2026-11-24T00:00:00Z'), url: 'https://paper.example/news/1.html' };
    let alone = 0;
    let within = 0;
    let told = 0;
    let answered = 0;
    for (const { html } of vectors) {
      if (getsThrough(cleanHtml(html, needs).html)) alone++;
      const body = `${PROSE.repeat(3)}<div>${html}</div>${PROSE.repeat(3)}`;
      const page = readPage(
        Buffer.from(`<html><body><article><h1>Timetable</h1>${body}</article></body></html>`),
        undefined,
        needs,
      );
      if (page.ok) answered++;
      if (page.ok && getsThrough(page.value.html)) within++;
      // a body that only JSON-LD holds
      const ld = JSON.stringify({ '@type': 'NewsArticle', headline: 'Timetable', articleBody: body }).replaceAll(
        '<',
        '\\u003c',
      );
      const other = readPage(
        Buffer.from(`<html><script type="application/ld+json">${ld}</script><body><h1>Timetable</h1>`),
        undefined,
        needs,
      );
      if (other.ok && getsThrough(other.value.html)) told++;
    }
    return {
      corpus: corpusHash([file]),
      rows: [
        { what: 'vectors', value: vectors.length, atLeast: 250 },
        { what: 'through clean', value: alone, atMost: 0 },
        { what: 'through extract, inside an article', value: within, atMost: 0 },
        { what: 'articles that were read in spite of them', value: answered / vectors.length, atLeast: 0.98 },
        { what: 'through extract, inside JSON-LD', value: told, atMost: 0 },
      ],
    };
  },
};
