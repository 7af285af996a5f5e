import type { Label } from '../../model/label.ts';
import type { LabelDocument } from '../document.ts';
import { wordStarts } from '../word-starts.ts';
import type { CompanyName, Strength } from './company-lexicon.ts';
import { AFTER, BEFORE, CREDIT, FIRM, GOES_ON, MARKET, OWN_DESK } from './cues.ts';
import { otherUse } from './other-use.ts';

export interface Scored {
  /** 0..1 */
  score: number;
  evidence: string[];
  /** the listing itself matters: code, market words beside it */
  listing: boolean;
  /** never carried by other mentions: letters across a border, a longer name */
  never?: boolean;
  /** another listing of this name, by the code printed beside it */
  printed?: string;
}

export interface Surroundings {
  document: LabelDocument;
  mentions: readonly { entry: CompanyName; start: number; end: number }[];
  soFar: readonly Label[];
}

/** Log-odds before any evidence. A plain short name of four characters or more is nearly always the firm. */
const PRIOR: Record<Strength, number> = { plain: 1.6, proper: -0.6, place: -3.2, common: -4.2, weak: -1.3 };

const CODE =
  /^\s*[（(【[]?\s*(?:股票代码|证券代码|代码)?\s*[:：]?\s*(?:(SH|SZ|BJ|HK|NYSE|NASDAQ|US|纳斯达克|纽交所|港股|A股)\s*[:：.]?\s*)?(\d{4,6}|[A-Z]{1,5})\s*(?:\.(SH|SZ|SS|HK|BJ|US|O|N))?\s*[)）,，\]】;；]/i;

/** A row of a table of shares: 300750 宁德时代. */
const CODE_BEFORE = /(?:^|[^0-9.])(\d{6})[ \t]{0,2}$/;

