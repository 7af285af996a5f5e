import { isHan } from '../../kit/zh.ts';
import { packedCompanies } from '../companies/company-lexicon.ts';
import { wordClass } from '../word-starts.ts';
import { SPEECH } from './follow.ts';
import { isSound, soundRun } from './foreign-names.ts';
import { nameLikelihood } from './name-likelihood.ts';
import { NOT_NAMES } from './not-names.ts';
import { followAt, type NameReading } from './read-name.ts';
import { COMPOUND_SURNAMES, NEVER_GIVEN, RARE_SURNAMES } from './surnames.ts';
import { TITLES, TITLES_AFTER } from './titles.ts';

export interface NameContext {
  /** an office stands before */
  titled: boolean;
  /** a standing stands before that more often names a kind (妻子, 姑娘) */
  standing: boolean;
  /** in a list of names */
  listed: boolean;
  /** a name may begin here */
  free: () => boolean;
  /** a clause opens here */
  opens: () => boolean;
}

/** What each piece of context is worth, in natural logarithms of odds. */
const TITLED = 4;
const WEAKLY_TITLED = 1.5;
const LISTED = 3;
const FOLLOWED = [-1, 0.7, 1.5, 0.8] as const;
/** behind a word no list knows, and behind a single letter */
const AFTER_WORD = -1.5;
const NOT_FREE = -4;
const RARE = -2;
const BY_SOUND = -3;
/** 是…的导演: the sentence tells an office */
const PREDICATE = 2.5;
/** a verb behind, though none that often follows names */
const ACTS = 0.7;
/** a verb of speech, or a standing, right behind */
const SPOKEN = 3.5;
const STANDING = 4;
const OPENS = 0.8;
/** the same letters elsewhere with other letters around them, each time */
const REPEATED = 1.3;
const MOST_REPEATED = 3;
const LEAST = 2.3;
const SURE = 6;

