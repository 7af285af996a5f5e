import { decodeBytes } from '../kit/charset.ts';
import { absoluteUrl } from '../kit/url.ts';
import type { Feed } from '../model/feed.ts';
import type { Note } from '../model/note.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { mapAtom } from './atom/map-atom.ts';
import { FeedDates } from './feed-dates.ts';
import { mapJson } from './json/map-json.ts';
import { mapRss } from './rss/map-rss.ts';
import { readXml, type XmlDocument } from './xml/read-xml.ts';

export interface ParseNeeds {
  /** where the bytes came from */
  url: string;
  /** response headers, lower case */
  headers: Record<string, string>;
  now: Date;
  /** keep `verbatim` of entries */
  verbatim?: boolean;
}

const HAN = /[\u4e00-\u9fff]/g;
/** Han characters in the first text that make a feed Chinese when it does not say its language. */
const CHINESE = 8;

/** Bytes of any feed to its entries. Problems: FEED_NOT_A_FEED. */
export function parseFeed(bytes: Uint8Array, needs: ParseNeeds): Outcome<Feed> {
  const type = needs.headers['content-type'];
  const { text, encoding } = decodeBytes(bytes, type === undefined ? {} : { contentType: type });
  const notes: Note[] = [];
  const head = text.slice(0, 20_000);
  const chinese = (head.match(HAN)?.length ?? 0) >= CHINESE || encoding === 'gb18030' || encoding === 'big5';
  // Relative times count from when the server answered.
  const answered = Date.parse(needs.headers['date'] ?? '');
  const now = answered > 0 && answered <= needs.now.getTime() ? new Date(answered) : needs.now;
  const dates = new FeedDates(now, chinese, (written) =>
    notes.push({ code: 'future-date-clamped', says: `a date lies ahead: ${written.slice(0, 60)}`, step: 'feeds' }),
  );
  const location = needs.headers['content-location'];
  const base = (location === undefined ? undefined : absoluteUrl(location, needs.url || undefined)) ?? needs.url;
  const start = /[^\s\ufeff]/.exec(head)?.[0];
  if (start === '{' || start === '[') {
    const feed = mapJson(tryJson(text), base, dates);
    return feed ? ok({ ...feed, encoding }, notes) : notAFeed(needs, 'JSON, but no JSON Feed');
  }
  const document = readDocument(text, base);
  if (!document) return notAFeed(needs, 'no element in it');
  const { root, kind } = document;
  const language = needs.headers['content-language'];
  if (root.lang === undefined && language !== undefined && /^[a-z]{2,3}\b/i.test(language))
    root.lang = language.split(',')[0]!.trim();
  if (kind === 'feed' || kind === 'entry') return ok({ ...mapAtom(root, dates), encoding }, notes);
  if (kind === 'rss' || kind === 'rdf' || kind === 'channel' || kind === 'item')
    return ok({ ...mapRss(root, dates, needs.verbatim ?? false), encoding }, notes);
  return notAFeed(needs, `its root is <${kind.slice(0, 40)}>`);
}

/** What a server prints before the feed (warnings of its scripts, mostly) is left out, unless it is a page. */
function readDocument(text: string, base: string): XmlDocument | undefined {
  const document = readXml(text, base);
  if (!document || KINDS.has(document.kind)) return document;
  const at = text.slice(0, 20_000).search(/<(?:\?xml|rss|rdf:RDF|feed)\b(?!-)/i);
  return at > 0 ? (readXml(text.slice(at), base) ?? document) : document;
}
/** Roots of feeds, and those of what is certainly none. */
const KINDS = new Set(['feed', 'entry', 'rss', 'rdf', 'channel', 'item', 'html']);

const notAFeed = (needs: ParseNeeds, why: string): Outcome<never> =>
  fail(problem('FEED_NOT_A_FEED', { where: needs.url, why }));

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}
