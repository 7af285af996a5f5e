import { namedThings } from '../kit/named-things.ts';
import { labelName } from '../label/label-name.ts';
import type { Label } from '../model/label.ts';
import type { Note } from '../model/note.ts';

/** The lists an article stands in because of its labels: one per thing with an identity. */
export function labelLists(labels: readonly Label[]): { key: string; title: string }[] {
  const lists = new Map<string, string>();
  for (const label of namedThings(labels)) {
    if (label.id === undefined) continue;
    const key = `label:${label.kind}:${label.id}`;
    if (!lists.has(key)) lists.set(key, labelName(label));
  }
  return [...lists].map(([key, title]) => ({ key, title }));
}

/** Words of the body that its publisher had linked to quotations, as cleaning noted them. */
export const linkedWords = (notes: readonly Note[]): string[] =>
  notes.flatMap(({ code, text }) => (code === 'unlinked-stock' && text !== undefined ? [text] : []));
