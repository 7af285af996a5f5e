import { textContent } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3']);
/** Where no headline of the page itself stands: its trail, lists, pictures, menus. */
const NEVER = new Set([
  'title',
  'script',
  'style',
  'textarea',
  'option',
  'a',
  'li',
  'figcaption',
  'button',
  'noscript',
  'template',
]);
/** Characters of a headline that is looked for outside headings. */
const SHORTEST = 6;

/** The element of the headline: a heading that says the title, the only <h1> if it says nearly that, any line that says it, the only <h1>. */
export function headlineNode(page: PageTree, title: string | undefined): PageNode | undefined {
  const h1s = page.nodes.filter((node) => node.tag === 'h1' && node.textLength > 0);
  const only = h1s.length === 1 ? h1s[0] : undefined;
  const wanted = title === undefined ? '' : squeeze(title);
  if (wanted === '') return only;
  const said = page.nodes.find((node) => HEADINGS.has(node.tag) && saysIt(node, wanted));
  if (said) return said;
  const h1 = only && squeeze(textContent(only.element));
  if (h1 !== undefined && h1.length >= SHORTEST && (h1.includes(wanted) || wanted.includes(h1))) return only;
  return (
    (wanted.length < SHORTEST ? undefined : page.nodes.find((node) => isLine(page, node) && saysIt(node, wanted))) ??
    only
  );
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

const saysIt = (node: PageNode, wanted: string): boolean =>
  node.textLength >= wanted.length &&
  node.textLength < wanted.length * 3 + 40 &&
  squeeze(textContent(node.element)) === wanted;

/** Its own text, not a link's. */
function isLine(page: PageTree, node: PageNode): boolean {
  if (node.own === 0 || node.inLink) return false;
  for (let at: PageNode | undefined = node; at; at = page.nodes[at.parent]) if (NEVER.has(at.tag)) return false;
  return true;
}
