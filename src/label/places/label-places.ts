import type { Label } from '../../model/label.ts';
import type { Labeller } from '../document.ts';
import { Lexicon } from '../lexicon.ts';
import { findPlaces, passedOver } from './find-places.ts';
import type { PlaceHit } from './place-hit.ts';

/** Places with their codes; `within` names the office or organisation that holds one. Runs after organisations and people. */
export const labelPlaces: Labeller = (document, soFar, needs) => {
  const own = ownPlaces(document.full, needs.settings?.places ?? []);
  const found = findPlaces(document).filter((hit) => !own.some((mine) => mine.start < hit.end && hit.start < mine.end));
  if (needs.trace)
    for (const { start, end, why } of passedOver(document))
      needs.trace('place', document.full.slice(start, end), `dropped: ${why}`);
  const holders = soFar.filter((label) => label.kind === 'org' || label.kind === 'person');
  const labels: Label[] = [];
  let from = 0;
  for (const hit of [...own, ...found].sort((a, b) => a.start - b.start)) {
    while (from < holders.length && holders[from]!.end + 400 < hit.start) from++;
    let within: string | undefined;
    let name = false;
    for (let i = from; i < holders.length && holders[i]!.start <= hit.start; i++) {
      const holder = holders[i]!;
      if (holder.end < hit.end) continue;
      if (holder.kind === 'person') name = true;
      else if (holder.end - holder.start > hit.end - hit.start) within ??= holder.surface;
    }
    if (name) {
      needs.trace?.('place', document.full.slice(hit.start, hit.end), 'dropped: in the name of a person');
      continue;
    }
    labels.push({
      kind: 'place',
      surface: document.full.slice(hit.start, hit.end),
      ...(hit.code === undefined ? {} : { id: hit.code }),
      start: hit.start,
      end: hit.end,
      confidence: hit.confidence,
      evidence: [hit.evidence],
      ...(within === undefined ? {} : { within }),
    });
  }
  return labels;
};

function ownPlaces(text: string, places: readonly { name: string; id?: string; aliases?: string[] }[]): PlaceHit[] {
  if (places.length === 0) return [];
  const lexicon = new Lexicon(
    places.flatMap((place) => [place.name, ...(place.aliases ?? [])].map((name) => [name, place] as const)),
  );
  return lexicon.scan(text).map(({ start, end, value }) => ({
    start,
    end,
    level: 'site',
    ...(value.id === undefined ? {} : { code: value.id }),
    confidence: 1,
    evidence: 'list of this newsroom',
  }));
}
