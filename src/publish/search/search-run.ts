import type { PageContext } from '../page-context.ts';
import {
  gramsThatChange,
  type Journal,
  type Named,
  type Patched,
  readJournal,
  readNamed,
  statesBefore,
  titlesWritten,
} from './correction.ts';
import { fewPostings, type Postings, PostingsBuilder } from './postings-builder.ts';
import { dayOf, eachKeyOf, keysOf, type SearchDocument, searchDocuments } from './search-document.ts';
import { DAYS_SPANS, DAYS_STEP, daysPath, type Layout, layoutOf, shardPath, TAIL } from './search-layout.js';
import { DOCUMENTS, type Pairs, pairsIn, type ShardRead, signatureOf, writeShard } from './write-shard.ts';

export type DaySpan = readonly [first: string, last: string];

/** What one publish run knows of the index. */
export class SearchRun {
  static readonly #runs = new WeakMap<PageContext, SearchRun>();
  static of(context: PageContext, count: number): SearchRun {
    const run = SearchRun.#runs.get(context) ?? new SearchRun(context, count);
    SearchRun.#runs.set(context, run);
    return run;
  }

  readonly count: number;
  readonly whole: boolean;
  readonly layout: Layout;
  readonly #context: PageContext;
  /** the first article of this run's changes that is new: of it and those after it no written shard is believed, it may be of a killed run */
  #newFrom: number;
  readonly #named: Named;
  readonly #toldFrom = new Map<unknown, number>();
  readonly #journal: Journal;
  /** by file of titles, the grams that came or went */
  readonly #corrections = new Map<number, Promise<{ gram: number; number: number }[]>>();
  readonly #patched = new Map<number, Patched>();
  /** As they were when first read: shards and titles tell the same, whatever is corrected while the run writes them. */
  readonly #documents = new Map<number, SearchDocument | null>();
  #postings: Postings | undefined;
  readonly #days: [string, string][] = [];
  /** by level, the written shard that was read last */
  readonly #shardsRead: { shard: number; end: number; read: ShardRead | undefined }[] = [];

  private constructor(context: PageContext, count: number) {
    this.#context = context;
    this.count = count;
    this.#newFrom = count;
    this.whole = context.site.search === 'texts';
    this.layout = layoutOf(this.whole);
    this.#named = readNamed(context.published);
    this.#journal = readJournal(context.published);
  }

