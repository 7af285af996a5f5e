import { QR_NAME } from '../kit/furniture.ts';
import {
  attr,
  type ChildNode,
  type Element,
  isElement,
  isText,
  type ParentNode,
  textContent,
} from '../kit/html/tree.ts';
import type { Note } from '../model/note.ts';
import { BLOCKS, DROPPED, FLOW, INLINES, PHRASING } from './allow-list.ts';
import type { CleanElement, CleanNode } from './clean-tree.ts';
import { linkAttributes, pictureAttributes, posterOf } from './safe-attributes.ts';

/** Blocks kept inside each other at most; deeper ones are only boundaries. */
const DEPTH = 24;

interface Inline {
  tag: string;
  attributes: [string, string][];
}

type Step = { node: ChildNode; inline: readonly Inline[]; depth: number } | { close: CleanElement | undefined };

/**
 * Walks the hostile tree once, iteratively, and emits leaves (text, pictures, breaks) into a fresh one. A leaf opens what it
 * needs: paragraphs, list items, inline wrappers. So nothing empty is ever built, and soup of divs, spans and fonts flattens.
 */
export function buildTree(source: ParentNode, base: string | undefined, notes: Note[]): CleanElement {
  const root: CleanElement = { tag: '#root', attributes: [], children: [] };
  /** open blocks, innermost last */
  const open: CleanElement[] = [root];
  let paragraph: CleanElement | undefined;

  const boundary = (): void => {
    paragraph = undefined;
  };

  /** The element that takes phrasing content now. */
  const target = (): CleanElement => {
    let block = open[open.length - 1]!;
    if (PHRASING.has(block.tag)) return block;
    if (paragraph) return paragraph;
    if (block.tag === 'ul' || block.tag === 'ol') block = append(block, { tag: 'li', attributes: [], children: [] });
    if (block.tag === 'figure') {
      const caption = block.children.find((child) => typeof child === 'object' && child.tag === 'figcaption') as
        | CleanElement
        | undefined;
      paragraph = caption ?? append(block, { tag: 'figcaption', attributes: [], children: [] });
      if (caption && caption.children.length > 0) caption.children.push(' ');
      return paragraph;
    }
    if (block.tag === 'table' || block.tag === 'tr' || /^t(head|body|foot)$/.test(block.tag)) block = root;
    paragraph = append(block, { tag: 'p', attributes: [], children: [] });
    return paragraph;
  };

  const leaf = (node: CleanNode, inline: readonly Inline[]): void => {
    let into = target();
    for (const wrapper of inline) {
      const last = into.children[into.children.length - 1];
      if (typeof last === 'object' && sameWrapper(last, wrapper)) into = last;
      else into = append(into, { tag: wrapper.tag, attributes: wrapper.attributes, children: [] });
    }
    const last = into.children[into.children.length - 1];
    if (typeof node === 'string' && typeof last === 'string') into.children[into.children.length - 1] = last + node;
    else into.children.push(node);
  };

  const stack: Step[] = source.childNodes.map((node): Step => ({ node, inline: [], depth: 0 })).reverse();
  while (stack.length > 0) {
    const step = stack.pop()!;
    if ('close' in step) {
      boundary();
      if (step.close) open.pop();
      continue;
    }
    const { node, inline, depth } = step;
    if (isText(node)) {
      const inPre = open.some((block) => block.tag === 'pre');
      const text = inPre ? node.value.replace(/\r\n?/g, '\n') : node.value.replace(/[ \t\n\r\f]+/g, ' ');
      if (text === '' || (text === ' ' && !paragraph && !PHRASING.has(open[open.length - 1]!.tag))) continue;
      leaf(text.replace(INVISIBLE, ''), inline);
      continue;
    }
    if (!isElement(node)) continue;
    const tag = node.tagName;
    if (DROPPED.has(tag) || isHidden(node)) continue;
    if (isCodeBox(node)) {
      notes.push({
        code: 'removed-qr',
        says: 'a box with a QR code',
        step: 'build',
        text: textContent(node).trim().slice(0, 120).toWellFormed(),
      });
      continue;
    }
    if (tag === 'br') {
      if (paragraph || PHRASING.has(open[open.length - 1]!.tag))
        leaf({ tag: 'br', attributes: [], children: [] }, inline);
      continue;
    }
    if (tag === 'hr') {
      boundary();
      append(flowBlock(), { tag: 'hr', attributes: [], children: [] });
      continue;
    }
    if (tag === 'img') {
      const attributes = pictureAttributes(node, base);
      if (attributes) leafPicture(attributes, inline);
      continue;
    }
    if (tag === 'video' || tag === 'audio') {
      const card = posterOf(node, base);
      boundary();
      if (card) {
        const figure = append(flowBlock(), { tag: 'figure', attributes: [], children: [] });
        if (card.poster)
          figure.children.push({
            tag: 'a',
            attributes: card.link,
            children: [{ tag: 'img', attributes: card.poster, children: [] }],
          });
        figure.children.push({
          tag: 'figcaption',
          attributes: [],
          children: [{ tag: 'a', attributes: card.link, children: [tag === 'video' ? '▶ 视频' : '♪ 音频'] }],
        });
      }
      continue;
    }
    const mapped = BLOCKS[tag];
    if (mapped !== undefined && depth < DEPTH && placed(mapped, open)) {
      boundary();
      const block: CleanElement = { tag: mapped, attributes: cellSpan(node, mapped), children: [] };
      append(open[open.length - 1]!, block);
      open.push(block);
      pushChildren(stack, node, PHRASING.has(mapped) ? [] : inline, depth + 1, { close: block });
      continue;
    }
    if (mapped !== undefined || FLOW.has(tag)) {
      boundary();
      pushChildren(stack, node, inline, depth, { close: undefined });
      continue;
    }
    if (open.length === 1 && CAPTION.test(attr(node, 'class') ?? '')) {
      boundary();
      paragraph = append(open[open.length - 1]!, { tag: 'p', attributes: [[CAPTION_MARK, '']], children: [] });
      pushChildren(stack, node, [], depth, { close: undefined });
      continue;
    }
    const wrapper = INLINES[tag];
    const attributes = tag === 'a' ? linkAttributes(node, base) : [];
    const next =
      wrapper !== undefined && attributes && !inline.some((i) => i.tag === wrapper)
        ? [...inline, { tag: wrapper, attributes }]
        : inline;
    pushChildren(stack, node, next, depth);
  }
  return root;

  /** The innermost block that may hold other blocks. */
  function flowBlock(): CleanElement {
    for (let i = open.length - 1; i > 0; i--) if (HOLDS_BLOCKS.has(open[i]!.tag)) return open[i]!;
    return root;
  }

  function leafPicture(attributes: [string, string][], inline: readonly Inline[]): void {
    const picture: CleanElement = { tag: 'img', attributes, children: [] };
    const block = open[open.length - 1]!;
    const link = inline.find((i) => i.tag === 'a');
    if (block.tag === 'figure') block.children.push(link ? { ...link, children: [picture] } : picture);
    else
      leaf(
        picture,
        inline.filter((i) => i.tag === 'a'),
      );
  }
}

