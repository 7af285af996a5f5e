import type { Cleaned } from '../clean/clean-html.ts';
import { type CompiledFilters, compileFilters } from '../kit/filters.ts';
import { sha256 } from '../kit/hash.ts';
import { safeAddress } from '../kit/safe-address.ts';
import { canonicalUrl, entryAddress, hostOf } from '../kit/url.ts';
import type { Entry, Feed } from '../model/feed.ts';
import type { Fetched } from '../model/fetched.ts';
import type { SourceConfig } from '../model/newsroom.ts';
import type { Problem } from '../model/problem.ts';
import type { EntryCommit, PollCommit, SourceRow } from '../store/store.ts';
import { fetchSource, parseSource } from './ask-source.ts';
import { countPictures, withoutCommonPictures } from './common-pictures.ts';
import { draftArticle } from './draft.ts';
import { entryBody } from './entry-body.ts';
import { withReprints } from './find-reprints.ts';
import { withSuccessor } from './find-successor.ts';
import type { LineNeeds } from './needs.ts';
import { nextDue, type PollEvent, type PollState } from './schedule.ts';
import { pushedUntil, recallSubscription } from './subscription.ts';

/** Filing needs no network. */
type FilingNeeds = Pick<LineNeeds, 'newsroom' | 'store' | 'now'>;

export interface Polled {
  commit: PollCommit;
  unchanged: boolean;
  problem?: Problem;
}

/** Entries of one document that are looked at; a feed with more keeps its newest. */
const ENTRIES = 2000;
/** Of a sitemap seen for the first time only the newest are read; it may name a site's whole past. */
const FIRST_OF_A_SITEMAP = 100;

/**
 * One poll: 1 conditional fetch, 2 parse, 3 filters, 4 what is new or changed, 5 bodies or pages to read, 6 when next.
 * `undefined`: interrupted, nothing to commit.
 */
export async function pollSource(source: SourceRow, needs: LineNeeds): Promise<Polled | undefined> {
  const state = source.state as PollState | undefined;
  const fetched = await fetchSource(source.config, state, needs);
  if (!fetched.ok) {
    if (fetched.problem.code === 'STOPPED') return undefined;
    const commit = await settle(source, { kind: 'failed', problem: fetched.problem }, [], needs);
    return { commit: await withSuccessor(commit, source, needs), unchanged: false, problem: fetched.problem };
  }
  const answer = fetched.value;
  if (answer.status === 304)
    return { commit: await settle(source, { kind: 'unchanged', fetched: answer }, [], needs), unchanged: true };

  const parsed = await parseSource(source.config, answer, needs, state?.lastSuccess);
  if (parsed.ok) return takeFeed(source, answer, parsed.value, needs);
  const commit = await settle(source, { kind: 'failed', problem: parsed.problem, fetched: answer }, [], needs);
  return { commit, unchanged: false, problem: parsed.problem };
}

/** Steps 3 to 6 for a document that was polled or pushed. */
export async function takeFeed(source: SourceRow, answer: Fetched, feed: Feed, needs: FilingNeeds): Promise<Polled> {
  const entries = await newEntries(feed, source, needs);
  const event: PollEvent = { kind: 'parsed', fetched: answer, feed, fresh: entries.length };
  return { commit: await settle(source, event, entries, needs), unchanged: entries.length === 0 };
}

async function settle(
  source: SourceRow,
  event: PollEvent,
  entries: EntryCommit[],
  needs: FilingNeeds,
): Promise<PollCommit> {
  const at = needs.now();
  const subscribed =
    needs.newsroom.fetch.websubCallback === undefined ? undefined : await recallSubscription(needs.store, source.id);
  const pushed = pushedUntil(subscribed, at);
  const next = nextDue({
    sourceId: source.id,
    now: at,
    state: source.state as PollState | undefined,
    event,
    policy: needs.newsroom.fetch,
    source: source.config,
    ...(pushed === undefined ? {} : { pushedUntil: pushed }),
  });
  return {
    sourceId: source.id,
    at,
    state: next.state,
    dueAt: next.dueAt,
    entries,
    ...(next.hostNotBefore === undefined ? {} : { hostNotBefore: next.hostNotBefore }),
  };
}