  /**
   * The first article from which on `what` has not been told of yet, for a change of the article at `seq`; undefined = all is told. The
   * archive may have grown beyond the changes of this run, and the index file names what the archive has: each is told to the end.
   */
  newSince(what: unknown, seq: number, isNew: boolean): number | undefined {
    const since = Math.min(isNew ? seq : this.count, this.#named.count);
    this.#newFrom = Math.min(this.#newFrom, since);
    if ((this.#toldFrom.get(what) ?? this.count) <= since) return undefined;
    this.#toldFrom.set(what, since);
    return since;
  }

  /** Shards of a level that change with a correction of the article at `seq`. */
  async mend(seq: number | undefined, level: number): Promise<number[]> {
    const { count, layout } = this;
    const shards = new Set<number>();
    for (const { gram, number } of await this.#changes(seq)) {
      const shard = layout.shardOf(level, gram);
      const { from, to } = layout.span(level, shard, count);
      if (from <= number && number < to) shards.add(shard);
    }
    return [...shards];
  }

  /** Is there anything to be mended? It is told before the first shard is, so that a run after this one was killed knows. */
  mends = async (seq: number | undefined): Promise<boolean> =>
    this.#journal.length > 0 || (await this.#changes(seq)).length > 0;

  journal = (): Journal => [
    ...this.#journal,
    ...[...this.#patched.values()].map(({ number, document }) => [number, document] as const),
  ];

  /**
   * Grams that came or went with a correction of the article at `seq`. Looked at in every run are also those that a killed run was about
   * to mend, and older titles that are written anew in one file with new ones: one may have been corrected since the changes were read.
   */
  async #changes(seq: number | undefined): Promise<{ gram: number; number: number }[]> {
    const { chunk } = this.layout;
    const looked = [this.#named.count, this.#newFrom].flatMap((end) => (end % chunk > 0 ? [end - 1] : []));
    for (const [number] of this.#journal) looked.push(number);
    if (seq !== undefined) looked.push(seq);
    const changes = [];
    for (const file of new Set(looked.map((number) => Math.floor(number / chunk)))) {
      const known = this.#corrections.get(file) ?? this.#compare(file * chunk);
      this.#corrections.set(file, known);
      changes.push(...(await known));
    }
    return changes;
  }

  /** Titles as last written, which is after the shards, are compared with what is now. */
  async #compare(from: number): Promise<{ gram: number; number: number }[]> {
    const { chunk } = this.layout;
    const written = titlesWritten(this.#context.published, this.#named, from, chunk);
    const changes = [];
    let number = from - 1;
    for await (const document of this.#read(from, Math.min(from + chunk, this.#named.count))) {
      const before = written[++number - from];
      const journal = this.#journal.flatMap(([own, state]) => (own === number ? [state] : []));
      const same = journal.length === 0 && JSON.stringify(document) === JSON.stringify(before);
      if (!document || same) continue;
      const grams = keysOf(document, this.layout);
      this.#patched.set(number, { number, document, grams });
      for (const gram of gramsThatChange([grams, ...statesBefore(before, journal, this.layout)]))
        changes.push({ gram, number });
    }
    return changes;
  }

  /** Reads the whole archive; on the way tells each file of titles that is full, whose documents are then at hand. */
  async *gather(): AsyncGenerator<number> {
    const builder = new PostingsBuilder();
    const { chunk } = this.layout;
    let seq = 0;
    this.#newFrom = 0;
    for await (const document of searchDocuments(this.#context.archive, { from: 0, to: this.count }, this.whole)) {
      this.#add(builder, document);
      addDay(this.#days, Math.floor(seq / DAYS_STEP), document);
      this.#documents.set(seq, document);
      if (++seq % chunk > 0) continue;
      yield seq / chunk - 1;
      for (let old = seq - chunk; old < seq; old++) this.#documents.delete(old);
    }
    this.#postings = builder.build(0);
  }

  /** Documents as the archive has them. */
  documents = (from: number, to: number): Promise<(SearchDocument | null)[]> => Array.fromAsync(this.#read(from, to));

  async *#read(from: number, to: number): AsyncGenerator<SearchDocument | null> {
    let seq = from;
    while (seq < to && this.#documents.has(seq)) yield this.#documents.get(seq++)!;
    if (seq === to) return;
    for await (const document of searchDocuments(this.#context.archive, { from: seq, to }, this.whole)) {
      if (!this.#documents.has(seq)) this.#documents.set(seq, document);
      yield this.#documents.get(seq++)!;
    }
  }

  /** Documents as this run tells of them: older ones as their titles are written, which is what the shards say too. */
  async *#told(from: number): AsyncGenerator<SearchDocument | null> {
    const { chunk } = this.layout;
    let seq = from;
    let written: (SearchDocument | null)[] = [];
    for (; seq < this.#newFrom; seq++) {
      const place = seq % chunk;
      if (seq === from || place === 0)
        written = titlesWritten(this.#context.published, this.#named, seq - place, chunk);
      if (this.#documents.has(seq)) yield this.#documents.get(seq)!;
      else if (written[place] !== undefined) yield written[place];
      else break;
    }
    yield* this.#read(seq, this.count);
  }

  /** The shard as it is now: from what is written of it and of younger levels, and from the archive what no written shard tells. */
  async shard(level: number, shard: number): Promise<Uint8Array | undefined> {
    const { layout } = this;
    const span = layout.span(level, shard, this.count);
    if (span.to === 0) return undefined;
    const keyBits = layout.keyBits(level);
    const low = shard * 2 ** keyBits;
    const pieces: Pairs[] = [];
    let at = span.from;
    for (let source = level; source >= 0 && at < Math.min(span.to, this.#newFrom); source--) {
      const parent = layout.shardOf(source, low);
      const offset = low - parent * 2 ** layout.keyBits(source);
      const read = this.#written(source, parent, offset + 2 ** keyBits);
      if (!read || read.span.from > at || read.span.to <= at) continue;
      const to = Math.min(read.span.to, span.to, this.#newFrom);
      pieces.push(select(read.pairs, offset, offset + 2 ** keyBits, at, to));
      at = to;
    }
    if (at < span.to) {
      const fresh = await this.#fresh(at);
      pieces.push(fresh.pairs(low, low + 2 ** keyBits, { from: at, to: span.to }));
    }
    return writeShard(span, keyBits, this.#withPatches(joined(pieces), span, low, low + 2 ** keyBits));
  }

  #withPatches(pairs: Pairs, span: { from: number; to: number }, low: number, high: number): Pairs {
    const here = [...this.#patched.values()].filter(({ number }) => span.from <= number && number < span.to);
    if (here.length === 0) return pairs;
    const numbers = new Set(here.map(({ number }) => number));
    const kept = Array.from(pairs).filter((pair) => !numbers.has(pair % DOCUMENTS));
    for (const { number, grams } of here)
      for (const gram of grams) if (low <= gram && gram < high) kept.push((gram - low) * DOCUMENTS + number);
    return Float64Array.from(kept).sort();
  }

  /** A written shard, at least its keys below `end`: all of it where it is asked for again, as it is in runs of many articles. */
  #written(level: number, shard: number, end: number): ShardRead | undefined {
    const known = this.#shardsRead[level];
    if (known?.shard === shard && known.end >= end) return known.read;
    const upTo = known?.shard === shard ? Number.POSITIVE_INFINITY : end;
    const bytes = this.#context.published(shardPath(level, shard));
    const read = bytes && pairsIn(bytes, this.layout.keyBits(level), upTo);
    this.#shardsRead[level] = { shard, end: upTo, read };
    return read;
  }

  /** Of the documents from `from` on. */
  async #fresh(from: number): Promise<Postings> {
    if (this.#postings && this.#postings.span.from <= from) return this.#postings;
    if (from >= this.tailFrom) {
      const grams = (await Array.fromAsync(this.#told(this.tailFrom))).map((document) => this.#gramsOf(document));
      this.#postings = fewPostings(this.tailFrom, grams);
    } else {
      const builder = new PostingsBuilder();
      for await (const document of this.#told(from)) this.#add(builder, document);
      this.#postings = builder.build(from);
    }
    return this.#postings;
  }

  /** The newest documents are asked for with every article that comes. */
  #gramsOf = (document: SearchDocument | null): Uint32Array => {
    if (!document) return new Uint32Array();
    const key = `search grams ${JSON.stringify(document)}`;
    const known = this.#context.memory.get(key);
    if (known) return new Uint32Array(known.buffer);
    const grams = Uint32Array.from(keysOf(document, this.layout)).sort();
    this.#context.memory.set(key, document[0], new Uint8Array(grams.buffer));
    return grams;
  };

  #signatureOf = (document: SearchDocument | null): Uint8Array => {
    const key = `search signature ${JSON.stringify(document)}`;
    const signature = this.#context.memory.get(key) ?? signatureOf(this.#gramsOf(document), this.layout.bits);
    this.#context.memory.set(key, document?.[0] ?? '', signature);
    return signature;
  };

  #add(builder: PostingsBuilder, document: SearchDocument | null): void {
    builder.beginDocument();
    if (document) eachKeyOf(document, this.layout, builder.add);
  }

  /** First and last day of every DAYS_STEP documents; what is written stays as it is, because addresses do. */
  async days(file: number): Promise<DaySpan[]> {
    const first = file * DAYS_SPANS;
    const end = Math.min(first + DAYS_SPANS, Math.floor(this.count / DAYS_STEP));
    if (this.#days.length >= end) return this.#days.slice(first, end);
    const bytes = this.#context.published(daysPath(file));
    const known = bytes ? (JSON.parse(Buffer.from(bytes).toString()) as DaySpan[]) : [];
    const believed = Math.min(known.length, Math.max(0, Math.floor(this.#newFrom / DAYS_STEP) - first));
    const spans: [string, string][] = [];
    let seq = (first + believed) * DAYS_STEP;
    const heads = searchDocuments(this.#context.archive, { from: seq, to: end * DAYS_STEP }, false);
    for await (const document of heads) addDay(spans, Math.floor(seq++ / DAYS_STEP) - first - believed, document);
    return [...known.slice(0, believed), ...spans];
  }

  /** Signatures of the newest documents, one after another. */
  tailSignatures = async (): Promise<Uint8Array> =>
    Buffer.concat((await Array.fromAsync(this.#told(this.tailFrom))).map(this.#signatureOf));

  /** First and last day of the newest documents. */
  async tailDays(): Promise<DaySpan> {
    const spans: [string, string][] = [];
    for await (const document of this.#told(this.tailFrom)) addDay(spans, 0, document);
    return spans[0] ?? ['9999', ''];
  }

  get tailFrom(): number {
    return Math.max(0, this.count - TAIL);
  }
}

function addDay(spans: [string, string][], at: number, document: SearchDocument | null): void {
  spans[at] ??= ['9999', ''];
  const span = spans[at];
  if (!document) return;
  const day = dayOf(document);
  if (day < span[0]) span[0] = day;
  if (day > span[1]) span[1] = day;
}

/** Pairs of keys `low <= key < high` and documents `from <= document < to`; keys become distances from `low`. */
function select(pairs: Pairs, low: number, high: number, from: number, to: number): Pairs {
  const selected: number[] = [];
  for (const pair of pairs) {
    if (pair < low * DOCUMENTS) continue;
    if (pair >= high * DOCUMENTS) break;
    const document = pair % DOCUMENTS;
    if (from <= document && document < to) selected.push(pair - low * DOCUMENTS);
  }
  return selected;
}

const joined = (pieces: readonly Pairs[]): Pairs => (pieces.length > 0 ? pieces.reduce(merged) : []);

function merged(a: Pairs, b: Pairs): Pairs {
  const all = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < all.length; at++) all[at] = j === b.length || a[i]! < b[j]! ? a[i++]! : b[j++]!;
  return all;
}
