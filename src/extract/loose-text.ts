import {
  type ChildNode,
  type Document,
  descendants,
  type Element,
  isElement,
  isText,
  type ParentNode,
} from '../kit/html/tree.ts';

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** What may hold paragraphs, and what begins and ends a line of its own. */
const BOXES = words('body div section article main center td blockquote header footer aside form p');
const BLOCKS = words(`
  address article aside blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  hgroup hr html iframe li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul video audio
`);
const SILENT = words('script style template noscript link meta');
const WORD = /[\p{L}\p{N}]/u;
/** How Chinese texts that break their lines begin a paragraph. */
const INDENTED = /^[ \t\r\n]*[\u3000\u00a0\u2003]{2}/;

/**
 * Text that stands in a box beside other boxes, or that two breaks divide, is a paragraph to a reader: it becomes one here, so that nothing
 * later asks how a paragraph was written. Linear.
 */
export function wrapLooseText(document: Document): void {
  const all = elementsOf(document);
  const holdsBlock = new Set<ParentNode>();
  for (let i = all.length - 1; i >= 0; i--) {
    const element = all[i]!;
    if (element.parentNode && (BLOCKS.has(element.tagName) || holdsBlock.has(element)))
      holdsBlock.add(element.parentNode);
  }
  for (const element of all) if (BOXES.has(element.tagName)) wrapIn(element, holdsBlock);
}

/** In document order; a list and no generator, for this is asked of every element of every page. */
function elementsOf(document: Document): Element[] {
  const all: Element[] = [];
  const stack: { nodes: ChildNode[]; at: number }[] = [{ nodes: document.childNodes, at: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const node = top.nodes[top.at++];
    if (node === undefined) stack.pop();
    else if (isElement(node)) {
      all.push(node);
      if (node.childNodes.length > 0) stack.push({ nodes: node.childNodes, at: 0 });
    }
  }
  return all;
}

function wrapIn(box: Element, holdsBlock: ReadonlySet<ParentNode>): void {
  const runs: { from: number; to: number; speaks: boolean }[] = [];
  let from = -1;
  let to = -1;
  let speaks = false;
  let breaks = 0;
  let blocks = 0;
  const close = (): void => {
    if (from >= 0) runs.push({ from, to, speaks });
    from = -1;
    speaks = false;
    breaks = 0;
  };
  for (let i = 0; i < box.childNodes.length; i++) {
    const child = box.childNodes[i]!;
    if (isElement(child) && (BLOCKS.has(child.tagName) || holdsBlock.has(child))) {
      close();
      blocks++;
    } else if (isElement(child) && child.tagName === 'br') {
      if (++breaks > 1) close();
    } else if (!isSilent(child)) {
      if (breaks === 1 && isText(child) && INDENTED.test(child.value)) close();
      if (from < 0) from = i;
      to = i + 1;
      breaks = 0;
      speaks ||= hasWord(child);
    }
  }
  close();
  if (blocks === 0 && runs.length < 2) return;
  const old = box.childNodes;
  const children: ChildNode[] = [];
  let at = 0;
  for (const run of runs) {
    if (!run.speaks) continue;
    children.push(...old.slice(at, run.from), paragraph(box, old.slice(run.from, run.to)));
    at = run.to;
  }
  if (at === 0) return;
  children.push(...old.slice(at));
  box.childNodes = children;
  if (box.tagName === 'p') {
    box.tagName = 'div';
    box.nodeName = 'div';
  }
}

/** Says nothing by itself and breaks nothing. */
const isSilent = (node: ChildNode): boolean =>
  isText(node) ? !/[^ \t\r\n\f]/.test(node.value) : !isElement(node) || SILENT.has(node.tagName);

function hasWord(node: ChildNode): boolean {
  if (isText(node)) return WORD.test(node.value);
  if (!isElement(node)) return false;
  for (const inner of descendants(node)) if (isText(inner) && WORD.test(inner.value)) return true;
  return false;
}

function paragraph(box: Element, children: ChildNode[]): Element {
  const made: Element = {
    nodeName: 'p',
    tagName: 'p',
    attrs: [],
    namespaceURI: box.namespaceURI,
    childNodes: children,
    parentNode: box,
  };
  for (const child of children) child.parentNode = made;
  return made;
}