async function newEntries(feed: Feed, source: SourceRow, needs: FilingNeeds): Promise<EntryCommit[]> {
  const at = needs.now();
  const firstSeen = new Date(at).toISOString();
  const keyed = new Map<string, { entry: Entry; url: string; own: boolean; hash: string }>();
  for (const entry of feed.entries.slice(0, ENTRIES)) {
    const key = (entry.id ?? entry.url ?? `${entry.title ?? ''} ${entry.published ?? ''}`).slice(0, 2000);
    if (key.trim() === '' || keyed.has(key)) continue;
    const own = ownAddress(entry, feed);
    const url = own ?? entryAddress(entry.url ?? safeAddress(source.config.url), sha256(key));
    const hash = sha256(
      JSON.stringify([entry.title, url, entry.published, entry.updated, entry.content, entry.summary]),
    );
    keyed.set(key, { entry, url, own: own !== undefined, hash });
  }
  const known = await needs.store.knownEntries(source.id, [...keyed.keys()]);
  const filters = filtersOf(source.config, needs);
  const commits: EntryCommit[] = [];
  const most = source.config.kind === 'sitemap' && source.state === undefined ? FIRST_OF_A_SITEMAP : ENTRIES;
  const wanted = new Set([...keyed.keys()].slice(0, most));
  const fresh = oldestFirst([...keyed])
    .filter(([key, { hash }]) => known.get(key) !== hash)
    .map(([key, told]) => {
      const body = wanted.has(key) ? entryBody(told.entry, source.config.fullText) : undefined;
      return { key, ...told, body };
    });
  const together = countPictures(fresh.flatMap(({ entry, body }) => (body ? [withImage(body.cleaned, entry)] : [])));
  for (const { key, entry, url, own, hash, body } of fresh) {
    const commit: EntryCommit = { key, url, hash, entry };
    if (!body) {
      commits.push({ ...commit, dropped: 'older than the first poll' });
      continue;
    }
    const verdict = filters.test(entry);
    if (!verdict.keep) commit.dropped = verdict.rule ?? 'filter';
    else if (body.teaser && own) commit.read = { host: hostOf(url), dueAt: at };
    else {
      const { image, ...bare } = entry;
      const shown = await withoutCommonPictures(withImage(body.cleaned, entry), source.id, needs.store, together);
      const draft = draftArticle({
        entry: { ...(shown.image === image ? entry : bare), url },
        source: source.config,
        newsroom: needs.newsroom,
        firstSeen,
        body: shown,
        ...(feed.title ? { feedTitle: feed.title } : {}),
      });
      commit.article = await withReprints(draft, needs.store);
    }
    commits.push(commit);
  }
  return commits;
}

/** A body with the picture its entry names beside it. */
const withImage = (cleaned: Cleaned, entry: Entry): Cleaned & { image?: string } =>
  entry.image === undefined ? cleaned : { ...cleaned, image: entry.image };

/** Where the entry stands by itself; undefined where it has no address, or only that of the site. */
function ownAddress(entry: Entry, feed: Feed): string | undefined {
  if (entry.url === undefined || feed.entries.length === 1) return entry.url;
  const site = feed.link === undefined ? undefined : canonicalUrl(feed.link);
  const own = canonicalUrl(entry.url);
  return own === site || /^https?:\/\/[^/]*\/?$/.test(own) ? undefined : entry.url;
}

/** List numbers ascend with time: by date where both have one, else in the reverse of the feed's order. */
function oldestFirst<T extends [string, { entry: Entry }]>(entries: T[]): T[] {
  return entries
    .reverse()
    .sort(([, a], [, b]) =>
      a.entry.published && b.entry.published ? a.entry.published.localeCompare(b.entry.published) : 0,
    );
}

const compiled = new WeakMap<SourceConfig, CompiledFilters>();

/** The rules of the newsroom and then the source's own; the configuration has been checked for what cannot be compiled. */
export function filtersOf(source: SourceConfig, needs: Pick<LineNeeds, 'newsroom'>): CompiledFilters {
  let filters = compiled.get(source);
  if (!filters) {
    const made = compileFilters([...needs.newsroom.filters, ...(source.filters ?? [])]);
    filters = made.ok ? made.value : { test: () => ({ keep: true }) };
    compiled.set(source, filters);
  }
  return filters;
}
