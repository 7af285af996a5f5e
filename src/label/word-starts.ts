import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type LabelDocument, perDocument } from './document.ts';
import { type WordClass, WordTable } from './word-table.ts';

/** The word list of jieba with frequencies (MIT), as its package has it. */
const LIST = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
/** Runs of these are cut into words; every other character stands alone. */
const RUN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3134f}a-zA-Z0-9+#&._%-]+/gu;

let read: WordTable | undefined;
const words = (): WordTable => {
  read ??= new WordTable(readFileSync(LIST, 'utf8'));
  return read;
};

/** What the word `from`–`to` of a text is; `undefined` where no list holds it. */
export const wordClass = (text: string, from: number, to: number): WordClass | undefined =>
  words().classOf(text, from, to);

/**
 * Where the words of a document begin (1), by the most probable path through jieba's word list, without guessing new words: names it
 * does not know fall into single letters. The place behind the last word counts as a beginning. The same words as jieba's own
 * `cut` without its model (held together by a test), in a fifth of its memory (ADR 0010).
 */
export const wordStarts = perDocument(({ full }: LabelDocument): Uint8Array => {
  const table = words();
  const starts = new Uint8Array(full.length + 1);
  let done = 0;
  for (const run of full.matchAll(RUN)) {
    single(full, done, run.index, starts);
    done = run.index + run[0].length;
    cutRun(full, run.index, done, starts, table);
  }
  single(full, done, full.length, starts);
  starts[full.length] = 1;
  return starts;
});

function single(text: string, from: number, to: number, starts: Uint8Array): void {
  for (let i = from; i < to; i++) if (!isLow(text, i) && !(text[i] === '\n' && text[i - 1] === '\r')) starts[i] = 1;
}

const isLow = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
};

const logs = new Float64Array(256);

/** The path of the greatest product of frequencies, found from the end; of equal ones the longer first word. */
function cutRun(text: string, from: number, to: number, starts: Uint8Array, words: WordTable): void {
  const length = to - from;
  const best = new Float64Array(length + 1);
  const next = new Uint32Array(length + 1);
  for (let i = length - 1; i >= 0; i--) {
    if (isLow(text, from + i)) continue;
    const most = words.read(text, from + i, to, logs);
    let score = Number.NEGATIVE_INFINITY;
    let end = 0;
    for (let k = 0; k < most; k++) {
      const log = logs[k]!;
      if (Number.isNaN(log)) continue;
      const sum = log - words.logTotal + best[i + k + 1]!;
      if (sum >= score) {
        score = sum;
        end = i + k + 1;
      }
    }
    if (end === 0) {
      end = i + (isLow(text, from + i + 1) ? 2 : 1);
      score = best[Math.min(end, length)]! - words.logTotal;
    }
    best[i] = score;
    next[i] = end;
  }
  let open = false;
  for (let i = 0; i < length; i = next[i]!) {
    const letter = next[i]! - i === 1 && isAlphanumeric(text.charCodeAt(from + i));
    if (!letter || !open) starts[from + i] = 1;
    open = letter;
  }
}

const isAlphanumeric = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
