import { isHan } from '../../kit/zh.ts';
import { letterTable } from '../letters.ts';
import { FOLLOW_LETTERS, FOLLOW_WORDS } from './follow.ts';
import { NOT_NAMES } from './not-names.ts';
import { COMPOUND_SURNAMES, GIVEN, NEVER_GIVEN, RARE_SURNAMES, SELDOM_GIVEN, SURNAMES } from './surnames.ts';
import { TITLES_AFTER } from './titles.ts';

export interface NameReading {
  end: number;
  /** 3: a sign or office follows, 2: a word that may follow a name, 1: a letter that may, 0: nothing known */
  follow: 0 | 1 | 2 | 3;
  rare: boolean;
}

const STARTS = letterTable([...SURNAMES, ...COMPOUND_SURNAMES]);
const SINGLE = letterTable(SURNAMES);
const COMPOUND = letterTable(COMPOUND_SURNAMES);
const RARE = letterTable(RARE_SURNAMES);
/** first letters of plain words that begin like a name */
const PLAIN = letterTable(NOT_NAMES);
const USUAL = letterTable(GIVEN);
const NEVER = letterTable(NEVER_GIVEN);
const SELDOM = letterTable(SELDOM_GIVEN);
const FOLLOWING = letterTable(FOLLOW_LETTERS);

/** Whether a Chinese name could start with this letter. */
export const isSurname = (code: number): boolean => STARTS[code] === 1;

/** What comes after a name that would end at `end`. */
export function followAt(text: string, end: number): NameReading['follow'] {
  if (end >= text.length) return 3;
  const code = text.charCodeAt(end);
  if (!isHan(code)) return 3;
  if (FOLLOW_WORDS.at(text, end)) return 2;
  if (TITLES_AFTER.at(text, end)) return 2;
  return FOLLOWING[code] === 1 ? 1 : 0;
}

/**
 * Reads a Chinese name at `start`: surname and one or two given letters. Which of the two is decided by what follows, then by
 * how usual the last letter is in names, then by how the text repeats it.
 */
export function readName(text: string, start: number, titled = false): NameReading | undefined {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  if (first === second && second === text.charCodeAt(start + 2)) return undefined;
  const compound = COMPOUND[first] === 1 && COMPOUND_SURNAMES.has(text.slice(start, start + 2));
  if (!compound && !SINGLE[first]) return undefined;
  const given = start + (compound ? 2 : 1);
  const rare = RARE[first] === 1;
  if (!compound && PLAIN[first] === 1 && NOT_NAMES.has(text.slice(start, start + 2))) {
    // 蓝海斌: a plain word at the front only where an office stands before and a word that may follow behind
    const sure =
      titled && !rare && isUsual(text, given + 1) && isGiven(text, given + 1) && followAt(text, given + 2) >= 1;
    return sure ? { end: given + 2, follow: followAt(text, given + 2), rare } : undefined;
  }
  if (
    SELDOM[text.charCodeAt(given)] === 1 &&
    isUsual(text, given + 1) &&
    isGiven(text, given + 1) &&
    followAt(text, given + 2) >= (titled ? 1 : 2)
  )
    return { end: given + 2, follow: followAt(text, given + 2), rare };
  const short = given + 1;
  const long = given + 2;
  if (!isGiven(text, given) || (!isUsual(text, given) && !plausible(text, given, titled ? 1 : 2))) return undefined;
  const afterShort = followAt(text, short);
  if (!isGiven(text, given + 1)) {
    // 张巧月: 月 is a letter of names where a sign ends it
    const moon = titled && text[given + 1] === '月' && isUsual(text, given) && followAt(text, long) === 3;
    return moon ? { end: long, follow: 3, rare } : { end: short, follow: afterShort, rare };
  }
  const afterLong = followAt(text, long);
  const third = isUsual(text, given + 1);
  if (afterShort === 2 && FOLLOW_WORDS.lengthAt(text, short) >= 2 && (!third || afterLong < 3))
    return { end: short, follow: 2, rare };
  if (afterLong >= 2) return { end: long, follow: afterLong, rare };
  if (afterLong === 1 && third) return { end: long, follow: 1, rare };
  if (afterShort >= 1 && !(third && afterLong >= 1)) {
    if (!third || afterLong === 0)
      return third && repeated(text, start, long)
        ? { end: long, follow: 1, rare }
        : { end: short, follow: afterShort, rare };
  }
  if (afterLong === 1) return { end: long, follow: 1, rare };
  return third && (repeated(text, start, long) || afterShort === 0)
    ? { end: long, follow: 0, rare }
    : { end: short, follow: 0, rare };
}

const isGiven = (text: string, at: number): boolean => isHan(text.charCodeAt(at)) && !NEVER[text.charCodeAt(at)];
const isUsual = (text: string, at: number): boolean => USUAL[text.charCodeAt(at)] === 1;

/** A letter outside the usual ones still makes a name where a sign or a speech verb ends it. */
const plausible = (text: string, given: number, least: number): boolean =>
  followAt(text, given + 1) >= least || followAt(text, given + 2) >= least;

/** The text holds the same letters elsewhere, within 3,000 letters. */
function repeated(text: string, start: number, end: number): boolean {
  const near = text.slice(Math.max(0, start - 3000), end + 3000);
  const name = text.slice(start, end);
  return near.indexOf(name) !== near.lastIndexOf(name);
}
