import { selectAll, selectOne } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import { isTag } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

export type { Element } from 'domhandler';

export const readHtml = (html: string): Document => parseDocument(html);

/** undefined when the selector cannot be read */
export function trySelectAll(selector: string, root: AnyNode): Element[] | undefined {
  try {
    return selectAll<AnyNode, Element>(selector, root).filter(isTag);
  } catch {
    return undefined;
  }
}

export function trySelectOne(selector: string, root: AnyNode): Element | undefined {
  try {
    return selectOne<AnyNode, Element>(selector, root) ?? undefined;
  } catch {
    return undefined;
  }
}

export const textOf = (node: AnyNode): string =>
  textContent(node)
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
