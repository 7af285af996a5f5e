import { decodeHTML } from 'entities';
import { EDGE } from '../head/page-lines.ts';
import { HEADING } from '../trim/lines.ts';
import { cleanNames } from './clean-names.ts';
import { foldText } from './fold-text.ts';
import { NO_NAME, nameLine, speaks } from './name-line.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { seenAuthors } from './seen-authors.ts';
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
/** Who wrote it. Chinese pages: what is printed; elsewhere JSON-LD, meta and the visible byline vote. */
export function readAuthors(facts: PageFacts, editor: string | undefined): Found<string[]> | undefined {
  if (facts.chinese) return readZhAuthors(facts) ?? zhMachine(facts, editor);
  const sites = siteNames(facts);
  const editors = editorsNamed(facts);
  const isPerson = (name: string): boolean =>
    !isSite(name, sites) && !USERNAME.test(name) && !editors.has(foldText(name));
  const ld = people(fromLd(facts), isPerson);
  const meta = people(fromMeta(facts), isPerson);
  const seen = cutSites(seenAuthors(facts), sites);
  const named = [ld, meta, seen].filter((one) => one !== undefined).filter((one) => one.value.some(isPerson));
  const best = named[0];
  if (!best) return fromEnd(facts) ?? ld ?? seen ?? meta ?? nameLine(facts);
  // one place names the first author, another all of them
  const has = (list: string[], name: string): boolean => list.some((other) => foldText(other) === foldText(name));
  const fuller = named.find(
    (one) =>
      one.value.length > best.value.length && one.value.length <= 8 && best.value.every((name) => has(one.value, name)),
  );
  return fuller ?? best;
}

const EDITOR = /^(?:editor(?:[ae]s?|s)?|edited by|editing by|redaktur|penyunting|redaktør)\s?:\s?(?=\S)/i;

/** Folded names that the page prints as those of its editors: machines are often told these alone. */
function editorsNamed(facts: PageFacts): Set<string> {
  const found = new Set<string>();
  for (const { from, to } of [headerZone(facts), tailZone(facts, 3, 15)])
    for (const { text } of facts.lines.slice(from, to))
      if (text.length < 80 && EDITOR.test(text))
        for (const name of cleanNames(text.replace(EDITOR, ''), false)) found.add(foldText(name));
  return found;
}

/** q_admin, andrew.keaveney: the name of an account. */
const USERNAME = /^[a-z0-9]+[._-]?[a-z0-9]*$/;

const isSite = (name: string, sites: Set<string>): boolean => {
  const fold = foldText(name);
  return (
    sites.has(fold) ||
    sites.has(fold.replace(/^(?:the|der|die|das|le|la|el|il)/, '')) ||
    /\.(?:com|net|org|de|co\.uk)(?= |$)/i.test(name)
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

const END_LABEL = /^(?:(?:written )?by|autorin\/autor|autor(?:in)?|author|auteur|autore|penulis)[\s:]/i;

/** A name alone on the last line of the text; believed only where nobody else is named. */
function fromEnd(facts: PageFacts): Found<string[]> | undefined {
  const { body, lines } = facts;
  if (!body) return undefined;
  for (let i = Math.min(body.to + 1, lines.length - 1); i >= Math.max(body.from + 3, body.to - 3); i--) {
    const { text, node } = lines[i]!;
    if (HEADING.test(node.tag)) continue;
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

/** content: Ida Vale, design: Jon Ferry: whose the page is, not whose the article. */
const CREDITS = /[a-z]: .{1,80}[a-z]: /i;

function fromMeta(facts: PageFacts): Found<string[]> | undefined {
  for (const key of META) {
    if (key === 'twitter:data1' && !/written|author|by/i.test(facts.head.meta.get('twitter:label1')?.[0] ?? ''))
      continue;
    const values = facts.head.meta.get(key) ?? [];
    const names = values.flatMap((value) =>
      (/^https?:|\//.test(value) && !/ /.test(value)) || CREDITS.test(value) ? [] : cleanNames(value, true),
    );
    if (names.length > 0) return { value: [...new Set(names)], from: `meta:${key}` };
  }
  return undefined;
}