const HOLDS_BLOCKS = new Set(['blockquote', 'li', 'td', 'th']);

/** What CMSs call the line below a picture. */
const CAPTION =
  /(^|[\s_-])(img_?descr?|img_?desc|pic_?desc|photo_?desc|caption|picture-?text|tupian_?shuoming)([\s_-]|$)/i;
/** Set while building, gone before the tree is written. */
export const CAPTION_MARK = '#caption';

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;

function append(parent: CleanElement, child: CleanElement): CleanElement {
  parent.children.push(child);
  return child;
}

function pushChildren(stack: Step[], node: Element, inline: readonly Inline[], depth: number, after?: Step): void {
  if (after) stack.push(after);
  for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push({ node: node.childNodes[i]!, inline, depth });
}

const sameWrapper = (a: CleanElement, b: Inline): boolean =>
  a.tag === b.tag &&
  a.attributes.length === b.attributes.length &&
  a.attributes.every(([k, v], i) => b.attributes[i]![0] === k && b.attributes[i]![1] === v);

/** Table parts only inside their table, list items inside lists, no block inside a phrasing block. */
function placed(tag: string, open: readonly CleanElement[]): boolean {
  const parent = open[open.length - 1]!.tag;
  if (PHRASING.has(parent)) return false;
  if (tag === 'li') return parent === 'ul' || parent === 'ol';
  if (tag === 'caption' || /^t(head|body|foot)$/.test(tag)) return parent === 'table';
  if (tag === 'tr') return /^t(head|body|foot)$/.test(parent);
  if (tag === 'td' || tag === 'th') return parent === 'tr';
  if (tag === 'figcaption') return parent === 'figure';
  if (/^(table|tr|t(head|body|foot)|ul|ol)$/.test(parent)) return false;
  if (parent === 'figure') return tag === 'table' || tag === 'pre' || tag === 'blockquote';
  if (/^h[2-4]$/.test(tag) && (parent === 'td' || parent === 'th' || parent === 'li')) return false;
  return true;
}

function cellSpan(node: Element, tag: string): [string, string][] {
  if (tag !== 'td' && tag !== 'th') return [];
  return ['colspan', 'rowspan'].flatMap((name): [string, string][] => {
    const value = Number(attr(node, name));
    return Number.isInteger(value) && value > 1 && value <= 100 ? [[name, String(value)]] : [];
  });
}

/** A box named after its QR code that says no more than where to scan it. */
function isCodeBox(node: Element): boolean {
  const name = `${attr(node, 'class') ?? ''} ${attr(node, 'id') ?? ''}`;
  return name.length > 1 && QR_NAME.test(name) && textContent(node).trim().length <= CODE_BOX;
}

const CODE_BOX = 100;
const HIDDEN = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i;

function isHidden(node: Element): boolean {
  if (attr(node, 'hidden') !== undefined) return true;
  const style = attr(node, 'style');
  return style !== undefined && HIDDEN.test(style) && attr(node, 'id') !== 'js_content';
}
