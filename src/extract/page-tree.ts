import {
  attr,
  type Document,
  type Element,
  isElement,
  isText,
  type ParentNode,
  parseDocument,
} from '../kit/html/tree.ts';

/**
 * A page as one flat array of elements in document order. A subtree is the range `at … end - 1`, so any count over it is a
 * difference of running sums and removing or comparing candidates never walks the tree again.
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
  /** characters of text in the subtree, white space collapsed; own text excluded in `own` */
  textLength: number;
  /** characters of the element's own text nodes */
  own: number;
  /** characters inside links */
  linkLength: number;
  /** sentence punctuation: , . ! ? ; : and ，。！？；：、 */
  marks: number;
  /** CJK characters */
  cjk: number;
  /** removed by a step (furniture, hidden); such text counts nowhere afterwards */
  gone?: string;
}

export interface PageTree {
  document: Document;
  url?: string;
  nodes: PageNode[];
  /** element to its node */
  of: Map<Element, PageNode>;
}

const MUTE = new Set(['script', 'style', 'template', 'svg', 'noscript', 'head']);
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
const MARKS = /[,.!?;:，。！？；：、]/g;

/** Parses a page and annotates every element; linear in its size, iterative. */
export function readPageTree(html: string, url?: string): PageTree {
  const document = parseDocument(html);
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
      const mine = top.mine;
      if (mine) {
        mine.end = nodes.length;
        const parent = nodes[mine.parent];
        if (parent) {
          parent.textLength += mine.textLength;
          parent.linkLength += mine.linkLength;
          parent.marks += mine.marks;
          parent.cjk += mine.cjk;
        }
      }
      continue;
    }
    if (isText(child)) {
      if (top.mute || !top.mine) continue;
      const text = child.value.replace(/\s+/g, ' ');
      const length = text === ' ' ? 0 : text.length;
      if (length === 0) continue;
      top.mine.own += length;
      top.mine.textLength += length;
      if (top.link) top.mine.linkLength += length;
      top.mine.marks += text.match(MARKS)?.length ?? 0;
      top.mine.cjk += text.match(CJK)?.length ?? 0;
    } else if (isElement(child)) {
      const mine: PageNode = {
        at: nodes.length,
        end: nodes.length + 1,
        parent: top.mine?.at ?? -1,
        depth: stack.length - 1,
        tag: child.tagName,
        element: child,
        name: `${attr(child, 'class') ?? ''} ${attr(child, 'id') ?? ''}`.trim().toLowerCase(),
        textLength: 0,
        own: 0,
        linkLength: 0,
        marks: 0,
        cjk: 0,
      };
      nodes.push(mine);
      of.set(child, mine);
      stack.push({
        node: child,
        child: 0,
        mine,
        mute: top.mute || MUTE.has(child.tagName),
        link: top.link || child.tagName === 'a',
      });
    }
  }
  return url === undefined ? { document, nodes, of } : { document, url, nodes, of };
}
