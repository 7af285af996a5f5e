import type { Enclosure, Entry, Feed } from '../../model/feed.ts';
import { absoluteMarkup } from '../absolute-markup.ts';
import { type FeedDates, known } from '../feed-dates.ts';
import { escapeHtml, oneLine } from '../markup.ts';
import { resolve } from '../xml/resolve.ts';

type Bag = Record<string, unknown>;

const bag = (value: unknown): Bag | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : undefined;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** JSON Feed 1.0 and 1.1. `undefined`: some other JSON. */
export function mapJson(data: unknown, base: string, dates: FeedDates): Feed | undefined {
  const feed = bag(data);
  if (
    !feed ||
    !Array.isArray(feed['items']) ||
    (!text(feed['version'])?.includes('jsonfeed.org') && text(feed['title']) === undefined)
  )
    return undefined;
  const language = text(feed['language']);
  const zone = dates.of(language);
  const address = (value: unknown): string | undefined => {
    const written = text(value);
    return written && resolve(written, base);
  };
  // Authors of the feed are those of every item that names none (JSON Feed 1.1).
  const whole = peopleOf(feed).filter((name) => name !== text(feed['title']));
  const hub = list(feed['hubs'])
    .map((h) => address(bag(h)?.['url']))
    .find((url) => url !== undefined);
  return {
    format: 'json',
    entries: list(feed['items']).flatMap((item) => {
      const fields = bag(item);
      return fields ? [mapItem(fields, base, zone, address, whole)] : [];
    }),
    encoding: 'utf-8',
    ...known({
      title: text(feed['title']),
      link: address(feed['home_page_url']),
      id: text(feed['feed_url']) ?? text(feed['home_page_url']),
      description: text(feed['description']),
      language,
      self: address(feed['feed_url']),
      next: address(feed['next_url']),
      hub,
    }),
  };
}

function mapItem(
  item: Bag,
  base: string,
  zone: ReturnType<FeedDates['of']>,
  address: (value: unknown) => string | undefined,
  whole: readonly string[],
): Entry {
  const people = peopleOf(item);
  const html = text(item['content_html']);
  const plain = text(item['content_text']);
  const id = text(item['id']);
  const url =
    address(item['url']) ?? address(item['external_url']) ?? (id && /^https?:\/\//i.test(id) ? id : undefined);
  return {
    authors: people.length > 0 ? people : [...whole],
    categories: [...new Set(list(item['tags']).flatMap((tag) => text(tag) ?? []))],
    enclosures: list(item['attachments']).flatMap((a): Enclosure[] => {
      const fields = bag(a);
      const at = address(fields?.['url']);
      const bytes = Number(fields?.['size_in_bytes']);
      return at
        ? [{ url: at, ...known({ type: text(fields?.['mime_type']), length: bytes > 0 ? bytes : undefined }) }]
        : [];
    }),
    ...known({
      id,
      url,
      title: oneLine(text(item['title']) ?? '') || undefined,
      published: zone.read(text(item['date_published'])),
      updated: zone.read(text(item['date_modified'])),
      summary: text(item['summary']),
      content: html ? absoluteMarkup(html, url ?? base) : plain && escapeHtml(plain).replaceAll('\n', '<br>'),
      image: address(item['image']) ?? address(item['banner_image']),
    }),
  };
}

const peopleOf = (holder: Bag): string[] => [
  ...new Set(
    [...list(holder['authors']), holder['author']].flatMap(
      (p) => text(bag(p)?.['name']) ?? text(bag(p)?.['url']) ?? text(p) ?? [],
    ),
  ),
];
