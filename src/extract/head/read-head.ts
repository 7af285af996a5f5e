import { attr, textContent } from '../../kit/html/tree.ts';
import { absoluteUrl } from '../../kit/url.ts';
import type { PageTree } from '../page-tree.ts';
import { type LdArticle, readJsonLd } from './json-ld.ts';
import { type Line, readPageLines } from './page-lines.ts';

/** What a page says about itself to machines, and the lines a reader sees, taken before any step removes some. */
export interface Head {
  /** articles of JSON-LD, best first */
  jsonLd: LdArticle[];
  /** name, property, itemprop and http-equiv of <meta>, lower case, with contents in document order */
  meta: Map<string, string[]>;
  /** text of <title>, white space collapsed */
  titleTag?: string;
  /** <link rel=canonical>, absolute */
  canonical?: string;
  /** lang of <html> */
  lang?: string;
  /** visible lines of the whole page */
  lines: Line[];
  /** base address of relative links: <base href> or the page's own */
  base?: string;
}

/** Reads JSON-LD, meta, title, canonical and language; one walk over the nodes. */
export function readHead(page: PageTree): Head {
  const head: Head = { jsonLd: readJsonLd(page), meta: new Map(), lines: readPageLines(page) };
  if (page.url !== undefined) head.base = page.url;
  for (const { tag, element } of page.nodes) {
    if (tag === 'meta') addMeta(head, element);
    else if (tag === 'title' && head.titleTag === undefined) {
      const title = textContent(element).replace(/\s+/g, ' ').trim();
      if (title !== '') head.titleTag = title;
    } else if (
      tag === 'link' &&
      head.canonical === undefined &&
      /(^|\s)canonical(\s|$)/i.test(attr(element, 'rel') ?? '')
    ) {
      const address = absoluteUrl(attr(element, 'href') ?? '', page.url);
      if (address !== undefined) head.canonical = address;
    } else if (tag === 'html') {
      const lang = (attr(element, 'lang') ?? attr(element, 'xml:lang') ?? '').trim();
      if (lang !== '') head.lang = lang;
    } else if (tag === 'base') {
      const base = absoluteUrl(attr(element, 'href') ?? '', page.url);
      if (base !== undefined) head.base = base;
    }
  }
  return head;
}

function addMeta(head: Head, element: Parameters<typeof attr>[0]): void {
  const content = attr(element, 'content')?.trim();
  if (!content) return;
  for (const kind of ['property', 'name', 'itemprop', 'http-equiv']) {
    const key = attr(element, kind)?.trim().toLowerCase();
    if (!key || key.length > 80) continue;
    const list = head.meta.get(key);
    if (!list) head.meta.set(key, [content]);
    else if (list.length < 40 && !list.includes(content)) list.push(content);
  }
}

/** The first content of the first of these meta names that has one. */
export function metaOf(head: Head, names: readonly string[]): { value: string; from: string } | undefined {
  for (const name of names) {
    const value = head.meta.get(name)?.[0];
    if (value !== undefined) return { value, from: `meta:${name}` };
  }
  return undefined;
}
