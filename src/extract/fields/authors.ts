import { decodeHTML } from 'entities';
import { attr, textContent } from '../../kit/html/tree.ts';
import { EDGE } from '../head/page-lines.ts';
import type { PageNode } from '../page-tree.ts';
import { cleanNames } from './clean-names.ts';
import { foldText } from './fold-text.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { siteNames } from './site-names.ts';
import { readZhAuthors } from './zh-authors.ts';
import { isPersonName } from './zh-names.ts';
import { headerZone, tailZone } from './zones.ts';

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
  'twitter:misc:written by',
];
const NAME =
  /(^|[\s_-])(author|authors|byline|by-line|writer|reporter|autor|autoren|auteur|autore|verfasser|contributor|dateline-author|journalist)(s|[_-]?names?|[_-]?link|[_-]?list|[_-]?info)?([\s_-]|$)/;
const NOT_NAME =
  /bio|avatar|image|img|photo|desc|social|follow|more|about|related|comment|share|twitter|email|date|time/;

/** Who wrote it. Chinese pages: what is printed; elsewhere JSON-LD, meta and the visible byline vote. */
export function readAuthors(facts: PageFacts, editor: string | undefined): Found<string[]> | undefined {
  if (facts.chinese) return readZhAuthors(facts) ?? zhMachine(facts, editor);
  const sites = siteNames(facts);
  const isPerson = (name: string): boolean => !isSite(name, sites) && !USERNAME.test(name);
  const ld = people(fromLd(facts), isPerson);
  const meta = people(fromMeta(facts), isPerson);
  const seen = cutSites(fromPage(facts), sites);
  const named = [ld, meta, seen].filter((one) => one !== undefined).filter((one) => one.value.some(isPerson));
  const best = named[0];
  if (!best) return fromEnd(facts) ?? ld ?? seen ?? meta;
  // one place names the first author, another all of them
  const has = (list: string[], name: string): boolean => list.some((other) => foldText(other) === foldText(name));
  const fuller = named.find(
    (one) =>
      one.value.length > best.value.length && one.value.length <= 8 && best.value.every((name) => has(one.value, name)),
  );
  return fuller ?? best;
}

/** q_admin, andrew.keaveney: the name of an account. */
const USERNAME = /^[a-z0-9]+[._-]?[a-z0-9]*$/;

const isSite = (name: string, sites: Set<string>): boolean => {
  const fold = foldText(name);
  return (
    sites.has(fold) ||
    sites.has(fold.replace(/^(?:the|der|die|das|le|la|el|il)/, '')) ||
    /\.(?:com|net|org|de|co\.uk)$/i.test(name)
  );
};

/** Where a person is named, the outlet beside them is none of the writers. */
function people(found: Found<string[]> | undefined, isPerson: (name: string) => boolean): Found<string[]> | undefined {
  const value = found?.value.filter(isPerson) ?? [];
  return found && value.length > 0 ? { value, from: found.from } : found;
}

/** `Brian Truitt USA TODAY` is Brian Truitt. */
function cutSites(found: Found<string[]> | undefined, sites: Set<string>): Found<string[]> | undefined {
  if (!found) return undefined;
  const others = found.value.filter((name) => !sites.has(foldText(name.split(' ')[0]!)) && !isSite(name, sites));
  const value = (others.length > 0 ? others : found.value).map((name) => {
    const words = name.split(' ');
    for (let i = 2; i < words.length; i++)
      if (sites.has(foldText(words.slice(i).join(' ')))) return words.slice(0, i).join(' ');
    return name;
  });
  return { value, from: found.from };
}

const NO_NAME =
  /\b(?:the|and|of|to|in|for|our|your|us|we|book|free|demo|today|now|get|start|started|learn|more|read|contact|share|sign|up|download|subscribe|related|about|next|previous|back|top|home|all|rights|reserved|photo|source|follow|see|view)\b/i;
const END_LABEL = /^(?:(?:written )?by|autorin\/autor|autor(?:in)?|author|auteur|autore|penulis)[\s:]/iu;

