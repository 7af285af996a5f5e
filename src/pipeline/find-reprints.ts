import { alike, signatureOf } from '../cluster/find-alike.ts';
import { shingles } from '../cluster/min-hash.ts';
import type { ArticleDraft, Store } from '../store/store.ts';

const CANDIDATES = 20;
/** A text like one of long before is a form letter, not a reprint: daily rates, weekly weather. */
const APART_MS = 3 * 24 * 3600_000;

/** The draft with its band keys and the articles it reprints, the most alike first. */
export async function withReprints(draft: ArticleDraft, store: Store): Promise<ArticleDraft> {
  const signature = signatureOf(draft.text);
  if (signature.bands.length === 0) return draft;
  const near: { id: string; share: number }[] = [];
  const told = Date.parse(draft.published ?? draft.firstSeen);
  for (const other of await store.sharingBands(signature.bands, told - APART_MS, told + APART_MS, CANDIDATES)) {
    if (other.id === draft.id) continue;
    const share = alike(signature, { shingles: shingles(other.text) });
    if (share !== undefined) near.push({ id: other.id, share });
  }
  near.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  return { ...draft, bands: signature.bands, ...(near.length > 0 ? { alike: near.map((other) => other.id) } : {}) };
}
