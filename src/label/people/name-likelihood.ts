import { readFileSync } from 'node:fs';

const file = (name: string): string => readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
const rows = (name: string): string[] => file(name).split('\n').slice(1);

/** Letters of running text to one name that begins there. */
const RARITY = 150;
/** Words counted in the list the tables come from. */
const WORDS = 60_000_000;
/** Count of a word of two letters the list does not hold. */
const UNKNOWN_PAIR = 100;
/** Share given to letters never seen in their place of a name. */
const SMOOTH = 0.7;

interface Tables {
  /** natural logarithms of shares, by letter */
  surname: Float32Array;
  first: Float32Array;
  last: Float32Array;
  alone: Float32Array;
  /** of words of two letters, by both */
  pairs: Map<number, number>;
  /** words of three letters by the first two, with every third */
  none: Map<number, string>;
}

let read: Tables | undefined;
const tables = (): Tables => {
  read ??= readTables();
  return read;
};

const pairKey = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

function readTables(): Tables {
  const letters = rows('name-letters.tsv').map((line) => line.split('\t'));
  const column = (index: number): Float32Array => {
    const all = letters.reduce((sum, row) => sum + Number(row[index] ?? 0), 0) + SMOOTH * letters.length;
    const logs = new Float32Array(65536).fill(LEAST);
    for (const row of letters) logs[row[0]!.charCodeAt(0)] = Math.log((Number(row[index] ?? 0) + SMOOTH) / all);
    return logs;
  };
  const alone = new Float32Array(65536).fill(LEAST);
  for (const row of letters) alone[row[0]!.charCodeAt(0)] = Math.log(Math.max(5, Number(row[4] ?? 0)) / WORDS);
  const pairs = new Map<number, number>();
  for (const line of rows('pairs.tsv')) {
    const [level, words = ''] = line.split('\t');
    const value = Number(level) / 2 - Math.log(WORDS);
    for (let i = 0; i + 1 < words.length; i += 2) pairs.set(pairKey(words, i), value);
  }
  const three = file('no-names.txt').trim();
  const none = new Map<number, string>();
  for (let i = 0; i + 2 < three.length; i += 3)
    none.set(pairKey(three, i), (none.get(pairKey(three, i)) ?? '') + three[i + 2]!);
  return { none, surname: column(1), first: column(2), last: column(3), alone, pairs };
}

/** The two letters are a frequent word. */
export const isFrequentPair = (two: string): boolean => tables().pairs.has(pairKey(two, 0));

const LEAST = Math.log(1e-6);
const UNKNOWN = Math.log(UNKNOWN_PAIR / WORDS);
/** What speaks against a name where its three letters are a word of the list. */
const KNOWN_WORD = 2;
/** Names of two letters to all names, and of three. */
const SHORT = Math.log(0.2);
const LONG = Math.log(0.8);

/**
 * How much likelier the letters `start`–`end` (two or three) are a Chinese name than the words the segmenter cuts them into; above 0
 * a name is the better guess. `starts`: where words begin. Undefined where a word runs across an edge, or where they
 * are a known word.
 */
export function nameLikelihood(text: string, start: number, end: number, starts: Uint8Array): number | undefined {
  if (!starts[start] || !starts[end]) return undefined;
  const { surname, first, last, alone, pairs, none } = tables();
  const long = end - start === 3;
  if (long && none.get(pairKey(text, start))?.includes(text[start + 2]!)) return undefined;
  const given = text.charCodeAt(start + 1);
  let name = -Math.log(RARITY) + surname[text.charCodeAt(start)]!;
  name += long ? LONG + first[given]! + last[text.charCodeAt(start + 2)]! : SHORT + last[given]!;
  // a word of three letters with a surname at its front is mostly a name the list holds: its letters are weighed one by one
  const whole = long && !starts[start + 1] && !starts[start + 2];
  let words = whole ? KNOWN_WORD : 0;
  for (let at = start; at < end; ) {
    let next = at + 1;
    while (!whole && next < end && !starts[next]) next++;
    words +=
      next - at === 1
        ? alone[text.charCodeAt(at)]!
        : next - at === 2
          ? (pairs.get(pairKey(text, at)) ?? UNKNOWN)
          : UNKNOWN;
    at = next;
  }
  return name - words;
}