/** Weighs the evidence around one mention; each piece is named so that a person can check it. */
export function scoreMention(
  mention: { entry: CompanyName; start: number; end: number },
  around: Surroundings,
): Scored {
  const { entry, start, end } = mention;
  const { full, section } = around.document;
  const evidence: string[] = [
    entry.alias ? `known short or other name of ${entry.ids[0]}` : `short name of ${entry.ids[0]}`,
  ];
  let odds = PRIOR[entry.strength];
  let never = false;
  if (entry.strength !== 'plain') evidence.push(`also ${WORDS[entry.strength]}`);
  const han = /^\p{Script=Han}+$/u.test(entry.name);
  if (entry.strength === 'plain' && han) odds += entry.name.length >= 4 ? 1 : entry.name.length === 2 ? -0.9 : 0;

  const after = full.slice(end, end + 24);
  const before = full.slice(Math.max(0, start - 12), start);
  const code = CODE.exec(after);
  if (code) {
    const same = entry.ids.some(
      (id) =>
        id.replace(/^\D+:?/, '').replace(/^0+/, '') === code[2]!.replace(/^0+/, '') ||
        id === `US:${code[2]!.toUpperCase()}`,
    );
    if (same) return { score: 0.99, evidence: [`code ${code[2]} beside it`], listing: true };
    const printed = /^\d{6}$/.test(code[2]!) ? exchangeOf(code[2]!) : undefined;
    if (printed && !entry.alias)
      return { score: 0.95, evidence: [`code ${code[2]} beside it`], listing: true, printed };
  }

  const row = CODE_BEFORE.exec(before)?.[1];
  if (row !== undefined) {
    const evidence = [`code ${row} before it`];
    if (entry.ids.some((id) => id.endsWith(row))) return { score: 0.99, evidence, listing: true };
    const printed = entry.alias ? undefined : exchangeOf(row);
    if (printed) return { score: 0.95, evidence, listing: true, printed };
  }

  const sentence = sentenceAround(full, start, end);
  const other = otherUse(entry, full.slice(Math.max(0, start - 40), start), after, (name) =>
    around.mentions.some((m) => m.entry.name === name),
  );
  if (other !== undefined) {
    odds -= 6;
    evidence.push(other);
    never = true;
  }
  const market = MARKET.test(sentence);
  if (market) {
    odds += 1.6;
    evidence.push('market words in the sentence');
  }
  if (FIRM.test(sentence.replace(entry.name, ''))) {
    odds += 0.9;
    evidence.push('words about firms in the sentence');
  }
  const goes = GOES_ON.exec(after);
  if (goes && !OWN_DESK.test(after)) {
    odds -= /^(?:指数|指|ETF|期货|资管|大学|医院|区|市|县|路|街|杯|队)/.test(goes[0]) ? 5 : 2.6;
    evidence.push(`part of a longer name: ${entry.name}${goes[0]}`);
    never = true;
  } else if (AFTER.test(after)) {
    odds += 0.6;
    evidence.push(`followed by ${after.slice(0, 2).trim()}`);
  }
  if (BEFORE.test(before)) odds += 0.3;
  if (CREDIT.test(before)) {
    odds -= 3;
    evidence.push('only a credit');
  }
  const others = new Set(
    around.mentions
      .filter((m) => m.entry.ids[0] !== entry.ids[0] && m.entry.strength === 'plain' && Math.abs(m.start - start) < 120)
      .map((m) => m.entry.ids[0]),
  );
  if (others.size > 0) {
    odds += Math.min(2, others.size * 0.6);
    evidence.push(`${others.size} other companies near it`);
  }
  if (section !== undefined && FINANCE.test(section)) odds += 0.8;
  else if (marketShare(around.document) > 2) odds += 0.5;

  if (han) {
    const words = wordStarts(around.document);
    if (!words[start] || !words[end]) {
      odds -= entry.name.length >= 4 && market ? 1.2 : entry.name.length >= 4 ? 3 : 5;
      evidence.push('letters across a word border');
      never = true;
    } else if (words.indexOf(1, start + 1) === end && entry.strength === 'plain' && !entry.alias) odds -= 0.3;
  }
  for (const label of around.soFar) {
    if (
      label.start > start ||
      label.end < end ||
      (label.start === start && label.end === end && label.kind !== 'place')
    )
      continue;
    if (label.kind === 'place') {
      odds -= 2.5;
      evidence.push(`in the place ${label.surface}`);
    } else if (
      label.kind === 'person' ||
      (label.kind === 'org' && label.surface.length > entry.name.length + 2 && !label.surface.startsWith(entry.name))
    ) {
      odds -= 2.5;
      evidence.push(`in ${label.surface}`);
    }
    break;
  }
  // 北京长和系…, 南京华泰…: a name that is also a place or a word, after a town: some other firm of that town
  if (entry.strength === 'place' && around.soFar.some((label) => label.kind === 'place' && label.end === start)) {
    odds -= 3;
    evidence.push('a local firm of that name');
    never = true;
  }
  const score = 1 / (1 + Math.exp(-odds));
  return { score, evidence, listing: market || code !== null, ...(never ? { never } : {}) };
}

/** Exchange by the first digits of a mainland code. */
function exchangeOf(code: string): string | undefined {
  if (/^6/.test(code)) return `SH${code}`;
  if (/^[03]/.test(code)) return `SZ${code}`;
  return /^[489]/.test(code) ? `BJ${code}` : undefined;
}

const WORDS: Record<Strength, string> = {
  plain: '',
  proper: 'another proper name',
  place: 'a place',
  common: 'an ordinary word',
  weak: 'an ordinary word or part of other names',
};
const FINANCE = /金融|财经|股票|证券|基金|公司|产经|finance|stock|econom|market/i;
const SENTENCE_END = /[。！？!?\n]/;
const LONGEST = 160;

function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < LONGEST && !SENTENCE_END.test(text[from - 1]!)) from--;
  while (to < text.length && to - end < LONGEST && !SENTENCE_END.test(text[to]!)) to++;
  return text.slice(from, to);
}

const shares = new WeakMap<LabelDocument, number>();

/** Market words per thousand characters of the article. */
function marketShare(document: LabelDocument): number {
  let share = shares.get(document);
  if (share === undefined) {
    const hits = document.full.match(new RegExp(MARKET, 'g'))?.length ?? 0;
    share = (1000 * hits) / Math.max(200, document.full.length);
    shares.set(document, share);
  }
  return share;
}
