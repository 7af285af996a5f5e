import { attr } from '../../kit/html/tree.ts';
import { EDGE } from '../head/page-lines.ts';
import type { PageNode } from '../page-tree.ts';
import { cleanNames } from './clean-names.ts';
import { easternAuthors } from './eastern-authors.ts';
import { isSaid } from './name-line.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { seenWords } from './seen-words.ts';
import { headerZone } from './zones.ts';

const NAME =
  /(^|[\s_-])(author|authors|byline|by-line|writer|reporter|autor|autoren|auteur|autore|verfasser|contributor|dateline-author|journalist)(s|[_-]?names?|[_-]?link|[_-]?list|[_-]?info)?([\s_-]|$)/;
const NOT_NAME =
  /bio|avatar|image|img|photo|desc|social|follow|more|about|related|comment|share|twitter|email|date|time|bread|crumb|nav(?![a-z])|menu/;
const PROFILE =
  /\/(authors?|profile|autor|autore[ns]?|autora|auteurs?|redaktion|redaccion|people|person|staff|contributors?|journalist[ae]?|by)\//i;
/** Elements between two names of one byline. */
const NEAR = 12;

/** By Ida Vale; Автор: Ида Вейл. */
const BY_LINE =
  /^(?:(?:by|von|par|por|di|door|av|af|od|przez)[\s:]+|(?:written by|words by|text[eo]?|testo|tekst|текст|автор[ыа]?|authors?|autor(?:in|a|en|es)?|autore|auteurs?|autrice|penulis|yazar|redacci[oó]n|reda[cç][aã]o)\s?:\s?)\p{Lu}/iu;
/** A label with the name on a line of its own below. */
const LABEL_ALONE =
  /^(?:(?:written|words|text|story|article|reported) by|by|authors?|autor(?:in|en|a|es)?|von|par|por|auteurs?|autore|penulis|yazar|redaktion|автор[ыа]?|текст|著者|執筆者?|글쓴이)\s*:?$/i;
const AGENCY = /^(?:reuters|afp|dpa|apa|ansa|efe|ap|sid|sda|agenturen|agences?|agencias?)$/i;

/** rel=author, itemprop=author and blocks named as byline, around the headline; a line that starts with By. */
export function seenAuthors(facts: PageFacts): Found<string[]> | undefined {
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
    for (const name of namesIn(facts, seenWords(node.element))) {
      if (!marked.includes(name)) marked.push(name);
      lastMarked = node.at;
    }
  };
  for (let i = first; i < last; i++) {
    const node = page.nodes[i];
    if (!node || node.end - node.at > 60) continue;
    const prop = attr(node.element, 'itemprop') ?? '';
    const rel = attr(node.element, 'rel') ?? '';
    if (rel === 'author' || /(^|\s)author(\s|$)/.test(prop)) mark(node);
    else if (node.name !== '' && NAME.test(node.name) && !NOT_NAME.test(node.name))
      offer(namesIn(facts, seenWords(node.element)), `visible:.${node.name.split(/\s+/)[0]}`, 2);
    else if (node.tag === 'a' && PROFILE.test(attr(node.element, 'href') ?? '')) mark(node);
  }
  if (marked.length > 0) offer(marked, 'visible:rel=author', 3);
  for (let i = facts.headline ?? zone.from; i < zone.to && !best; i++) {
    const { text, parts } = lines[i]!;
    if (text.length < 80 && BY_LINE.test(text))
      offer(withoutPlace(namesIn(facts, gluedOnly(parts)), text), 'visible:by', 1);
    else if (text.length < 24 && LABEL_ALONE.test(text)) {
      const next = lines[i + 1]?.text ?? '';
      if (next.length < 60) offer(cleanNames(next, false), 'visible:by', 1);
    }
  }
  return best ? { value: best.names, from: best.from } : easternAuthors(facts);
}

/** What announces, or says behind a name, that somebody did not write but edit. */
const EDITED = /\b(?:edited|editor|reviewed|reviewer|fact[- ]?check\w*|redaktion|lektorat)\b/i;

/** Names of words that edges divide: beside a whole name a piece of one word, or of words the text speaks of, is a role; editors end the list. */
function namesIn(facts: PageFacts, words: string): string[] {
  const pieces = words.split(EDGE);
  if (pieces.length === 1) return cleanNames(words, false);
  const kept: string[][] = [];
  let whole = false;
  for (const piece of pieces) {
    if (whole && EDITED.test(piece)) {
      // Ida Vale | Jon Ferry | Editor
      if (kept.length > 1 && /^editor/i.test(piece.trim())) kept.pop();
      break;
    }
    const names = cleanNames(piece, false);
    const told = whole
      ? names.filter((name) => (name.includes(' ') && !isSaid(facts, name)) || AGENCY.test(name))
      : names;
    if (told.length > 0) kept.push(told);
    whole ||= names.some((name) => name.includes(' '));
  }
  const all = kept.flat();
  return [...new Set(whole ? all.filter((name) => name.includes(' ') || AGENCY.test(name)) : all)];
}

/** Edges of a line stay only where words meet without a space. */
const gluedOnly = (parts: string): string =>
  parts.replace(/\u0001+/g, (edges, at: number, whole: string) => {
    const before = whole[at - 1];
    const after = whole[at + edges.length];
    return before === undefined || after === undefined || before === ' ' || after === ' ' ? '' : EDGE;
  });

/** Von Anna Beispiel, Frankfurt: one word behind a whole name and a comma is where it was written. */
const withoutPlace = (names: string[], line: string): string[] =>
  names[0]?.includes(' ')
    ? names.filter((name) => name.includes(' ') || AGENCY.test(name) || !line.includes(`, ${name}`))
    : names;
