// What a text is found by, the same for who builds the index and who asks it.
// Served to browsers as it stands: no dependency.

const CJK = 1;
const WORD = 2;
const OTHER = 3;
/** of UTF-16 units, found when first met */
const kinds = new Uint8Array(65_536);
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Surrogates count as CJK: the pair of one rare character is then a gram of its own. */
function kindOf(code) {
  if (kinds[code] !== 0) return kinds[code];
  const cjk =
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xdfff) ||
    (code >= 0xf900 && code <= 0xfaff);
  kinds[code] = cjk ? CJK : LETTER.test(String.fromCharCode(code)) ? WORD : OTHER;
  return kinds[code];
}

const isDigit = (code) => code >= 48 && code <= 57;
/** The point of 3.5 belongs to the number. */
const kindAt = (folded, i) =>
  folded.charCodeAt(i) === 46 && isDigit(folded.charCodeAt(i - 1)) && isDigit(folded.charCodeAt(i + 1))
    ? WORD
    : kindOf(folded.charCodeAt(i));

/** Full-width forms and capitals as their plain ones; keeps every offset. */
export function fold(text) {
  const plain = text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const low = plain.toLowerCase();
  if (low.length === plain.length) return low;
  return [...plain].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}

/** Grams that are not two adjacent characters live where UTF-16 has private use: E000 to EFFF. */
const hashed = (a, b, c) =>
  (0xe0000000 | ((Math.imul(Math.imul(a + 1, 0x9e3779b1) ^ b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) & 0x0fffffff)) >>>
  0;

/**
 * Calls `take(gram, from, to)` with the 32-bit grams of folded text, in order and with repetition: two neighbours where one is CJK, of
 * 6日 another one than of 16日; of a run of other letters and digits its first two, and every three.
 */
export function eachGram(folded, take) {
  let before = OTHER;
  let last = 0;
  let beforeLast = 0;
  let run = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    const kind = kindAt(folded, i);
    if (kind === OTHER) {
      before = OTHER;
      run = 0;
      continue;
    }
    if (before !== OTHER && (kind === CJK || before === CJK))
      take(run === 1 ? hashed(2, last, code) : ((last << 16) | code) >>> 0, i - 1, i + 1);
    run = kind === WORD ? run + 1 : 0;
    if (run === 2) take(hashed(0, last, code), i - 1, i + 1);
    else if (run > 2) take(hashed(beforeLast, last, code), i - 2, i + 1);
    beforeLast = last;
    last = code;
    before = kind;
  }
}

/** Every document of a section carries it. */
export function sectionGram(slug) {
  let sum = 7;
  for (let i = 0; i < slug.length; i++) sum = (Math.imul(sum, 31) + slug.charCodeAt(i)) | 0;
  return hashed(1, sum & 0xffff, sum >>> 16);
}

/** One to one on 32 bits, so that shards are of like size and keys in them exact (Wang's and Ettinger's lowbias32). */
function mix(gram) {
  let h = gram;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** What the index knows a gram by: bits of the gram, mixed, then of the character behind it. */
export const keyOf = (gram, next, { gramBits, nextBits }) =>
  (mix(gram) >>> (32 - gramBits)) * 2 ** nextBits + ((Math.imul(next, 0x9e3779b1) >>> 24) >> (8 - nextBits));

/** Calls `take` with the keys of a document, by its folded text and its section; with repetition. */
export function eachKey(folded, section, layout, take) {
  eachGram(folded, (gram, _from, to) => take(keyOf(gram, folded.charCodeAt(to), layout)));
  take(keyOf(sectionGram(section), 0, layout));
}

/** The same, each once. */
export function keysIn(folded, section, layout) {
  const keys = new Set();
  eachKey(folded, section, layout, (key) => keys.add(key));
  return keys;
}

/** Words of a query, folded; each must occur. Marks around a word are how people quote, not what they look for. */
export const termsOf = (query) =>
  fold(query)
    .split(/\s+/)
    .map((term) => term.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter((term) => term !== '');

/** Where a word occurs in folded text; one that begins with a letter or digit only where a word begins. */
function* occurrences(folded, term) {
  const word = kindOf(term.charCodeAt(0)) === WORD;
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    if (!word || at === 0 || kindAt(folded, at - 1) !== WORD) yield at;
  }
}

export const contains = (folded, term) => !occurrences(folded, term).next().done;

/** `from, to` of what is to be marked in a text, ascending, apart. */
export function marksIn(text, terms) {
  const folded = fold(text);
  const all = terms.flatMap((term) => [...occurrences(folded, term)].map((at) => [at, at + term.length]));
  const apart = [];
  for (const [from, to] of all.sort((a, b) => a[0] - b[0])) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
