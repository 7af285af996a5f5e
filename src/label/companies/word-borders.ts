import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let jieba: Jieba | undefined;

/** Characters of context on each side that decide where words end. */
const AROUND = 14;

/**
 * Whether a stretch of text begins and ends where words do, by a segmenter that does not know it as a company: 完|美的|, 中|国航|天 and
 * 中国动力|电池 are letters across a border. `whole`: it is a dictionary word itself.
 */
export function bordersOf(text: string, start: number, end: number): { start: boolean; end: boolean; whole: boolean } {
  jieba ??= Jieba.withDict(dict);
  const from = Math.max(0, start - AROUND);
  const words = jieba.cut(text.slice(from, end + AROUND), false);
  let at = from;
  const found = { start: false, end: false, whole: false };
  for (const word of words) {
    if (at === start) found.start = true;
    if (at + word.length === end) found.end = true;
    if (at === start && at + word.length === end) found.whole = true;
    at += word.length;
    if (at > end) break;
  }
  return found;
}