/** Last letters of things and kinds, hardly ever of names. */
const KINDS = new Set(
  '城阁业病网节柜车巾杯宫庙氏村堡桥路街站馆楼店岛刀剑枪菌湾书地厂校院所社团队组会部委局码机器表论派式型性化度率量费税款卡屏片板盘粉液剂药酒茶饭菜汤寺塔庵区沟坝坡镇县',
);
/** Letters of grammar that never stand in a name, not even between its surname and its last letter (赵会杰, 董又霖, 陈和生). */
const NEVER = new Set(
  '的了在是们吗呢吧啊呀么您你我他她它这那哪谁什怎些某每各个与及或被把没说、，。；：！？“”‘’（）《》【】…—·',
);
/** 潘老, 孙哥: forms of address, where nothing but the surname is a name. */
const ADDRESS = new Set('老哥姐总叔姨爷董工神妈爸嫂婶伯公婆');
/** What goes on as the name of a firm or a product. */
const FIRM_AFTER =
  /^(?:股份|集团|公司|银行|证券|药业|生物|科技|医疗|医药|制药|电子|电气|咨询|资本|基金|投资|传媒|影业|律师事务所|律所|汽车|食品|饮料|酒业|乳业|网络|软件|智能|材料|新材|化工|能源|地产|物流|航空|牌|系列|品牌)/;

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
  if (!context.titled && !context.listed && NOT_NAMES.has(text.slice(start, start + 2))) return undefined;
  const known =
    (context.titled ? TITLED : context.standing ? WEAKLY_TITLED : 0) +
    (context.listed ? LISTED : 0) +
    (RARE_SURNAMES.has(text[start]!) ? RARE : 0);
  const before = text[start - 1] ?? '\n';
  let best: { end: number; score: number } | undefined;
  for (const end of [start + 3, start + 2]) {
    const long = end - start === 3;
    if (end > text.length || !allGiven(text, long ? start + 2 : start + 1, end)) continue;
    if (long && (NEVER.has(text[start + 1]!) || !isHan(text.charCodeAt(start + 1)))) continue;
    // 金灿灿, 白茫茫
    if (long && !context.titled && text[start + 1] === text[start + 2] && '金黄白乌'.includes(text[start]!)) continue;
    const likelihood = nameLikelihood(text, start, end, words);
    if (
      likelihood === undefined ||
      likelihood + known + MOST_GAIN < LEAST ||
      KINDS.has(text[end - 1]!) ||
      text.startsWith('家军', end - 2) ||
      (!long && ADDRESS.has(text[end - 1]!)) ||
      FIRM_AFTER.test(text.slice(end, end + 4))
    )
      continue;
    const standing = TITLES_AFTER.at(text, end) !== undefined;
    const follow = followAt(text, end);
    let score =
      likelihood +
      known +
      (standing ? STANDING : follow === 0 && verbAt(text, end, words) ? ACTS : FOLLOWED[follow]) +
      (isOffice(text, end) ? PREDICATE : 0) +
      (!standing && follow > 0 && SPEECH.test(text.slice(end, end + 4)) ? SPOKEN : 0) +
      (context.free() ? 0 : words[start - 1] ? NOT_FREE : AFTER_WORD) +
      (context.opens() ? OPENS : 0) +
      (soundRun(text, start) >= start + 3 ? BY_SOUND : 0);
    if (score < LEAST && score + REPEATED * MOST_REPEATED >= LEAST)
      score += REPEATED * Math.min(MOST_REPEATED, othersLike(text, start, end, words));
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
  if ((after && after.end >= reading.end) || (reading.end - start === 2 && !titled && ADDRESS.has(text[start + 1]!)))
    return undefined;
  const two = text.slice(start, start + 2);
  if (COMPOUND_SURNAMES.has(two)) return reading;
  const length = reading.end - start;
  const own = nameLikelihood(text, start, reading.end, words);
  const end = length === 3 ? start + 2 : start + 3;
  // 唐英年: a letter that mostly is none of a name, where the three are likelier one
  const open = length === 2 && !NEVER.has(text[start + 2] ?? '、') && isHan(text.charCodeAt(start + 2));
  const other =
    end <= text.length && (open || allGiven(text, start + 1, end))
      ? nameLikelihood(text, start, end, words)
      : undefined;
  if (open && own === undefined && other !== undefined && other > UNLIKELY / 2)
    return { ...reading, end, follow: followAt(text, end) };
  if (
    other !== undefined &&
    other > 0 &&
    (own === undefined
      ? reading.follow === 0
      : other > own + (reading.follow === 0 && followAt(text, end) > 0 ? 0 : BETTER))
  ) {
    const follow = followAt(text, end);
    if (follow > 0 || own === undefined) return { ...reading, end, follow };
  }
  if (reading.follow === 3) return reading;
  // 王凯明说，: 明说 is no word here
  if (own === undefined)
    return reading.follow === 2 || titled || SAID.test(text.slice(reading.end, reading.end + 2)) ? reading : undefined;
  // 丽丽, 彬彬: words of doubled letters are names as well
  const doubled = length === 3 && text[start + 1] === text[start + 2];
  const speaks = titled && SPEECH.test(text.slice(reading.end, reading.end + 4));
  return own < (speaks ? UNLIKELY - 5 : titled ? UNLIKELY : UNLIKELY - 2) && !(titled && doubled) ? undefined : reading;
}
const SAID = /^[说称][，：“]/;
const BETTER = 4;
const UNLIKELY = -7;

/** A verb of the list is the next word. */
function verbAt(text: string, at: number, words: Uint8Array): boolean {
  let end = at + 1;
  while (end < text.length && !words[end]) end++;
  return end - at > 1 && end - at < 5 && wordClass(text, at, end) === 'verb';
}

/** 是…的导演、编剧。 */
function isOffice(text: string, at: number): boolean {
  if (text[at] !== '是') return false;
  const clause = /^是[^，。；：\n]{2,30}/.exec(text.slice(at, at + 32))?.[0] ?? '';
  return clause !== '' && TITLES.endingAt(clause, clause.length) !== undefined;
}

/** The most that context can add to letters. */
const MOST_GAIN = STANDING + PREDICATE + OPENS + REPEATED * MOST_REPEATED;

/** How often the letters stand elsewhere within 6,000 letters as words of their own, each time with another letter behind. */
function othersLike(text: string, start: number, end: number, words: Uint8Array): number {
  const name = text.slice(start, end);
  const near = text.slice(Math.max(0, start - NEAR), start + NEAR);
  const base = Math.max(0, start - NEAR);
  const behind = new Set([text[end]]);
  let left = MOST_PLACES;
  for (let at = near.indexOf(name); at >= 0 && left > 0; at = near.indexOf(name, at + name.length), left--) {
    const here = base + at;
    if (here !== start && words[here] && words[here + name.length]) behind.add(text[here + name.length]);
    if (behind.size > MOST_REPEATED) break;
  }
  return behind.size - 1;
}
const NEAR = 6000;
/** More places than this tell nothing new. */
const MOST_PLACES = 60;

function allGiven(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isHan(text.charCodeAt(i)) || NEVER_GIVEN.has(text[i]!)) return false;
  return true;
}
