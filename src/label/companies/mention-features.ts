import type { Label } from '../../model/label.ts';
import type { LabelDocument } from '../document.ts';
import { nameLikelihood } from '../people/name-likelihood.ts';
import { isSurname } from '../people/read-name.ts';
import { wordStarts } from '../word-starts.ts';
import type { CompanyName, Strength } from './company-lexicon.ts';
import {
  AFTER,
  APPOSED,
  BEFORE,
  CREDIT,
  FIRM,
  GOES_ON,
  JOINED,
  LONGER,
  MARKET,
  MOVES,
  NOTICE,
  OWN_DESK,
  STOPS_AT,
  THEME,
} from './cues.ts';
import { otherUse } from './other-use.ts';
import { productNear } from './products.ts';

/** What is looked at around a mention; `weights.json` says what each is worth in log-odds. */
export type Feature =
  | Strength
  | 'short'
  | 'long'
  | 'market'
  | 'firm'
  | 'after'
  | 'marketWord'
  | 'firmWord'
  | 'afterWord'
  | 'othersWord'
  | 'inRow'
  | 'joined'
  | 'before'
  | 'apposed'
  | 'product'
  | 'moves'
  | 'notice'
  | 'theme'
  | 'credit'
  | 'goesOn'
  | 'otherBody'
  | 'others'
  | 'fullName'
  | 'section'
  | 'marketText'
  | 'across'
  | 'acrossLong'
  | 'acrossMarket'
  | 'word'
  | 'inPlace'
  | 'inName'
  | 'local'
  | 'otherUse'
  | 'linked';

export interface Piece {
  feature: Feature;
  /** how often, where it counts; else 1 */
  times: number;
  /** in words a person can check; absent for what goes without saying */
  says?: string;
}

export interface Surroundings {
  document: LabelDocument;
  /** those within 120 letters */
  mentions: readonly { entry: CompanyName; start: number; end: number }[];
  /** organisations, people and places that overlap it or end beside it, in this order */
  holders: readonly Label[];
  /** length of the longest name by which the text calls a listing */
  longest: ReadonlyMap<string, number>;
}

const NEAR = 120;
const MOST_OTHERS = 3;
const NAME_LIKE = -3;
const ROW = /[、，,/ ]/;

const LIMITED = /(?<!股份)有限(?:责任)?公司$/;
/** 华能集团, 华谊（集团）公司 */
const PARENT = /^(?:集团|[（(]集团[）)])(?!股份|有限|A)/;

