import { alike, type Signature, signatureOf } from './find-alike.ts';

export interface Duplicate {
  id: string;
  /** containment, 0..1 */
  share: number;
}

/** Finds, for each text given to it, the earlier ones it reprints. In memory; for batches. */
export class DuplicateIndex {
  readonly #signatures = new Map<string, Signature>();
  readonly #bands = new Map<number, string[]>();
  readonly #group = new Map<string, string>();

  /** Group: the id of the group's first text. */
  add(id: string, text: string): { group: string; duplicates: Duplicate[] } {
    const signature = signatureOf(text);
    const candidates = new Set<string>();
    for (const band of signature.bands) for (const other of this.#bands.get(band) ?? []) candidates.add(other);
    const duplicates: Duplicate[] = [];
    for (const other of candidates) {
      const share = alike(signature, this.#signatures.get(other)!);
      if (share !== undefined) duplicates.push({ id: other, share: Math.round(share * 1000) / 1000 });
    }
    duplicates.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
    const group = this.#group.get(duplicates[0]?.id ?? '') ?? id;
    this.#signatures.set(id, signature);
    this.#group.set(id, group);
    for (const band of signature.bands) {
      const known = this.#bands.get(band);
      if (known) known.push(id);
      else this.#bands.set(band, [id]);
    }
    return { group, duplicates };
  }
}
