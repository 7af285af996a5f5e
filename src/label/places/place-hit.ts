import type { Division } from './divisions.ts';

/** A place in the text. `code` is absent where the name has none, or where several bear it and nothing near tells which. */
export interface PlaceHit {
  start: number;
  end: number;
  code?: string;
  level: Division['level'] | 'town' | 'village' | 'country' | 'foreign' | 'region' | 'site';
  confidence: number;
  evidence: string;
}

/** Both lists in order; of two that overlap the longer stays. */
export function mergePlaces(a: readonly PlaceHit[], b: readonly PlaceHit[]): PlaceHit[] {
  if (b.length === 0) return [...a];
  const all = [...a, ...b].sort((x, y) => x.start - y.start || y.end - x.end);
  const kept: PlaceHit[] = [];
  for (const hit of all) {
    const last = kept[kept.length - 1];
    if (last === undefined || hit.start >= last.end) kept.push(hit);
    else if (hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}
