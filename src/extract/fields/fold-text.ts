/** Letters and digits alone, lower case, NFKC: two headlines that differ in quotes and spaces fold to the same. */
export function foldText(text: string): string {
  // most texts of Western pages: plain patterns, which engines compile and run in no time
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const ASCII = /^[\0-\x7f]*$/;
