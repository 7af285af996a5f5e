import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/archive.ts';
import type { Site } from '../../src/model/newsroom.ts';
import { problem } from '../../src/model/problem.ts';
import { publish } from '../../src/publish/publish.ts';
import { BitWriter } from '../../src/publish/search/bit-writer.ts';
import { fewPostings, PostingsBuilder } from '../../src/publish/search/postings-builder.ts';
import { bitReader, readSignatures } from '../../src/publish/search/search-bits.js';
import { type Filters, openSearch } from '../../src/publish/search/search-core.js';
import { contains, eachGram, fold, marksIn, termsOf } from '../../src/publish/search/search-grams.js';
import { SEARCH_KINDS } from '../../src/publish/search/search-kinds.ts';
import { chunkPath, layoutOf, shardPath, TAIL } from '../../src/publish/search/search-layout.js';
import { candidates } from '../../src/publish/search/search-plan.js';
import { DOCUMENTS, pairsIn, signatureOf, writeShard } from '../../src/publish/search/write-shard.ts';
import { type Sink, SinkFailure } from '../../src/publish/sink.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { memorySink } from '../support/memory-sink.ts';
import { plainArticle } from '../support/plain-article.ts';
import { sampleSite } from '../support/sample-articles.ts';

const run = (archive: MemoryArchive, out: Sink, changes: Change[] | 'everything', search: Site['search'] = 'titles') =>
  publish(changes, {
    archive,
    site: sampleSite({ search }),
    sources: [],
    now: () => new Date(0),
    out,
    kinds: SEARCH_KINDS,
  });

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

function asked(files: ReadonlyMap<string, Buffer>) {
  const read = new Map<string, number>();
  const search = openSearch(async (path) => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`no ${path}`);
    read.set(path, bytes.length);
    return bytes;
  });
  const find = async (query: string, filters: Filters = {}): Promise<string[]> => {
    const paths = [];
    for await (const found of search.find(query, filters)) if (found) paths.push(found.path);
    return paths;
  };
  return { find, read, search };
}

/** Every shard there should be is there, and tells of what it should; nothing else is there. */
function expectWhole(files: ReadonlyMap<string, Buffer>): void {
  const { count, whole } = JSON.parse(files.get('search/index.json')!.toString()) as { count: number; whole: boolean };
  const layout = layoutOf(whole);
  for (const [level, { shards }] of layout.levels.entries()) {
    for (let shard = 0; shard < Math.min(shards, count); shard++) {
      const span = layout.span(level, shard, count);
      const bytes = files.get(shardPath(level, shard));
      if (span.to === 0) expect(bytes, `${level}/${shard}`).toBeUndefined();
      else expect(pairsIn(bytes!, layout.keyBits(level))?.span, `${level}/${shard}`).toEqual(span);
    }
  }
  for (let n = 0; (n + 1) * layout.chunk <= count; n++) expect(files.has(chunkPath(n)), `titles ${n}`).toBe(true);
}

function expectSame(files: ReadonlyMap<string, Buffer>, wanted: ReadonlyMap<string, Buffer>, when = ''): void {
  expect([...files.keys()].sort(), when).toEqual([...wanted.keys()].sort());
  for (const [path, bytes] of wanted) expect(files.get(path)!.equals(bytes), `${path} ${when}`).toBe(true);
}

/** Characters as they stand in an article. */
async function pieceOf(archive: MemoryArchive, [i, from, length]: [number, number, number]): Promise<string> {
  const article = await archive.article(plainArticle(i, {}).id);
  return `${article?.title ?? ''}${article?.text ?? '绿电'}`.slice(from, from + length);
}

/** Ends its run at the first change of what is there beyond so many. */
function dyingSink(out: Sink, allowed: number): Sink {
  let left = allowed;
  const changesDisk = <T>(work: () => T): T => {
    if (left-- <= 0) throw new SinkFailure(problem('PUBLISH_FAILED'));
    return work();
  };
  return {
    ...out,
    write: (path, bytes) => changesDisk(() => out.write(path, bytes)),
    remove: (path) => changesDisk(() => out.remove(path)),
  };
}

