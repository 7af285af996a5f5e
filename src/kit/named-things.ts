import type { Label, LabelKind } from '../model/label.ts';

/** Kinds of labels that are things: they have lists, and stand in boxes of facts. */
const NAMED: ReadonlySet<LabelKind> = new Set(['company', 'person', 'place', 'org', 'topic']);

/**
 * Labels of things, in their order. A listed company is often found as a body too: what stands where a company does is that company, here
 * and wherever else the text names it, and no second thing.
 */
export function namedThings(labels: readonly Label[]): Label[] {
  const companies = new Set(labels.filter(({ kind }) => kind === 'company').map(({ start, end }) => `${start} ${end}`));
  const doubles = new Set(
    labels
      .filter(({ kind, start, end }) => kind === 'org' && companies.has(`${start} ${end}`))
      .map(({ id, surface }) => id ?? surface),
  );
  return labels.filter(({ kind, id, surface }) => NAMED.has(kind) && !(kind === 'org' && doubles.has(id ?? surface)));
}
