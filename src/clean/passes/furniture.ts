import {
  DEAD_CSS,
  EDITOR_LINE,
  ORIGIN_LINE,
  originalTitleOf,
  PROMO_LINE,
  QR_NAME,
  STOCK_LINK,
} from '../../kit/furniture.ts';
import {
  attributeOf,
  type CleanElement,
  type CleanNode,
  changeChildren,
  cleanElements,
  cleanText,
  isCleanElement,
  keepChildren,
} from '../clean-tree.ts';
import { type Harvest, type Pass, removed } from './pass.ts';

/** Characters of a line that may be furniture; real paragraphs are longer. */
const LINE = 120;
const PROMO = 60;
/** Blocks at the beginning and end of a body where such lines stand. */
const HEAD = 4;
const TAIL = 8;

const lineOf = (node: CleanNode): string => {
  const text = cleanText(node);
  // texts are tidy by now: what is so much longer is no line
  return text.length > 4 * LINE ? text : text.replace(/[\s\u3000]+/g, ' ').trim();
};

function dropBlocks(root: CleanElement, drop: (block: CleanElement, at: number, of: number) => boolean): void {
  const of = root.children.length;
  root.children = root.children.filter((child, at) => !isCleanElement(child) || !drop(child, at, of));
}

/** Words that a publisher's script linked to quotation pages: the word stays, the link goes. */
export const stockLinks: Pass = {
  name: 'stock-links',
  run(root, harvest) {
    for (const element of [root, ...cleanElements(root)]) {
      changeChildren(element, (child) => {
        if (child.tag !== 'a') return undefined;
        const text = lineOf(child);
        if (text.length > 12 || !STOCK_LINK.test(attributeOf(child, 'href') ?? '')) return undefined;
        removed(harvest, 'stock-links', 'unlinked-stock', 'automatic link to a quotation page', text);
        return child.children;
      });
      mergeTexts(element);
    }
  },
};

function mergeTexts(element: CleanElement): void {
  const { children } = element;
  if (!children.some((child, at) => typeof child === 'string' && typeof children[at + 1] === 'string')) return;
  const merged: CleanNode[] = [];
  for (const child of element.children) {
    if (typeof child === 'string' && typeof merged[merged.length - 1] === 'string') merged[merged.length - 1] += child;
    else merged.push(child);
  }
  element.children = merged;
}

/** Links around nothing, and links that only say where they lead back to. */
export const deadCss: Pass = {
  name: 'dead-css',
  run(root, harvest) {
    dropBlocks(root, (block) => {
      if (block.tag !== 'p') return false;
      const text = cleanText(block)
        .replace(/[\s\u3000]+/g, ' ')
        .trim();
      if (!text.includes('{') || !DEAD_CSS.test(text)) return false;
      removed(harvest, 'dead-css', 'removed-css', 'a style sheet left in the text', text);
      return true;
    });
  },
};

/** QR codes and what is written beside them. */
export const qrCodes: Pass = {
  name: 'qr-codes',
  run(root, harvest) {
    for (const element of [root, ...cleanElements(root)]) {
      keepChildren(element, (child) => {
        if (child.tag !== 'img') return true;
        const name = `${attributeOf(child, 'src')} ${attributeOf(child, 'alt') ?? ''}`;
        if (!QR_NAME.test(name)) return true;
        removed(harvest, 'qr-codes', 'removed-qr', 'a QR code', name);
        return false;
      });
    }
  },
};

/** Blocks of which one short line is all they say. */
const SINGLE = new Set(['p', 'figure', 'blockquote']);

/** App promotions: short lines, or a picture followed by one at the end. */
export const promotions: Pass = {
  name: 'promotions',
  run(root, harvest) {
    dropBlocks(root, (block, at, of) => {
      const text = lineOf(block);
      if (text === '' || text.length > PROMO || !PROMO_LINE.test(text)) return false;
      if (!SINGLE.has(block.tag) && at < of - TAIL) return false;
      if (/[。！？]./.test(text) && at < of - TAIL) return false;
      removed(harvest, 'promotions', 'removed-promo', 'a promotion', text);
      return true;
    });
  },
};

/** 原标题, 责任编辑 and 来源 lines become fields. */
export const creditLines: Pass = {
  name: 'credit-lines',
  run(root, harvest) {
    dropBlocks(root, (block, at, of) => {
      const text = lineOf(block);
      if (text === '' || text.length > LINE || block.tag === 'table') return false;
      if (at >= HEAD && at < of - TAIL) return false;
      const original = originalTitleOf(text);
      if (take(harvest, 'originalTitle', original?.title, 'removed-original-title', '原标题', text)) {
        if (original?.origin !== undefined) harvest.origin ??= original.origin;
        return true;
      }
      if (take(harvest, 'origin', ORIGIN_LINE.exec(text)?.[1], 'removed-origin', '来源', text)) return true;
      return at >= of - TAIL && take(harvest, 'editor', editorOf(text), 'removed-editor', '责任编辑', text);
    });
  },
};

function editorOf(text: string): string | undefined {
  const name = EDITOR_LINE.exec(text)?.[1]
    ?.replace(/\s+(?:SF|SN|NF|PF)\d{3,}$/i, '')
    .trim();
  return name === undefined || name.length > 40 ? undefined : name;
}

function take(
  harvest: Harvest,
  field: 'originalTitle' | 'editor' | 'origin',
  value: string | undefined,
  code: string,
  what: string,
  text: string,
): boolean {
  if (value === undefined) return false;
  harvest[field] ??= value.trim();
  removed(harvest, 'credit-lines', code, `${what} line, kept as a field`, text);
  return true;
}
