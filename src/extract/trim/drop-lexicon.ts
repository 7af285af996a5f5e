import { type ChildNode, isElement, isText, textContent } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { END_LINE, FURNITURE_LINE, LABEL_LINE, MAYBE_LINE } from './lexicon.ts';
import { BLOCKS, isProse, LINE, type Line, type Remove, SENTENCE_END } from './lines.ts';
import type { Trace } from './mark-furniture.ts';
import { dropRun, textRuns } from './text-runs.ts';

export function dropLexicon(page: PageTree, lines: Line[], remove: Remove): void {
  dropToolbars(page, lines, remove);
  const isText = (line: Line): boolean =>
    line.node.gone === undefined && isProse(line) && !(line.text.length <= LINE && MAYBE_LINE.test(line.text));
  const [first, last] = [lines.findIndex(isText), lines.findLastIndex(isText)];
  for (const [i, { node, text }] of lines.entries()) {
    if (node.gone !== undefined || text === '' || text.length > LINE || ENUMERATED.test(text)) continue;
    if (FURNITURE_LINE.test(text) || (!WORDS_OF_ITS_OWN.test(node.tag) && LABEL_LINE.test(text)))
      remove(node, 'lexicon', 'a line of the page');
    else if ((i < first || i > last || !SENTENCE_END.test(text)) && node.tag !== 'li' && MAYBE_LINE.test(text))
      remove(node, 'lexicon', 'a line of the page, by where it stands');
  }
}

/** Items of a list that are labels of buttons before all of the list is buttons, and their share. */
const FEW = 3;
const MOST = 0.6;

/** Buttons to share, print and report side by side: what stands among them is of their kind. */
function dropToolbars(page: PageTree, lines: Line[], remove: Remove): void {
  const lists = new Map<PageNode, number>();
  for (const { node, text } of lines) {
    if (node.gone !== undefined || node.tag !== 'li' || text.length > LINE) continue;
    const list = page.nodes[node.parent];
    if (list && LABEL_LINE.test(text)) lists.set(list, (lists.get(list) ?? 0) + 1);
  }
  for (const [list, count] of lists) {
    const items = page.nodes
      .slice(list.at, list.end)
      .filter(
        ({ tag, parent, gone, textLength }) =>
          tag === 'li' && parent === list.at && gone === undefined && textLength > 0,
      );
    if (count >= FEW && count >= items.length * MOST) remove(list, 'lexicon', 'a list of buttons');
  }
}

const isFurniture = (text: string): boolean =>
  FURNITURE_LINE.test(text) || END_LINE.test(text) || (!SENTENCE_END.test(text) && MAYBE_LINE.test(text));

const WORDS_OF_ITS_OWN = /^(h[1-6]|t[dh]|d[td])$/;

/** An item of a law, a plan, a list. */
const ENUMERATED = /^([（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十百零\d]{1,6}[条章节款])/u;

/** The lexicon over lines that are no elements of their own. */
export function dropRuns(page: PageTree, root: PageNode, lines: Line[], trace?: Trace): void {
  const lastProse =
    lines.findLast((line) => line.node.gone === undefined && isProse(line) && !line.mixed)?.node.at ?? -1;
  for (let i = root.at; i < root.end; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || node.own === 0 || !BLOCKS.has(node.tag)) continue;
    const runs = textRuns(page, node);
    for (const [at, run] of runs.entries()) {
      if (run.text.length > LINE || ENUMERATED.test(run.text)) continue;
      const isLast = at > 0 && at === runs.length - 1 && lastProse < node.end && isEnd(node, run.nodes.at(-1)!);
      if (!isFurniture(run.text) && !(isLast && MAYBE_LINE.test(run.text))) continue;
      dropRun(page, run, 'lexicon: a line of the page');
      trace?.('lexicon', 'a line inside a block', run.text);
    }
  }
}

/** Nothing to read follows in the block. */
function isEnd(block: PageNode, last: ChildNode): boolean {
  const { childNodes } = block.element;
  return childNodes
    .slice(childNodes.indexOf(last) + 1)
    .every((node) => !(isElement(node) || isText(node)) || textContent(node).trim() === '');
}
