import { namedThings } from '../kit/named-things.ts';
import type { Article } from '../model/article.ts';
import type { Label, LabelKind } from '../model/label.ts';
import { clip, withoutBidi } from './plain.ts';

const TYPES: Partial<Record<LabelKind, string>> = {
  company: 'Corporation',
  person: 'Person',
  place: 'Place',
  org: 'Organization',
  topic: 'Thing',
};
const MOST = 30;

/** Each labelled thing with an identity once, in order of appearance, at most 30. */
export function labelledThings(article: Article): Label[] {
  const things = new Map<string, Label>();
  for (const label of namedThings(article.labels)) {
    if (label.id === undefined || label.surface.trim() === '') continue;
    const key = `${label.kind}:${label.id}`;
    if (!things.has(key)) things.set(key, label);
    if (things.size === MOST) break;
  }
  return [...things.values()];
}

/** schema.org `mentions`. A company's id is its ticker, a place's its administrative code; other ids are ours alone. */
export const mentions = (article: Article): Record<string, unknown>[] =>
  labelledThings(article).map(({ kind, id, surface, role }) => ({
    '@type': TYPES[kind],
    name: clip(withoutBidi(surface), 60),
    ...(kind === 'company' || kind === 'place' ? { identifier: id } : {}),
    ...(kind === 'person' && role?.length ? { jobTitle: clip(withoutBidi(role.join('、')), 80) } : {}),
  }));

/** The `_labels` extension of a JSON Feed item. */
export const feedLabels = (article: Article): Record<string, unknown>[] =>
  labelledThings(article).map(({ kind, id, surface, role, confidence }) => ({
    kind,
    id,
    surface: clip(withoutBidi(surface), 60),
    ...(role?.length ? { role } : {}),
    confidence,
  }));
