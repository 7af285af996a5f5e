import { datelineOf } from './dateline.ts';
import { openingNames } from './zh-authors.ts';

/** A paragraph shorter than this opens nothing. */
const LEAST = 30;
const PARAGRAPHS = 3;

/** What a text tells of itself in its first paragraphs, for bodies that come without a page: dateline (电头) and reporters. */
export function readTextFields(text: string): { dateline?: string; authors: string[] } {
  const opening = text
    .slice(0, 2000)
    .split('\n')
    .filter((line) => line.length >= LEAST)
    .slice(0, PARAGRAPHS);
  const dateline = opening.map(datelineOf).find((found) => found !== undefined);
  return {
    authors: opening.map(openingNames).find((names) => names.length > 0) ?? [],
    ...(dateline === undefined ? {} : { dateline }),
  };
}
