import { absoluteUrl } from '../../kit/url.ts';
import { readHtml, textOf, trySelectAll } from '../listing/listing-page.ts';
import { baseOf } from '../listing/parse-listing.ts';

export interface FeedCandidate {
  url: string;
  title?: string;
  /** `link`: the page declares it; `anchor`: the page links to it; `path`: a usual place, unconfirmed */
  how: 'link' | 'anchor' | 'path';
}

const TYPES = /^(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/json|application\/xml|text\/xml)\b/i;
const LOOKS_LIKE = /(^|[/._-])(rss|atom|feed|feeds|rdf)([/._?-]|$)|\.(rss|atom|rdf)($|\?)|feed\.json/i;
const PATHS = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/rss/index.xml',
  '/?feed=rss2',
];
const MOST_ANCHORS = 10;

/** Where a site's feeds may be, the surest first, each address once. */
export function findFeeds(html: string, url: string): FeedCandidate[] {
  const document = readHtml(html);
  const base = baseOf(document, url);
  const found = new Map<string, FeedCandidate>();
  const add = (href: string | undefined, how: FeedCandidate['how'], title?: string): void => {
    const address = href === undefined ? undefined : absoluteUrl(href, how === 'path' ? url : base);
    if (address === undefined || found.has(address) || address === url) return;
    found.set(address, { url: address, how, ...(title ? { title } : {}) });
  };
  for (const link of trySelectAll('link[href]', document) ?? []) {
    const rel = (link.attribs['rel'] ?? '').toLowerCase().split(/\s+/);
    const type = link.attribs['type'] ?? '';
    if (
      (rel.includes('alternate') && TYPES.test(type) && !/oembed/i.test(type + (link.attribs['href'] ?? ''))) ||
      rel.includes('feed')
    ) {
      add(link.attribs['href'], 'link', link.attribs['title']);
    }
  }
  let anchors = 0;
  for (const a of trySelectAll('a[href]', document) ?? []) {
    const href = a.attribs['href'] ?? '';
    if (anchors < MOST_ANCHORS && (LOOKS_LIKE.test(href) || /^(rss|atom|订阅)$/i.test(textOf(a)))) {
      anchors++;
      add(href, 'anchor', textOf(a));
    }
  }
  for (const path of PATHS) add(path, 'path');
  return [...found.values()];
}
