import type { PageContext } from '../page-context.ts';
import { type ChangedArticle, NO_KEYS, type PageBytes, type PageKind } from '../page-kind.ts';
import { safeJson } from '../safe-json.ts';
import { CHUNK, chunkPath, daysPath, type Segment, shardPath } from './search-core.js';
import { SearchRun } from './search-run.ts';
import { shardBits } from './segment-builder.ts';

const LIST = 'all';
const DAYS = 'days';
const TITLES = 'titles ';

const filedAt = ({ positions }: ChangedArticle) => positions.find((position) => position.key === LIST);
const runNow = async (context: PageContext): Promise<SearchRun> => SearchRun.of(context, await context.count(LIST));
const keyOf = ({ from, to }: Segment, part: number | typeof DAYS): string => `${from}-${to}#${part}`;

type Part = { segment: Segment; shard: number | undefined } | { chunk: number };

function readKey(key: string): Part {
  if (key.startsWith(TITLES)) return { chunk: Number(key.slice(TITLES.length)) };
  const [from = 0, to = 0] = key.split('#')[0]!.split('-').map(Number);
  const part = key.slice(key.indexOf('#') + 1);
  return { segment: { from, to }, shard: part === DAYS ? undefined : Number(part) };
}

const filesOf = (segment: Segment, whole: boolean): string[] => [
  keyOf(segment, DAYS),
  ...Array.from({ length: 2 ** shardBits(segment, whole) }, (_, shard) => keyOf(segment, shard)),
];

function pathOf(key: string): string {
  const part = readKey(key);
  if ('chunk' in part) return chunkPath(part.chunk);
  return part.shard === undefined ? daysPath(part.segment) : shardPath(part.segment, part.shard);
}

async function render(key: string, context: PageContext): Promise<PageBytes> {
  const run = await runNow(context);
  const part = readKey(key);
  if ('chunk' in part) return safeJson(await run.documents(part.chunk * CHUNK, (part.chunk + 1) * CHUNK));
  return part.shard === undefined ? safeJson(await run.days(part.segment)) : run.shard(part.segment, part.shard);
}

/**
 * The postings; keys `<from>-<to>#<shard>`. They are written before the titles they lead to, and those before the index that names
 * them. A full run meets every article once: its titles are written as its postings are gathered, keys `titles <n>`.
 */
export const searchPostingsKind: PageKind = {
  name: 'search-postings',
  rank: 2,
  owns: /^search\/(\d+-\d+\/(\d+\.bin|days\.json)|titles\/\d+\/\d+\.json)$/,
  async keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed || (changed.change.kind !== 'new' && changed.change.kind !== 'revised')) return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    if (changed.change.kind === 'new')
      return run.segmentsSince(filed.seq).flatMap((segment) => filesOf(segment, run.whole));
    const segment = run.segmentAt(filed.seq);
    if (!segment) return NO_KEYS;
    return (await run.mend(filed.seq, segment)).map((shard) => keyOf(segment, shard));
  },
  async *all(context) {
    const run = await runNow(context);
    for (const segment of run.segments) {
      run.begin(segment);
      for await (const chunk of run.gather(segment)) yield `${TITLES}${chunk}`;
      yield* filesOf(segment, run.whole);
    }
    for (let chunk = run.tailFrom / CHUNK; (chunk + 1) * CHUNK <= run.count; chunk++) yield `${TITLES}${chunk}`;
  },
  path: pathOf,
  render,
};

/** Titles and leads, four to a file, written once the file is full. */
export const searchTitlesKind: PageKind = {
  name: 'search-titles',
  rank: 2,
  owns: /^$/,
  keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed) return NO_KEYS;
    if (changed.change.kind === 'new')
      return SearchRun.of(context, filed.count)
        .titlesSince(filed.seq)
        .map((chunk) => `${TITLES}${chunk}`);
    const chunk = Math.floor(filed.seq / CHUNK);
    return changed.change.kind === 'revised' && (chunk + 1) * CHUNK <= filed.count ? [`${TITLES}${chunk}`] : NO_KEYS;
  },
  all: () => NO_KEYS,
  path: pathOf,
  render,
};

/** The one file a search begins with: which segments there are, and the newest articles, that stand in none yet. */
export const searchIndexKind: PageKind = {
  name: 'search-index',
  rank: 2,
  owns: /^search\/index\.json$/,
  keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed) return NO_KEYS;
    if (changed.change.kind === 'new') return ['index'];
    return changed.change.kind === 'revised' && filed.seq >= SearchRun.of(context, filed.count).tailFrom
      ? ['index']
      : NO_KEYS;
  },
  all: () => ['index'],
  path: () => 'search/index.json',
  async render(_key, context) {
    const run = await runNow(context);
    return safeJson({
      whole: run.whole,
      segments: run.segments.map((segment) => [segment.from, segment.to, shardBits(segment, run.whole)]),
      tail: await run.documents(run.tailFrom, run.count),
    });
  },
};

/** Segments that have become part of a larger one; a full run finds them by their names. */
export const searchSweepKind: PageKind = {
  name: 'search-sweep',
  rank: 3,
  owns: /^$/,
  keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed || changed.change.kind !== 'new') return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    return run.sweep(filed.seq).flatMap((segment) => filesOf(segment, run.whole));
  },
  all: () => NO_KEYS,
  path: pathOf,
  render: () => undefined,
};
