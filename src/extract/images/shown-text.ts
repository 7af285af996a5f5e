import type { PageNode, PageTree } from '../page-tree.ts';

/** Characters of a subtree as the page came, whatever steps have removed since; `link`: inside links. For small subtrees. */
export function shownText(page: PageTree, node: PageNode): { text: number; link: number } {
  let text = 0;
  let link = 0;
  for (let i = node.at; i < node.end; i++) {
    const one = page.nodes[i]!;
    text += one.own;
    if (one.inLink) link += one.own;
  }
  return { text, link };
}
