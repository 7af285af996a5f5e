import type { PersonHit } from './person-hit.ts';
import { TITLES_AFTER } from './titles.ts';

/** 李市长 for 李光辉 earlier in the text: surname with a title, where one person of that surname has been named before. */
export function titledMentions(text: string, hits: readonly PersonHit[]): PersonHit[] {
  const bySurname = new Map<string, Map<string, number>>();
  const taken = new Set<number>();
  for (const hit of hits) {
    taken.add(hit.start);
    if (hit.name.length > 3) continue;
    const names = bySurname.get(hit.name[0]!) ?? new Map<string, number>();
    if (!names.has(hit.name)) names.set(hit.name, hit.end);
    bySurname.set(hit.name[0]!, names);
  }
  const found: PersonHit[] = [];
  for (const [surname, names] of bySurname) {
    if (names.size !== 1) continue;
    const [name, end] = [...names][0]!;
    for (let at = text.indexOf(surname, end); at >= 0 && found.length < 500; at = text.indexOf(surname, at + 1)) {
      const title = TITLES_AFTER.at(text, at + 1);
      if (
        !title ||
        taken.has(at) ||
        title.value.length < 2 ||
        (/[\u4e00-\u9fff]/.test(text[at - 1] ?? '') && !/[，。、的和与对向]/.test(text[at - 1]!))
      )
        continue;
      found.push({
        start: at,
        end: title.end,
        name,
        offices: [title.value],
        confidence: 0.85,
        evidence: `surname and title of ${name}`,
      });
    }
  }
  return found;
}
