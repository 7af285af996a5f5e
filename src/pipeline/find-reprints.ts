import { alike, signatureOf } from '../cluster/find-alike.ts';
import type { ArticleDraft, Store } from '../store/store.ts';

const CANDIDATES = 20;

/** The draft with its band keys and the articles it reprints, the most alike first. */
export async function withReprints(draft: ArticleDraft, store: Store): Promise<ArticleDraft> {
  const signature = signatureOf(draft.text);
  if (signature.bands.length === 0) return draft;
  const near: { id: string; share: number }[] = [];
  for (const other of await store.sharingBands(signature.bands, CANDIDATES)) {
    if (other.id === draft.id) continue;
    const share = alike(signature, signatureOf(other.text));
    if (share !== undefined) near.push({ id: other.id, share });
  }
  near.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  return { ...draft, bands: signature.bands, ...(near.length > 0 ? { alike: near.map((other) => other.id) } : {}) };
}
