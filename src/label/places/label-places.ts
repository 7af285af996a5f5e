import type { Label } from '../../model/label.ts';
import type { Labeller } from '../document.ts';
import { findPlaces } from './find-places.ts';

/** Places with their codes; `within` names the office or organisation that holds one. Runs after organisations and people. */
export const labelPlaces: Labeller = (document, soFar) => {
  const holders = soFar.filter((label) => label.kind === 'org' || label.kind === 'person');
  const labels: Label[] = [];
  let from = 0;
  for (const hit of findPlaces(document)) {
    while (from < holders.length && holders[from]!.end + 400 < hit.start) from++;
    let within: string | undefined;
    let name = false;
    for (let i = from; i < holders.length && holders[i]!.start <= hit.start; i++) {
      const holder = holders[i]!;
      if (holder.end < hit.end) continue;
      if (holder.kind === 'person') name = true;
      else if (holder.end - holder.start > hit.end - hit.start) within ??= holder.surface;
    }
    if (name) continue;
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
