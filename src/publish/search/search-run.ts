import type { PageContext } from '../page-context.ts';
import type { PatchedDocument } from './patch-shard.ts';
import { patchShard } from './patch-shard.ts';
import { CHUNK, chunkPath, type Segment, segmentsOf, shardOf, shardPath, UNIT } from './search-core.js';
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

  /**
   * Segments that may have been there before this run and are no more: of any length of the archive from the article at `seq` on, since
   * an earlier run may have seen more of it than its changes told. Told once a run.
   */
  sweep(seq: number): Segment[] {
    if (this.#swept) return [];
    this.#swept = true;
    const key = ({ from, to }: Segment): string => `${from}-${to}`;
    const now = new Set(this.segments.map(key));
    const gone = new Map<string, Segment>();
    for (let count = seq - (seq % UNIT); count <= this.count; count += UNIT) {
      for (const segment of segmentsOf(count)) if (!now.has(key(segment))) gone.set(key(segment), segment);
    }
    return [...gone.values()];
  }

  /**
   * Shards to be mended for the correction of the article at `seq`: those of every gram that not all of its states have. The titles as
   * last written are one state, so a run that was killed before it wrote the shards finds the same ones again. The file of titles is
   * written whole, so its other articles are looked at too: one may have been corrected since the changes of this run were read.
   */
  async mend(seq: number, segment: Segment): Promise<number[]> {
    const bits = shardBits(segment, this.whole);
    const touched = new Set<number>();
    const from = seq - (seq % CHUNK);
    const written = this.#titlesWritten(from);
    let at = from;
    for await (const found of searchDocuments(this.#context.archive, { from, to: from + CHUNK }, this.whole)) {
      const here = at++;
      if (!found) continue;
      const grams = gramSet(found.document, found.text);
      this.#patched.set(here, { number: here - segment.from, grams });
      const states = [grams, ...(await this.#statesBefore(found.document, written[here - from]))];
      for (const gram of new Set(states.flatMap((state) => [...state]))) {
        if (states.some((state) => !state.has(gram))) touched.add(shardOf(gram, bits));
      }
    }
    return [...touched];
  }

  async #statesBefore(now: SearchDocument, written: SearchDocument | null | undefined): Promise<Set<number>[]> {
    if (!written) return [new Set()];
    if (!this.whole) return [gramSet(written, '')];
    const id = now[0].slice(now[0].lastIndexOf('/') + 1);
    const revisions = await this.#context.archive.revisions(id);
    return revisions.map(({ title, text }) => gramSet([written[0], title, written[2], written[3], ''], text));
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

  #titlesWritten(from: number): (SearchDocument | null)[] {
    const chunk = this.#context.published(chunkPath(from / CHUNK));
    return chunk ? (JSON.parse(Buffer.from(chunk).toString()) as SearchDocument[]) : [];
  }
}

function gramSet(document: SearchDocument, text: string): Set<number> {
  const grams = new Set<number>();
  gramsOf(document, text, (gram) => grams.add(gram));
  return grams;
}
