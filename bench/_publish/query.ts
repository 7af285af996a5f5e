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

/** What a reader's browser loads for one query, from nothing to the first results. */
const size = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'kanyin-query-'));
const opened = openSqliteStore(join(folder, 'kanyin.db'));
if (!opened.ok) throw new Error(opened.problem.code);
const store = opened.value;
for (let i = 0; i < size; i += 500) {
  const drafts = Array.from({ length: Math.min(500, size - i) }, (_, n) => benchDraft(i + n));
  await store.commitArticles(drafts, Date.parse(drafts[0]!.firstSeen));
}

/** Words of two, three and four characters and of Latin letters, from the most used to the least, pairs and triples of neighbours among them. */
const ofLength = (length: number): string[] =>
  imaginedWords.filter((word) => word.trim() === word && word.length === length);
const pick = (words: readonly string[]): string[] =>
  [0.001, 0.01, 0.05, 0.2, 0.5, 0.9].map((at) => words[Math.floor(at * words.length)]!);
const latin = imaginedWords.filter((word) => word.trim() !== word).map((word) => word.trim());
const words = [...pick(ofLength(2)), ...pick(ofLength(3)), ...pick(ofLength(4)), ...pick(latin)];
const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`);
const triples = words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
/** Ten characters as they stand in a headline, of articles old and new. */
const phrases = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999].map((at) => benchDraft(Math.floor(at * size)).title.slice(2, 12));

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
  for (const [kind, queries] of Object.entries({ words, pairs, triples, phrases })) {
    const spent: { query: string; bytes: number; gzip: number; files: number; shown: number; paused: boolean }[] = [];
    for (const query of queries) {
      const loaded = new Map<string, Buffer>();
      const load = (path: string): Buffer => {
        const bytes = loaded.get(path) ?? readFileSync(join(root, path));
        loaded.set(path, bytes);
        return bytes;
      };
      const { find, shownAtOnce } = openSearch(async (path) => load(path));
      let shown = 0;
      let paused = false;
      for await (const found of find(query)) {
        paused = found === undefined;
        if (paused || ++shown === (await shownAtOnce())) break;
      }
      const all = [...loaded.values()];
      spent.push({
        query,
        bytes: all.reduce((sum, bytes) => sum + bytes.length, 0),
        // hosts compress pages and JSON, not bytes of no known type
        gzip: [...loaded].reduce(
          (sum, [path, bytes]) => sum + (path.endsWith('.bin') ? bytes : gzipSync(bytes)).length,
          0,
        ),
        files: all.length,
        shown,
        paused,
      });
    }
    const spread = (name: 'bytes' | 'gzip' | 'files'): { middle: number; most: number } => {
      const sorted = spent.map((one) => one[name]).sort((a, b) => a - b);
      return { middle: sorted[Math.floor(sorted.length / 2)]!, most: sorted.at(-1)! };
    };
    console.log(
      JSON.stringify({
        what: 'search',
        over: search,
        of: kind,
        size,
        queries: queries.length,
        found: spent.filter(({ shown }) => shown > 0).length,
        paused: spent.filter(({ paused }) => paused).length,
        files: done.value.written,
        publishCpuMs: done.value.cpuMs,
        bytes: spread('bytes'),
        gzip: spread('gzip'),
        filesRead: spread('files'),
        worst: spent.toSorted((a, b) => b.gzip - a.gzip).slice(0, 3),
      }),
    );
  }
}
await store.close();
rmSync(folder, { recursive: true, force: true });
