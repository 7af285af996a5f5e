import type { Label, LabelKind } from '../../model/label.ts';
import type { Labeller, LabelNeeds } from '../document.ts';
import { within } from '../within.ts';
import { type CompanyLexicon, packedCompanies } from './company-lexicon.ts';
import { findMentions, type Mention } from './find-mentions.ts';
import { misprints } from './misprints.ts';
import { printedCodes } from './printed-codes.ts';
import { scoreMention } from './score-mention.ts';

/** Below this a mention is left alone. */
const THRESHOLD = 0.5;
/** Characters around a mention in which others count. */
const NEAR = 120;

/** Listed companies: longest match, word borders, then a score from evidence; it abstains below the threshold. */
/** Longer names than this hold no mention. */
const HOLDER = 60;
const HOLDERS: Partial<Record<LabelKind, number>> = { org: 0, person: 1, place: 2 };
const around = (holders: readonly Label[], { start, end }: Mention): Label[] =>
  within(holders, start - HOLDER, end + HOLDER)
    .filter((label) => label.end >= start && label.start <= end)
    .sort((a, b) => HOLDERS[a.kind]! - HOLDERS[b.kind]!);

export const labelCompanies: Labeller = (document, soFar, needs) => {
  const lexicon = lexiconOf(needs);
  const vetoes = new Set(
    (needs.settings?.vetoes ?? []).filter((v) => v.kind === undefined || v.kind === 'company').map((v) => v.surface),
  );
  const own = new Set((needs.settings?.companies ?? []).flatMap((c) => [c.name, ...(c.aliases ?? [])]));
  const mentions = findMentions(document.full, lexicon);
  const printed = printedCodes(document);
  if (mentions.length === 0 && printed.length === 0) return [];
  const labels: Label[] = [];
  const sure = new Map<string, number>();
  const longest = new Map<string, number>();
  for (const { entry } of mentions)
    for (const id of entry.ids) longest.set(id, Math.max(longest.get(id) ?? 0, entry.name.length));
  const holders = soFar.filter((label) => label.kind in HOLDERS).sort((a, b) => a.start - b.start || b.end - a.end);
  let first = 0;
  let last = 0;
  const scored = mentions.map((mention) => {
    while (mentions[first]!.start <= mention.start - NEAR) first++;
    while (last < mentions.length && mentions[last]!.start < mention.start + NEAR) last++;
    return {
      mention,
      ...scoreMention(mention, {
        document,
        mentions: mentions.slice(first, last),
        holders: around(holders, mention),
        longest,
      }),
    };
  });
  const byCode = new Map<string, string>();
  for (const { mention, printed: id } of scored) if (id !== undefined) byCode.set(mention.entry.name, id);
  for (const { mention, score } of scored) if (score >= 0.8) sure.set(mention.entry.ids[0]!, score);
  for (const { mention, score, evidence, listing, never } of scored) {
    const surface = mention.entry.name;
    const id = byCode.get(surface) ?? mention.entry.ids[0]!;
    const named = own.has(surface);
    // The same firm, clearly meant elsewhere in the article, carries its short forms.
    const carried = never !== true && score < THRESHOLD && score > 0.25 && sure.has(id);
    const kept = !vetoes.has(surface) && (named || score >= THRESHOLD || carried);
    const why = named
      ? ['named in kanyin.yaml']
      : carried
        ? [...evidence, 'clearly meant elsewhere in the article']
        : evidence;
    if (!kept) {
      needs.trace?.(
        'company',
        surface,
        `dropped ${score.toFixed(2)}: ${vetoes.has(surface) ? 'vetoed in kanyin.yaml' : why.join(', ')}`,
      );
      continue;
    }
    labels.push({
      kind: 'company',
      surface,
      id,
      start: mention.start,
      end: mention.end,
      confidence: Math.round((named ? 1 : Math.max(score, carried ? THRESHOLD : 0)) * 100) / 100,
      evidence: why,
      ...(listing ? { listing: true } : {}),
    });
  }
  for (const { id, start, end, code } of printed) {
    const surface = document.full.slice(start, end);
    if (vetoes.has(surface) || labels.some((label) => label.start < end && start < label.end)) continue;
    labels.push({
      kind: 'company',
      surface,
      id,
      start,
      end,
      confidence: 0.95,
      evidence: [`code ${code} behind it`],
      listing: true,
    });
  }
  for (const { start, end, meant } of misprints(document.full, mentions)) {
    if (labels.some((label) => label.start < end && start < label.end)) continue;
    labels.push({
      kind: 'company',
      surface: document.full.slice(start, end),
      id: meant.ids[0]!,
      start,
      end,
      confidence: 0.6,
      evidence: [`one letter from ${meant.name}, in a row of listed companies`],
    });
  }
  return labels;
};

const extended = new WeakMap<object, CompanyLexicon>();

function lexiconOf(needs: LabelNeeds): CompanyLexicon {
  const companies = needs.settings?.companies;
  if (!companies || companies.length === 0) return packedCompanies();
  let lexicon = extended.get(companies);
  if (!lexicon) {
    lexicon = packedCompanies().extendedBy(companies);
    extended.set(companies, lexicon);
  }
  return lexicon;
}
