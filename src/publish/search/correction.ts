import type { PageContext } from '../page-context.ts';
import { gramsOf, type SearchDocument, searchDocuments } from './search-document.ts';
import { chunkPath, type Layout } from './search-layout.js';

/** A document as it is now: all its grams. */
export interface Patched {
  number: number;
  grams: ReadonlySet<number>;
}

export interface Correction {
  /** grams that came or went */
  grams: { gram: number; number: number }[];
  patched: Patched[];
}

export interface Corrected {
  seq: number;
  /** articles that the index told of before */
  count: number;
  layout: Layout;
  whole: boolean;
}

/**
 * What changes in the index with a correction of the article at `seq`. It is compared with what its file of titles says, which is
 * written after the shards: a run that was killed in between finds the same grams again. That file is written whole, so its other
 * articles are looked at too: one may have been corrected since the changes of this run were read.
 */
export async function correctionOf(
  context: PageContext,
  { seq, count, layout: { chunk, gramBits }, whole }: Corrected,
): Promise<Correction> {
  const correction: Correction = { grams: [], patched: [] };
  const from = seq - (seq % chunk);
  const written = titlesWritten(context, from, chunk);
  let number = from - 1;
  for await (const document of searchDocuments(context.archive, { from, to: Math.min(from + chunk, count) }, whole)) {
    number++;
    const before = written[number - from];
    if (!document || JSON.stringify(document) === JSON.stringify(before)) continue;
    const grams = gramsOf(document, gramBits);
    correction.patched.push({ number, grams });
    for (const gram of grams.symmetricDifference(before ? gramsOf(before, gramBits) : new Set<number>()))
      correction.grams.push({ gram, number });
  }
  return correction;
}

/** The titles from `from` on as they stand in their file, or those of them that stand in the index file. */
export function titlesWritten(context: PageContext, from: number, chunk: number): (SearchDocument | null)[] {
  const read = (path: string): unknown => {
    const bytes = context.published(path);
    return bytes && JSON.parse(Buffer.from(bytes).toString());
  };
  const file = read(chunkPath(from / chunk)) as (SearchDocument | null)[] | undefined;
  if (file) return file;
  const index = read('search/index.json') as { count: number; open: (SearchDocument | null)[] } | undefined;
  return index && index.count - index.open.length === from ? index.open : [];
}
