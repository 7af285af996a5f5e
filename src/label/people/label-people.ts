import type { Label } from '../../model/label.ts';
import type { Labeller } from '../document.ts';
import { Lexicon } from '../lexicon.ts';
import { sentenceAt, sentenceStarts } from '../sentences.ts';
import { findPeople, refusedNames } from './find-people.ts';
import type { PersonHit } from './person-hit.ts';
import { bodyOf } from './read-offices.ts';
import { statedOffices } from './stated-offices.ts';
import { titledMentions } from './titled-mentions.ts';

const THRESHOLD = 0.75;
/** 市委, 省人大: which one is told by the sentence. */
const RELATIVE = /^(?:自治区|自治州|省|市|县|区|旗|盟|州|镇|乡|街道|党委|党组|人大|政协|政府|公安局|组织|宣传|统战)/;
/** A body whose name later offices of the sentence may leave out. */
const SEAT = /(?:省|市|县|区|旗|盟|州|镇|乡)$/;

/** People with their offices as printed and the body each first office belongs to. Reporters and editors are left out. */
export const labelPeople: Labeller = (document, _soFar, needs) => {
  const text = document.full;
  const own = ownPeople(text, needs.settings?.people ?? []);
  const found = findPeople(document);
  if (needs.trace)
    for (const { start, end, why } of refusedNames(document))
      needs.trace('person', text.slice(start, end), `dropped: ${why}`);
  const hits = [
    ...own,
    ...found.filter((hit) => !own.some((mine) => mine.start < hit.end && hit.start < mine.end)),
  ].sort((a, b) => a.start - b.start);
  const stated = statedOffices(text, hits);
  const titled = titledMentions(text, hits);
  const starts = sentenceStarts(document);
  const labels: Label[] = [];
  // 市长 after 北京市委书记 in one sentence: the body carries over
  let carried: { sentence: number; body: string } | undefined;
  for (const hit of [...hits, ...titled].sort((a, b) => a.start - b.start)) {
    const surface = text.slice(hit.start, hit.end);
    if (hit.confidence < THRESHOLD) {
      needs.trace?.('person', surface, `dropped: ${hit.evidence}, ${hit.confidence}`);
      continue;
    }
    const role = [...new Set([...hit.offices, ...(stated.get(hit) ?? [])])];
    let body: string | undefined;
    if (role.length > 0) {
      const sentence = sentenceAt(starts, hit.start);
      const bodies = role.map(bodyOf).filter((name) => name !== undefined);
      body = bodies.find((name) => !RELATIVE.test(name)) ?? undefined;
      const seat = bodies.findLast((name) => SEAT.test(name) && !RELATIVE.test(name));
      if (seat !== undefined) carried = { sentence, body: seat };
      else if (body === undefined) body = carried?.sentence === sentence ? carried.body : bodies[0];
    }
    labels.push({
      kind: 'person',
      surface,
      id: hit.name,
      start: hit.start,
      end: hit.end,
      confidence: hit.confidence,
      evidence: [hit.evidence],
      ...(role.length === 0 ? {} : { role }),
      ...(body === undefined ? {} : { body }),
    });
  }
  return labels;
};

function ownPeople(text: string, people: readonly { name: string; aliases?: string[] }[]): PersonHit[] {
  if (people.length === 0) return [];
  const lexicon = new Lexicon(
    people.flatMap((person) => [person.name, ...(person.aliases ?? [])].map((name) => [name, person.name] as const)),
  );
  return lexicon.scan(text).map((hit) => ({
    start: hit.start,
    end: hit.end,
    name: hit.value,
    offices: [],
    confidence: 1,
    evidence: 'list of this newsroom',
  }));
}
