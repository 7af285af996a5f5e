import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { type LabelDocument, perDocument } from './document.ts';

/** Read by ourselves: the package's dict.js keeps this list and another one in memory, 11 MB. */
const DICT = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');

let jieba: Jieba | undefined;

/**
 * Where the words of a document begin (1) by a segmenter that guesses no new words: names it does not know fall into single
 * letters. The place behind the last word counts as a beginning.
 */
export const wordStarts = perDocument(({ full }: LabelDocument): Uint8Array => {
  jieba ??= Jieba.withDict(readFileSync(DICT));
  const starts = new Uint8Array(full.length + 1);
  let at = 0;
  for (const word of jieba.cut(full, false)) {
    starts[at] = 1;
    at += word.length;
  }
  starts[full.length] = 1;
  return starts;
});
