import type { Article } from '../../model/article.ts';
import type { PageContext } from '../page-context.ts';
import type { PatchedDocument } from './patch-shard.ts';
import { patchShard } from './patch-shard.ts';
import { CHUNK, chunkPath, type Segment, segmentsOf, shardOf, shardPath } from './search-core.js';
import { gramsOf, type SearchDocument, searchDocuments } from './search-document.ts';
import { type BuiltSegment, SegmentBuilder, shardBits } from './segment-builder.ts';

/** What one publish run knows of the index: which segments there are now, which of them it writes anew, which it mends. */
export class SearchRun {
  static readonly #runs = new WeakMap<PageContext, SearchRun>();
  static of(context: PageContext, count: number): SearchRun {
    const run = SearchRun.#runs.get(context) ?? new SearchRun(context, count);
    SearchRun.#runs.set(context, run);
    return run;
  }

  readonly segments: readonly Segment[];
  readonly count: number;
  readonly whole: boolean;
  readonly #context: PageContext;
  readonly #fresh = new Set<number>();
  readonly #patched = new Map<number, PatchedDocument>();
  /** documents a full run has just met */
  #met: { from: number; documents: (SearchDocument | null)[] } | undefined;
  #built: { from: number; segment: BuiltSegment } | undefined;
  #swept = false;
  #titlesTold = 0;

  private constructor(context: PageContext, count: number) {
    this.#context = context;
    this.count = count;
    this.segments = segmentsOf(count);
    this.whole = context.site.search === 'texts';
  }

  /** first document that stands in no segment */
  get tailFrom(): number {
    return this.segments.at(-1)?.to ?? 0;
  }

  segmentAt = (seq: number): Segment | undefined =>
    this.segments.find((segment) => segment.from <= seq && seq < segment.to);

  /** From now on the segment is written whole; true the first time. */
  begin(segment: Segment): boolean {
    if (this.#fresh.has(segment.from)) return false;
    this.#fresh.add(segment.from);
    return true;
  }

  /**
   * Segments that did not exist before the article at `seq` came: it, or one filed since, is in them. All of them, because the archive
   * may have grown beyond the changes of this run, and the index names what the archive has.
   */
  segmentsSince = (seq: number): Segment[] =>
    this.segments.filter((segment) => segment.to > seq && this.begin(segment));

  /** Files of titles that became full with the article at `seq` or since; told once a run. */
  titlesSince(seq: number): number[] {
    const full = Math.floor(this.count / CHUNK);
    const from = Math.max(Math.floor(seq / CHUNK), this.#titlesTold);
    this.#titlesTold = Math.max(full, this.#titlesTold);
    return Array.from({ length: Math.max(0, full - from) }, (_, i) => from + i);
  }

  /** Segments that were there before the article at `seq` came and are no more; told once a run. */
  sweep(seq: number): Segment[] {
    if (this.#swept) return [];
    this.#swept = true;
    const now = new Set(this.segments.map(({ from, to }) => `${from}-${to}`));
    return segmentsOf(Math.min(seq, this.count)).filter(({ from, to }) => !now.has(`${from}-${to}`));
  }

  /**
   * Shards a corrected article may touch: those of every gram that not all of its states have. The titles as last written are one
   * state, so a run that was killed before it wrote the shards finds the same ones again.
   */
  async mend(article: Article, seq: number, segment: Segment): Promise<number[]> {
    const { archive } = this.#context;
    const now = await this.#gramsNow(seq);
    this.#patched.set(seq, { number: seq - segment.from, grams: now });
    const before = this.#documentBefore(seq);
    const states = [now];
    if (!before) states.push(new Set());
    else if (this.whole)
      for (const { title, text } of await archive.revisions(article.id))
        states.push(gramSet([before[0], title, before[2], before[3], ''], text));
    else states.push(gramSet(before, ''));
    const bits = shardBits(segment, this.whole);
    const touched = new Set<number>();
    for (const gram of new Set(states.flatMap((state) => [...state]))) {
      if (states.some((state) => !state.has(gram))) touched.add(shardOf(gram, bits));
    }
    return [...touched];
  }

  /** Builds a segment; on the way tells each file of titles that is full, whose documents are then at hand. */
  async *gather(segment: Segment): AsyncGenerator<number> {
    const builder = new SegmentBuilder();
    let met: (SearchDocument | null)[] = [];
    let seq = segment.from;
    for await (const found of searchDocuments(this.#context.archive, segment, this.whole)) {
      builder.add(found);
      met.push(found?.document ?? null);
      if (++seq % CHUNK > 0) continue;
      this.#met = { from: seq - CHUNK, documents: met };
      met = [];
      yield seq / CHUNK - 1;
    }
    this.#met = undefined;
    this.#built = { from: segment.from, segment: builder.build(shardBits(segment, this.whole)) };
  }

  async documents(from: number, to: number): Promise<(SearchDocument | null)[]> {
    if (this.#met?.from === from) return this.#met.documents;
    const documents = [];
    for await (const found of searchDocuments(this.#context.archive, { from, to }, false))
      documents.push(found?.document ?? null);
    return documents;
  }

  async shard(segment: Segment, shard: number): Promise<Uint8Array> {
    const published = this.#fresh.has(segment.from) ? undefined : this.#context.published(shardPath(segment, shard));
    if (!published) return (await this.#build(segment)).shards[shard] ?? new Uint8Array();
    const patched = [...this.#patched]
      .filter(([seq]) => segment.from <= seq && seq < segment.to)
      .map(([, document]) => document);
    return patchShard(published, { shard, bits: shardBits(segment, this.whole) }, patched);
  }

  async days(segment: Segment): Promise<BuiltSegment['days']> {
    return (await this.#build(segment)).days;
  }

  async #build(segment: Segment): Promise<BuiltSegment> {
    if (this.#built?.from !== segment.from) {
      const builder = new SegmentBuilder();
      for await (const found of searchDocuments(this.#context.archive, segment, this.whole)) builder.add(found);
      this.#built = { from: segment.from, segment: builder.build(shardBits(segment, this.whole)) };
    }
    return this.#built.segment;
  }

  async #gramsNow(seq: number): Promise<Set<number>> {
    for await (const found of searchDocuments(this.#context.archive, { from: seq, to: seq + 1 }, this.whole)) {
      if (found) return gramSet(found.document, found.text);
    }
    return new Set();
  }

  #documentBefore(seq: number): SearchDocument | undefined {
    const chunk = this.#context.published(chunkPath(Math.floor(seq / CHUNK)));
    return chunk && (JSON.parse(Buffer.from(chunk).toString()) as SearchDocument[])[seq % CHUNK];
  }
}

function gramSet(document: SearchDocument, text: string): Set<number> {
  const grams = new Set<number>();
  gramsOf(document, text, (gram) => grams.add(gram));
  return grams;
}
