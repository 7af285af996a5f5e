import { shownText } from '../images/shown-text.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { isProse, type Line } from './lines.ts';

/** Where most paragraphs stand side by side. A box between them is no end: the text goes on behind it. */
export function homeOf(page: PageTree, lines: Line[]): number {
  const sums = new Map<number, number>();
  let home = -1;
  for (const line of lines) {
    if (line.node.gone !== undefined || !isProse(line)) continue;
    const at = placeOf(page, line.node);
    const sum = (sums.get(at) ?? 0) + line.weight;
    sums.set(at, sum);
    if (sum > (sums.get(home) ?? 0)) home = at;
  }
  return home;
}

/** What holds a block beside others: boxes of its own are nothing but the block. */
export function placeOf(page: PageTree, node: PageNode): number {
  const { text } = shownText(page, node);
  let at = node;
  for (let up = page.nodes[at.parent]; up && up.end - up.at <= WRAPPED; up = page.nodes[at.parent]) {
    if (shownText(page, up).text > text) break;
    at = up;
  }
  return at.parent;
}
/** Elements of such a box at most. */
const WRAPPED = 40;
