import type { Label } from '../../model/label.ts';
import type { Labeller } from '../document.ts';
import { Lexicon } from '../lexicon.ts';
import { findOrgs } from './find-orgs.ts';
import type { OrgHit } from './org-hit.ts';

const THRESHOLD = 0.7;

/** Ministries, party and state bodies, firms, schools, banks, associations, media. The newsroom's own win. */
export const labelOrgs: Labeller = (document, _soFar, needs) => {
  const text = document.full;
  const own: OrgHit[] = [];
  const settings = needs.settings?.orgs ?? [];
  if (settings.length > 0) {
    const lexicon = new Lexicon(
      settings.flatMap((org) => [org.name, ...(org.aliases ?? [])].map((name) => [name, org.name] as const)),
    );
    for (const hit of lexicon.scan(text))
      own.push({ start: hit.start, end: hit.end, id: hit.value, confidence: 1, evidence: 'list of this newsroom' });
  }
  const labels: Label[] = [];
  const add = (hit: OrgHit): void => {
    labels.push({
      kind: 'org',
      surface: text.slice(hit.start, hit.end),
      id: hit.id,
      start: hit.start,
      end: hit.end,
      confidence: hit.confidence,
      evidence: [hit.evidence],
      ...(hit.within === undefined ? {} : { within: hit.within }),
    });
  };
  for (const hit of own) add(hit);
  for (const hit of findOrgs(document)) {
    if (own.some((mine) => mine.start < hit.end && hit.start < mine.end)) continue;
    if (hit.confidence < THRESHOLD)
      needs.trace?.('org', text.slice(hit.start, hit.end), `dropped: ${hit.evidence}, ${hit.confidence}`);
    else add(hit);
  }
  return labels.sort((a, b) => a.start - b.start);
};
