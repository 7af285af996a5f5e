import { isHan } from '../../kit/zh.ts';
import { packedCompanies } from '../companies/company-lexicon.ts';
import { isSound, soundRun } from './foreign-names.ts';
import { nameLikelihood } from './name-likelihood.ts';
import { followAt, type NameReading } from './read-name.ts';
import { COMPOUND_SURNAMES, NEVER_GIVEN, RARE_SURNAMES } from './surnames.ts';
import { TITLES_AFTER } from './titles.ts';

export interface NameContext {
  /** an office stands before */
  titled: boolean;
  /** in a list of names */
  listed: boolean;
  /** a name may begin here */
  free: () => boolean;
}

/** What each piece of context is worth, in natural logarithms of odds. */
const TITLED = 4;
const LISTED = 3;
const FOLLOWED = [-1, 0.7, 1.5, 0.8] as const;
/** behind a word no list knows, and behind a single letter */
const AFTER_WORD = -1.5;
const NOT_FREE = -4;
const RARE = -2;
const BY_SOUND = -3;
const LEAST = 2.3;
const SURE = 6;

/** Last letters of things and kinds, hardly ever of names. */
const KINDS = new Set(
  '城阁业病网节柜车巾杯宫庙氏村堡桥路街站馆楼店厂校院所社团队组会部委局码机器表论派式型性化度率量费税款卡屏片板盘粉液剂药酒茶饭菜汤寺塔庵区沟坝坡镇县',
);
/** Letters of grammar that do stand between a surname and the last letter of a name (赵会杰). */
const MIDDLE = '会年来得分';
/** What goes on as the name of a firm or a product. */
const FIRM_AFTER =
  /^(?:股份|集团|公司|银行|证券|药业|生物|科技|医疗|医药|制药|电子|电气|咨询|资本|基金|投资|传媒|影业|汽车|食品|饮料|酒业|乳业|网络|软件|智能|材料|新材|化工|能源|地产|物流|航空|牌|系列|品牌)/;

/**
 * A name by its letters alone: no office, no verb of speech, but letters usual in names that make no words. Abstains where a
 * foreign name, a firm or a form of address (王老师) explains them.
 */
export function likelyName(
  text: string,
  start: number,
  words: Uint8Array,
  context: NameContext,
): { end: number; confidence: number } | undefined {
  if (!words[start] || text[start] === text[start + 1] || TITLES_AFTER.at(text, start + 1)) return undefined;
  const least = LEAST - FOLLOWED[2] - (context.titled ? TITLED : 0) - (context.listed ? LISTED : 0);
  const before = text[start - 1] ?? '\n';
  let best: { end: number; score: number } | undefined;
  for (const end of [start + 3, start + 2]) {
    const middle = end - start === 3 && MIDDLE.includes(text[start + 1] ?? '\n');
    if (end > text.length || !allGiven(text, middle ? start + 2 : start + 1, end)) continue;
    const likelihood = nameLikelihood(text, start, end, words);
    if (
      likelihood === undefined ||
      likelihood < least ||
      KINDS.has(text[end - 1]!) ||
      text.startsWith('家军', end - 2) ||
      FIRM_AFTER.test(text.slice(end, end + 4))
    )
      continue;
    const score =
      likelihood +
      (context.titled ? TITLED : 0) +
      (context.listed ? LISTED : 0) +
      FOLLOWED[followAt(text, end)] +
      (context.free() ? 0 : words[start - 1] ? NOT_FREE : AFTER_WORD) +
      (RARE_SURNAMES.has(text[start]!) ? RARE : 0) +
      (soundRun(text, start) >= start + 3 ? BY_SOUND : 0);
    if (score >= LEAST && (best === undefined || score > best.score)) best = { end, score };
  }
  if (best === undefined) return undefined;
  const run = soundRun(text, start);
  if (run > best.end && run - start >= 3) return undefined;
  if (isSound(before) && isHan(before.charCodeAt(0)) && !words[start - 1]) return undefined;
  const firm = packedCompanies().get(text.slice(start, best.end));
  if (firm && !context.titled && !context.listed) return undefined;
  return { end: best.end, confidence: best.score >= SURE ? 0.88 : 0.8 };
}

/** Corrects where a name read by grammar ends, or refuses it, by where the words around it begin and by its letters. */
export function weighed(
  text: string,
  start: number,
  reading: NameReading | undefined,
  titled: boolean,
  listed: boolean,
  words: Uint8Array,
): NameReading | undefined {
  if (reading === undefined || listed) return reading;
  const after = TITLES_AFTER.at(text, start + 1);
  // 王老师: a form of address, no name
  if (after && after.end >= reading.end) return undefined;
  const two = text.slice(start, start + 2);
  if (COMPOUND_SURNAMES.has(two)) return reading;
  const length = reading.end - start;
  const own = nameLikelihood(text, start, reading.end, words);
  const end = length === 3 ? start + 2 : start + 3;
  const other =
    end <= text.length && allGiven(text, start + 1, end) ? nameLikelihood(text, start, end, words) : undefined;
  if (other !== undefined && other > 0 && (own === undefined ? reading.follow === 0 : other > own + BETTER)) {
    const follow = followAt(text, end);
    if (follow > 0 || own === undefined) return { ...reading, end, follow };
  }
  if (reading.follow === 3) return reading;
  if (own === undefined) return reading.follow === 2 || titled ? reading : undefined;
  // 丽丽, 彬彬: words of doubled letters are names as well
  const doubled = length === 3 && text[start + 1] === text[start + 2];
  return own < (titled ? UNLIKELY : UNLIKELY - 2) && !(titled && doubled) ? undefined : reading;
}
const BETTER = 4;
const UNLIKELY = -7;

function allGiven(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isHan(text.charCodeAt(i)) || NEVER_GIVEN.has(text[i]!)) return false;
  return true;
}
