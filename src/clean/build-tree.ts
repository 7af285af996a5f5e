import { isPicture } from '../kit/html/is-picture.ts';
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
import { BLOCKS, DROPPED, FLOW, HOLDS_BLOCKS, INLINES, PHRASING } from './allow-list.ts';
import { CAPTION_MARK, type CleanElement, type CleanNode, isCleanElement } from './clean-tree.ts';
import { isCodeBox } from './code-box.ts';
import { formulaOf, isDrawnFormula } from './formula.ts';
import { linkAttributes } from './link-attributes.ts';
import { type MediaWords, mediaCard } from './media-card.ts';
import { pictureAttributes } from './picture-attributes.ts';
import { isCaptionBox, isHidden, wrapperOf } from './read-style.ts';
import { Removals } from './removals.ts';

/** Blocks kept inside each other at most; deeper ones are only boundaries. */
const DEPTH = 24;

interface Inline {
  tag: string;
  attributes: [string, string][];
}

type Step =
  | 'end of term'
  | 'end of terms'
  | { node: ChildNode; inline: readonly Inline[]; depth: number }
  | { text: string; inline: readonly Inline[] }
  | { close: CleanElement | undefined };

/**
 * Walks the hostile tree once, iteratively, and emits leaves (text, pictures, breaks) into a fresh one. A leaf opens what it
 * needs: paragraphs, list items, inline wrappers. So nothing empty is ever built, and soup of divs, spans and fonts flattens.
 */
