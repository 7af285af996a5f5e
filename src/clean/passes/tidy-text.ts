import { type CleanElement, type CleanNode, changeChildren, isCleanElement } from '../clean-tree.ts';
import type { Pass } from './pass.ts';

const HOLDERS = new Set(['p', 'h2', 'h3', 'h4', 'caption', 'figcaption']);
const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f';
const CJK_MARK = '，。、；：？！…—（）《》〈〉「」『』【】〔〕“”‘’\\u3000';
/** A space beside a full-width mark, which brings its own; between two characters it is the writer's: 记者 某某. */
const BESIDE_MARK = new RegExp(`(?<=[${CJK}]) (?=[${CJK_MARK}])|(?<=[${CJK_MARK}]) (?=[${CJK}])`, 'g');
const isEdge = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x3000;

/** Spaces as a reader sees them: none at the edges of paragraphs, no pasted indents, two breaks make a paragraph. */
export const tidyText: Pass = {
  name: 'tidy-text',
  run(root) {
    splitAtBreaks(root);
    const stack: CleanElement[] = [root];
    while (stack.length > 0) {
      const element = stack.pop()!;
      for (const child of element.children) if (isCleanElement(child) && child.tag !== 'pre') stack.push(child);
      if (HOLDERS.has(element.tag)) tidy(element);
    }
    dropEmpty(root);
  },
};

/** `<br><br>` inside a paragraph: two paragraphs, as their writer meant. */
function splitAtBreaks(root: CleanElement): void {
  const stack: CleanElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    changeChildren(element, (child) => (child.tag === 'p' && child.children.some(isBreak) ? split(child) : undefined));
    for (const child of element.children) if (isCleanElement(child)) stack.push(child);
  }
}

function split(paragraph: CleanElement): CleanElement[] {
  const parts: CleanElement[] = [];
  let current: CleanNode[] = [];
  let breaks = 0;
  const end = (): void => {
    if (current.length > 0) parts.push({ ...paragraph, children: current });
    current = [];
  };
  for (const child of paragraph.children) {
    if (isBreak(child)) {
      breaks++;
      continue;
    }
    if (typeof child === 'string' && !/[^ \u00a0\u3000]/.test(child) && breaks > 0) continue;
    const indented = typeof child === 'string' && /^ ?\u3000\u3000/.test(child);
    if (breaks >= 2 || (breaks === 1 && indented)) end();
    else if (breaks === 1 && current.length > 0) current.push({ tag: 'br', attributes: [], children: [] });
    breaks = 0;
    current.push(child);
  }
  end();
  return parts;
}

/** One run of text over all inline wrappers: spaces collapse across them. */
function tidy(holder: CleanElement): void {
  const order: ({ parent: CleanElement; at: number } | 'break')[] = [];
  const walk = (element: CleanElement): void => {
    for (const [at, child] of element.children.entries()) {
      if (typeof child === 'string') order.push({ parent: element, at });
      else if (child.tag === 'br' || child.tag === 'img') order.push('break');
      else if (child.tag !== 'pre') walk(child);
    }
  };
  walk(holder);
  let spaced = true;
  let previous: { parent: CleanElement; at: number } | undefined;
  const trimEnd = (): void => {
    if (!previous) return;
    const text = previous.parent.children[previous.at] as string;
    let end = text.length;
    while (end > 0 && isEdge(text.charCodeAt(end - 1))) end--;
    if (end < text.length) previous.parent.children[previous.at] = text.slice(0, end);
  };
  for (const place of order) {
    if (place === 'break') {
      trimEnd();
      spaced = true;
      previous = undefined;
      continue;
    }
    let text = (place.parent.children[place.at] as string).replace(/[ \u00a0]+/g, ' ');
    if (spaced) text = text.replace(/^[ \u00a0\u3000]+/, '');
    text = text.replace(/ ?\u3000{2,} ?/g, '\u3000').replace(BESIDE_MARK, '');
    place.parent.children[place.at] = text;
    if (text !== '') {
      spaced = isEdge(text.charCodeAt(text.length - 1));
      previous = place;
    }
  }
  trimEnd();
}

/** Wrappers and paragraphs that hold nothing. Leaves first: an emptied child empties its parent. */
function dropEmpty(root: CleanElement): void {
  const order: CleanElement[] = [];
  const stack: CleanElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    order.push(element);
    for (const child of element.children) if (isCleanElement(child)) stack.push(child);
  }
  for (const element of order.reverse()) {
    if (!element.children.every(isFilled)) element.children = element.children.filter(isFilled);
    trimBreaks(element);
    if (element.children.every((child) => typeof child === 'string' && child.trim() === '') && HOLDERS.has(element.tag))
      element.children = [];
  }
  root.children = root.children.filter(isFilled);
}

const KEPT_EMPTY = new Set(['img', 'br', 'hr', 'td', 'th']);

const isFilled = (child: CleanNode): boolean =>
  typeof child === 'string' ? child !== '' : KEPT_EMPTY.has(child.tag) || child.children.length > 0;

const isBreak = (node: CleanNode | undefined): boolean => isCleanElement(node) && node.tag === 'br';

function trimBreaks(element: CleanElement): void {
  while (isBreak(element.children[0])) element.children.shift();
  while (isBreak(element.children.at(-1))) element.children.pop();
}
