import { decodeHTML } from 'entities';
import { textContent } from '../../kit/html/tree.ts';
import { metaOf } from '../head/read-head.ts';
import { foldText } from './fold-text.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { cutSite, siteNames } from './site-names.ts';

interface Candidate extends Found {
  fold: string;
}

const OTHER_TITLES = [
  'twitter:title',
  'parsely-title',
  'sailthru.title',
  'dc.title',
  'dcterms.title',
  'articletitle',
  'headline',
  'title',
];
const TITLE_NAME =
  /(^|[\s_-])(article|post|entry|news|main|content|cont|detail|art|page|h|bt)?[_-]?(title|headline|tit|bt)\d?([\s_-]|$)/;

/** Words of a trail of links before the headline itself. */
const TRAIL = /^(正在浏览|当前位置|正文|标题)\s?[:：]\s?/;

/**
 * Headline as a reader sees it, without the site's name.
 *  1. The visible headline is the heading most like what the page tells machines.
 *  2. A news article's JSON-LD headline that the title tag repeats goes before a heading that differs.
 *  3. A kicker goes when og:title is the same without it, or with another.
 *  4. An article whose og:title was written by itself, while heading and title tag share one text, has that one.
 *  5. Without a visible headline JSON-LD, og:title and the title tag vote.
 */
export function readTitle(facts: PageFacts): Found | undefined {
  const sites = siteNames(facts);
  const said = machineTitles(facts, sites);
  const seen = visibleTitle(facts, said, sites);
  if (!seen) return (said.every((one) => one.from === 'title') ? namedLine(facts, sites) : undefined) ?? vote(said);
  const by = (from: string): Candidate | undefined => said.find((one) => one.from === from);
  const og = by('meta:og:title');
  const tag = by('title');
  const ld = by('json-ld');
  const news = facts.head.jsonLd.some((one) => /newsarticle/i.test(one.type));
  if (og?.fold === seen.fold) return seen;
  if (news && ld && ld.fold !== seen.fold && ld.fold === tag?.fold) return ld;
  if (!og) return seen;
  if (og.fold.length > 8 && og.fold.length > seen.fold.length * 0.35 && seen.fold.endsWith(og.fold)) return og;
  const shared = sharedEnd(seen.value, og.value);
  if (shared !== undefined) return { value: shared, from: seen.from };
  const alone = tag?.fold === seen.fold && !og.fold.includes(seen.fold);
  const isArticle = news || facts.head.meta.get('og:type')?.[0] === 'article';
  return alone && isArticle && !facts.chinese && similarity(og.fold, seen.fold) > 0.12 ? og : seen;
}

const ANY_TITLE = /(?:^|[\s_-])\w{0,20}[_-]?(?:title|headline|tit)(?:[\s_-]|$)/;

