import { textContent } from '../../kit/html/tree.ts';
import { ownText } from '../body/block-values.ts';
import { linkDensity, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { META_LINE } from './lexicon.ts';

/** A block that holds text and no other block: what a reader sees as a line or a paragraph. */
export interface Line {
  node: PageNode;
  /** white space collapsed; '' for the longest, and for a mixed one */
  text: string;
  weight: number;
  /** sentence punctuation */
  marks: number;
  /** share of the text inside links */
  links: number;
  /** text that stands in a block beside other blocks: it is no element of its own and cannot go with one */
  mixed: boolean;
}

export type Remove = (node: PageNode, step: string, why: string) => void;

/** Longest line that is tried against the lexicon. */
export const LINE = 200;
const LONGEST = 2000;
/** Weight from which the text beside blocks counts as a line. */
const MIXED = 8;
const SPACE = /[\s\u00a0\u3000]+/g;

export const BLOCKS = new Set(
  'p div section ul ol li dl dd dt table h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption article header center td tr main address details summary'.split(
    ' ',
  ),
);

export const HEADING = /^h[1-6]$/;

/** A sentence's end, with the quotation it closes and the names in brackets behind it. */
export const SENTENCE_END = /[.!?。！？…;；:：।॥။។؟۔።][\s"'”’」』）)\]]*(?:[（(【][^（）()【】]{1,40}[）)】]\s*)?$/u;

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
    if (leaf) {
      const text = node.textLength > LONGEST ? '' : textContent(node.element).replace(SPACE, ' ').trim();
      lines.push({ node, text, weight: weight(node), marks: node.marks, links: linkDensity(node), mixed: false });
    } else if (node.own > 0) {
      const own = ownText(page, node);
      if (own.weight >= MIXED)
        lines.push({
          node,
          text: '',
          weight: own.weight,
          marks: own.marks,
          links: own.links / own.length,
          mixed: true,
        });
    }
  }
  return lines;
}

/** A paragraph: sentences outside links. A flash is one, too. */
export const isProse = ({ node, text, weight, marks, links, mixed }: Line): boolean =>
  weight >= 60 &&
  marks > 0 &&
  links < 0.35 &&
  !HEADING.test(node.tag) &&
  (weight > 240 || mixed || SENTENCE_END.test(text)) &&
  !(text.length <= LINE && META_LINE.test(text));
