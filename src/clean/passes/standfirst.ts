import { cleanText, isCleanElement } from '../clean-tree.ts';
import type { Pass } from './pass.ts';
import { printedLength } from './printed-length.ts';

const HEADING = /^h[1-6]$/;
const STANDS_ABOVE = /^(?:h[1-6]|figure|hr)$/;
/** As printedLength counts: no heading is longer, one that ends as a sentence does no longer than the second. */
const LONGEST = 90;
const LONGEST_SENTENCE = 40;

/** A heading above the first paragraph that is as long as a sentence is the standfirst, which many pages set in headings: a paragraph. */
export const standfirst: Pass = {
  name: 'standfirst',
  run(root) {
    for (const child of root.children) {
      if (!isCleanElement(child)) {
        if (child.trim() !== '') return;
        continue;
      }
      if (!STANDS_ABOVE.test(child.tag)) return;
      const text = cleanText(child).trim();
      const most = /[.。！!]["”」]?$/.test(text) ? LONGEST_SENTENCE : LONGEST;
      if (HEADING.test(child.tag) && printedLength(text) > most) child.tag = 'p';
    }
  },
};
