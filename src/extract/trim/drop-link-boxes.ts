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
    const prose = node.marks - 0;
    const plain = node.textLength - node.linkLength;
    if (node.tag === 'p' || node.tag === 'li') {
      if (density > 0.9 && node.tag === 'p' && countLinks(page, node) >= 2 && plain < 30)
        remove(node, 'links', 'a line of links');
      continue;
    }
    if (/^h[2-5]$/.test(node.tag)) continue;
    if (density > 0.75 || (countLinks(page, node) >= 3 && prose < plain / 30)) {
      remove(node, 'links', `link density ${density.toFixed(2)}`);
      i = node.end - 1;
    }
  }
}

function countLinks(page: PageTree, node: PageNode): number {
  let count = 0;
  for (let i = node.at; i < node.end; i++) if (page.nodes[i]!.tag === 'a') count++;
  return count;
}