export function buildTree(
  source: ParentNode,
  base: string | undefined,
  notes: Note[],
  words: MediaWords,
): CleanElement {
  const root: CleanElement = { tag: '#root', attributes: [], children: [] };
  /** open blocks, innermost last */
  const open: CleanElement[] = [root];
  let paragraph: CleanElement | undefined;
  const removals = new Removals();
  let preformatted = 0;

  const innermost = (): CleanElement => open[open.length - 1]!;
  /** the paragraph of a term (<dt>) whose definition has not begun: it stands below the term, in the same paragraph */
  let term: CleanElement | undefined;
  const boundary = (): void => {
    if (paragraph !== term) paragraph = undefined;
  };
  const cut = (): void => {
    term = undefined;
    paragraph = undefined;
  };

  /** The element that takes phrasing content now. */
  const target = (): CleanElement => {
    let block = innermost();
    if (PHRASING.has(block.tag)) return block;
    if (paragraph) return paragraph;
    if (block.tag === 'ul' || block.tag === 'ol') block = append(block, { tag: 'li', attributes: [], children: [] });
    if (block.tag === 'figure') {
      const caption = block.children.find((child) => isCleanElement(child) && child.tag === 'figcaption') as
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
    if (into === term) {
      term = undefined;
      into.children.push({ tag: 'br', attributes: [], children: [] });
    }
    for (const wrapper of inline) {
      const last = into.children[into.children.length - 1];
      if (isCleanElement(last) && sameWrapper(last, wrapper)) into = last;
      else into = append(into, { tag: wrapper.tag, attributes: wrapper.attributes, children: [] });
    }
    const last = into.children[into.children.length - 1];
    if (typeof node === 'string' && typeof last === 'string') into.children[into.children.length - 1] = last + node;
    else into.children.push(node);
  };

  const text = (value: string, inline: readonly Inline[]): void => {
    const shown = (preformatted > 0 ? value.replace(/\r\n?/g, '\n') : value.replace(SPACES, between)).replace(
      INVISIBLE,
      '',
    );
    if (shown === '' || (shown === ' ' && paragraph === term && !PHRASING.has(innermost().tag))) return;
    leaf(shown, inline);
  };

  const block = (element: CleanElement): void => {
    cut();
    append(flowBlock(open), element);
  };

  const stack: Step[] = source.childNodes.map((node): Step => ({ node, inline: [], depth: 0 })).reverse();
  while (stack.length > 0) {
    const step = stack.pop()!;
    if (step === 'end of term') {
      term = paragraph;
      continue;
    }
    if (step === 'end of terms') {
      cut();
      continue;
    }
    if ('close' in step) {
      if (step.close) cut();
      else boundary();
      if (step.close && open.pop()!.tag === 'pre') preformatted--;
      continue;
    }
    if ('text' in step) {
      text(step.text, step.inline);
      continue;
    }
    const { node, inline, depth } = step;
    if (isText(node)) {
      text(node.value, inline);
      continue;
    }
    if (!isElement(node)) {
      removals.add('removed-element', 'comment');
      continue;
    }
    const tag = node.tagName;
    if (tag === 'math' || tag === 'script') {
      const formula = formulaOf(node);
      if (formula) text(formula.text, formula.tex && !has(inline, 'code') ? [...inline, CODE] : inline);
      else removals.add('removed-element', tag);
      continue;
    }
    if (tag === 'video' || tag === 'audio' || tag === 'iframe') {
      const card = mediaCard(node, base, words);
      if (card) block(card);
      else removals.add('removed-frame', tag, attr(node, 'src'));
      continue;
    }
    if (DROPPED.has(tag)) {
      removals.add('removed-element', tag);
      continue;
    }
    if (isHidden(node)) {
      removals.add('removed-hidden', tag, textContent(node).slice(0, 1000));
      continue;
    }
    if (isDrawnFormula(node) || isBackLink(node)) continue;
    if (isCodeBox(node)) {
      const says = textContent(node).trim().slice(0, 120).toWellFormed();
      notes.push({
        code: 'removed-qr',
        says: 'a box with a QR code',
        step: 'build',
        ...(says === '' ? {} : { text: says }),
      });
      continue;
    }
    if (tag === 'br') {
      if (paragraph || PHRASING.has(innermost().tag)) leaf({ tag: 'br', attributes: [], children: [] }, inline);
      continue;
    }
    if (tag === 'hr') {
      block({ tag: 'hr', attributes: [], children: [] });
      continue;
    }
    if (isPicture(node)) {
      const found = pictureAttributes(node, base);
      if (!found) removals.add('removed-picture', 'img', attr(node, 'src'));
      else if ('words' in found) text(found.words, inline);
      else picture(found.attributes, inline);
      // an element of a site's own may hold its caption
      if (tag !== 'img' && tag !== 'amp-img') pushChildren(stack, node, inline, depth);
      continue;
    }
    const mapped = BLOCKS[tag];
    if (mapped !== undefined && depth < DEPTH && placed(mapped, open)) {
      cut();
      const made: CleanElement = { tag: mapped, attributes: cellSpan(node, mapped), children: [] };
      append(innermost(), made);
      open.push(made);
      if (mapped === 'pre') preformatted++;
      pushChildren(stack, node, PHRASING.has(mapped) ? [] : inline, depth + 1, { close: made });
      continue;
    }
    if (tag === 'dt' && !PHRASING.has(innermost().tag)) {
      boundary();
      pushChildren(stack, node, has(inline, 'strong') ? inline : [...inline, STRONG], depth, 'end of term');
      continue;
    }
    if (tag === 'dl') {
      cut();
      pushChildren(stack, node, inline, depth, 'end of terms');
      continue;
    }
    if (mapped !== undefined || FLOW.has(tag)) {
      boundary();
      pushChildren(stack, node, inline, depth, { close: undefined });
      continue;
    }
    if (open.length === 1 && isCaptionBox(node)) {
      boundary();
      paragraph = append(root, { tag: 'p', attributes: [[CAPTION_MARK, '']], children: [] });
      pushChildren(stack, node, [], depth, { close: undefined });
      continue;
    }
    if (tag === 'q') {
      text('“', inline);
      pushChildren(stack, node, inline, depth, { text: '”', inline });
      continue;
    }
    const wrapper = INLINES[tag] ?? wrapperOf(node);
    const attributes = tag === 'a' ? linkAttributes(node, base) : [];
    if (attributes === undefined && leadsAway(node)) removals.add('removed-link', 'a', attr(node, 'href'));
    const wraps = wrapper !== undefined && attributes !== undefined && !has(inline, wrapper);
    pushChildren(stack, node, wraps ? [...inline, { tag: wrapper, attributes }] : inline, depth);
  }
  notes.push(...removals.notes());
  return root;

  function picture(attributes: [string, string][], inline: readonly Inline[]): void {
    const made: CleanElement = { tag: 'img', attributes, children: [] };
    const links = inline.filter((i) => i.tag === 'a');
    if (innermost().tag === 'figure') append(innermost(), links[0] ? { ...links[0], children: [made] } : made);
    else leaf(made, links);
  }
}

/** From a footnote up to its mark: leads nowhere on another page. */
const isBackLink = (node: Element): boolean =>
  node.tagName === 'a' &&
  (attr(node, 'href') ?? '').startsWith('#') &&
  /^[\s↩↑^⬆⏎\ufe0e\ufe0f]+$/u.test(textContent(node));

/** An address that is more than a place on the page itself. */
const leadsAway = (node: Element): boolean => /^\s*[^#\s]/.test(attr(node, 'href') ?? '');

const CODE: Inline = { tag: 'code', attributes: [] };
const STRONG: Inline = { tag: 'strong', attributes: [] };
const has = (inline: readonly Inline[], tag: string): boolean => inline.some((i) => i.tag === tag);

/** The innermost open block that may hold other blocks. */
function flowBlock(open: readonly CleanElement[]): CleanElement {
  for (let i = open.length - 1; i > 0; i--) if (HOLDS_BLOCKS.has(open[i]!.tag)) return open[i]!;
  return open[0]!;
}

const SPACES = /[ \t\n\r\f]+/g;
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g;

/** A line end between Chinese or Japanese characters is the source's, not the writer's; a space is. */
function between(run: string, at: number, whole: string): string {
  return /[\n\r]/.test(run) && isCjk(whole.charCodeAt(at - 1)) && isCjk(whole.charCodeAt(at + run.length)) ? '' : ' ';
}
const isCjk = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff00 && code <= 0xff60);

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
