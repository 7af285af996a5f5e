import { letterTable } from '../letters.ts';
import { Lexicon } from '../lexicon.ts';
import { MODIFIERS } from './speaker-words.ts';

/** A clause is read back no further than this. */
const MOST = 90;
const WORDS = new Lexicon(MODIFIERS.map((word) => [word, true] as const));
const TIME =
  /(?:[0-9０-９]{4}年)?(?:[0-9０-９]{1,2}月份?)?(?:[0-9０-９]{1,2}[日号])|(?:[0-9０-９]{4}年)?[0-9０-９]{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|[本上这下]?周[一二三四五六日末]|星期[一二三四五六日天]/y;
const BRACKET = /[\s（(][^（）()\n]{0,14}[）)]/y;
const STOP = '，。；：“”「」\n';
/** Prepositions, how far their phrase may run, and what it must end in. */
const PHRASES: Record<string, readonly [number, RegExp | undefined]> = {
  在: [
    42,
    /(?:时|上|中|后|会上|期间|里|前|之际|致辞|讲话|发言|采访|表示|平台|微博|推特|脸书|直播间|朋友圈|网站|现场|会)$/,
  ],
  于: [16, /[日月年晨晚午]$/],
  向: [25, undefined],
  对: [25, undefined],
  就: [41, undefined],
  从: [17, undefined],
  通过: [25, undefined],
  援引: [25, undefined],
  引述: [25, undefined],
  接受: [34, /(?:采访|专访|访问|提问)时?$/],
  回答: [34, /时$/],
  回复: [16, undefined],
  答复: [16, undefined],
};

const TIMES = [TIME];
const BRACKETS = [BRACKET];
const NONE: RegExp[] = [];
const DATED = letterTable('0123456789０１２３４５６７８９一二三四五六七八九十本上这下周星');
const BRACKETED = letterTable(' \n\t（(');
const LEADING = letterTable(Object.keys(PHRASES));

/**
 * Where in `from`–`verb` a stretch begins that holds only what may stand between a speaker and the verb: adverbs, times, phrases
 * with a preposition (在发布会上, 对此, 接受采访时). `ends`: where names end, at which such a stretch may begin as at any word.
 */
export function modifiersBefore(
  text: string,
  from: number,
  verb: number,
  starts: Uint8Array,
  ends: ReadonlySet<number>,
): { all: (at: number) => boolean; first: number } {
  const base = Math.max(from, verb - MOST);
  const good = new Uint8Array(verb - base + 1);
  good[verb - base] = 1;
  let first = verb;
  const reach = (at: number): boolean => good[at - base] === 1;
  for (let i = verb - 1; i >= base; i--) {
    if (!starts[i] && !ends.has(i)) continue;
    if (opens(text, i, verb, reach, i === from)) {
      good[i - base] = 1;
      if (i > from) first = i;
    }
  }
  return { all: (at) => at >= base && at <= verb && reach(at), first };
}

function opens(text: string, i: number, verb: number, reach: (at: number) => boolean, opening: boolean): boolean {
  const word = WORDS.at(text, i);
  if (word && word.end <= verb && reach(word.end)) return true;
  if (word && word.end > i + 1 && reach(i + 1) && WORDS.at(text.slice(i, i + 1), 0)) return true;
  const code = text.charCodeAt(i);
  for (const pattern of DATED[code] ? TIMES : BRACKETED[code] ? BRACKETS : NONE) {
    pattern.lastIndex = i;
    const found = pattern.exec(text);
    if (found && i + found[0].length <= verb && reach(i + found[0].length)) return true;
  }
  const phrase = LEADING[code] ? (PHRASES[text[i]!] ?? PHRASES[text.slice(i, i + 2)]) : undefined;
  if (phrase) {
    const [most, tail] = phrase;
    for (let j = i + 1; j <= Math.min(verb, i + (opening && !tail ? 7 : most)); j++) {
      if (j > i + 1 && reach(j) && (!tail || tail.test(text.slice(i, j)))) return true;
      if (STOP.includes(text[j] ?? '\n')) break;
    }
  }
  // 高兴地, 斩钉截铁地
  for (let j = i + 2; j <= Math.min(verb, i + 5); j++) if (text[j - 1] === '地' && reach(j)) return true;
  return false;
}
