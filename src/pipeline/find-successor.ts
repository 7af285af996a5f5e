import { findFeeds } from '../feeds/discovery/find-feeds.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import { decodeBytes } from '../kit/charset.ts';
import type { PollCommit, SourceRow } from '../store/store.ts';
import type { LineNeeds } from './needs.ts';
import type { PollState } from './poll-state.ts';

/** Feeds of the page that are tried. */
const TRIES = 3;
/** A search that found nothing is repeated after this; ms. */
const AGAIN = 7 * 24 * 3_600_000;

/**
 * A feed whose address is gone is looked for where it used to belong: on the page it named, else on the front page of its host. What the
 * page declares, on the same site, and can be read takes its place, as a permanent redirect would; `kanyin doctor` tells the new address.
 */
export async function withSuccessor(commit: PollCommit, source: SourceRow, needs: LineNeeds): Promise<PollCommit> {
  const state = commit.state as PollState;
  const { config } = source;
  if (!state.rediscover || config.kind !== 'feed' || !/^https?:/.test(config.url)) return commit;
  if (state.soughtAt !== undefined && commit.at - state.soughtAt < AGAIN) return commit;
  const found = await findSuccessor(state, config.url, needs);
  if (found === undefined) return { ...commit, state: { ...state, soughtAt: commit.at } satisfies PollState };
  const { rediscover, muted, validators, ...kept } = state;
  const next: PollState = { ...kept, soughtAt: commit.at, movedTo: found, failures: 0, why: 'successor' };
  return { ...commit, state: next, dueAt: commit.at + needs.newsroom.fetch.minMinutes * 60_000 };
}

async function findSuccessor(state: PollState, configured: string, needs: LineNeeds): Promise<string | undefined> {
  const signal = needs.signal ? { signal: needs.signal } : {};
  const pages = [state.site, new URL('/', configured).href].filter((page) => page !== undefined);
  for (const page of new Set(pages)) {
    const answer = await needs.fetch({ url: page, kind: 'page', ...signal });
    if (!answer.ok) continue;
    const type = answer.value.headers['content-type'];
    const html = decodeBytes(answer.value.bytes, type === undefined ? {} : { contentType: type }).text;
    const declared = findFeeds(html, answer.value.url).filter(
      (feed) => feed.how === 'link' && feed.url !== configured && sameSite(feed.url, configured),
    );
    for (const { url } of declared.slice(0, TRIES)) {
      const feed = await needs.fetch({ url, kind: 'feed', ...signal });
      if (!feed.ok) continue;
      const parsed = parseFeed(feed.value.bytes, {
        url: feed.value.url,
        headers: feed.value.headers,
        now: new Date(needs.now()),
      });
      if (parsed.ok && parsed.value.entries.length > 0) return url;
    }
  }
  return undefined;
}

/** The same host, or hosts below one name. */
function sameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  if (b.protocol === 'https:' && a.protocol !== 'https:') return false;
  const [short, long] = [a.hostname.replace(/^www\./, ''), b.hostname.replace(/^www\./, '')].sort(
    (x, y) => x.length - y.length,
  ) as [string, string];
  return short === long ? a.port === b.port : short.includes('.') && long.endsWith(`.${short}`);
}
