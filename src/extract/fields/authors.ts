import { decodeHTML } from 'entities';
import { attr, textContent } from '../../kit/html/tree.ts';
import type { PageNode } from '../page-tree.ts';
import { cleanNames } from './clean-names.ts';
import { foldText } from './fold-text.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { siteNames } from './site-names.ts';
import { readZhAuthors } from './zh-authors.ts';
import { isPersonName } from './zh-names.ts';
import { headerZone } from './zones.ts';

const META = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dc.contributor',
  'dcterms.creator',
  'citation_author',
  'cxenseparse:author',
  'og:article:author',
  'authors',
  'rbauthors',
  'twitter:data1',
];
const NAME =
  /(^|[\s_-])(author|authors|byline|by-line|writer|reporter|autor|autoren|auteur|autore|verfasser|contributor|dateline-author|journalist)(s|[_-]?names?|[_-]?link|[_-]?list|[_-]?info)?([\s_-]|$)/;
const NOT_NAME =
  /bio|avatar|image|img|photo|desc|social|follow|more|about|related|comment|share|twitter|email|date|time/;

/** Who wrote it. Chinese pages: what is printed; elsewhere JSON-LD, meta and the visible byline vote. */
export function readAuthors(facts: PageFacts, editor: string | undefined): Found<string[]> | undefined {
  if (facts.chinese) return readZhAuthors(facts) ?? zhMachine(facts, editor);
  const sites = siteNames(facts);
  const isSite = (name: string): boolean => sites.has(foldText(name));
  const ld = fromLd(facts);
  const meta = fromMeta(facts);
  const seen = fromPage(facts);
  const people = [ld, meta, seen]
    .filter((one) => one !== undefined)
    .filter((one) => one.value.some((name) => !isSite(name)));
  const best = people[0];
  if (!best) return ld ?? seen ?? meta;
  // one place names the desk or an agency, another a person as well: the fuller list of the same people
  const fuller = people.find(
    (one) =>
      one.value.length > best.value.length &&
      best.value.every((name) => one.value.some((other) => foldText(other) === foldText(name))),
  );
  return fuller && best.from !== 'json-ld' ? fuller : best;
}

function zhMachine(facts: PageFacts, editor: string | undefined): Found<string[]> | undefined {
  const editors = new Set((editor ?? '').split('、'));
  for (const name of ['author', 'article:author']) {
    const value = facts.head.meta.get(name)?.[0];
    if (value !== undefined && isPersonName(value) && value.length >= 2 && !editors.has(value))
      return { value: [value], from: `meta:${name}` };
  }
  return undefined;
}

function fromLd(facts: PageFacts): Found<string[]> | undefined {
  for (const article of facts.head.jsonLd) {
    if (
      !/article|posting|report|review/i.test(article.type) &&
      article.authors.length > 0 &&
      facts.head.jsonLd.some(
        (one) => one.type !== article.type && one.authors.length > 0 && /article|posting/i.test(one.type),
      )
    )
      continue;
    const names = article.authors.flatMap((name) => cleanNames(decodeHTML(name), true));
    if (names.length > 0) return { value: [...new Set(names)], from: 'json-ld' };
  }
  return undefined;
}

function fromMeta(facts: PageFacts): Found<string[]> | undefined {
  for (const key of META) {
    if (key === 'twitter:data1' && !/written|author|by/i.test(facts.head.meta.get('twitter:label1')?.[0] ?? ''))
      continue;
    const values = facts.head.meta.get(key) ?? [];
    const names = values.flatMap((value) =>
      /^https?:|\//.test(value) && !/ /.test(value) ? [] : cleanNames(value, true),
    );
    if (names.length > 0) return { value: [...new Set(names)], from: `meta:${key}` };
  }
  return undefined;
}

/** rel=author, itemprop=author and blocks named as byline, around the headline; then a line that starts with By. */
function fromPage(facts: PageFacts): Found<string[]> | undefined {
  const { page, lines } = facts;
  const zone = headerZone(facts);
  const first = lines[zone.from]?.at ?? 0;
  const last = (lines[Math.min(zone.to + 6, lines.length - 1)]?.at ?? page.nodes.length - 1) + 1;
  let best: { names: string[]; from: string; rank: number } | undefined;
  const offer = (names: string[], from: string, rank: number) => {
    if (names.length > 0 && (!best || rank > best.rank)) best = { names, from, rank };
  };
  const marked: string[] = [];
  for (let i = first; i < last; i++) {
    const node = page.nodes[i];
    if (!node || node.end - node.at > 60) continue;
    const prop = attr(node.element, 'itemprop') ?? '';
    const rel = attr(node.element, 'rel') ?? '';
    const text = () => lineText(node);
    if (rel === 'author' || /(^|\s)author(\s|$)/.test(prop)) {
      for (const name of cleanNames(text(), false)) if (!marked.includes(name)) marked.push(name);
    } else if (node.name !== '' && NAME.test(node.name) && !NOT_NAME.test(node.name))
      offer(cleanNames(text(), false), `visible:.${node.name.split(/\s+/)[0]}`, 2);
    else if (
      node.tag === 'a' &&
      /\/(authors?|profile|autor|autoren|redaktion|people|staff|contributors?|journalist|by)\//i.test(
        attr(node.element, 'href') ?? '',
      )
    ) {
      for (const name of cleanNames(text(), false)) if (!marked.includes(name)) marked.push(name);
    }
  }
  if (marked.length > 0) offer(marked, 'visible:rel=author', 3);
  for (let i = facts.headline ?? zone.from; i < zone.to && !best; i++) {
    const text = lines[i]!.text;
    if (text.length < 80 && /^(by|von|par|por|di|door|av|af)[\s:]+\p{Lu}/iu.test(text))
      offer(cleanNames(text, false), 'visible:by', 1);
  }
  return best && { value: best.names, from: best.from };
}

const lineText = (node: PageNode): string => textContent(node.element).replace(/\s+/g, ' ').trim();
