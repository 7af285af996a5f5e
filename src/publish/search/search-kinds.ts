import type { PageContext } from '../page-context.ts';
import { type ChangedArticle, NO_KEYS, type PageKind } from '../page-kind.ts';
import { safeJson } from '../safe-json.ts';
import { shardBits } from './build-segment.ts';
import { CHUNK, chunkPath, daysPath, type Segment, shardPath } from './search-core.js';
import { type SearchDocument, searchDocuments } from './search-document.ts';
import { SearchRun } from './search-run.ts';

const LIST = 'all';
const DAYS = 'days';

const filedAt = ({ positions }: ChangedArticle) => positions.find((position) => position.key === LIST);
const runNow = async (context: PageContext): Promise<SearchRun> => SearchRun.of(context, await context.count(LIST));
const keyOf = ({ from, to }: Segment, part: number | typeof DAYS): string => `${from}-${to}#${part}`;

function readKey(key: string): { segment: Segment; shard: number | undefined } {
  const [from = 0, to = 0] = key.split('#')[0]!.split('-').map(Number);
  const part = key.slice(key.indexOf('#') + 1);
  return { segment: { from, to }, shard: part === DAYS ? undefined : Number(part) };
}

const filesOf = (segment: Segment, whole: boolean): string[] => [
  keyOf(segment, DAYS),
  ...Array.from({ length: 2 ** shardBits(segment, whole) }, (_, shard) => keyOf(segment, shard)),
];

const pathOf = (key: string): string => {
  const { segment, shard } = readKey(key);
  return shard === undefined ? daysPath(segment) : shardPath(segment, shard);
};

/** The postings: written before the titles they lead to, and those before the index that names them. Keys: `<from>-<to>#<shard>`. */
export const searchPostingsKind: PageKind = {
  name: 'search-postings',
  rank: 2,
  owns: /^search\/\d+-\d+\/(\d+\.bin|days\.json)$/,
  async keysFor(changed, context) {
    const filed = filedAt(changed);
    if (!filed || (changed.change.kind !== 'new' && changed.change.kind !== 'revised')) return NO_KEYS;
    const run = SearchRun.of(context, filed.count);
    const segment = run.segmentAt(filed.seq);
    if (!segment) return NO_KEYS;
    if (changed.change.kind === 'new') return run.begin(segment) ? filesOf(segment, run.whole) : NO_KEYS;
    return (await run.mend(changed.article, filed.seq, segment)).map((shard) => keyOf(segment, shard));
  },
  async *all(context) {
    const run = await runNow(context);
    for (const segment of run.segments) {
      run.begin(segment);
      yield* filesOf(segment, run.whole);
    }
  },
  path: pathOf,
  async render(key, context) {
    const run = await runNow(context);
    const { segment, shard } = readKey(key);
    return shard === undefined ? safeJson(await run.days(segment)) : run.shard(segment, shard);
  },
};

const documents = async (from: number, to: number, context: PageContext): Promise<(SearchDocument | null)[]> => {
  const found = [];
  for await (const one of searchDocuments(context.archive, { from, to }, false)) found.push(one?.document ?? null);
  return found;
};

/** Titles and leads, four to a file, written once the file is full. Keys: its number. */
export const searchTitlesKind: PageKind = {
  name: 'search-titles',
  rank: 2,
  owns: /^search\/titles\/\d+\/\d+\.json$/,
  keysFor(changed) {
    const filed = filedAt(changed);
    if (!filed || (changed.change.kind !== 'new' && changed.change.kind !== 'revised')) return NO_KEYS;
    const chunk = Math.floor(filed.seq / CHUNK);
    return (chunk + 1) * CHUNK <= filed.count ? [String(chunk)] : NO_KEYS;
  },
  async *all(context) {
    const full = Math.floor((await context.count(LIST)) / CHUNK);
    for (let chunk = 0; chunk < full; chunk++) yield String(chunk);
  },
  path: (key) => chunkPath(Number(key)),
  render: async (key, context) => safeJson(await documents(Number(key) * CHUNK, (Number(key) + 1) * CHUNK, context)),
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
      tail: await documents(run.tailFrom, await context.count(LIST), context),
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
