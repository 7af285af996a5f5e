const WIDE = /[\u2e80-\u9fff\uac00-\ud7af]/g;

/** Characters of a line as it is printed: one of Chinese, Japanese or Korean is as wide as two. */
export const printedLength = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);
