/** Longest words that are looked up, in UTF-16 units; the list has a handful of longer ones. */
const LONGEST = 16;
const BITS = 19;
const MASK = (1 << BITS) - 1;
const PAIR_BITS = 18;
const TRIPLE_BITS = 20;

/** What a word of the list is, by the letters of its part of speech. `foreign`: a name written by sound. */
export const WORD_CLASSES = ['other', 'function', 'verb', 'count', 'quality', 'foreign'] as const;
export type WordClass = (typeof WORD_CLASSES)[number];
/** By the two letters of the tag, the second 0 where there is one only. */
const CLASS_OF = new Uint8Array(128 * 128);
for (const [index, tags] of [
  [1, 'd p r c u y e o k h ad dg df rr rz rg uj ul ud uv uz ug'],
  [2, 'v vd vg vi vq'],
  [3, 't tg m mq mg q'],
  [4, 'a b z ag'],
] as const)
  for (const tag of tags.split(' ')) CLASS_OF[tag.charCodeAt(0) * 128 + (tag.charCodeAt(1) || 0)] = index;
/** nrt, nrfg: the only longer tags that begin so */
const FOREIGN = 5;

/**
 * A list of words with the logarithms of their frequencies, looked up by two rolling hashes instead of by the words: 350,000 words in
 * 11 MB. One hash names the slot, the other 32 bits tell the word: of four thousand million strings that are no word, about one
 * passes for one.
 */
export class WordTable {
  /** longest word that begins with these two units (or with others of the same place); 0 = none */
  readonly #longest = new Uint8Array(1 << PAIR_BITS);
  /** the same by the first three */
  readonly #longestOfThree = new Uint8Array(1 << TRIPLE_BITS);
  /** logarithm of the sum of all frequencies */
  readonly logTotal: number;
  /** words of one unit */
  readonly #letters = new Float64Array(65_536).fill(Number.NaN);
  readonly #letterClasses = new Uint8Array(65_536);
  readonly #classes = new Uint8Array(MASK + 1);
  /** per slot what tells its word and, beside it in one line of the cache, the logarithm */
  readonly #told = new Uint32Array(4 * (MASK + 1));
  readonly #logs = new Float64Array(this.#told.buffer);

  /** `list`: a word, its frequency and more a line, separated by spaces. */
  constructor(list: string) {
    let total = 0;
    for (let from = 0; from < list.length; ) {
      const space = list.indexOf(' ', from);
      if (space < 0) break;
      let at = space + 1;
      let frequency = 0;
      for (let c = list.charCodeAt(at); c >= 48 && c <= 57; c = list.charCodeAt(++at))
        frequency = frequency * 10 + c - 48;
      total += frequency;
      const length = space - from;
      const end = list.indexOf('\n', at);
      if (length > 0 && length <= LONGEST)
        this.#add(list, from, space, Math.log(frequency), classAt(list, at + 1, end < 0 ? list.length : end));
      from = end < 0 ? list.length : end + 1;
    }
    this.logTotal = Math.log(total);
  }

  #add(list: string, from: number, to: number, log: number, wordClass: number): void {
    let slot = 0;
    let tells = 0;
    for (let i = from; i < to; i++) {
      const unit = list.charCodeAt(i);
      slot = nextSlot(slot, unit);
      tells = nextTells(tells, unit);
      if (i === from + 2) {
        const three = triplePlace(slot);
        if (to - from > this.#longestOfThree[three]!) this.#longestOfThree[three] = to - from;
      }
    }
    if (to - from === 1) {
      this.#letters[list.charCodeAt(from)] = log;
      this.#letterClasses[list.charCodeAt(from)] = wordClass;
      return;
    }
    const pair = pairPlace(list.charCodeAt(from), list.charCodeAt(from + 1));
    if (to - from > this.#longest[pair]!) this.#longest[pair] = to - from;
    const mark = tells >>> 0 || 1;
    let at = place(slot);
    while (this.#told[4 * at] !== 0 && this.#told[4 * at] !== mark) at = (at + 1) & MASK;
    this.#told[4 * at] = mark;
    this.#logs[2 * at + 1] = log;
    this.#classes[at] = wordClass;
  }

  /** What the word `from`–`to` is; `undefined` where the list does not hold it. */
  classOf(text: string, from: number, to: number): WordClass | undefined {
    if (to - from === 1) {
      const unit = text.charCodeAt(from);
      return Number.isNaN(this.#letters[unit]!) ? undefined : WORD_CLASSES[this.#letterClasses[unit]!];
    }
    let slot = 0;
    let tells = 0;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      slot = nextSlot(slot, unit);
      tells = nextTells(tells, unit);
    }
    const mark = tells >>> 0 || 1;
    let at = place(slot);
    while (this.#told[4 * at] !== 0 && this.#told[4 * at] !== mark) at = (at + 1) & MASK;
    return this.#told[4 * at] === 0 ? undefined : WORD_CLASSES[this.#classes[at]!];
  }

  /**
   * Writes to `into[k]` the logarithm of the word of k + 1 units that begins at `from`, NaN where there is none. Answers how many
   * lengths were looked at.
   */
  read(text: string, from: number, to: number, into: Float64Array): number {
    into[0] = this.#letters[text.charCodeAt(from)]!;
    const longer = to - from > 1 ? this.#longest[pairPlace(text.charCodeAt(from), text.charCodeAt(from + 1))]! : 0;
    let most = Math.max(1, Math.min(longer, to - from));
    let slot = 0;
    let tells = 0;
    for (let k = 0; k < most; k++) {
      const unit = text.charCodeAt(from + k);
      slot = nextSlot(slot, unit);
      tells = nextTells(tells, unit);
      if (k === 0) continue;
      if (k === 2) {
        most = Math.min(most, Math.max(2, this.#longestOfThree[triplePlace(slot)]!));
        if (most === 2) break;
      }
      const mark = tells >>> 0 || 1;
      let at = place(slot);
      while (this.#told[4 * at] !== 0 && this.#told[4 * at] !== mark) at = (at + 1) & MASK;
      into[k] = this.#told[4 * at] === 0 ? Number.NaN : this.#logs[2 * at + 1]!;
    }
    return most;
  }
}

function classAt(list: string, from: number, to: number): number {
  const length = to - from - (list.charCodeAt(to - 1) === 13 ? 1 : 0);
  if (length > 2) return list.charCodeAt(from) === 110 && list.charCodeAt(from + 1) === 114 ? FOREIGN : 0;
  const second = length === 2 ? list.charCodeAt(from + 1) : 0;
  return length > 0 ? (CLASS_OF[list.charCodeAt(from) * 128 + second] ?? 0) : 0;
}

const nextSlot = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) + 0x5bd1e995;
const nextTells = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash + unit + 0x7f4a7c15, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};
const place = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> (32 - BITS);
const triplePlace = (hash: number): number => Math.imul(hash ^ (hash >>> 13), 0x9e3779b1) >>> (32 - TRIPLE_BITS);
const pairPlace = (first: number, second: number): number =>
  Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - PAIR_BITS);
