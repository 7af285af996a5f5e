import { type ChildNode, type Element, isElement, isText } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const SKIPPED = new Set(['script', 'style', 'template', 'head', 'title']);
/** What was kept though its tag is furniture's: whole pages stand in forms. */
const BOX = new Set(['form', 'dialog', 'menu']);
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' };
export const escapeText = (text: string): string => text.replace(/[&<>\u00a0]/g, (c) => ESCAPED[c]!);
const escapeValue = (text: string): string => text.replace(/[&"<>\u00a0]/g, (c) => ESCAPED[c]!);

/** What is kept is shown, though a script was to show it. */
const isShown = ({ name, value }: Element['attrs'][number]): boolean =>
  name !== 'hidden' && !(name === 'style' && /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value));

/** HTML of a subtree without what is gone. Iterative, and leaves the tree as it is. */
export function writeBody(page: PageTree, root: PageNode): string {
  const out: string[] = [];
  const stack: (ChildNode | string)[] = [root.element];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') out.push(node);
    else if (isText(node)) {
      if (!page.goneText.has(node)) out.push(escapeText(node.value));
    } else if (isElement(node)) {
      if (SKIPPED.has(node.tagName) || page.of.get(node)?.gone !== undefined) continue;
      const attributes = node.attrs
        .filter(isShown)
        .map((a) => ` ${a.name}="${escapeValue(a.value)}"`)
        .join('');
      const tag = BOX.has(node.tagName) ? 'div' : node.tagName;
      out.push(`<${tag}${attributes}>`);
      if (VOID.has(tag)) continue;
      stack.push(`</${tag}>`);
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  return out.join('');
}
