import { attr } from '../../kit/html/tree.ts';
import { linkDensity, type PageNode, type PageTree, weight } from '../page-tree.ts';
import type { Remove } from './lines.ts';

const BOXES = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'dl',
  'table',
  'p',
  'li',
  'header',
  'center',
  'details',
  'h2',
  'h3',
  'h4',
  'h5',
]);

export function dropLinkBoxes(page: PageTree, root: PageNode, remove: Remove): void {
  const total = Math.max(1, weight(root));
  for (let i = root.at + 1; i < root.end; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || !BOXES.has(node.tag) || node.textLength === 0) continue;
    const density = linkDensity(node);
    if (density < 0.5 || weight(node) > total * 0.35) continue;
    const plain = node.textLength - node.linkLength;
    if (node.tag === 'p' || node.tag === 'li') {
      if (density > 0.9 && node.tag === 'p' && countLinks(page, node) >= 2 && plain < 30)
        remove(node, 'links', 'a line of links');
      continue;
    }
    if (/^h[2-5]$/.test(node.tag)) continue;
    const toPicture = linksToPicture(page, node);
    if (toPicture) {
      for (const link of toPicture) remove(link, 'links', 'to a larger size');
      continue;
    }
    if (density > 0.75 || (countLinks(page, node) >= 3 && node.marks < plain / 30)) {
      remove(node, 'links', `link density ${density.toFixed(2)}`);
      i = node.end - 1;
    }
  }
}

/** Longest words of a link to a larger size, characters. */
const ENLARGE = 40;
const PICTURE = /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i;

/** The links with words in a box of pictures, if all of them lead to pictures. */
function linksToPicture(page: PageTree, node: PageNode): PageNode[] | undefined {
  const inner = page.nodes.slice(node.at, node.end);
  const links = inner.filter(({ tag, textLength, gone }) => tag === 'a' && textLength > 0 && gone === undefined);
  const pictures = inner.filter(({ tag, gone }) => tag === 'img' && gone === undefined).length;
  if (links.length === 0 || links.length > pictures) return undefined;
  return links.every((link) => link.textLength <= ENLARGE && PICTURE.test(attr(link.element, 'href') ?? ''))
    ? links
    : undefined;
}

function countLinks(page: PageTree, node: PageNode): number {
  let count = 0;
  for (let i = node.at; i < node.end; i++) if (page.nodes[i]!.tag === 'a') count++;
  return count;
}
