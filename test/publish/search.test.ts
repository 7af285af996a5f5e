import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/archive.ts';
import type { Site } from '../../src/model/newsroom.ts';
import { problem } from '../../src/model/problem.ts';
import { publish } from '../../src/publish/publish.ts';
import { patchShard } from '../../src/publish/search/patch-shard.ts';
import { PostingsBuilder } from '../../src/publish/search/postings-builder.ts';
import {
  CHUNK,
  chunkPath,
  contains,
  eachGram,
  type Filters,
  fold,
  keyIn,
  marksIn,
  openSearch,
  postingsIn,
  segmentsOf,
  shardOf,
  shardPath,
  termsOf,
  UNIT,
} from '../../src/publish/search/search-core.js';
import {
  searchIndexKind,
  searchPostingsKind,
  searchSweepKind,
  searchTitlesKind,
} from '../../src/publish/search/search-kinds.ts';
import { type Sink, SinkFailure } from '../../src/publish/sink.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { memorySink } from '../support/memory-sink.ts';
import { plainArticle } from '../support/plain-article.ts';
import { sampleSite } from '../support/sample-articles.ts';

const kinds = [searchPostingsKind, searchTitlesKind, searchIndexKind, searchSweepKind];
const run = (archive: MemoryArchive, out: Sink, changes: Change[] | 'everything', search: Site['search'] = 'titles') =>
  publish(changes, { archive, site: sampleSite({ search }), sources: [], now: () => new Date(0), out, kinds });

/** Few letters of every kind, so that words recur in part and across one another. */
const WORDS = [
  '绿电',
  '内蒙古',
  '内蒙',
  '蒙古',
  '电',
  'AI',
  'iPhone',
  'said',
  '3.5',
  '13.5',
  '５Ｇ',
  'Ａ股',
  '𠮷野',
  '한국',
  ' ',
  '，',
  '。',
  '"',
  'é',
  '12',
];
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));

/** What a search should find, by looking at everything. */
async function byLooking(archive: MemoryArchive, query: string, filters: Filters, whole: boolean): Promise<string[]> {
  const terms = termsOf(query);
  const heads = await archive.list('all', 0, await archive.count('all'));
  const found = [];
  for (const head of heads.toReversed()) {
    const text = whole ? (await archive.article(head.id))!.text : '';
    const all = fold(`${head.title.trim()}\n${head.lead}\n${text}`);
    const day = head.path.slice(1, 11).replaceAll('/', '-');
    if (filters.section && head.section !== filters.section) continue;
    if ((filters.from && day < filters.from) || (filters.to && day > filters.to)) continue;
    if (terms.every((term) => contains(all, term))) found.push(head.path);
  }
  return found;
}

function asked(archive: MemoryArchive, files: ReadonlyMap<string, Buffer>) {
  const read: string[] = [];
  const search = openSearch({
    read: async (path) => {
      const bytes = files.get(path);
      if (!bytes) throw new Error(`no ${path}`);
      read.push(path);
      return bytes;
    },
    textAt: async (path) => {
      const id = path.split('/').at(-2)!;
      return (await archive.article(id))!.text;
    },
  });
  const find = async (query: string, filters: Filters = {}): Promise<string[]> => {
    const paths = [];
    for await (const found of search.find(query, filters)) paths.push(found.path);
    return paths;
  };
  return { find, read };
}

const hasGram = (query: string): boolean => {
  let any = false;
  for (const term of termsOf(query)) eachGram(term, () => (any = true));
  return any;
};

