import { keysOf, type SearchDocument } from './search-document.ts';
import { chunkPath, type Layout } from './search-layout.js';

export type Published = (path: string) => Uint8Array | undefined;

/** A document as it is now: all its grams. */
export interface Patched {
  number: number;
  document: SearchDocument;
  grams: ReadonlySet<number>;
}

/** What a run was about to make of corrected documents; gone when it has done so. Named as the sink names what is half-written. */
export const JOURNAL = 'search/.kanyin-mending';
export type Journal = (readonly [number: number, document: SearchDocument])[];

const readJson = (published: Published, path: string): unknown => {
  const bytes = published(path);
  return bytes && JSON.parse(Buffer.from(bytes).toString());
};

export const readJournal = (published: Published): Journal =>
  (readJson(published, JOURNAL) as Journal | undefined) ?? [];

/** Of the index file: articles it names, and the newest titles, that stand in no file of their own yet. */
export interface Named {
  count: number;
  open: (SearchDocument | null)[];
}

export const readNamed = (published: Published): Named =>
  (readJson(published, 'search/index.json') as Named | undefined) ?? { count: 0, open: [] };

/** Grams that not all states of a document have. */
export function gramsThatChange(states: readonly ReadonlySet<number>[]): number[] {
  const all = new Set(states.flatMap((state) => [...state]));
  return [...all].filter((gram) => states.some((state) => !state.has(gram)));
}

/** Those states of a document that shards may tell of: as its titles stand, and as killed runs were about to make it. */
export function statesBefore(
  written: SearchDocument | null | undefined,
  journal: readonly SearchDocument[],
  layout: Layout,
): ReadonlySet<number>[] {
  return [written ? keysOf(written, layout) : new Set(), ...journal.map((state) => keysOf(state, layout))];
}

/** The titles from `from` on as they stand in their file, or those of them that stand in the index file. */
export function titlesWritten(
  published: Published,
  named: Named,
  from: number,
  chunk: number,
): (SearchDocument | null)[] {
  if (named.count - named.open.length === from) return named.open;
  return (readJson(published, chunkPath(from / chunk)) as (SearchDocument | null)[] | undefined) ?? [];
}
