import { shownText } from '../images/shown-text.ts';
import { measure, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { homeOf } from './home.ts';
import { COPYRIGHT } from './lexicon.ts';
import type { Line, Remove } from './lines.ts';

/** Share of a box's text that is left when the rest was furniture, below which what is left is furniture, too. */
const LEFT = 0.4;
/** Share of the body's weight that must stand side by side, and that what is left of a box may be. */
const HELD = 0.5;
const MOST = 0.3;

/** Boxes behind the paragraphs' own: what says whose the page is, and what was mostly links, buttons and labels. */
export function dropAfter(page: PageTree, root: PageNode, lines: Line[], remove: Remove): void {
  const home = page.nodes[homeOf(page, lines)];
  if (!home) return;
  measure(page);
  if (weight(home) < weight(root) * HELD) return;
  const most = weight(root) * MOST;
  for (let inner = home; inner.at > root.at; inner = page.nodes[inner.parent]!) {
    const around = page.nodes[inner.parent];
    if (!around) return;
    for (let i = inner.end; i < around.end; i = page.nodes[i]!.end) {
      const box = page.nodes[i]!;
      if (box.gone !== undefined || box.textLength === 0) continue;
      if (weight(box) <= most && shownText(page, box).text * LEFT > box.textLength)
        remove(box, 'after', 'what is left of a box of links and labels');
      else if (lines.some((line) => isIn(line, box) && COPYRIGHT.test(line.text)))
        remove(box, 'after', 'says whose the page is');
    }
  }
}

const isIn = ({ node }: Line, box: PageNode): boolean => node.at >= box.at && node.at < box.end;
