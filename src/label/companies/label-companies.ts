import type { Label } from '../../model/label.ts';
import type { Labeller, LabelNeeds } from '../document.ts';
import { type CompanyLexicon, type CompanyName, packedCompanies } from './company-lexicon.ts';
import { scoreMention } from './score-mention.ts';

/** Below this a mention is left alone. */
const THRESHOLD = 0.5;
/** Characters around a mention in which others count. */
const NEAR = 120;

export interface Mention {
  entry: CompanyName;
  start: number;
  end: number;
}

/** Listed companies: longest match, word borders, then a score from evidence; it abstains below the threshold. */
export const labelCompanies: Labeller = (document, soFar, needs) => {
  const lexicon = lexiconOf(needs);
  const vetoes = new Set(
    (needs.settings?.vetoes ?? []).filter((v) => v.kind === undefined || v.kind === 'company').map((v) => v.surface),
  );
  const own = new Set((needs.settings?.companies ?? []).flatMap((c) => [c.name, ...(c.aliases ?? [])]));
  const mentions = findMentions(document.full, lexicon);
  if (mentions.length === 0) return [];
  const labels: Label[] = [];
  const sure = new Map<string, number>();
  let first = 0;
  let last = 0;
  const scored = mentions.map((mention) => {
    while (mentions[first]!.start <= mention.start - NEAR) first++;
    while (last < mentions.length && mentions[last]!.start < mention.start + NEAR) last++;
    return { mention, ...scoreMention(mention, { document, mentions: mentions.slice(first, last), soFar }) };
  });
  const printed = new Map<string, string>();
  for (const { mention, printed: id } of scored) if (id !== undefined) printed.set(mention.entry.name, id);
  for (const { mention, score } of scored) if (score >= 0.8) sure.set(mention.entry.ids[0]!, score);
  for (const { mention, score, evidence, listing, never } of scored) {
    const surface = mention.entry.name;
    const id = printed.get(surface) ?? mention.entry.ids[0]!;
    const named = own.has(surface);
    // The same firm, clearly meant elsewhere in the article, carries its short forms.
    const carried = never !== true && score < THRESHOLD && score > 0.25 && sure.has(id);
    const kept = !vetoes.has(surface) && (named || score >= THRESHOLD || carried);
    const why = named
      ? ['named in kanyin.yaml']
      : carried
        ? [...evidence, 'clearly meant elsewhere in the article']
        : evidence;
    needs.trace?.(
      'company',
      surface,
      `${kept ? 'kept' : 'dropped'} ${score.toFixed(2)}: ${vetoes.has(surface) ? 'vetoed in kanyin.yaml' : why.join(', ')}`,
    );
    if (!kept) continue;
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

/** Every longest match, left to right, none overlapping; Latin names only between letters' borders. */
function findMentions(text: string, lexicon: CompanyLexicon): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const entry = lexicon.at(text, at);
    if (!entry) continue;
    const end = at + entry.name.length;
    if (LATIN_END.test(entry.name) && LETTER.test(text[end] ?? '')) continue;
    if (LATIN_START.test(entry.name) && LETTER.test(text[at - 1] ?? '')) continue;
    mentions.push({ entry, start: at, end });
    at = end - 1;
  }
  return mentions;
}

const LETTER = /[A-Za-z0-9]/;
const LATIN_END = /[A-Za-z0-9]$/;
const LATIN_START = /^[A-Za-z0-9]/;