/** A site whose title tag never names the article: the one line right above the text in a block named as title. */
function namedLine(facts: PageFacts, sites: Set<string>): Candidate | undefined {
  const { lines, body } = facts;
  if (!body) return undefined;
  const found: Candidate[] = [];
  for (let i = Math.max(0, body.from - 8); i <= Math.min(body.from + 1, lines.length - 1); i++) {
    const line = lines[i]!;
    if (line.link > 0 || line.text.length < 6 || line.text.length > 80 || !ANY_TITLE.test(line.node.name)) continue;
    const one = candidate(line.text, `visible:.${line.node.name.split(/\s+/)[0]}`, sites);
    if (one) found.push(one);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The headline after two different kickers: `A: X` and `B - X` share X, more than half of both. */
function sharedEnd(a: string, b: string): string | undefined {
  const cut = (text: string) => /^(.{3,60}?)(?::| [-–—|])\s+(.{10,})$/s.exec(text);
  const one = cut(a);
  const other = cut(b);
  if (!one || !other || foldText(one[2]!) !== foldText(other[2]!)) return undefined;
  return one[2]!.length > a.length / 2 && similarity(foldText(one[1]!), foldText(other[1]!)) < 0.5 ? one[2] : undefined;
}

/** What JSON-LD, meta and the title tag say, site names cut. */
function machineTitles(facts: PageFacts, sites: Set<string>): Candidate[] {
  const { head } = facts;
  const out: Candidate[] = [];
  const add = (value: string | undefined, from: string) => {
    const one = candidate(value, from, sites);
    if (one) out.push(one);
  };
  add(metaOf(head, ['og:title'])?.value, 'meta:og:title');
  add(
    head.jsonLd.find((one) => one.headline !== undefined && /article|posting|report/i.test(one.type))?.headline,
    'json-ld',
  );
  add(facts.chinese ? head.titleTag?.replace(/^([^_]{6,})_.*$/s, '$1') : head.titleTag, 'title');
  const other = metaOf(head, OTHER_TITLES);
  if (other) add(other.value, other.from);
  if (out.length === 0) add(head.jsonLd.find((one) => one.headline !== undefined)?.headline, 'json-ld');
  return out;
}

/** Titles of one page are read twice, with and without its body: what they come to is kept as long as the names of its site. */
const prepared = new WeakMap<Set<string>, Map<string, { text: string; fold: string }>>();

/** Characters, with the names of the site: no headline is as long. */
const LONGEST = 2000;

function candidate(value: string | undefined, from: string, sites: Set<string>): Candidate | undefined {
  if (value === undefined || value.length > LONGEST) return undefined;
  let known = prepared.get(sites);
  if (known === undefined) {
    known = new Map();
    prepared.set(sites, known);
  }
  let ready = known.get(value);
  if (ready === undefined) {
    const text = cutSite(plain(value), sites);
    ready = { text, fold: foldText(text) };
    known.set(value, ready);
  }
  const { text, fold } = ready;
  return fold.length < 2 || text.length > 400 || sites.has(fold) ? undefined : { value: text, from, fold };
}

interface Heading {
  text: string;
  h1: boolean;
  from: string;
  weight: number;
}

function visibleTitle(facts: PageFacts, said: Candidate[], sites: Set<string>): Candidate | undefined {
  let best: { one: Candidate; score: number } | undefined;
  const headings = visibleHeadings(facts);
  const h1s = headings.filter(({ h1 }) => h1).length;
  for (const { text, from, weight, h1 } of headings) {
    // a bare line of a page of thousands is compared only when its length can match
    if (weight < 0 && !said.some((other) => text.length * 2 > other.fold.length && text.length < other.fold.length * 3))
      continue;
    const one = candidate(text.replace(TRAIL, ''), from, sites);
    if (!one) continue;
    let alike = 0;
    const least = h1 ? 0 : weight > 0 ? 0.6 : 0.85;
    for (const other of said) alike = Math.max(alike, similarity(one.fold, other.fold, least));
    if (alike < least) continue;
    // a heading that is nothing like what the page says elsewhere must be its only h1, and long enough to be a headline
    if (alike < 0.25 && (h1s > 1 || one.fold.length <= 10 || (said.length > 0 && alike <= 0.1))) continue;
    const score = alike * 3 + weight;
    if (!best || score > best.score) best = { one, score };
  }
  return best?.one;
}

/** h1s as a whole; up to the start of the body also lines in other headings, in blocks named as title, and bare short lines. */
function visibleHeadings(facts: PageFacts): Heading[] {
  const { page, lines } = facts;
  const found: Heading[] = [];
  for (const node of page.nodes) {
    if (node.tag !== 'h1' || node.end - node.at > 40) continue;
    const text = textContent(node.element);
    if (text.length > 600 || text.trim().length < 2) continue;
    found.push({ text, h1: true, from: 'visible:h1', weight: 1 });
    if (found.length >= 10) break;
  }
  const last = Math.min(facts.body ? facts.body.from + 12 : 150, lines.length);
  for (let i = Math.max(0, last - 90); i < last; i++) {
    const line = lines[i]!;
    if (line.text.length < 4 || line.text.length > 200 || line.link > line.text.length / 2) continue;
    const { tag, name } = line.node;
    if (tag === 'h1') continue;
    const parent = page.nodes[line.node.parent];
    if (/^h[2-4]$/.test(tag))
      found.push({ text: line.text, h1: false, from: `visible:${tag}`, weight: tag === 'h2' ? 0.4 : 0.2 });
    else if (name !== '' && name.length < 80 && TITLE_NAME.test(name))
      found.push({ text: line.text, h1: false, from: `visible:.${name.split(/\s+/)[0]}`, weight: 0.3 });
    else if (parent && parent.name.length < 80 && TITLE_NAME.test(parent.name))
      found.push({ text: line.text, h1: false, from: `visible:.${parent.name.split(/\s+/)[0]}`, weight: 0.2 });
    else found.push({ text: line.text, h1: false, from: `visible:${tag}`, weight: -0.4 });
  }
  return found;
}

function vote(said: Candidate[]): Found | undefined {
  let best: { one: Candidate; score: number } | undefined;
  said.forEach((one, i) => {
    let score = 1 - i * 0.1;
    for (const other of said) {
      if (other === one) continue;
      if (other.fold === one.fold) score += 1;
      else if (one.fold.length > 7 && other.fold.includes(one.fold)) score += 1.2;
    }
    if (!best || score > best.score) best = { one, score };
  });
  return best?.one;
}

/** Share of two-character pieces in common, 0 to 1 (Dice); a headline inside the other 0.75 and more. What cannot reach `least` is 0. */
export function similarity(a: string, b: string, least = 0): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 7 && long.includes(short)) return 0.75 + (0.2 * short.length) / long.length;
  if (short.length < 2 || (2 * (short.length - 1)) / (short.length + long.length - 2) < least) return 0;
  const pieces = new Map<number, number>();
  for (let i = 0; i + 1 < short.length; i++) {
    const piece = pieceAt(short, i);
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  }
  let same = 0;
  for (let i = 0; i + 1 < long.length; i++) {
    const piece = pieceAt(long, i);
    const left = pieces.get(piece) ?? 0;
    if (left > 0) {
      same++;
      pieces.set(piece, left - 1);
    }
  }
  return (2 * same) / (short.length + long.length - 2);
}

/** Two code units as one number. */
const pieceAt = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);

/** Text of a title as machines carry it: entities decoded twice written, tags and soft hyphens out. */
export const plain = (value: string): string =>
  (value.includes('&') ? decodeHTML(value) : value)
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
