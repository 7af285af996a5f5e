import type { Archive } from '../../model/archive.ts';
import { PostingsBuilder } from './postings-builder.ts';
import { DAYS_STEP, type Segment } from './search-core.js';
import { dayOf, gramsOf, searchDocuments } from './search-document.ts';

/** Documents for one shard: makes shards of about 2 KB over titles and leads, 6 KB over whole texts. */
const PER_SHARD = { titles: 8, texts: 2 };

/** log2 of the number of shards; sizes of segments are powers of two */
export const shardBits = ({ from, to }: Segment, whole: boolean): number =>
  Math.log2((to - from) / (whole ? PER_SHARD.texts : PER_SHARD.titles));

export interface BuiltSegment {
  shards: Uint8Array[];
  /** first and last day of every DAYS_STEP documents */
  days: (readonly [first: string, last: string])[];
}

export async function buildSegment(archive: Archive, segment: Segment, whole: boolean): Promise<BuiltSegment> {
  const builder = new PostingsBuilder();
  const days: [string, string][] = [];
  let number = 0;
  for await (const found of searchDocuments(archive, segment, whole)) {
    builder.beginDocument();
    const block = Math.floor(number++ / DAYS_STEP);
    days[block] ??= ['9999', ''];
    if (!found) continue;
    const { document, text } = found;
    gramsOf(document, text, builder.add);
    const day = dayOf(document);
    const span = days[block];
    if (day < span[0]) span[0] = day;
    if (day > span[1]) span[1] = day;
  }
  return { shards: builder.shards(shardBits(segment, whole)), days };
}
