import { type attr, type ChildNode, isElement, isText } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

/** Text that a reader sees as one line: the inline content of a block between two block edges. */
export interface Line {
  /** white space collapsed, trimmed, not empty */
  text: string;
  /** the same with U+0001 where an inline element begins or ends */
  parts: string;
  /** innermost block element */
  node: PageNode;
  /** position in PageTree.nodes of the first element that holds text of this line */
  at: number;
  /** characters inside links */
  link: number;
}

/** Marks the edge of an inline element in `Line.parts`. */
export const EDGE = '\u0001';

/** The whole line is a link: the headline or teaser of another page. */
export const isLinked = (line: Line): boolean => line.link >= line.text.length * 0.9;

const SKIP = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'head',
  'select',
  'textarea',
  'iframe',
  'object',
]);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr o:p'.split(
    ' ',
  ),
);
const MAX_LINES = 20_000;
/** A line longer than this is cut: no field reads further. */
const MAX_LINE = 4000;

/** Lines of the page in document order; hidden parts left out. Linear and iterative. */
export function readPageLines(page: PageTree): Line[] {
  const lines: Line[] = [];
  const root = page.nodes[0];
  if (!root) return lines;
  let buffer = '';
  let at = -1;
  let link = 0;
  let block = root;
  const flush = (next: PageNode): void => {
    if (at >= 0) {
      const parts = buffer.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
      const text = parts.replaceAll(EDGE, '').replace(/ {2,}/g, ' ').trim();
      if (text !== '' && lines.length < MAX_LINES) lines.push({ text, parts, node: block, at, link });
    }
    buffer = '';
    at = -1;
    link = 0;
    block = next;
  };
  const stack: { nodes: ChildNode[]; i: number; node: PageNode; block: PageNode; link: boolean }[] = [
    { nodes: root.element.childNodes, i: 0, node: root, block: root, link: false },
  ];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const child = top.nodes[top.i++];
    if (child === undefined) {
      stack.pop();
      const above = stack[stack.length - 1];
      if (top.block === top.node) flush(above?.block ?? root);
      else if (buffer !== '') buffer += EDGE;
      continue;
    }
    if (isText(child)) {
      if (buffer.length > MAX_LINE) continue;
      const text = child.value;
      if (at < 0) {
        if (text.trim() === '') continue;
        at = top.node.at;
      }
      buffer += text;
      if (top.link) link += text.trim().length;
    } else if (isElement(child)) {
      if (SKIP.has(child.tagName)) continue;
      const node = page.of.get(child);
      if (!node || isHidden(child)) continue;
      if (child.tagName === 'br') {
        flush(top.block);
        continue;
      }
      const inline = INLINE.has(child.tagName);
      if (inline) {
        if (buffer !== '') buffer += EDGE;
      } else flush(node);
      stack.push({
        nodes: child.childNodes,
        i: 0,
        node,
        block: inline ? top.block : node,
        link: top.link || child.tagName === 'a',
      });
    }
  }
  flush(root);
  return lines;
}

function isHidden(element: Parameters<typeof attr>[0]): boolean {
  for (const a of element.attrs) {
    if (a.name === 'hidden') return a.value !== 'until-found';
    if (a.name === 'style' && a.value.length < 2000 && /display\s?:\s?none/i.test(a.value)) return true;
  }
  return false;
}
