import { labelName } from '../label/label-name.ts';
import type { Label } from '../model/label.ts';

const LISTED = new Set(['company', 'person', 'place', 'org', 'topic']);

/** The lists an article stands in because of its labels: one per thing with an identity. */
export function labelLists(labels: readonly Label[]): { key: string; title: string }[] {
  const lists = new Map<string, string>();
  for (const label of labels) {
    if (label.id === undefined || !LISTED.has(label.kind)) continue;
    const key = `label:${label.kind}:${label.id}`;
    if (!lists.has(key)) lists.set(key, labelName(label));
  }
  return [...lists].map(([key, title]) => ({ key, title }));
}