/** All evidence around one mention. `never`: other mentions cannot carry it (letters across a border, a longer name). */
export function mentionFeatures(
  { entry, start, end }: { entry: CompanyName; start: number; end: number },
  around: Surroundings,
): { pieces: Piece[]; never: boolean; market: boolean } {
  const { full, section } = around.document;
  const pieces: Piece[] = [];
  let never = false;
  const add = (feature: Feature, says?: string, times = 1): void => {
    pieces.push(says === undefined ? { feature, times } : { feature, times, says });
  };
  add(entry.strength, entry.strength === 'plain' ? undefined : `also ${WORDS[entry.strength]}`);
  const han = /^\p{Script=Han}+$/u.test(entry.name);
  if (entry.strength === 'plain' && han && entry.name.length !== 3) add(entry.name.length > 3 ? 'long' : 'short');

  // such evidence says less of a name that is also a word
  const word = entry.strength !== 'plain' && entry.strength !== 'proper';
  const after = full.slice(end, end + 24);
  const before = full.slice(Math.max(0, start - 12), start);
  const { sentence, market, firm } = sentenceOf(around.document, start, end);
  const other = otherUse(entry, full.slice(Math.max(0, start - 40), start), after, sentence, (name) =>
    around.mentions.some((m) => m.entry.name === name),
  );
  if (other !== undefined) {
    add('otherUse', other);
    never = true;
  }
  if (market) add(word ? 'marketWord' : 'market', 'market words in the sentence');
  if (firm && (!FIRM.test(entry.name) || FIRM.test(sentence.replace(entry.name, ''))))
    add(word ? 'firmWord' : 'firm', 'words about firms in the sentence');
  // 华能集团, 格力集团: the parent of the listed firm, unless the list knows it by that name
  const parent = /^S[HZ]/.test(entry.ids[0]!) && PARENT.test(after);
  const goes = parent ? /^.?集团.?/.exec(after) : (LONGER[entry.name]?.exec(after) ?? GOES_ON.exec(after));
  if (goes && !OWN_DESK.test(after)) {
    add(
      parent || STOPS_AT.test(goes[0]) || LONGER[entry.name] ? 'otherBody' : 'goesOn',
      `part of a longer name: ${entry.name}${goes[0]}`,
    );
    never = true;
  } else if (THEME.test(after)) add('theme', `a theme: ${entry.name}${after.slice(0, 2)}`);
  else if (MOVES.test(after)) add('moves', `moves as a share does: ${after.slice(0, 2)}`);
  else if (NOTICE.test(after) && (before === '' || /[\n。【；;”]$/.test(before))) add('notice', 'gives notice');
  else if (AFTER.test(after)) add(word ? 'afterWord' : 'after', `followed by ${after.slice(0, 2).trim()}`);
  else if (JOINED.test(after) && entry.strength !== 'common' && entry.strength !== 'place') add('joined');
  const product = word || entry.strength === 'proper' ? productNear(entry.ids, sentence) : undefined;
  if (product !== undefined) add('product', `${product} near it`);
  if (BEFORE.test(before)) add('before');
  if (APPOSED.test(before)) add('apposed', `after ${APPOSED.exec(before)![0]}`);
  if (CREDIT.test(before)) add('credit', 'only a credit');
  const others = new Set<string>();
  for (const m of around.mentions)
    if (m.entry.strength === 'plain' && m.entry.ids[0] !== entry.ids[0] && Math.abs(m.start - start) < NEAR)
      others.add(m.entry.ids[0]!);
  if (others.size > 0)
    add(word ? 'othersWord' : 'others', `${others.size} other companies near it`, Math.min(MOST_OTHERS, others.size));
  // 涨停：甲、乙、丙: names of firms on both sides of it, with nothing but a sign between
  const row = word
    ? around.mentions.filter(
        (m) =>
          m.entry.strength === 'plain' &&
          ((m.end === start - 1 && ROW.test(full[start - 1]!)) || (m.start === end + 1 && ROW.test(full[end]!))),
      ).length
    : 0;
  if (row > 0) add('inRow', 'in a row of companies', row);
  if (entry.ids.some((id) => (around.longest.get(id) ?? 0) > entry.name.length))
    add('fullName', 'its longer name in the text');
  if (section !== undefined && FINANCE.test(section)) add('section');
  else if (marketShare(around.document) > 2) add('marketText');

  if (han) {
    const words = wordStarts(around.document);
    if (!words[start] || !words[end]) {
      add(entry.name.length < 4 ? 'across' : market ? 'acrossMarket' : 'acrossLong', 'letters across a word border');
      never = true;
    } else if (words.indexOf(1, start + 1) === end && entry.strength === 'plain' && !entry.alias) add('word');
  }
  const holder = around.holders.find(
    (label) =>
      label.start <= start &&
      label.end >= end &&
      (label.kind === 'place' || !(label.start === start && label.end === end)),
  );
  if (holder?.kind === 'place') add('inPlace', `in the place ${holder.surface}`);
  else if (holder?.kind === 'person') {
    // 何|小鹏
    add('inName', `in the name ${holder.surface}`, 3);
    never = true;
  } else if (holder?.kind === 'org' && /^(?:SH|SZ|BJ)/.test(entry.ids[0]!) && LIMITED.test(holder.surface)) {
    // 四川长虹|电子控股集团有限公司: listed firms of the mainland are 股份有限公司
    add('otherBody', `in ${holder.surface}`);
    never = true;
  } else if (holder?.kind === 'org' && holder.start < start && holder.evidence[0] === 'list of bodies') {
    // 中国|华能: the parent group
    add('otherBody', `in ${holder.surface}`);
    never = true;
  } else if (
    holder?.kind === 'org' &&
    holder.surface.length > entry.name.length + 2 &&
    !holder.surface.startsWith(entry.name)
  )
    add('inName', `in ${holder.surface}`);
  // publishers link by letters alone, so it says nothing of a name that is also a word
  if (!word && around.document.linked?.includes(entry.name)) add('linked', 'the publisher links it to a quotation');
  // 吴|高盛, 许|传音: a surname before it and letters usual in names
  if (han && entry.name.length === 2 && isSurname(full.charCodeAt(start - 1))) {
    const likelihood = nameLikelihood(full, start - 1, end, wordStarts(around.document));
    if (likelihood !== undefined && likelihood > NAME_LIKE) {
      add('inName', `a name: ${full.slice(start - 1, end)}`);
      never = true;
    }
  }
  // 北京长和系…, 南京华泰…: a name that is also a place or a word, after a town: some other firm of that town
  if (entry.strength === 'place' && around.holders.some((label) => label.kind === 'place' && label.end === start)) {
    add('local', 'a local firm of that name');
    never = true;
  }
  return { pieces, never, market };
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

interface Sentence {
  from: number;
  to: number;
  sentence: string;
  market: boolean;
  firm: boolean;
}
const latest = new WeakMap<LabelDocument, Sentence>();

/** The sentence around a mention; mentions come in order, so the one before often stood in the same. */
function sentenceOf(document: LabelDocument, start: number, end: number): Sentence {
  const known = latest.get(document);
  if (known && known.from <= start && end <= known.to && known.sentence.length < LONGEST) return known;
  const sentence = sentenceAround(document.full, start, end);
  const from = document.full.lastIndexOf(sentence, start);
  const found = {
    from,
    to: from + sentence.length,
    sentence,
    market: MARKET.test(sentence),
    firm: FIRM.test(sentence),
  };
  latest.set(document, found);
  return found;
}

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