describe.each(['titles', 'texts'] as const)('over %s', (what) => {
  test('finds what looking at every article finds, newest first', async () => {
    const filters = fc.record(
      {
        section: fc.constantFrom('news', 'economy'),
        from: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
        to: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-04'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(phrase, phrase, fc.boolean()), { maxLength: 75, size: 'max' }),
        fc.array(fc.tuple(phrase, filters), { minLength: 1, maxLength: 12 }),
        async (rows, queries) => {
          const archive = new MemoryArchive();
          for (const [i, [title, text, news]] of rows.entries())
            archive.file(plainArticle(i, { title, text, section: news ? 'news' : 'economy' }));
          const out = memorySink();
          await run(archive, out, 'everything', what);
          const { find } = asked(archive, out.contents);
          for (const [query, filter] of queries) {
            const wanted = hasGram(query) ? await byLooking(archive, query, filter, what === 'texts') : [];
            expect(await find(query, filter), query).toEqual(wanted);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('step by step, in batches or at once, corrections included: the same files', async () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ title: phrase, text: phrase }) },
      { weight: 1, arbitrary: fc.record({ revise: fc.nat(200), title: phrase, text: phrase }) },
      { weight: 1, arbitrary: fc.constant('publish' as const) },
      { weight: 1, arbitrary: fc.constant('publish some' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 110, size: 'max' }), async (steps) => {
        const archive = new MemoryArchive();
        const out = memorySink();
        await run(archive, out, 'everything', what);
        let shown = 0;
        let filed = 0;
        /** The archive may have grown beyond the changes of a run; what the index names is there all the same. */
        const show = async (changes: number): Promise<void> => {
          await run(archive, out, archive.outbox.slice(shown, shown + changes), what);
          shown = Math.min(shown + changes, archive.outbox.length);
          const index = JSON.parse(out.contents.get('search/index.json')!.toString()) as {
            segments: [number, number, number][];
          };
          for (const [from, to, bits] of index.segments) {
            for (let shard = 0; shard < 2 ** bits; shard++)
              expect(out.contents.has(shardPath({ from, to }, shard)), `${from}-${to}/${shard}`).toBe(true);
            expect(out.contents.has(chunkPath(to / CHUNK - 1)), `titles before ${to}`).toBe(true);
          }
        };
        for (const one of steps) {
          if (one === 'publish') await show(1000);
          else if (one === 'publish some') await show(3);
          else if ('revise' in one) {
            if (filed > 0)
              archive.revise(
                plainArticle(one.revise % filed, {}).id,
                { title: one.title, text: one.text },
                '2026-03-01T00:00:00Z',
              );
          } else archive.file(plainArticle(filed++, one));
        }
        await show(1000);
        const fresh = memorySink();
        await run(archive, fresh, 'everything', what);
        expect([...out.contents.keys()].sort()).toEqual([...fresh.contents.keys()].sort());
        for (const [path, bytes] of fresh.contents) expect(out.contents.get(path)!.equals(bytes), path).toBe(true);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

test('killed after any number of files, the next run completes it', async () => {
  const archive = new MemoryArchive();
  for (let i = 0; i < 46; i++) archive.file(plainArticle(i, { title: `第${i}篇绿电`, text: `内蒙古 ${i}` }));
  const base = memorySink();
  await run(archive, base, 'everything');
  const shown = archive.outbox.length;
  archive.revise(plainArticle(5, {}).id, { title: '碳市场更正', text: '全国' }, '2026-03-01T00:00:00Z');
  archive.revise(plainArticle(6, {}).id, { title: '又一处更正' }, '2026-03-01T00:00:00Z');
  for (let i = 46; i < 50; i++) archive.file(plainArticle(i, { title: `第${i}篇绿电`, text: `内蒙古 ${i}` }));
  const goal = memorySink();
  await run(archive, goal, 'everything');
  for (let allowed = 0; ; allowed++) {
    const out = memorySink();
    for (const [path, bytes] of base.contents) out.contents.set(path, bytes);
    let left = allowed;
    const changesDisk = <T>(work: () => T): T => {
      if (left-- <= 0) throw new SinkFailure(problem('PUBLISH_FAILED'));
      return work();
    };
    const dying: Sink = {
      ...out,
      write: (path, bytes) => changesDisk(() => out.write(path, bytes)),
      remove: (path) => changesDisk(() => out.remove(path)),
    };
    const died = await run(archive, dying, archive.outbox.slice(shown));
    await run(archive, out, archive.outbox.slice(shown));
    expect(Object.fromEntries(out.contents), `after ${allowed}`).toEqual(Object.fromEntries(goal.contents));
    if (died.ok) break;
  }
});

test('one more article writes one small file, mostly; a correction of a title the shards of its characters', async () => {
  const archive = new MemoryArchive();
  const size = 1000;
  for (let i = 0; i < size; i++) archive.file(plainArticle(i, { title: `第${i}篇绿电`, text: `内蒙古的新闻 ${i}` }));
  const out = memorySink();
  await run(archive, out, 'everything');
  const writes: number[] = [];
  for (let i = 0; i < UNIT; i++) {
    out.written.length = 0;
    await run(archive, out, [archive.file(plainArticle(size + i, { title: `又一篇 ${i}`, text: '更多' }))]);
    writes.push(out.written.length);
    expect(out.contents.get('search/index.json')!.length).toBeLessThan(6000);
  }
  expect(writes.filter((n) => n === 1).length).toBeGreaterThanOrEqual(UNIT * 0.7);
  out.written.length = 0;
  await run(archive, out, [archive.revise(plainArticle(3, {}).id, { title: '第3篇绿证' }, '2026-03-01T00:00:00Z')]);
  expect(out.written.filter((path) => path.endsWith('.bin')).length).toBeLessThanOrEqual(4);
  expect(out.written).toContain('search/titles/0/0.json');
});

test('a query reads few files', async () => {
  const archive = new MemoryArchive();
  for (let i = 0; i < 2000; i++)
    archive.file(plainArticle(i, { title: i === 700 ? '唯一的一篇' : `第${i}篇`, text: '内蒙古的新闻' }));
  const out = memorySink();
  await run(archive, out, 'everything');
  const { find, read } = asked(archive, out.contents);
  expect(await find('唯一的一篇')).toHaveLength(1);
  expect(read.length).toBeLessThan(2 * segmentsOf(2000).length + 4);
});

test('segments tile the archive, largest first, and change by joining alone', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (count) => {
      const segments = segmentsOf(count);
      let at = 0;
      for (const { from, to } of segments) {
        expect(from).toBe(at);
        expect(Math.log2((to - from) / UNIT) % 1).toBe(0);
        at = to;
      }
      expect(count - at).toBeLessThan(UNIT);
      for (const { from, to } of segmentsOf(count + 1)) {
        expect(segments.some((old) => old.from < from && from < old.to)).toBe(false);
        expect(segments.some((old) => old.from < to && to < old.to)).toBe(false);
      }
    }),
  );
});

test('shards give back what was put in, patched ones as if built anew', () => {
  const grams = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(
      fc.array(grams, { maxLength: 20, size: 'max' }),
      fc.nat(6),
      grams,
      fc.nat(19),
      (documents, bits, other, which) => {
        const build = (docs: number[][]): Uint8Array[] => {
          const builder = new PostingsBuilder();
          for (const doc of docs) {
            builder.beginDocument();
            for (const gram of doc) builder.add(gram);
            for (const gram of doc) builder.add(gram);
          }
          return builder.shards(bits);
        };
        const shards = build(documents);
        expect(shards).toHaveLength(2 ** bits);
        for (const gram of new Set([...documents.flat(), ...other])) {
          const wanted = documents.flatMap((doc, i) => (doc.includes(gram) ? [i] : []));
          expect(postingsIn(shards[shardOf(gram, bits)]!, keyIn(gram, bits))).toEqual(wanted);
        }
        if (documents.length === 0) return;
        const number = which % documents.length;
        const changed = build(documents.with(number, other));
        for (const [shard, bytes] of shards.entries()) {
          const patched = patchShard(bytes, { shard, bits }, [{ number, grams: new Set(other) }]);
          expect([...patched]).toEqual([...changed[shard]!]);
        }
      },
    ),
  );
});

test('folding keeps every offset; marks are what the words are', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  expect(fold('ＡＢ股İ，')).toBe('ab股İ,');
  const marked = (text: string, query: string): string[] =>
    marksIn(text, termsOf(query)).map(([from, to]) => text.slice(from, to));
  expect(marked('内蒙古绿电，绿电', '绿电')).toEqual(['绿电', '绿电']);
  expect(marked('内蒙古绿电', '蒙古绿 古绿电')).toEqual(['蒙古绿电']);
  expect(marked('OpenAI said AI', 'ai')).toEqual(['AI']);
  expect(marked('增长13.5%，3.5%', '3.5')).toEqual(['3.5']);
  expect(termsOf('“绿电” （5G），iPhone！')).toEqual(['绿电', '5g),iphone']);
});
