import { numbersFrom } from './imagined-text.ts';

export interface Written {
  title: string;
  text: string;
}

const PIECES = [2, 3, 4, 5, 6, 8, 10, 12, 20];
/** Characters of a text that an index over titles and leads knows. */
const LEAD = 90;
const TRIES = 60;

/** Queries of many kinds as they stand in articles old and new, drawn by a seed: what nobody weighed a plan on. */
export function querySets(articles: readonly Written[], whole: boolean, seed: number, each: number) {
  const next = numbersFrom(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const article = (): Written => articles[below(articles.length)]!;
  const known = ({ title, text }: Written): string => (whole ? text : text.slice(0, LEAD)) || title;
  /** so many neighbours, of one word in long texts of no other than letters if that can be had */
  const piece = (text: string, length: number, letters = true): string => {
    let found = text.replace(/\s/g, '').slice(0, length);
    for (let i = 0; i < TRIES; i++) {
      const at = below(Math.max(1, text.length - length));
      const drawn = text.slice(at, at + length);
      if (drawn.length < length || /\s/.test(drawn)) continue;
      found = drawn;
      if (!letters || !/[^\p{L}\p{N}]/u.test(drawn)) break;
    }
    return found;
  };
  const matching = (pattern: RegExp): string => {
    for (let i = 0; i < 10 * TRIES; i++) {
      const all = article().text.match(pattern);
      if (all) return all[below(all.length)]!;
    }
    return 'no such';
  };
  /** words of one article or of several */
  const words = (lengths: readonly number[], together: boolean): string => {
    const one = article();
    return lengths.map((length) => piece(known(together ? one : article()), length)).join(' ');
  };
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).toUpperCase();

  const makers: Record<string, () => string> = {
    ...Object.fromEntries(PIECES.map((n) => [`titles ${n}`, () => piece(article().title, n)])),
    ...Object.fromEntries(PIECES.map((n) => [`texts ${n}`, () => piece(known(article()), n, n <= 8)])),
    'whole titles': () => article().title,
    quoted: () => `“${piece(article().title, 6)}”`,
    'two of one': () => words([2, 2], true),
    'two of any': () => words([2, 2], false),
    'longer two': () => words([3, 4], true),
    'three of one': () => words([2, 2, 2], true),
    'three of any': () => words([2, 2, 2], false),
    'absent 4': () => words([2, 2], false).replace(' ', ''),
    'absent 6': () => words([3, 3], false).replace(' ', ''),
    Latin: () => matching(/[A-Za-z0-9]{2,}/g),
    'wide capitals': () => wide(matching(/[A-Za-z0-9]{2,}/g)),
    mixed: () => matching(/[\u4e00-\u9fff]{2} ?[A-Za-z0-9]{2,5} ?[\u4e00-\u9fff]{1,2}/g),
  };
  return Object.entries(makers).map(([of, make]) => ({ of, queries: Array.from({ length: each }, make) }));
}
