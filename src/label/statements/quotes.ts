/** Quotation marks of both kinds, opening → closing. */
const PAIRS: Record<string, string> = { '“': '”', '「': '」' };
const OPENS: Record<string, string> = { '”': '“', '」': '「' };
/** No quotation is longer. */
const MOST = 3000;

export const isOpening = (sign: string | undefined): boolean => sign !== undefined && sign in PAIRS;
export const isClosing = (sign: string | undefined): boolean => sign !== undefined && sign in OPENS;

/** Position of the mark that closes the one at `open`. */
export function closingQuote(text: string, open: number): number | undefined {
  const mark = text[open]!;
  const close = PAIRS[mark];
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + MOST); i++) {
    if (text[i] === mark) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return undefined;
}

/** Position of the mark that opens what `close` closes. */
export function openingQuote(text: string, close: number): number | undefined {
  const mark = text[close]!;
  const open = OPENS[mark];
  let depth = 0;
  for (let i = close; i >= Math.max(0, close - MOST); i--) {
    if (text[i] === mark) depth++;
    else if (text[i] === open && --depth === 0) return i;
  }
  return undefined;
}

/** A quotation, not a quoted word (“外挂”5G芯片): a sign follows its end. */
export function isQuotation(text: string, open: number): boolean {
  const close = closingQuote(text, open);
  if (close === undefined) return true;
  return '。，！？；\n'.includes(text[close + 1] ?? '\n')
    ? close - open > 6 || '。！？'.includes(text[close - 1]!) || '。\n'.includes(text[close + 1] ?? '\n')
    : '。！？'.includes(text[close - 1]!);
}

/** What is quoted ends like speech: with a sign, or after enough words. */
export const endsLikeSpeech = (text: string, close: number): boolean => '。！？，…'.includes(text[close - 1] ?? '');

/** 1 opens, 2 closes, 3 ends a paragraph */
const MARKS = new Uint8Array(65_536);
for (const open of Object.keys(PAIRS)) MARKS[open.charCodeAt(0)] = 1;
for (const close of Object.keys(OPENS)) MARKS[close.charCodeAt(0)] = 2;
MARKS[10] = 3;

const STRAIGHT = /["＂]/g;

/**
 * The text as if its writer had used marks that open and close: straight marks in turns within a paragraph that has an even number of
 * them (5.5" is none), 『』 as 「」, ‘’ around a whole speech as “”. One unit for one, so that offsets stay.
 */
export function pairedQuotes(text: string): string {
  let paired = text.includes('『') ? text.replaceAll('『', '「').replaceAll('』', '」') : text;
  if (paired.includes('‘'))
    paired = paired.replace(/(?<=[：:，,。！？\n])‘([^‘’“”\n]{4,400})’(?=[，。！？\n]|$)/g, '“$1”');
  if (!/["＂]/.test(paired)) return paired;
  return paired
    .split('\n')
    .map((line) => {
      const marks = [...line.matchAll(STRAIGHT)].filter(
        ({ index }) => !/[0-9]/.test(line[index - 1] ?? '') || /[，。、：；！？]|^$/.test(line[index + 1] ?? ''),
      );
      if (marks.length === 0 || marks.length % 2 === 1) return line;
      const letters = line.split('');
      for (const [n, { index }] of marks.entries()) letters[index] = n % 2 === 0 ? '“' : '”';
      return letters.join('');
    })
    .join('\n');
}

/** All stretches between a mark and the one that closes it, outermost, within a paragraph, in order. */
export function quotedStretches(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = MARKS[text.charCodeAt(i)];
    if (!mark) continue;
    if (mark === 3) depth = 0;
    else if (mark === 1) {
      if (depth++ === 0) from = i;
    } else if (depth > 0 && --depth === 0) found.push({ from, to: i });
  }
  return found;
}
