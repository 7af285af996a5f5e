import type { Label } from '../../model/label.ts';
import type { Labeller } from '../document.ts';
import { Lexicon } from '../lexicon.ts';
import { findOrgs } from './find-orgs.ts';
import type { OrgHit } from './org-hit.ts';
import { BARE_ORGS } from './org-suffixes.ts';

const THRESHOLD = 0.7;

/** 市委, 县公安局, 自治区党委: which one it is depends on the text, so it is no identity across articles. */
const RELATIVE =
  /^(?:自治区|自治州|[省市县区州旗镇乡盟])(?:[委府]|政府|人大|政协|纪委|监委|党委|人民|法院|检察|公安|总工会|妇联|[\u4e00-\u9fff]{2,10}(?:局|委|办|厅|队|中心|联合会|委员会|办公室)$)/;
const isRelative = (id: string): boolean =>
  BARE_ORGS.has(id) || RELATIVE.test(id) || /^(?:人大|政协|党委|党组)/.test(id);

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
      ...(isRelative(hit.id) ? {} : { id: hit.id }),
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
