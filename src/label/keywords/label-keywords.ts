import type { Label, LabelKind } from '../../model/label.ts';
import type { Labeller } from '../document.ts';

const WEIGHT: Partial<Record<LabelKind, number>> = { topic: 3, company: 2.5, org: 1.6, person: 1.5, place: 1 };
const MOST = 8;

/** The labels an article is about: by how often they stand in it and whether the title has them; eight at most. */
export const labelKeywords: Labeller = (document, soFar) => {
  const found = new Map<string, { first: Label; score: number; count: number }>();
  for (const label of soFar) {
    const weight = WEIGHT[label.kind];
    if (weight === undefined || label.within !== undefined || label.surface.length < 2 || label.surface.length > 20)
      continue;
    if (label.evidence[0] === 'list of media') continue;
    const key = `${label.kind}:${label.id ?? label.surface}`;
    const known = found.get(key);
    const inTitle = label.start < document.title.length ? 3 : 0;
    if (known) {
      known.score += weight + inTitle;
      known.count++;
    } else found.set(key, { first: label, score: weight + inTitle, count: 1 });
  }
  return [...found.values()]
    .filter((entry) => entry.score >= 3)
    .sort((a, b) => b.score - a.score || a.first.start - b.first.start)
    .slice(0, MOST)
    .map(({ first, score, count }) => ({
      kind: 'keyword' as const,
      surface: first.surface,
      ...(first.id === undefined || first.kind === 'place' ? {} : { id: first.id }),
      start: first.start,
      end: first.end,
      confidence: Math.min(0.95, 0.5 + score / 40),
      evidence: [`${first.kind}, ${count} times`],
    }));
};
