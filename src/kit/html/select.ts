import { selectAll as cssSelectAll, type Options } from 'css-select';
import {
  attr,
  type Document,
  type Element,
  elements,
  isElement,
  isText,
  type Node,
  type ParentNode,
  textContent,
} from './tree.ts';

type Adapter = NonNullable<Options<Node, Element>['adapter']>;

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const parentOf = (node: Node): ParentNode | null => ('parentNode' in node ? node.parentNode : null);

/** parse5's tree as css-select wants to see it. */
const adapter: Adapter = {
  isTag: isElement,
  getAttributeValue: attr,
  getChildren: childrenOf,
  getName: (element) => element.tagName,
  getParent: parentOf,
  getSiblings: (node) => parentOf(node)?.childNodes ?? [node],
  getText: (node) => ('childNodes' in node || isText(node) ? textContent(node) : ''),
  hasAttrib: (element, name) => attr(element, name) !== undefined,
  removeSubsets: (nodes) => [...new Set(nodes)],
};

/** Elements that match, in document order; undefined when the selector cannot be read. */
export function selectAll(selector: string, root: Document): Element[] | undefined {
  try {
    const found = new Set(cssSelectAll<Node, Element>(selector, root, { adapter }));
    return [...elements(root)].filter((element) => found.has(element));
  } catch {
    return undefined;
  }
}
