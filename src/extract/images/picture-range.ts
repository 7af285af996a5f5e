import { textContent } from '../../kit/html/tree.ts';
import { foldText } from '../fields/fold-text.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

export interface PictureRange {
  /** positions in PageTree.nodes: from the headline's block to the end of the body */
  from: number;
  to: number;
  /** position of the body's root */
  body: number;
  inside: (node: PageNode) => boolean;
}

/** Elements before the body among which its headline is looked for. */
const REACH = 600;

/** Where pictures of the article may stand: the body, and what lies between the headline (with its header) and the body. */
export function pictureRange(page: PageTree, body: { root: PageNode } | undefined): PictureRange {
  const { nodes } = page;
  if (!body) return { from: 0, to: 0, body: 0, inside: () => false };
  const { root } = body;
  const inside = (node: PageNode): boolean => node.at >= root.at && node.at < root.end;
  const range: PictureRange = { from: root.at, to: root.end, body: root.at, inside };
  const own = nodes.slice(root.at, Math.min(root.end, root.at + 40)).find((node) => node.tag === 'h1');
  for (let i = root.at - 1; i >= Math.max(0, root.at - REACH); i--) {
    if (nodes[i]!.tag !== 'h1') continue;
    // a body that repeats its headline for print does not begin with it
    if (own && headlineOf(own) !== headlineOf(nodes[i]!)) return range;
    range.from = i;
    break;
  }
  if (own && range.from === root.at) return range;
  // the article element starts with headline and lead picture
  let article: PageNode | undefined;
  for (let at = nodes[root.parent]; at && at.tag !== 'body'; at = nodes[at.parent])
    if (at.tag === 'article' || at.tag === 'main') article = at;
  if (article && root.at - article.at < REACH) range.from = Math.min(range.from, article.at);
  // a picture may stand above the headline in the same header
  if (range.from < root.at) {
    let up = nodes[nodes[range.from]!.parent];
    for (let i = 0; i < 4 && up && up.tag !== 'body' && up.end <= root.at; i++, up = nodes[up.parent])
      range.from = up.at;
  }
  return range;
}

const headlineOf = (node: PageNode): string => foldText(textContent(node.element).slice(0, 400));
