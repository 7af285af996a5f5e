const SINGLE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}ー々';
const TOKENS = new RegExp(`[${SINGLE}]|(?:(?![${SINGLE}])[\\p{L}\\p{N}_])+`, 'gu');
const WORDS = /[\p{L}\p{N}_]+/gu;
const LENGTH = 4;

function counts(text: string, tokens: RegExp): Map<string, number> {
  const list = text.match(tokens) ?? [];
  const found = new Map<string, number>();
  for (let i = 0; i < Math.max(1, list.length - LENGTH + 1); i++) {
    const key = list.slice(i, i + LENGTH).join(' ');
    if (key !== '') found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/** Precision and recall of 4-shingles; a CJK character is a token of its own unless `words` says otherwise. */
export function shingleScore(
  expected: string,
  got: string,
  words = false,
): { precision: number | undefined; recall: number | undefined } {
  const want = counts(expected, words ? WORDS : TOKENS);
  const have = counts(got, words ? WORDS : TOKENS);
  let shared = 0;
  for (const [key, count] of want) shared += Math.min(count, have.get(key) ?? 0);
  const sum = (map: Map<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0);
  return {
    precision: have.size === 0 ? undefined : shared / sum(have),
    recall: want.size === 0 ? undefined : shared / sum(want),
  };
}

/** F1 of mean precision (over pages with an answer) and mean recall (over pages with an expected text). */
export function f1(pages: readonly { precision: number | undefined; recall: number | undefined }[]): number {
  const mean = (values: (number | undefined)[]): number => {
    const known = values.filter((value) => value !== undefined);
    return known.length === 0 ? 0 : known.reduce((a, b) => a + b, 0) / known.length;
  };
  const p = mean(pages.map((page) => page.precision));
  const r = mean(pages.map((page) => page.recall));
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