/** A name alone on the last line of the text; believed only where nobody else is named. */
function fromEnd(facts: PageFacts): Found<string[]> | undefined {
  const { body, lines } = facts;
  if (!body) return undefined;
  for (let i = Math.min(body.to + 1, lines.length - 1); i >= Math.max(body.from + 3, body.to - 3); i--) {
    const { text } = lines[i]!;
    if (text.length > 40 || !/^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text)) continue;
    if (lines[i]!.link > 0 || NO_NAME.test(text) || text.split(' ').every((word) => word.length < 4)) continue;
    if (text === text.toUpperCase() || speaks(facts, text)) continue;
    return { value: [text], from: 'visible:end' };
  }
  const tail = tailZone(facts, 2, 12);
  for (let i = tail.from; i < tail.to; i++) {
    const text = lines[i]!.parts.replaceAll(EDGE, ' ').replace(/\s+/g, ' ').trim();
    if (text.length > 70 || !END_LABEL.test(text)) continue;
    const names = cleanNames(text, false);
    if (names.length > 0) return { value: names, from: 'visible:end' };
  }
  return undefined;
}

/** Some word of it stands in the text in lower case: then it is a word, and no name. */
function speaks(facts: PageFacts, text: string): boolean {
  const wanted = new Set(
    text
      .split(' ')
      .filter((word) => word.length > 2)
      .map((word) => word.toLowerCase()),
  );
  const { body, lines } = facts;
  for (let i = body?.from ?? 0; i < (body?.to ?? lines.length); i++)
    for (const word of lines[i]!.text.match(/\p{Ll}[\p{L}’']{2,}/gu) ?? []) if (wanted.has(word)) return true;
  return false;
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

/** Elements between two names of one byline. */
const NEAR = 12;

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
  let lastMarked = -1;
  // names of one byline stand together; further away are the bylines of other articles
  const mark = (node: PageNode): void => {
    if (lastMarked >= 0 && node.at - lastMarked > NEAR) return;
    for (const name of cleanNames(lineText(node), false)) {
      if (!marked.includes(name)) marked.push(name);
      lastMarked = node.at;
    }
  };
  for (let i = first; i < last; i++) {
    const node = page.nodes[i];
    if (!node || node.end - node.at > 60) continue;
    const prop = attr(node.element, 'itemprop') ?? '';
    const rel = attr(node.element, 'rel') ?? '';
    const text = () => lineText(node);
    if (rel === 'author' || /(^|\s)author(\s|$)/.test(prop)) mark(node);
    else if (node.name !== '' && NAME.test(node.name) && !NOT_NAME.test(node.name))
      offer(cleanNames(text(), false), `visible:.${node.name.split(/\s+/)[0]}`, 2);
    else if (
      node.tag === 'a' &&
      /\/(authors?|profile|autor|autoren|redaktion|people|staff|contributors?|journalist|by)\//i.test(
        attr(node.element, 'href') ?? '',
      )
    )
      mark(node);
  }
  if (marked.length > 0) offer(marked, 'visible:rel=author', 3);
  for (let i = facts.headline ?? zone.from; i < zone.to && !best; i++) {
    const text = lines[i]!.text;
    if (text.length < 80 && /^(by|von|par|por|di|door|av|af)[\s:]+\p{Lu}/iu.test(text))
      offer(withoutPlace(cleanNames(text, false), text), 'visible:by', 1);
    else if (text.length < 24 && LABEL_ALONE.test(text)) {
      const next = lines[i + 1]?.text ?? '';
      if (next.length < 60) offer(cleanNames(next, false), 'visible:by', 1);
    }
  }
  return best && { value: best.names, from: best.from };
}

/** A label with the name on a line of its own below. */
const LABEL_ALONE =
  /^(?:(?:written|words|text|story|article|reported) by|by|authors?|autor(?:in|en)?|von|par|por|auteurs?|autore|penulis|redaktion|著者|執筆者?|글쓴이)\s*:?$/iu;

const AGENCY = /^(?:reuters|afp|dpa|apa|ansa|efe|ap|agenturen|agences?|agencias?)$/i;

/** Von Anna Beispiel, Frankfurt: one word behind a whole name and a comma is where it was written. */
const withoutPlace = (names: string[], line: string): string[] =>
  names[0]?.includes(' ')
    ? names.filter((name) => name.includes(' ') || AGENCY.test(name) || !line.includes(`, ${name}`))
    : names;

const lineText = (node: PageNode): string => textContent(node.element).replace(/\s+/g, ' ').trim();
