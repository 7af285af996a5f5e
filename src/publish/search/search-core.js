// What the builder of the index and the reader's browser must agree on, and how the index is asked.
// Served to browsers as it stands: no import, no dependency.

/** Documents of the smallest segment; what does not fill one stands in the index file itself. */
export const UNIT = 16;
/** Documents of one file of titles. */
export const CHUNK = 4;

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
 * Calls `take(gram, from, to)` with the 32-bit grams of folded text, in order and with repetition: two neighbours where one is CJK;
 * of a run of other letters and digits its first two, and every three.
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
    if (before !== OTHER && (kind === CJK || before === CJK)) take(((last << 16) | code) >>> 0, i - 1, i + 1);
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
export function mix(gram) {
  let h = gram;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** `bits`: a segment has 2^bits shards. */
export const shardOf = (gram, bits) => (bits === 0 ? 0 : mix(gram) >>> (32 - bits));
export const keyIn = (gram, bits) => (mix(gram) & (0xffffffff >>> bits)) >>> 0;

/**
 * Segments of an archive of `count` documents, oldest first: its binary digits. A document is indexed again when its segment
 * joins its equal, so log2(count) times in its life, and `count` alone says which segments there are.
 */
export function segmentsOf(count) {
  const segments = [];
  const units = Math.floor(count / UNIT);
  let from = 0;
  for (let size = 2 ** Math.floor(Math.log2(units || 1)); size >= 1; size /= 2) {
    if (Math.floor(units / size) % 2 === 0) continue;
    segments.push({ from, to: from + size * UNIT });
    from += size * UNIT;
  }
  return segments;
}

export const shardPath = ({ from, to }, shard) => `search/${from}-${to}/${shard}.bin`;
export const daysPath = ({ from, to }) => `search/${from}-${to}/days.json`;
export const chunkPath = (n) => `search/titles/${n >> 8}/${n & 255}.json`;
/** Documents whose days are told together. */
export const DAYS_STEP = 64;

/** What stands at `key` in a shard: document numbers within the segment, ascending. Numbers are varints, seven bits a byte. */
export function postingsIn(bytes, key) {
  let at = 0;
  const next = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  for (let here = 0; at < bytes.length; ) {
    here += next();
    const count = next();
    if (here === key) {
      const found = [];
      for (let i = 0, doc = -1; i < count; i++) {
        doc += next() + 1;
        found.push(doc);
      }
      return found;
    }
    if (here > key) return [];
    for (let i = 0; i < count; i++) next();
  }
  return [];
}

/** Words of a query, folded; each must occur. Marks around a word are how people quote, not what they look for. */
export const termsOf = (query) =>
  fold(query)
    .split(/\s+/)
    .map((term) => term.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter((term) => term !== '');

/** The fewest grams that cover each word. */
function gramsFor(terms) {
  const chosen = new Set();
  for (const term of terms) {
    const grams = [];
    eachGram(term, (gram, from, to) => grams.push({ gram, from, to }));
    for (let covered = 0; ; ) {
      const next =
        grams.filter(({ from, to }) => from <= covered && to > covered).at(-1) ??
        grams.find(({ from }) => from > covered);
      if (!next) break;
      chosen.add(next.gram);
      covered = next.to;
    }
  }
  return [...chosen];
}

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

/** Candidates so few are read rather than thinned out by another shard. */
const FEW = 6;
/** Titles read at once. */
const AT_ONCE = 5;
/** Results shown before more are asked for: each of a whole text has its page to be read. */
const SHOWN = { titles: 10, texts: 6 };

/**
 * The search of one site. `read(path)` gives the bytes of a file of the site; `textAt(path)` the text of an article's page, asked
 * for where whole texts are indexed. `find` yields articles whose title and lead (or text) hold every word, newest first; with
 * `among` only those at one of its paths.
 */
export function openSearch({ read, textAt }) {
  const json = async (path) => JSON.parse(new TextDecoder().decode(await read(path)));
  const index = json('search/index.json');

  async function candidatesIn(segment, grams, section, days) {
    let found;
    for (const gram of section === '' ? grams : [...grams, sectionGram(section)]) {
      if (found && found.length <= FEW) break;
      const postings = postingsIn(
        await read(shardPath(segment, shardOf(gram, segment.bits))),
        keyIn(gram, segment.bits),
      );
      const there = new Set(postings);
      found = found ? found.filter((doc) => there.has(doc)) : postings;
    }
    if (!days || found.length === 0) return found.reverse();
    const told = await json(daysPath(segment));
    const within = ([first, last]) => last >= days.from && first <= days.to;
    return found.filter((doc) => within(told[Math.floor(doc / DAYS_STEP)])).reverse();
  }

  return {
    shownAtOnce: async () => SHOWN[(await index).whole ? 'texts' : 'titles'],
    async *find(query, { section = '', from = '', to = '', among } = {}) {
      const terms = termsOf(query);
      const grams = gramsFor(terms);
      if (grams.length === 0) return;
      const { segments, tail, whole } = await index;
      const days = from === '' && to === '' ? undefined : { from, to: to === '' ? '9999' : to };

      const matched = async ([at, title, lead, filed, outlet]) => {
        const path = `/${at}/`;
        if (among && !among.has(path)) return undefined;
        const day = at.slice(0, 10).replaceAll('/', '-');
        if (section !== '' && filed !== section) return undefined;
        if (days && (day < days.from || day > days.to)) return undefined;
        const found = { path, title, lead, section: filed, outlet, day };
        const shown = fold(`${title}\n${lead}`);
        if (terms.every((term) => contains(shown, term))) return found;
        if (!whole) return undefined;
        const text = await textAt(path);
        const all = fold(`${title}\n${lead}\n${text}`);
        return terms.every((term) => contains(all, term)) ? { ...found, text } : undefined;
      };

      for (let i = tail.length - 1; i >= 0; i--) {
        const found = await matched(tail[i]);
        if (found) yield found;
      }
      for (const [start, end, bits] of segments.toReversed()) {
        const candidates = await candidatesIn({ from: start, to: end, bits }, grams, section, days);
        for (let i = 0; i < candidates.length; i += AT_ONCE) {
          const some = candidates.slice(i, i + AT_ONCE).map(async (doc) => {
            const seq = start + doc;
            return matched((await json(chunkPath(Math.floor(seq / CHUNK))))[seq % CHUNK]);
          });
          for (const found of await Promise.all(some)) if (found) yield found;
        }
      }
    },
  };
}
