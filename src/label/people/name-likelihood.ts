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
  surname: Map<string, number>;
  first: Map<string, number>;
  last: Map<string, number>;
  alone: Map<string, number>;
  pairs: Map<string, number>;
  none: Set<string>;
}

let read: Tables | undefined;
const tables = (): Tables => {
  read ??= readTables();
  return read;
};

/** Natural logarithms of shares. */
function readTables(): Tables {
  const letters = rows('name-letters.tsv').map((line) => line.split('\t'));
  const column = (index: number): Map<string, number> => {
    const counts = letters.map((row) => [row[0] ?? '', Number(row[index] ?? 0)] as const);
    const all = counts.reduce((sum, [, count]) => sum + count, 0) + SMOOTH * counts.length;
    return new Map(counts.map(([letter, count]) => [letter, Math.log((count + SMOOTH) / all)]));
  };
  const alone = new Map(letters.map((row) => [row[0] ?? '', Math.log(Math.max(5, Number(row[4] ?? 0)) / WORDS)]));
  const pairs = new Map<string, number>();
  for (const line of rows('pairs.tsv')) {
    const [level, words = ''] = line.split('\t');
    const value = Number(level) / 2 - Math.log(WORDS);
    for (let i = 0; i + 1 < words.length; i += 2) pairs.set(words.slice(i, i + 2), value);
  }
  const three = file('no-names.txt').trim();
  const none = new Set<string>();
  for (let i = 0; i + 2 < three.length; i += 3) none.add(three.slice(i, i + 3));
  return { none, surname: column(1), first: column(2), last: column(3), alone, pairs };
}

/** The two letters are a frequent word. */
export const isFrequentPair = (two: string): boolean => tables().pairs.has(two);

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
  if (end - start === 3 && none.has(text.slice(start, end))) return undefined;
  let name = -Math.log(RARITY) + (surname.get(text[start]!) ?? LEAST);
  name +=
    end - start === 2
      ? SHORT + (last.get(text[start + 1]!) ?? LEAST)
      : LONG + (first.get(text[start + 1]!) ?? LEAST) + (last.get(text[start + 2]!) ?? LEAST);
  // a word of three letters with a surname at its front is mostly a name the list holds: its letters are weighed one by one
  const whole = end - start === 3 && !starts[start + 1] && !starts[start + 2];
  let words = whole ? KNOWN_WORD : 0;
  for (let at = start; at < end; ) {
    let next = at + 1;
    while (!whole && next < end && !starts[next]) next++;
    words +=
      next - at === 1
        ? (alone.get(text[at]!) ?? LEAST)
        : next - at === 2
          ? (pairs.get(text.slice(at, next)) ?? UNKNOWN)
          : UNKNOWN;
    at = next;
  }
  return name - words;
}
