import { serializeOuter } from 'parse5';
import { isElement } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

/** HTML of a subtree without what is gone. Takes the gone elements out of the tree: call it last. */
export function writeBody(page: PageTree, root: PageNode): string {
  for (let i = root.at + 1; i < root.end; ) {
    const node = page.nodes[i]!;
    if (node.gone === undefined) {
      i++;
      continue;
    }
    const siblings = node.element.parentNode?.childNodes;
    const at = siblings?.indexOf(node.element) ?? -1;
    if (siblings && at >= 0) siblings.splice(at, 1);
    i = node.end;
  }
  return isElement(root.element) ? serializeOuter(root.element) : '';
}
