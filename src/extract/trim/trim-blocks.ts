import { textContent } from '../../kit/html/tree.ts';
import type { Hints } from '../body/candidates.ts';
import { selectorOf } from '../node-selector.ts';
import { drop, measure, type PageNode, type PageTree } from '../page-tree.ts';
import { dropAfter } from './drop-after.ts';
import { dropAuthorLines } from './drop-author-lines.ts';
import { dropCaptionBoxes, dropCredits, dropPictureCredits } from './drop-credits.ts';
import { dropEnd, dropHollowHeadings, dropTail } from './drop-end.ts';
import { dropFacts } from './drop-facts.ts';
import { dropForms, dropPolls } from './drop-forms.ts';
import { dropHead } from './drop-head.ts';
import { dropLexicon, dropRuns } from './drop-lexicon.ts';
import { dropLinkBoxes } from './drop-link-boxes.ts';
import { leafBlocks, type Remove } from './lines.ts';
import type { Trace } from './mark-furniture.ts';
import { dropRepeats } from './repeats.ts';
import { dropTeaserLines } from './teasers.ts';

/**
 * Takes out of the body what is not the article's: 1 captions, credits and the facts of a document, 2 boxes that are mostly links, 3 the headline again and the
 * lines around it, 4 lines of the lexicon, links to other articles, labels and paragraphs that repeat, 5 everything after a line that begins
 * the end, and what is no sentence there, 6 headings with nothing below them.
 */
export function trimBlocks(page: PageTree, root: PageNode, hints: Hints, trace?: Trace): void {
  const remove = (node: PageNode, step: string, why: string): void => {
    drop(page, node, `${step}: ${why}`);
    trace?.(step, `${why} ${selectorOf(node)}`, textContent(node.element).replace(/\s+/g, ' ').trim().slice(0, 4000));
  };
  dropCredits(page, root, remove);
  dropCaptionBoxes(page, root, remove);
  measure(page);
  dropFacts(page, root, remove);
  dropForms(page, root, hints.headline, remove);
  dropPolls(page, root, hints.headline, remove);
  dropLinkBoxes(page, root, remove);
  measure(page);
  const lines = leafBlocks(page, root);
  const mixed = new Set(lines.filter((line) => line.mixed).map((line) => line.node));
  const removeLine: Remove = (node, step, why) => {
    if (!mixed.has(node)) remove(node, step, why);
  };
  dropHead(lines, hints, removeLine);
  dropPictureCredits(page, lines, removeLine);
  dropLexicon(page, lines, removeLine);
  dropTeaserLines(page, lines, removeLine);
  dropRepeats(lines, removeLine);
  dropRuns(page, root, lines, trace);
  dropEnd(page, lines, remove);
  dropAfter(page, root, lines, remove);
  dropTail(lines, removeLine);
  dropAuthorLines(page, lines, hints, removeLine);
  dropHollowHeadings(page, root, remove);
}
