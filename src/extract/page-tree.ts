import { showEmails } from '../kit/html/show-emails.ts';
import {
  attr,
  type Document,
  type Element,
  isElement,
  isText,
  type ParentNode,
  parseDocument,
  type TextNode,
} from '../kit/html/tree.ts';
import { wrapLooseText } from './loose-text.ts';

/**
 * A page as one flat array of elements in document order. A subtree is the range `at … end - 1`, so a count over it is one loop
 * over numbers, and comparing candidates never walks the tree again.
 */
export interface PageNode {
  /** position in `PageTree.nodes` */
  at: number;
  /** one past the last node of the subtree */
  end: number;
  /** position of the parent, -1 for the root */
  parent: number;
  depth: number;
  tag: string;
  element: Element;
  /** class and id, lower case, for name patterns */
  name: string;
  /** the same with camelCase taken apart: `NewsletterBox_root` is `newsletter-box_root` */
  words: string;
  /** characters of text in the subtree, white space collapsed; `own`: of the element's own text nodes */
  textLength: number;
  own: number;
  /** characters inside links; `inLink`: the element stands in a link */
  linkLength: number;
  inLink: boolean;
  /** sentence punctuation: , . ! ? ; : and ，。！？；：、 */
  marks: number;
  ownMarks: number;
  /** CJK characters */
  cjk: number;
  ownCjk: number;
  /** removed by a step (furniture, hidden): its text counts nowhere after the next `measure`; undefined: it is there */
  gone: string | undefined;
}

export interface PageTree {
  document: Document;
  url?: string;
  nodes: PageNode[];
  /** element to its node */
  of: Map<Element, PageNode>;
  /** text nodes taken out one by one, where a whole element could not go */
  goneText: Set<TextNode>;
}

const MUTE = new Set([
  'script',
  'style',
  'template',
  'svg',
  'noscript',
  'head',
  'iframe',
  'textarea',
  'select',
  'button',
  'option',
]);
/** What sentences are cut with, by code unit; also Devanagari, Burmese, Khmer, Arabic, Urdu and Ethiopic marks. */
const MARKS = new Set([...',.!?;:，。！？；：、।॥၊။។،؛؟۔።'].map((mark) => mark.charCodeAt(0)));
/** `no-sidebar` and `with-comments` speak of something else. */
const NEGATED = /(?:^|(?<=\s))(?:no|not|has|have|with|without|hide|show)[-_]\S+/g;

/** Parses a page and annotates every element; linear in its size, iterative. `prune` may take elements out before. */
export function readPageTree(html: string, url?: string, prune?: (document: Document) => void): PageTree {
  const document = parseDocument(html);
  prune?.(document);
  showEmails(document, html);
  wrapLooseText(document);
  const nodes: PageNode[] = [];
  const of = new Map<Element, PageNode>();
  const stack: { node: ParentNode; child: number; mine: PageNode | undefined; mute: boolean; link: boolean }[] = [
    { node: document, child: 0, mine: undefined, mute: false, link: false },
  ];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = top.node.childNodes[top.child++];
    if (child === undefined) {
      stack.pop();
      if (top.mine) top.mine.end = nodes.length;
      continue;
    }
    if (isText(child)) {
      if (!top.mute && top.mine) countText(top.mine, child.value);
    } else if (isElement(child)) {
      const link = top.link || child.tagName === 'a';
      const names = `${attr(child, 'class') ?? ''} ${attr(child, 'id') ?? ''}`.trim();
      const name = names.toLowerCase();
      const mine: PageNode = {
        at: nodes.length,
        end: nodes.length + 1,
        parent: top.mine?.at ?? -1,
        depth: stack.length - 1,
        tag: child.tagName,
        element: child,
        name,
        words: wordsOf(names, name),
        textLength: 0,
        own: 0,
        linkLength: 0,
        inLink: link,
        marks: 0,
        ownMarks: 0,
        cjk: 0,
        ownCjk: 0,
        gone: undefined,
      };
      nodes.push(mine);
      of.set(child, mine);
      stack.push({ node: child, child: 0, mine, mute: top.mute || MUTE.has(child.tagName), link });
    }
  }
  const page: PageTree =
    url === undefined
      ? { document, nodes, of, goneText: new Set() }
      : { document, url, nodes, of, goneText: new Set() };
  measure(page);
  return page;
}

/** Length with runs of white space as one, marks and CJK characters of one text; white space alone is nothing. One pass, no strings. */
function countText(node: PageNode, text: string): void {
  let length = 0;
  let marks = 0;
  let cjk = 0;
  let seen = false;
  let spaced = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      if (!spaced) length++;
      spaced = true;
      continue;
    }
    spaced = false;
    seen = true;
    length++;
    if (code < 128) {
      if (code < 64 && MARKS.has(code)) marks++;
    } else if (
      (code >= 0x3400 && code <= 0x9fff) ||
      (code >= 0x3040 && code <= 0x30ff) ||
      (code >= 0xac00 && code <= 0xd7af)
    )
      cjk++;
    else if (MARKS.has(code)) marks++;
  }
  if (!seen) return;
  node.own += length;
  node.ownMarks += marks;
  node.ownCjk += cjk;
}

/** \s of regular expressions. */
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff));

const MAY_BE_NEGATED = /(?:no|not|has|have|with|without|hide|show)[-_]/;

/** Class and id taken apart, lower case, for patterns that ask for whole words. */
function wordsOf(names: string, lower: string): string {
  const words = names === lower ? lower : names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return MAY_BE_NEGATED.test(words) ? words.replace(NEGATED, ' ') : words;
}

/** Sums own counts up the tree, what is gone left out. One pass from the last node to the first. */
export function measure(page: PageTree): void {
  const { nodes } = page;
  for (const node of nodes) {
    node.textLength = node.own;
    node.linkLength = node.inLink ? node.own : 0;
    node.marks = node.ownMarks;
    node.cjk = node.ownCjk;
  }
  for (let i = nodes.length - 1; i > 0; i--) {
    const node = nodes[i]!;
    if (node.gone !== undefined) {
      node.textLength = 0;
      node.linkLength = 0;
      node.marks = 0;
      node.cjk = 0;
      continue;
    }
    const parent = nodes[node.parent];
    if (!parent) continue;
    parent.textLength += node.textLength;
    parent.linkLength += node.linkLength;
    parent.marks += node.marks;
    parent.cjk += node.cjk;
  }
}

/** Marks a subtree as removed. */
export function drop(page: PageTree, node: PageNode, why: string): void {
  for (let i = node.at; i < node.end; i++) page.nodes[i]!.gone ??= why;
}

/** Characters weighed: a CJK character says as much as two of a word. */
export const weight = (node: PageNode): number => node.textLength + node.cjk;

export const linkDensity = (node: PageNode): number => (node.textLength === 0 ? 0 : node.linkLength / node.textLength);
