import { type ChildNode, isElement, isText, type TextNode, textContent } from '../../kit/html/tree.ts';
import { INLINE } from '../body/block-values.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

/** A line of text inside a block that is broken by <br> or by inner blocks: its nodes and what a reader sees. */
export interface TextRun {
  nodes: ChildNode[];
  text: string;
}

/** Longest run whose text is collected, UTF-16 units. */
const LONGEST = 400;

/** The runs of one block. A block that is one line has none: it is judged as a whole. */
export function textRuns(page: PageTree, block: PageNode): TextRun[] {
  const runs: TextRun[] = [];
  let nodes: ChildNode[] = [];
  let broken = false;
  const close = (): void => {
    const text = nodes
      .map((node) => (isText(node) || isElement(node) ? textContent(node).slice(0, LONGEST) : ''))
      .join('')
      .replace(/[\s\u00a0\u3000]+/g, ' ')
      .trim();
    if (text !== '') runs.push({ nodes, text });
    nodes = [];
  };
  for (const child of block.element.childNodes) {
    if (isText(child)) nodes.push(child);
    else if (!isElement(child) || page.of.get(child)?.gone !== undefined) continue;
    else if (child.tagName !== 'br' && INLINE.has(child.tagName)) nodes.push(child);
    else {
      broken = true;
      close();
    }
  }
  close();
  return broken ? runs : [];
}

export function dropRun(page: PageTree, run: TextRun, why: string): void {
  for (const node of run.nodes) {
    if (isText(node)) page.goneText.add(node as TextNode);
    else if (isElement(node)) {
      const mine = page.of.get(node);
      if (mine) for (let i = mine.at; i < mine.end; i++) page.nodes[i]!.gone ??= why;
    }
  }
}
