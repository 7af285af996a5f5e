/** Letters and digits alone, lower case, NFKC: two headlines that differ in quotes and spaces fold to the same. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
