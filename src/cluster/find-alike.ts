import { bandKeys, containment, shingles } from './min-hash.ts';

/** Reprints share at least so much of the shorter text. */
export const ALIKE = 0.7;
/** A text this much shorter than the other is a quotation, not a reprint. */
const SHORTEST_SHARE = 0.3;
/** Shingles below which texts are too short to be called reprints of each other. */
const LEAST_SHINGLES = 40;

export interface Signature {
  shingles: Set<number>;
  /** keys under which candidates are found */
  bands: number[];
}

/** The signature of an article; `bands` is empty for a text too short to compare. */
export function signatureOf(text: string): Signature {
  const found = shingles(text);
  return { shingles: found, bands: found.size < LEAST_SHINGLES ? [] : bandKeys(found) };
}

/** How alike two articles are, 0..1; undefined below the threshold. */
export function alike(a: Pick<Signature, 'shingles'>, b: Pick<Signature, 'shingles'>): number | undefined {
  const small = Math.min(a.shingles.size, b.shingles.size);
  const large = Math.max(a.shingles.size, b.shingles.size);
  if (small < LEAST_SHINGLES || small / large < SHORTEST_SHARE) return undefined;
  const share = containment(a.shingles, b.shingles);
  return share >= ALIKE ? share : undefined;
}