const hasGram = (query: string): boolean => {
  let any = false;
  for (const term of termsOf(query)) eachGram(term, () => (any = true));
  return any;
};

describe.each(['titles', 'texts'] as const)('over %s', (what) => {
  test('finds what looking at every article finds, newest first, after corrections and a killed run too', async () => {
    const filters = fc.record(
      {
        section: fc.constantFrom('news', 'economy'),
        from: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
        to: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-04'),
        among: fc.array(fc.nat(160), { maxLength: 40 }),
      },
      { requiredKeys: [] },
    );
    const rows = fc.array(fc.tuple(phrase, phrase, fc.boolean()), { maxLength: 150, size: 'max' });
    const corrections = fc.array(fc.tuple(fc.nat(200), phrase), { maxLength: 6 });
    /** a phrase, or so many characters from somewhere in an article */
    const query = fc.oneof(phrase, fc.tuple(fc.nat(200), fc.nat(20), fc.integer({ min: 2, max: 12 })));
    const queries = fc.array(fc.tuple(query, filters), { minLength: 1, maxLength: 12 });
    const more = fc.array(phrase, { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        more,
        corrections,
        fc.nat(40),
        queries,
        async (rows, more, corrections, allowed, queries) => {
          const archive = new MemoryArchive();
          for (const [i, [title, text, news]] of rows.entries())
            archive.file(plainArticle(i, { title, text, section: news ? 'news' : 'economy' }));
          const out = memorySink();
          await run(archive, out, 'everything', what);
          const shown = archive.outbox.length;
          for (const [i, title] of more.entries())
            archive.file(plainArticle(rows.length + i, { title, section: 'news' }));
          const filed = rows.length + more.length;
          for (const [i, title] of filed > 0 ? corrections : [])
            archive.revise(plainArticle(i % filed, {}).id, { title, text: title }, '2026-03-01T00:00:00Z');
          await run(archive, dyingSink(out, allowed), archive.outbox.slice(shown), what);
          await run(archive, out, archive.outbox.slice(shown), what);
          const { find } = asked(out.contents);
          for (const [wish, { among, ...filter }] of queries) {
            const paths = among && new Set(among.map((i) => plainArticle(i, {}).path));
            const query = typeof wish === 'string' ? wish : await pieceOf(archive, wish);
            const all = hasGram(query) ? await byLooking(archive, query, filter, what === 'texts') : [];
            const wanted = all.filter((path) => !paths || paths.has(path));
            expect(await find(query, { ...filter, among: paths }), query).toEqual(wanted);
          }
        },
      ),
      { numRuns: 80 },
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
          expectWhole(out.contents);
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
        expectSame(out.contents, fresh.contents);
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });
});

/** A thousand articles are the step from one level to the next, and to the one after. */
test.each([
  ['titles', 2030],
  ['texts', 520],
] as const)('over %s, article by article from %d: the same files, found is what is there', async (what, size) => {
  const archive = new MemoryArchive();
  const words = (i: number): string => `${WORDS[i % 7]}${WORDS[i % 11]}${WORDS[(i * i) % 13]}`;
  let filed = 0;
  const file = (): Change =>
    archive.file(plainArticle(filed, { title: `第${filed}篇${words(filed)}`, text: words(filed++ + 3) }));
  while (filed < size) file();
  const out = memorySink();
  await run(archive, out, 'everything', what);
  for (let step = 0; step < 100; step++) {
    const changes = [file()];
    if (step % 9 === 0)
      changes.push(
        archive.revise(
          plainArticle((step * 977) % filed, {}).id,
          { title: `更正${step}`, text: `第${step}` },
          '2026-03-01T00:00:00Z',
        ),
      );
    await run(archive, out, changes, what);
    if (step % 20 === 0) expectWhole(out.contents);
  }
  const fresh = memorySink();
  await run(archive, fresh, 'everything', what);
  expectSame(out.contents, fresh.contents);
  const { find } = asked(out.contents);
  for (const query of ['绿电', '内蒙古', '更正', '3.5', '绿电 内蒙'])
    expect(await find(query), query).toEqual(await byLooking(archive, query, {}, what === 'texts'));
});

test.each(['titles', 'texts'] as const)(
  'over %s, killed after any number of files, the next run completes it',
  async (what) => {
    const archive = new MemoryArchive();
    for (let i = 0; i < 125; i++) archive.file(plainArticle(i, { title: `第${i}篇绿电`, text: `内蒙古 ${i}` }));
    const base = memorySink();
    await run(archive, base, 'everything', what);
    const shown = archive.outbox.length;
    archive.revise(plainArticle(5, {}).id, { title: '碳市场更正', text: '全国' }, '2026-03-01T00:00:00Z');
    archive.revise(plainArticle(6, {}).id, { title: '又一处更正' }, '2026-03-01T00:00:00Z');
    for (let i = 125; i < 131; i++) archive.file(plainArticle(i, { title: `第${i}篇绿电`, text: `内蒙古 ${i}` }));
    for (let allowed = 0; ; allowed++) {
      const out = memorySink();
      for (const [path, bytes] of base.contents) out.contents.set(path, bytes);
      const died = await run(archive, dyingSink(out, allowed), archive.outbox.slice(shown), what);
      // one that had just been filed is corrected before the next run
      archive.revise(plainArticle(130, {}).id, { title: `最后一篇更正${allowed}` }, '2026-03-02T00:00:00Z');
      await run(archive, out, archive.outbox.slice(shown), what);
      const goal = memorySink();
      await run(archive, goal, 'everything', what);
      expectSame(out.contents, goal.contents, `after ${allowed}`);
      if (died.ok) break;
    }
  },
);

test('one more article writes three files of the index, never more; a correction the shards of its characters', async () => {
  const archive = new MemoryArchive();
  const size = 1000;
  for (let i = 0; i < size; i++) archive.file(plainArticle(i, { title: `第${i}篇绿电`, text: `内蒙古的新闻 ${i}` }));
  const out = memorySink();
  await run(archive, out, 'everything');
  for (let i = 0; i < 70; i++) {
    out.written.length = 0;
    await run(archive, out, [archive.file(plainArticle(size + i, { title: `又一篇 ${i}`, text: '更多' }))]);
    expect(out.written.length).toBeLessThanOrEqual(3);
    expect(out.contents.get('search/index.json')!.length).toBeLessThan(2500);
  }
  out.written.length = 0;
  await run(archive, out, [archive.revise(plainArticle(3, {}).id, { title: '第3篇绿证' }, '2026-03-01T00:00:00Z')]);
  expect(out.written.filter((path) => path.endsWith('.bin')).length).toBeLessThanOrEqual(6);
  expect(out.written).toContain('search/titles/0/0.json');
});

test('whatever the number of articles, one more is due in two or three shards and files at most', () => {
  for (const [whole, most] of [
    [false, 2],
    [true, 4],
  ] as const) {
    const layout = layoutOf(whole);
    for (let count = 1; count < 40_000; count++) {
      const shards = layout.levels.reduce((sum, _, level) => sum + layout.due(level, count - 1, count).length, 0);
      const files = shards + (count % layout.chunk === 0 ? 1 : 0) + (count % 64 === 0 ? 1 : 0);
      if (files > most) expect(files, `${count}`).toBeLessThanOrEqual(most);
    }
  }
});

test('of any gram the levels and the newest tell of every article, whatever their number', () => {
  fc.assert(
    fc.property(fc.nat(300_000), fc.nat(0xffffff), fc.boolean(), (count, random, whole) => {
      const layout = layoutOf(whole);
      const gram = Math.floor(random * 2 ** (layout.bits - 24));
      let below = Math.max(0, count - TAIL);
      for (const level of layout.levels.keys()) {
        const { from, to } = layout.span(level, layout.shardOf(level, gram), count);
        expect(to).toBeLessThanOrEqual(count);
        expect(from).toBeLessThanOrEqual(to);
        if (to === 0) continue;
        expect(to).toBeGreaterThanOrEqual(below);
        below = Math.min(below, from);
      }
      expect(below).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

test('a query reads few files', async () => {
  const archive = new MemoryArchive();
  for (let i = 0; i < 2000; i++)
    archive.file(plainArticle(i, { title: i === 700 ? '唯一的一篇' : `第${i}篇`, text: '内蒙古的新闻' }));
  const out = memorySink();
  await run(archive, out, 'everything');
  const rare = asked(out.contents);
  expect(await rare.find('唯一的一篇')).toHaveLength(1);
  expect(rare.read.size).toBeLessThan(12);
  const days = asked(out.contents);
  expect(await days.find('第 篇', { from: '2026-02-01', to: '2026-02-01' })).toHaveLength(0);
  expect(days.read.size).toBeLessThan(12);
});

test('what was looked at in vain says which gram is read', async () => {
  const archive = new MemoryArchive();
  const titleOf = (i: number): string => (i % 400 === 3 ? '更加准时' : i % 2 === 0 ? '更加努力' : '参加准备');
  // so much else that a shard costs more than looking at one text
  const text = (i: number): string =>
    Array.from({ length: 500 }, (_, n) => String.fromCharCode(0x4e00 + (((i + 1) * (n + 7) * 7919) % 9973))).join('');
  for (let i = 0; i < 1000; i++) archive.file(plainArticle(i, { title: i < 980 ? titleOf(i) : '无关', text: text(i) }));
  const out = memorySink();
  await run(archive, out, 'everything', 'texts');
  // half of all have each of its two pairs, which one would think go together
  const { find, read } = asked(out.contents);
  expect(await find('更加准')).toHaveLength(3);
  expect(read.size).toBeLessThan(50);
});

/** What is read until one is asked whether to go on, and so each time; how much is found. */
async function pauses(
  contents: ReadonlyMap<string, Buffer>,
  query: string,
): Promise<{ found: number; bytes: number[] }> {
  const { search, read } = asked(contents);
  const sum = (): number => [...read.values()].reduce((all, bytes) => all + bytes, 0);
  const bytes = [0];
  let found = 0;
  for await (const one of search.find(query)) {
    if (one) found++;
    else bytes.push(sum());
  }
  return { found, bytes: bytes.slice(1).map((at, i) => at - bytes[i]!) };
}

test.each(['titles', 'texts'] as const)(
  'over %s, one is asked before very much is read, and all is found',
  async (what) => {
    const archive = new MemoryArchive();
    const text = '正文'.repeat(400);
    for (let i = 0; i < 800; i++)
      archive.file(plainArticle(i, { title: i % 300 === 7 ? '绿电 X 光' : '绿电一篇', text }));
    const out = memorySink();
    await run(archive, out, 'everything', what);
    // a letter alone is in no posting, so every article is looked at
    const { found, bytes } = await pauses(out.contents, '绿电 x');
    expect(found).toBe(3);
    expect(bytes.length).toBeGreaterThan(1);
    for (const some of bytes) expect(some).toBeLessThan(what === 'titles' ? 60_000 : 300_000);
  },
);

test('one may pause before each file of the index, where nothing is looked at too', async () => {
  let reads = 0;
  const reader = {
    word: 0,
    density: 1,
    knows: () => false,
    has: () => true,
    around: async (at: number) => {
      reads++;
      return { documents: [], from: at - (at % 10), each: 1 };
    },
  };
  const readsByStep: number[] = [];
  const all = { readers: [reader], first: reader, below: 100, may: () => true, evidence: {} };
  for await (const part of candidates(all)) {
    expect(part).toEqual([]);
    readsByStep.push(reads);
  }
  expect(readsByStep).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(reads).toBe(10);
});

test('an index that has changed since its first file was read is noticed', async () => {
  const archive = new MemoryArchive();
  const file = (i: number): Change => archive.file(plainArticle(i, { title: i % 5 === 0 ? '绿电' : `第${i}篇` }));
  for (let i = 0; i < 600; i++) file(i);
  const out = memorySink();
  await run(archive, out, 'everything');
  const broken = new Map([...out.contents].map(([path, bytes]) => [path, path.endsWith('.bin') ? Buffer.of() : bytes]));
  await expect(asked(broken).find('绿电')).rejects.toThrow();
  const before = Buffer.from(out.contents.get('search/index.json')!);
  const changes = Array.from({ length: 40 }, (_, i) => file(600 + i));
  await run(archive, out, changes);
  const late = asked(new Map(out.contents).set('search/index.json', before));
  const found = await late.find('绿电').catch(() => undefined);
  if (found) expect(found).toHaveLength(120);
});

test('sets of numbers and numbers come back as they were written', () => {
  const values = fc.uniqueArray(fc.nat(5000), { maxLength: 300, size: 'max' }).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(fc.array(fc.tuple(values, fc.nat(100_000)), { maxLength: 5 }), (rows) => {
      const out = new BitWriter();
      for (const [set, number] of rows) {
        out.number(number);
        out.number(set.length);
        out.set(set, 0, set.length, 0, 5001);
      }
      const read = bitReader(out.bytes(), 0);
      for (const [set, number] of rows) {
        expect(read.number()).toBe(number);
        expect(read.set(read.number(), 0, 5001)).toEqual(set);
      }
    }),
  );
});

test('shards give back what was put in; signatures know every gram of a document', () => {
  const grams = fc.uniqueArray(fc.nat(2 ** 22 - 1), { maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(fc.array(grams, { maxLength: 20, size: 'max' }), fc.nat(6), fc.nat(1000), (documents, bits, from) => {
      const builder = new PostingsBuilder();
      for (const document of documents) {
        builder.beginDocument();
        for (const gram of document) builder.add(gram);
        for (const gram of document) builder.add(gram);
      }
      const few = fewPostings(
        from,
        documents.map((own) => Uint32Array.from(own).sort()),
      );
      const postings = builder.build(from);
      const span = { from, to: from + documents.length };
      expect(postings.span).toEqual(span);
      const keyBits = 22 - bits;
      const back = new Map<number, number[]>();
      for (let shard = 0; shard < 2 ** bits; shard++) {
        const low = shard * 2 ** keyBits;
        const pairs = postings.pairs(low, low + 2 ** keyBits, span);
        expect([...few.pairs(low, low + 2 ** keyBits, span)]).toEqual([...pairs]);
        const bytes = writeShard(span, keyBits, pairs);
        const read = pairsIn(bytes, keyBits)!;
        expect(read.span).toEqual(span);
        for (const pair of read.pairs) {
          const gram = low + Math.floor(pair / DOCUMENTS);
          back.set(gram, [...(back.get(gram) ?? []), pair % DOCUMENTS]);
        }
      }
      const wanted = new Map<number, number[]>();
      for (const gram of documents.flat().sort((a, b) => a - b))
        wanted.set(
          gram,
          documents.flatMap((own, i) => (own.includes(gram) ? [from + i] : [])),
        );
      expect(back).toEqual(wanted);
      const signatures = readSignatures(
        Buffer.concat(documents.map((own) => signatureOf(Uint32Array.from(own).sort(), 22))),
        22,
      );
      expect(signatures).toHaveLength(documents.length);
      for (const [i, own] of documents.entries()) expect(own.every(signatures[i]!)).toBe(true);
    }),
  );
});

test('bytes that are no shard are no shard', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const read = pairsIn(bytes, 12);
      if (read) expect(read.pairs.every((pair) => pair >= 0)).toBe(true);
    }),
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
