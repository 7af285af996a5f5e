import { BREAKS, SPACE, spacesOfCode, tidyLines } from '../kit/html/text.ts';

/** The fresh tree: only what the allow-list knows, built leaf by leaf from a hostile one. */
export interface CleanElement {
  tag: string;
  /** in the order they are written */
  attributes: [string, string][];
  children: CleanNode[];
}
export type CleanNode = CleanElement | string;

export const isCleanElement = (node: CleanNode | undefined): node is CleanElement => typeof node === 'object';

/** Mark of a paragraph that stood in a box named as a caption; taken off again by the pass that pairs captions. */
export const CAPTION_MARK = '#caption';

export const VOID = new Set(['img', 'br', 'hr', 'col']);

/** Text of a subtree; pictures and rules are nothing, breaks are spaces. Iterative. */
export function cleanText(node: CleanNode): string {
  let text = '';
  const stack: CleanNode[] = [node];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (typeof next === 'string') text += next;
    else if (next.tag === 'br') text += ' ';
    else for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i]!);
  }
  return text;
}

/** What kit/html/text reads in the serialised tree, without parsing it again. */
export function linesOf(root: CleanElement): string {
  let text = '';
  let code = 0;
  const stack: (CleanNode | { edge: string; code: number })[] = [...root.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') {
      text += code > 0 ? node.replace(SPACE, spacesOfCode) : node.replace(SPACE, ' ');
      continue;
    }
    if ('edge' in node) {
      text += node.edge;
      code -= node.code;
      continue;
    }
    const opens = node.tag === 'pre' ? 1 : 0;
    code += opens;
    const edge = BREAKS.has(node.tag) ? '\n' : node.tag === 'td' || node.tag === 'th' ? ' ' : '';
    text += edge;
    if (edge !== '') stack.push({ edge, code: opens });
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return tidyLines(text);
}

/** Puts other nodes in the place of children for which `change` gives any; undefined keeps the child. */
export function changeChildren(
  element: CleanElement,
  change: (child: CleanElement) => readonly CleanNode[] | undefined,
): void {
  let changed: CleanNode[] | undefined;
  for (const [at, child] of element.children.entries()) {
    const instead = typeof child === 'string' ? undefined : change(child);
    if (instead !== undefined) {
      changed ??= element.children.slice(0, at);
      changed.push(...instead);
    } else changed?.push(child);
  }
  if (changed) element.children = changed;
}

/** Drops the children that are elements and do not stay. */
export function keepChildren(element: CleanElement, stays: (child: CleanElement) => boolean): void {
  changeChildren(element, (child) => (stays(child) ? undefined : []));
}

/** All elements below the root, in order. */
export function cleanElements(root: CleanElement): CleanElement[] {
  const found: CleanElement[] = [];
  const stack: CleanElement[] = [root];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next !== root) found.push(next);
    for (let i = next.children.length - 1; i >= 0; i--) {
      const child = next.children[i];
      if (isCleanElement(child)) stack.push(child);
    }
  }
  return found;
}

export const attributeOf = (element: CleanElement, name: string): string | undefined =>
  element.attributes.find(([key]) => key === name)?.[1];

const TEXT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };
const QUOTED: Record<string, string> = { ...TEXT, '"': '&quot;' };

/** HTML of the children of the root, one block a line. */
export function serialise(root: CleanElement): string {
  let html = '';
  const stack: (CleanNode | { end: string })[] = [...root.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') {
      html += node.replace(/[&<>\u00a0]/g, (c) => TEXT[c]!);
      continue;
    }
    if ('end' in node) {
      html += `</${node.end}>`;
      continue;
    }
    html += `<${node.tag}${node.attributes.map(([name, value]) => ` ${name}="${value.replace(/[&<>"\u00a0]/g, (c) => QUOTED[c]!)}"`).join('')}>`;
    if (VOID.has(node.tag)) continue;
    // A newline at the beginning of <pre> is dropped by parsers: write it twice.
    if (node.tag === 'pre' && cleanText(node).startsWith('\n')) html += '\n';
    stack.push({ end: node.tag });
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return html;
}
