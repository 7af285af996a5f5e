import { findFeeds } from '../feeds/discovery/find-feeds.ts';
import { inferListings } from '../feeds/listing/infer-listing.ts';
import { parseListing } from '../feeds/listing/parse-listing.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import { matchRadar } from '../feeds/rsshub/read-routes.ts';
import { parseSitemap } from '../feeds/sitemap/parse-sitemap.ts';
import { decodeBytes } from '../kit/charset.ts';
import type { Feed } from '../model/feed.ts';
import type { Fetch, Fetched } from '../model/fetched.ts';
import type { SourceConfig } from '../model/newsroom.ts';
import { type Outcome, ok } from '../model/outcome.ts';
import { askRsshub } from './ask-rsshub.ts';

/** One way to follow a site, with what it would bring. */
export interface SourceProposal {
  kind: 'feed' | 'listing' | 'sitemap' | 'rsshub';
  url: string;
  title?: string;
  why: string;
  listing?: NonNullable<SourceConfig['listing']>;
  /** first entries: title and date */
  preview: { title: string; published?: string }[];
  entries: number;
  /** sitemaps of an index */
  inside?: number;
}

export interface FindNeeds {
  fetch: Fetch;
  now: Date;
  /** RSSHub instances, for the radar */
  instances: readonly string[];
}

const TRIES = 8;
const LISTINGS = 3;
const SITEMAPS = 3;
const PREVIEW = 5;

/**
 * Everything at an address that can be followed, the best first: the address itself as a feed or sitemap, feeds the page names, feeds at
 * usual paths, RSSHub routes by radar, lists on the page, and sitemaps where there is no feed.
 */
export async function findSources(url: string, needs: FindNeeds): Promise<Outcome<SourceProposal[]>> {
  let first = await needs.fetch({ url, kind: 'page' });
  // A person has named this one address; robots.txt speaks of what programs find by themselves.
  if (!first.ok && first.problem.code === 'FETCH_ROBOTS') first = await needs.fetch({ url, kind: 'feed' });
  if (!first.ok) return first;
  const direct = asFeed(first.value, needs.now) ?? asSitemap(first.value, needs.now);
  if (direct) return ok([{ ...direct, url, why: `the address is a ${direct.kind}` }]);

  const type = first.value.headers['content-type'];
  const html = decodeBytes(first.value.bytes, type === undefined ? {} : { contentType: type }).text;
  const found: SourceProposal[] = [];
  let confirmed = false;
  for (const candidate of findFeeds(html, first.value.url).slice(0, TRIES)) {
    if (confirmed && candidate.how === 'path') break;
    const answer = await needs.fetch({ url: candidate.url, kind: 'feed' });
    const feed = answer.ok ? asFeed(answer.value, needs.now) : undefined;
    if (!feed) continue;
    confirmed = true;
    const why = { link: 'the page names it', anchor: 'the page links to it', path: 'it stands at a usual path' }[
      candidate.how
    ];
    found.push({
      ...feed,
      url: candidate.url,
      why,
      ...(!feed.title && candidate.title ? { title: candidate.title } : {}),
    });
  }
  found.push(...(await radar(url, needs)));
  for (const proposal of inferListings(html).slice(0, LISTINGS)) {
    const list = parseListing(first.value.bytes, proposal.selectors, {
      url: first.value.url,
      headers: first.value.headers,
      now: needs.now,
    });
    if (!list.ok) continue;
    found.push({
      ...describe(list.value, 'listing'),
      url,
      listing: proposal.selectors,
      why: `${proposal.count} links of one shape, score ${proposal.score}`,
    });
  }
  if (!confirmed) found.push(...(await sitemaps(first.value.url, needs)));
  return ok(found);
}

async function radar(url: string, needs: FindNeeds): Promise<SourceProposal[]> {
  if (needs.instances.length === 0) return [];
  const rules = await askRsshub('api/radar/rules', needs.instances, needs.fetch);
  if (!rules.ok) return [];
  return matchRadar(rules.value, url).map((route) => ({
    kind: 'rsshub' as const,
    url: route.route,
    title: route.title,
    why: route.open.length > 0 ? `RSSHub has this route; fill in ${route.open.join(', ')}` : 'RSSHub has this route',
    preview: [],
    entries: 0,
  }));
}

/** Where a site without feeds keeps its sitemaps: what robots.txt names, those of news first, else the usual place. */
async function sitemaps(url: string, needs: FindNeeds): Promise<SourceProposal[]> {
  const robots = await needs.fetch({ url: new URL('/robots.txt', url).href, kind: 'robots' });
  const text = robots.ok ? new TextDecoder().decode(robots.value.bytes) : '';
  const named = [...text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(https?:\/\/\S+)/gim)].map(([, address]) => address!);
  named.sort((a, b) => Number(/news/i.test(b)) - Number(/news/i.test(a)));
  const found: SourceProposal[] = [];
  for (const address of new Set([...named, new URL('/sitemap.xml', url).href].slice(0, SITEMAPS))) {
    const answer = await needs.fetch({ url: address, kind: 'feed' });
    const map = answer.ok ? asSitemap(answer.value, needs.now) : undefined;
    const why = named.includes(address) ? 'robots.txt names it' : 'it stands at the usual path';
    if (map) found.push({ ...map, url: address, why });
  }
  return found;
}

function asFeed(answer: Fetched, now: Date): Omit<SourceProposal, 'url' | 'why'> | undefined {
  const parsed = parseFeed(answer.bytes, { url: answer.url, headers: answer.headers, now });
  return parsed.ok ? describe(parsed.value, 'feed') : undefined;
}

function asSitemap(answer: Fetched, now: Date): Omit<SourceProposal, 'url' | 'why'> | undefined {
  const parsed = parseSitemap(answer.bytes, { url: answer.url, headers: answer.headers, now });
  return parsed.ok ? describe(parsed.value, 'sitemap') : undefined;
}

function describe(feed: Feed, kind: SourceProposal['kind']): Omit<SourceProposal, 'url' | 'why'> {
  return {
    kind,
    entries: feed.entries.length,
    ...(feed.sitemaps ? { inside: feed.sitemaps.length } : {}),
    preview: feed.entries.slice(0, PREVIEW).map((entry) => ({
      title: entry.title || (entry.url ?? ''),
      ...(entry.published === undefined ? {} : { published: entry.published }),
    })),
    ...(feed.title ? { title: feed.title } : {}),
  };
}
