import type { PageContext } from '../page-context.ts';
import { type ChangedArticle, NO_KEYS, type PageKind } from '../page-kind.ts';
import { safeJson } from '../safe-json.ts';
import { JOURNAL } from './correction.ts';
import { chunkPath, DAYS_SPANS, DAYS_STEP, daysPath, layoutOf, shardPath } from './search-layout.js';
import { SearchRun } from './search-run.ts';

const LIST = 'all';
const TITLES = 'titles ';

/** Where the article stands in the list, for changes that the index follows. */
const filedAt = ({ change, positions }: ChangedArticle) =>
  change.kind === 'new' || change.kind === 'revised' ? positions.find(({ key }) => key === LIST) : undefined;
const runNow = async (context: PageContext): Promise<SearchRun> => SearchRun.of(context, await context.count(LIST));
const upTo = (from: number, to: number): string[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => String(from + i));
const isNew = ({ change }: ChangedArticle): boolean => change.kind === 'new';

async function renderTitles(n: number, context: PageContext): Promise<string> {
  const run = await runNow(context);
  const { chunk } = run.layout;
  return safeJson(await run.documents(n * chunk, (n + 1) * chunk));
}

const oldest = layoutOf(false).levels.length - 1;

/**
 * The shards of one level; keys are their numbers. A full run meets every article once, before the oldest level is written: titles are
 * written meanwhile, keys `titles <n>`.
 */
const levelKind = (level: number): PageKind => ({
  name: `search-level-${level + 1}`,
  rank: 2,
  // with the names of segments that indexes had before there were levels
  owns: level === oldest ? /^search\/[\d-]+\/(\d+\.bin|days\.json)$/ : /^$/,
  async keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed) return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    const since = run.newSince(level, filed.seq, isNew(changed));
    const due = since === undefined ? [] : run.layout.due(level, since, run.count);
    return [...due, ...(await run.mend(isNew(changed) ? undefined : filed.seq, level))].map(String);
  },
  async *all(context) {
    const run = await runNow(context);
    if (level === oldest) for await (const n of run.gather()) yield `${TITLES}${n}`;
    yield* upTo(0, run.layout.shardsAt(level, run.count));
  },
  path: (key) => (key.startsWith(TITLES) ? chunkPath(Number(key.slice(TITLES.length))) : shardPath(level, Number(key))),
  render: async (key, context) =>
    key.startsWith(TITLES)
      ? renderTitles(Number(key.slice(TITLES.length)), context)
      : (await runNow(context)).shard(level, Number(key)),
});

/** Titles and leads, written once the file is full; or articles with their texts, each its own file. */
const titlesKind: PageKind = {
  name: 'search-titles',
  rank: 2,
  owns: /^search\/titles\/\d+\/\d+\.json$/,
  keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed) return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    const full = Math.floor(run.count / run.layout.chunk);
    const n = Math.floor(filed.seq / run.layout.chunk);
    const since = run.newSince(titlesKind, filed.seq, isNew(changed)) ?? run.count;
    const due = upTo(Math.floor(since / run.layout.chunk), full);
    return isNew(changed) || n >= full ? due : [...due, String(n)];
  },
  all: () => NO_KEYS,
  path: (key) => chunkPath(Number(key)),
  render: (key, context) => renderTitles(Number(key), context),
};

/** First and last days, for searches within days. */
const daysKind: PageKind = {
  name: 'search-days',
  rank: 2,
  owns: /^search\/days\/\d+\.json$/,
  keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed) return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    const since = run.newSince(daysKind, filed.seq, isNew(changed)) ?? run.count;
    const [from, to] = [Math.floor(since / DAYS_STEP), Math.floor(run.count / DAYS_STEP)];
    return from === to ? NO_KEYS : upTo(Math.floor(from / DAYS_SPANS), Math.ceil(to / DAYS_SPANS));
  },
  all: async function* (context) {
    yield* upTo(0, Math.ceil(Math.floor((await runNow(context)).count / DAYS_STEP) / DAYS_SPANS));
  },
  path: (key) => daysPath(Number(key)),
  render: async (key, context) => safeJson(await (await runNow(context)).days(Number(key))),
};

/** The one file a search begins with: how many articles there are, and the newest, that shards may not tell of yet. */
const indexKind: PageKind = {
  name: 'search-index',
  rank: 2,
  owns: /^search\/index\.json$/,
  keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed) return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    const since = run.newSince(indexKind, filed.seq, isNew(changed));
    return since !== undefined || filed.seq >= run.tailFrom ? ['index'] : NO_KEYS;
  },
  all: () => ['index'],
  path: () => 'search/index.json',
  async render(_key, context) {
    const run = await runNow(context);
    return safeJson({
      whole: run.whole,
      count: run.count,
      days: await run.tailDays(),
      open: await run.documents(run.count - (run.count % run.layout.chunk), run.count),
      tail: Buffer.from(await run.tailSignatures()).toString('base64'),
    });
  },
};

/** What is about to be mended, and that it has been. */
const journalKind = (begins: boolean): PageKind => ({
  name: begins ? 'search-mending' : 'search-mended',
  rank: 2,
  owns: /^$/,
  async keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed) return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    run.newSince(begins, filed.seq, isNew(changed));
    return (await run.mends(isNew(changed) ? undefined : filed.seq)) ? ['mending'] : NO_KEYS;
  },
  all: () => NO_KEYS,
  path: () => JOURNAL,
  render: async (_key, context) => (begins ? safeJson((await runNow(context)).journal()) : undefined),
});

/** In the order they are written: what a shard passes on to an older level stays in it until the older one is there. */
export const SEARCH_KINDS: readonly PageKind[] = [
  journalKind(true),
  ...upTo(0, oldest + 1)
    .map(Number)
    .toReversed()
    .map(levelKind),
  titlesKind,
  daysKind,
  indexKind,
  journalKind(false),
];
