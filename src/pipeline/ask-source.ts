import { parseListing } from '../feeds/listing/parse-listing.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import { resolveRoute } from '../feeds/rsshub/resolve-route.ts';
import { parseSitemap } from '../feeds/sitemap/parse-sitemap.ts';
import { safeAddress } from '../kit/safe-address.ts';
import { hostOf } from '../kit/url.ts';
import type { Feed } from '../model/feed.ts';
import type { Fetched } from '../model/fetched.ts';
import type { SourceConfig } from '../model/newsroom.ts';
import { fail, type Outcome } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import type { LineNeeds } from './needs.ts';
import { type PollState, pollTarget } from './poll-state.ts';

/** Sitemaps of an index that are read, the newest by lastmod. */
const SITEMAPS = 3;
/** A sitemap whose lastmod is this much older than the last poll has nothing new; clocks and days without a time are allowed for. ms */
const SETTLED = 48 * 3_600_000;

/** The address, or the RSSHub instances one after the other until one answers. Validators go to the host alone that gave them. */
export async function fetchSource(
  config: SourceConfig,
  state: PollState | undefined,
  needs: LineNeeds,
): Promise<Outcome<Fetched>> {
  const target = pollTarget(state, config.url);
  const route = config.url.startsWith('rsshub://');
  const addresses = route ? resolveRoute(config.url, needs.newsroom.rsshub.instances) : [target.url];
  let last: Outcome<Fetched> = fail(problem('RSSHUB_NO_INSTANCE', { where: safeAddress(config.url) }));
  for (const url of addresses) {
    const ours = !route || state?.answeredBy === undefined || state.answeredBy === hostOf(url);
    last = await needs.fetch({
      url,
      kind: config.kind === 'listing' ? 'page' : 'feed',
      ...(target.validators && ours ? { validators: target.validators } : {}),
      ...(config.headers ? { headers: config.headers } : {}),
      ...(needs.signal ? { signal: needs.signal } : {}),
    });
    if (last.ok || last.problem.code === 'STOPPED') return last;
  }
  return last;
}

/** What the answer says, by the kind of the source. `lastSuccess`: ms since the epoch of the last good poll. */
export async function parseSource(
  config: SourceConfig,
  answer: Fetched,
  needs: LineNeeds,
  lastSuccess: number | undefined,
): Promise<Outcome<Feed>> {
  const at = { url: answer.url, headers: answer.headers, now: new Date(needs.now()) };
  if (config.kind === 'listing') {
    if (!config.listing)
      return fail(problem('LISTING_SELECTOR', { where: safeAddress(config.url), why: 'listing.item is missing' }));
    return parseListing(answer.bytes, config.listing, {
      ...at,
      ...(config.timeZone ? { timeZone: config.timeZone } : {}),
    });
  }
  if (config.kind !== 'sitemap') {
    return parseFeed(answer.bytes, { ...at, verbatim: needs.newsroom.outputs.hexo?.profile === 'rsshub-page' });
  }
  const sitemap = parseSitemap(answer.bytes, at);
  if (!sitemap.ok || !sitemap.value.sitemaps) return sitemap;
  const newest = [...sitemap.value.sitemaps]
    .sort((a, b) => (b.lastmod ?? '').localeCompare(a.lastmod ?? ''))
    .filter((one, i) => i === 0 || !(Date.parse(one.lastmod ?? '') < (lastSuccess ?? 0) - SETTLED))
    .slice(0, SITEMAPS);
  let failed: Outcome<never> | undefined;
  let read = 0;
  for (const { url } of newest) {
    const inner = await needs.fetch({ url, kind: 'feed', ...(needs.signal ? { signal: needs.signal } : {}) });
    const rows = inner.ok
      ? parseSitemap(inner.value.bytes, { ...at, url: inner.value.url, headers: inner.value.headers })
      : inner;
    if (!rows.ok) {
      failed ??= rows;
      continue;
    }
    read++;
    sitemap.value.entries.push(...rows.value.entries);
  }
  return read === 0 && failed ? failed : sitemap;
}
