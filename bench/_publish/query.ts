import '../../src/cli/small-heap.ts';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publish } from '../../src/publish/publish.ts';
import { openSearch } from '../../src/publish/search/search-core.js';
import { SEARCH_KINDS } from '../../src/publish/search/search-kinds.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { benchDraft, benchSite } from './articles.ts';
import { imaginedWords } from './imagined-text.ts';
import { querySets, type Written } from './query-sets.ts';

/**
 * What a reader's browser loads for one query, from nothing to the first results, or until it is asked whether to go on:
 * `query.ts [articles] [seed] [texts.ndjson]`, over imagined articles or over the `title` and `text` of each line of a file.
 */
const EACH = 30;
const GOALS = { titles: 30_000, texts: 150_000 };
const size = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
const given = process.argv[4];
const texts: Written[] | undefined =
  given === undefined
    ? undefined
    : readFileSync(given, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));

const folder = mkdtempSync(join(tmpdir(), 'kanyin-query-'));
const opened = openSqliteStore(join(folder, 'kanyin.db'));
if (!opened.ok) throw new Error(opened.problem.code);
const store = opened.value;
const draft = (i: number) => ({ ...benchDraft(i), ...texts?.[i] });
const articles = Array.from({ length: Math.min(size, texts?.length ?? size) }, (_, i) => draft(i));
for (let i = 0; i < articles.length; i += 500)
  await store.commitArticles(articles.slice(i, i + 500), Date.parse(articles[i]!.firstSeen));

/** Words of two, three and four characters and of Latin letters, from the most used to the least, pairs and triples of neighbours among them. */
function imaginedSets() {
  const ofLength = (length: number): string[] =>
    imaginedWords.filter((word) => word.trim() === word && word.length === length);
  const pick = (words: readonly string[]): string[] =>
    [0.001, 0.01, 0.05, 0.2, 0.5, 0.9].map((at) => words[Math.floor(at * words.length)]!);
  const latin = imaginedWords.filter((word) => word.trim() !== word).map((word) => word.trim());
  const words = [...pick(ofLength(2)), ...pick(ofLength(3)), ...pick(ofLength(4)), ...pick(latin)];
  return [
    { of: 'words', queries: words },
    { of: 'pairs', queries: words.slice(1).map((word, i) => `${words[i]} ${word}`) },
    { of: 'triples', queries: words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`) },
  ];
}

interface Spent {
  query: string;
  /** as hosts send them: JSON compressed, bytes of no known type not */
  bytes: number;
  files: number;
  shown: number;
  paused: boolean;
}

async function ask(root: string, query: string): Promise<Spent> {
  const loaded = new Map<string, Buffer>();
  const { find, shownAtOnce } = openSearch(async (path) => {
    const bytes = loaded.get(path) ?? readFileSync(join(root, path));
    loaded.set(path, bytes);
    return bytes;
  });
  const most = await shownAtOnce();
  let shown = 0;
  let paused = false;
  for await (const found of find(query)) {
    paused = found === undefined;
    if (paused || ++shown === most) break;
  }
  const bytes = [...loaded].reduce(
    (sum, [path, bytes]) => sum + (path.endsWith('.bin') ? bytes : gzipSync(bytes)).length,
    0,
  );
  return { query, bytes, files: loaded.size, shown, paused };
}

for (const search of ['titles', 'texts'] as const) {
  const root = join(folder, search);
  const done = await publish('everything', {
    archive: store,
    site: { ...benchSite, search },
    sources: [],
    now: () => new Date(),
    out: folderSink(root),
    kinds: SEARCH_KINDS,
  });
  if (!done.ok) throw new Error(done.problem.code);
  const about = { what: 'search', over: search, size: articles.length, files: done.value.written };
  const report = (of: string, spent: readonly Spent[]): void => {
    const spread = (name: 'bytes' | 'files') => {
      const sorted = spent.map((one) => one[name]).sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
      return { middle: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1) };
    };
    console.log(
      JSON.stringify({
        ...about,
        of,
        queries: spent.length,
        found: spent.filter(({ shown }) => shown > 0).length,
        paused: spent.filter(({ paused }) => paused).length,
        overGoal: spent.filter(({ bytes }) => bytes > GOALS[search]).length,
        bytes: spread('bytes'),
        filesRead: spread('files'),
        worst: spent.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3),
      }),
    );
  };
  const drawn: Spent[] = [];
  for (const { of, queries } of querySets(articles, search === 'texts', seed, EACH)) {
    const spent = await Array.fromAsync(queries, (query) => ask(root, query));
    drawn.push(...spent);
    report(of, spent);
  }
  report('all drawn', drawn);
  if (texts) continue;
  for (const { of, queries } of imaginedSets()) report(of, await Array.fromAsync(queries, (query) => ask(root, query)));
}
await store.close();
rmSync(folder, { recursive: true, force: true });
