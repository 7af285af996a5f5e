import {
  attributeOf,
  CAPTION_MARK,
  type CleanElement,
  type CleanNode,
  cleanElements,
  cleanText,
  isCleanElement,
} from '../clean-tree.ts';
import type { Pass } from './pass.ts';
import { printedLength } from './printed-length.ts';

/** Longest heading, as printedLength counts. */
const LONGEST = 90;
/** No heading ends like that, and what speaks of its writer or has a colon is a credit. */
const NO_HEADING =
  /[。.，,；;、…:：）)】\]]\s*$|[:：]|^[（(【[]|^[^\p{L}\p{N}]*$|(?:记者|編輯|编辑|作者|通讯员|摄影?)(?:\s|$)/u;

/** A paragraph of one bold line over another paragraph is a heading that its editor's tool could not make. */
export const boldHeadings: Pass = {
  name: 'bold-headings',
  run(root) {
    const paragraphs = root.children.filter((child) => isCleanElement(child) && child.tag === 'p');
    const found = root.children.filter(
      (child, at) => isBoldLine(child) && isOverText(root.children[at + 1]) && !isBoldLine(root.children[at - 1]),
    );
    if (found.length * 2 > paragraphs.length) return;
    const tag = [...cleanElements(root)].some((element) => element.tag === 'h2') ? 'h3' : 'h2';
    for (const heading of found as CleanElement[]) {
      heading.tag = tag;
      heading.children = (heading.children.find((child) => isCleanElement(child)) as CleanElement).children;
    }
  },
};

function isBoldLine(node: CleanNode | undefined): boolean {
  if (!isCleanElement(node) || node.tag !== 'p' || attributeOf(node, CAPTION_MARK) !== undefined) return false;
  const [bold, ...more] = node.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (more.length > 0 || !isCleanElement(bold) || bold.tag !== 'strong') return false;
  if ([...cleanElements(bold)].some(({ tag }) => tag === 'br' || tag === 'img' || tag === 'a')) return false;
  const text = cleanText(bold).trim();
  return text.length > 1 && printedLength(text) <= LONGEST && !NO_HEADING.test(text);
}

/** Not over another bold line: two of them are a list of names, or emphasis. */
const isOverText = (next: CleanNode | undefined): boolean =>
  isCleanElement(next) && /^(p|ul|ol|figure|table|blockquote)$/.test(next.tag) && !isBoldLine(next);
