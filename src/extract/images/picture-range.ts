import type { Head } from '../head/read-head.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

export interface PictureRange {
  /** positions in PageTree.nodes: from the headline to the end of the body */
  from: number;
  to: number;
  inside: (node: PageNode) => boolean;
}

/** From the last h1 before the body (or 250 elements before it at most) to the body's end; the enclosing article's figures too. */
export function pictureRange(page: PageTree, _head: Head, body: { root: PageNode } | undefined): PictureRange {
  const { nodes } = page;
  if (!body) return { from: 0, to: 0, inside: () => false };
  const { root } = body;
  let from = root.at;
  for (let i = root.at; i < root.end && i < root.at + 40; i++)
    if (nodes[i]!.tag === 'h1')
      return { from: root.at, to: root.end, inside: (node) => node.at >= root.at && node.at < root.end };
  // the article element around the body starts with headline and lead picture
  let at: PageNode | undefined = nodes[root.parent];
  let article: PageNode | undefined;
  for (; at && at.tag !== 'body'; at = nodes[at.parent]) if (at.tag === 'article' || at.tag === 'main') article = at;
  for (let i = root.at - 1; i >= Math.max(0, root.at - 600); i--) {
    if (nodes[i]!.tag === 'h1') {
      from = i;
      break;
    }
  }
  if (article && (from === root.at || article.at > from) && root.at - article.at < 600)
    from = Math.min(from, article.at);
  // a lead picture may stand right above the headline, in the same header
  if (from < root.at) {
    let up: PageNode | undefined = nodes[nodes[from]!.parent];
    for (let i = 0; i < 4 && up && up.tag !== 'body' && up.end <= root.at; i++, up = nodes[up.parent]) from = up.at;
  }
  return { from, to: root.end, inside: (node) => node.at >= root.at && node.at < root.end };
}
