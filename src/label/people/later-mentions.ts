import { scanFew } from '../lexicon.ts';
import { isDot } from './foreign-names.ts';
import type { PersonHit } from './person-hit.ts';
import { followAt } from './read-name.ts';

/** The mentions found first, and every further one of the same names or of the last part of a foreign name. */
export function laterMentions(text: string, first: readonly PersonHit[], free: (at: number) => boolean): PersonHit[] {
  const names = new Map<string, string>();
  for (const hit of first) {
    names.set(hit.name, hit.name);
    const printed = text.slice(hit.start, hit.end);
    if (printed !== hit.name && printed.length === hit.name.length + 1) names.set(printed, hit.name);
    const family = / ([A-Z][A-Za-z'’-]{2,})$/.exec(hit.name)?.[1];
    if (family !== undefined && !names.has(family)) names.set(family, hit.name);
    const dot = [...hit.name].findLastIndex(isDot);
    const lastPart = dot > 0 ? hit.name.slice(dot + 1).replace(/[小一二三四五六]世$/, '') : '';
    if (lastPart.length >= 2 && !names.has(lastPart)) names.set(lastPart, hit.name);
  }
  if (names.size === 0) return [];
  const at = new Map(first.map((hit) => [hit.start, hit]));
  const all: PersonHit[] = [];
  for (const hit of scanFew(text, names)) {
    const own = at.get(hit.start);
    if (own && own.end === hit.end) all.push(own);
    else if (
      hit.end - hit.start > 2 ||
      followAt(text, hit.end) >= 1 ||
      free(hit.start) ||
      names.has(text.slice(hit.end, hit.end + 3)) ||
      names.has(text.slice(hit.end, hit.end + 2))
    ) {
      if (isDot(text[hit.end] ?? '') || isDot(text[hit.start - 1] ?? '')) continue;
      all.push({
        start: hit.start,
        end: hit.end,
        name: hit.value,
        offices: [],
        confidence: 0.9,
        evidence: `${hit.value} elsewhere in the text`,
      });
    }
  }
  return all;
}
