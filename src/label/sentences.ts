import { type LabelDocument, perDocument } from './document.ts';

/** Start offsets of all sentences, in order; a closing quote or bracket after the full stop belongs to the sentence before. */
export const sentenceStarts = perDocument((document: LabelDocument): Int32Array => {
  const text = document.full;
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // 。 ！ ？ ； newline
    if (c !== 0x3002 && c !== 0xff01 && c !== 0xff1f && c !== 10) continue;
    let next = i + 1;
    while (next < text.length && '”’』」）)】》'.includes(text[next]!) && c !== 10) next++;
    if (next < text.length && next > starts[starts.length - 1]!) starts.push(next);
    i = next - 1;
  }
  return Int32Array.from(starts);
});

/** Index of the sentence that holds `at`. */
export function sentenceAt(starts: Int32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
