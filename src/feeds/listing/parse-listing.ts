import type { AnyNode, Element } from 'domhandler';
import { decodeBytes } from '../../kit/charset.ts';
import { readDate } from '../../kit/dates.ts';
import { absoluteUrl } from '../../kit/url.ts';
import type { Entry, Feed } from '../../model/feed.ts';
import type { SourceConfig } from '../../model/newsroom.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import { readHtml, textOf, trySelectAll, trySelectOne } from './listing-page.ts';

export interface ListingNeeds {
  url: string;
  headers: Record<string, string>;
  now: Date;
  /** IANA zone of dates without one; +08:00 for Chinese pages when absent */
  timeZone?: string;
}

const PICTURE_ATTRIBUTES = ['data-src', 'data-original', 'data-lazy-src', 'src'];
const CUT = /(…|\.{2,})$/;

/**
 * The links of a list page by the configured selectors. A link's full title often stands in its title attribute when the text is
 * cut. Problems: LISTING_SELECTOR (unreadable selector), LISTING_CHANGED (nothing found where there used to be a list).
 */
export function parseListing(
  bytes: Uint8Array,
  selectors: NonNullable<SourceConfig['listing']>,
  needs: ListingNeeds,
): Outcome<Feed> {
  const { text, encoding } = decodeBytes(bytes, contentType(needs.headers));
  const document = readHtml(text);
  const items = trySelectAll(selectors.item, document);
  if (!items) return fail(problem('LISTING_SELECTOR', { where: needs.url, why: selectors.item }));
  const base = baseOf(document, needs.url);
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const entry = readItem(item, selectors, base, needs);
    if (!entry?.url || seen.has(entry.url)) continue;
    seen.add(entry.url);
    entries.push(entry);
  }
  if (entries.length === 0) {
    return fail(
      problem('LISTING_CHANGED', {
        where: needs.url,
        why: `${items.length} elements match ${selectors.item}, none holds a link`,
      }),
    );
  }
  const title = trySelectOne('title', document);
  return ok({ format: 'listing', link: needs.url, entries, encoding, ...(title ? { title: textOf(title) } : {}) });
}

function readItem(
  item: Element,
  selectors: NonNullable<SourceConfig['listing']>,
  base: string,
  needs: ListingNeeds,
): Entry | undefined {
  const link = selectors.link ? trySelectOne(selectors.link, item) : item.name === 'a' ? item : longestLink(item);
  const url = link?.attribs['href'] === undefined ? undefined : absoluteUrl(link.attribs['href'], base);
  if (!link || url === undefined) return undefined;
  const shown = textOf((selectors.title && trySelectOne(selectors.title, item)) || link);
  const full = link.attribs['title']?.trim();
  const title = full && (shown === '' || CUT.test(shown)) ? full : shown || full;
  const dateNode = selectors.date ? trySelectOne(selectors.date, item) : undefined;
  const published = dateNode
    ? dateOf(dateNode.attribs['datetime'] ?? textOf(dateNode), needs)
    : dateOf(DATE_BESIDE.exec(besideLink(item, link))?.[0], needs);
  const picture = selectors.picture ? trySelectOne(selectors.picture, item) : undefined;
  const src =
    picture &&
    PICTURE_ATTRIBUTES.map((name) => picture.attribs[name]).find(
      (value) => value !== undefined && !value.startsWith('data:'),
    );
  const image = src === undefined ? undefined : absoluteUrl(src, base);
  return {
    url,
    authors: [],
    categories: [],
    enclosures: [],
    ...(title ? { title } : {}),
    ...(published === undefined ? {} : { published }),
    ...(image === undefined ? {} : { image }),
  };
}

/** What stands in an entry outside its link; where no selector names the date it may be there. */
const besideLink = (item: Element, link: Element): string =>
  item === link ? '' : textOf(item).replace(textOf(link), ' ').slice(0, 200);
const DATE_BESIDE =
  /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}月\d{1,2}日(?:\s+\d{1,2}:\d{2})?|\b\d{1,2}[-/]\d{1,2}\s+\d{1,2}:\d{2}\b|[[(（]\d{1,2}[-/]\d{1,2}[\])）]|\d+\s*(?:分钟|小时|天)前|[昨前]天(?:\s*\d{1,2}:\d{2})?/;

function dateOf(written: string | undefined, needs: ListingNeeds): string | undefined {
  if (written === undefined) return undefined;
  const bare = written.replace(/^[\s·[(（【]+|[\s\])）】]+$/g, '');
  // A list of days without years; at noon the day is the same in every zone that matters.
  const dayOfYear = /^\d{1,2}[-/.]\d{1,2}$/.test(bare);
  const date = readDate(dayOfYear ? `${bare.replace('.', '-')} 12:00` : bare, {
    now: needs.now,
    language: 'zh',
    ...(needs.timeZone ? { timeZone: needs.timeZone } : {}),
  });
  if (!date) return undefined;
  return dayOfYear || date.precision === 'day' ? date.iso.slice(0, 10) : date.iso;
}

const longestLink = (item: Element): Element | undefined =>
  trySelectAll('a[href]', item)?.reduce<Element | undefined>(
    (best, a) => (best && textOf(best).length >= textOf(a).length ? best : a),
    undefined,
  );

export function baseOf(document: AnyNode, url: string): string {
  const href = trySelectOne('base[href]', document)?.attribs['href'];
  return (href === undefined ? undefined : absoluteUrl(href, url)) ?? url;
}

const contentType = (headers: Record<string, string>): { contentType?: string } =>
  headers['content-type'] === undefined ? {} : { contentType: headers['content-type'] };
