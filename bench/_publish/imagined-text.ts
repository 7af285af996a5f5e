const CHARACTERS = 2500;
const WORDS = 12_000;
/** of words: one, two, three, four characters */
const LENGTHS = [0.12, 0.78, 0.9, 1];

/** Numbers from 0 to 1, the same for a seed on every machine. */
export function numbersFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let h = Math.imul(state ^ (state >>> 15), state | 1);
    h ^= h + Math.imul(h ^ (h >>> 7), h | 61);
    return ((h ^ (h >>> 14)) >>> 0) / 4294967296;
  };
}

/** A rank from 0, as often as words of that rank are used (Zipf's law). */
const zipf = (next: () => number, most: number): number => Math.floor(most ** next()) - 1;

/** The words of an imagined language in Chinese characters, the most used first; one in sixty in Latin letters and digits. */
export const imaginedWords: readonly string[] = (() => {
  const next = numbersFrom(7);
  const character = (): string => String.fromCharCode(0x4e00 + 8 * Math.floor(CHARACTERS * next() ** 2));
  return Array.from({ length: WORDS }, (_, rank) => {
    if (rank % 60 === 20) return ` ${Math.floor(36 ** (2 + 4 * next())).toString(36)} `;
    const drawn = next();
    return Array.from({ length: 1 + LENGTHS.findIndex((share) => drawn < share) }, character).join('');
  });
})();

/**
 * So many characters of it: a text keeps to its subject, so words come back in it. Indexed, 148 titles and leads take 508 bytes each
 * and texts of 1,927 characters 2.8 KB, where those of 148 real posts took 486 bytes and 2.7 KB.
 */
export function imaginedText(next: () => number, length: number): string {
  const subject = Array.from({ length: 30 }, () => imaginedWords[zipf(next, WORDS)]!);
  let text = '';
  while (text.length < length) {
    text += next() < 0.4 ? subject[Math.floor(next() * subject.length)]! : imaginedWords[zipf(next, WORDS)]!;
    if (next() < 0.15) text += '，';
  }
  return text.slice(0, length);
}
