import { PostingsBuilder } from './postings-builder.ts';
import { DAYS_STEP, type Segment, UNIT } from './search-core.js';
import { dayOf, gramsOf, type SearchDocument } from './search-document.ts';

/**
 * Documents for one shard: makes shards of 1 to 2 KB over titles and leads, 3 KB over whole texts. Young segments are cut finer,
 * because nearly every gram in them stands alone with its key; the youngest, written every sixteenth article, is not.
 */
function perShard(size: number, whole: boolean): number {
  if (whole) return size > UNIT ? 1 : 2;
  return size > UNIT && size <= 1024 ? 4 : 8;
}

/** log2 of the number of shards; sizes of segments are powers of two */
export const shardBits = ({ from, to }: Segment, whole: boolean): number =>
  Math.log2((to - from) / perShard(to - from, whole));

export interface BuiltSegment {
  shards: Uint8Array[];
  /** first and last day of every DAYS_STEP documents */
  days: (readonly [first: string, last: string])[];
}

/** Takes the documents of a segment one after another, from its first; a number without an article is undefined. */
export class SegmentBuilder {
  readonly #postings = new PostingsBuilder();
  readonly #days: [string, string][] = [];
  #number = 0;

  add(found: { document: SearchDocument; text: string } | undefined): void {
    this.#postings.beginDocument();
    const block = Math.floor(this.#number++ / DAYS_STEP);
    this.#days[block] ??= ['9999', ''];
    if (!found) return;
    gramsOf(found.document, found.text, this.#postings.add);
    const day = dayOf(found.document);
    const span = this.#days[block];
    if (day < span[0]) span[0] = day;
    if (day > span[1]) span[1] = day;
  }

  build(bits: number): BuiltSegment {
    return { shards: this.#postings.shards(bits), days: this.#days };
  }
}
