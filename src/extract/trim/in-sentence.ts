import { type ChildNode, isText } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

const PHRASING = new Set('a abbr b button cite em font i mark q small span strong u'.split(' '));
/** Weight of the words around it that make a sentence: characters, CJK ones twice. */
const SENTENCE = 24;

/** A word or two inside a sentence: whatever such an element is called (a `tag-link` to a name's page), the sentence needs it. */
export function inSentence(page: PageTree, node: PageNode): boolean {
  if (!PHRASING.has(node.tag) || (node.tag === 'button' && !isBetween(node))) return false;
  const around = page.nodes[node.parent];
  if (around === undefined || around.ownMarks === 0 || around.own <= node.textLength) return false;
  return around.own + around.ownCjk >= SENTENCE && around.own > around.linkLength;
}

/** Words stand before it and behind it: `more` at the end of a paragraph is a button. */
function isBetween({ element }: PageNode): boolean {
  const around = element.parentNode?.childNodes ?? [];
  const at = around.indexOf(element);
  const says = (one: ChildNode | undefined): boolean => one !== undefined && isText(one) && /\p{L}/u.test(one.value);
  return says(around[at - 1]) && says(around[at + 1]);
}
