import { textContent } from '../../kit/html/tree.ts';
import { linkDensity, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { META_LINE } from './lexicon.ts';

/** A block that holds text and no other block: what a reader sees as a line or a paragraph. */
export interface Line {
  node: PageNode;
  /** white space collapsed, '' for the longest */
  text: string;
}

export type Remove = (node: PageNode, step: string, why: string) => void;

/** Longest line that is tried against the lexicon. */
export const LINE = 200;
const LONGEST = 2000;

export const BLOCKS = new Set(
  'p div section ul ol li dl dd dt table h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption article header center td tr main address details summary'.split(
    ' ',
  ),
);

export const HEADING = /^h[1-6]$/;

export const SENTENCE_END = /[.!?。！？…;；:：।॥။។؟۔።][\s"'”’」』）)\]]*$/u;

export function leafBlocks(page: PageTree, root: PageNode): Line[] {
  const lines: Line[] = [];
  for (let i = root.at; i < root.end; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || !BLOCKS.has(node.tag) || node.textLength === 0) continue;
    let leaf = true;
    for (let j = node.at + 1; j < node.end; j++) {
      const inner = page.nodes[j]!;
      if (inner.gone === undefined && BLOCKS.has(inner.tag) && inner.textLength > 0) {
        leaf = false;
        break;
      }
    }
    if (leaf)
      lines.push({
        node,
        text:
          node.textLength > LONGEST
            ? ''
            : textContent(node.element)
                .replace(/[\s\u00a0\u3000]+/g, ' ')
                .trim(),
      });
  }
  return lines;
}

/** A paragraph: sentences outside links. A flash is one, too. */
export const isProse = ({ node, text }: Line): boolean =>
  weight(node) >= 60 &&
  node.marks > 0 &&
  linkDensity(node) < 0.35 &&
  !HEADING.test(node.tag) &&
  (weight(node) > 240 || SENTENCE_END.test(text)) &&
  !(text.length <= LINE && META_LINE.test(text));
