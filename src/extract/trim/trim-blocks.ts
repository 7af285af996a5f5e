import { isText, textContent } from '../../kit/html/tree.ts';
import { foldBlock } from '../body/block-values.ts';
import type { Hints } from '../body/candidates.ts';
import { selectorOf } from '../node-selector.ts';
import { drop, linkDensity, measure, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { END_LINE, FURNITURE_LINE, MAYBE_LINE, META_LINE } from './lexicon.ts';
import { BLOCKS, HEADING, isProse, LINE, type Line, leafBlocks, type Remove, SENTENCE_END } from './lines.ts';
import type { Trace } from './mark-furniture.ts';
import { CREDITS } from './names.ts';
import { dropRepeats } from './repeats.ts';
import { dropTeaserLines } from './teasers.ts';
import { dropRun, textRuns } from './text-runs.ts';

/** Share of the body's weight after which the end may begin. */
const END_FROM = 0.55;

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

/**
 * Takes out of the body what is not the article's: 1 captions and credits, 2 boxes that are mostly links, 3 the headline again and the
 * lines around it, 4 lines of the lexicon, links to other articles, labels and paragraphs that repeat, 5 everything after a line that begins
 * the end, and what is no sentence there, 6 headings with nothing below them.
 */
export function trimBlocks(page: PageTree, root: PageNode, hints: Hints, trace?: Trace): void {
  const remove = (node: PageNode, step: string, why: string): void => {
    drop(page, node, `${step}: ${why}`);
    trace?.(step, `${why} ${selectorOf(node)}`, textContent(node.element).replace(/\s+/g, ' ').trim().slice(0, 4000));
  };
  dropCredits(page, root, remove);
  measure(page);
  dropLinkBoxes(page, root, remove);
  measure(page);
  const lines = leafBlocks(page, root);
  const mixed = new Set(lines.filter((line) => line.mixed).map((line) => line.node));
  const removeLine: Remove = (node, step, why) => {
    if (!mixed.has(node)) remove(node, step, why);
  };
  dropHead(lines, hints, removeLine);
  dropLexicon(lines, removeLine);
  dropTeaserLines(page, lines, removeLine);
  dropRepeats(lines, removeLine);
  dropRuns(page, root, trace);
  dropEnd(page, lines, removeLine);
  dropTail(lines, removeLine);
  dropHollowHeadings(page, root, remove);
}

function holdsPicture(page: PageTree, node: PageNode): boolean {
  for (let i = node.at; i < node.end && i < node.at + 40; i++) if (page.nodes[i]!.tag === 'img') return true;
  return false;
}

/** Captions live on with their pictures, credits in their fields. */
function dropCredits(page: PageTree, root: PageNode, remove: Remove): void {
  const most = Math.min(600, weight(root) * 0.3);
  for (let i = root.at + 1; i < root.end; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || node.textLength === 0 || weight(node) > most) continue;
    if (node.tag !== 'figcaption' && (node.words === '' || !CREDITS.test(node.words))) continue;
    if (holdsPicture(page, node)) continue;
    remove(node, 'credits', node.tag === 'figcaption' ? 'a caption' : `named ${node.name.slice(0, 60)}`);
    i = node.end - 1;
  }
}

function dropLinkBoxes(page: PageTree, root: PageNode, remove: Remove): void {
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

const same = (a: string, b: string): boolean => {
  const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const [x, y] = [fold(a), fold(b)];
  return (
    x !== '' &&
    (x === y || (x.length > 8 && (y.startsWith(x) || x.startsWith(y)) && Math.abs(x.length - y.length) < 24))
  );
};

/** Lines before the first paragraph that are looked at. */
const HEAD_LINES = 30;
/** What may be a paragraph where none ends like a sentence. */
const mayBeProse = ({ node, weight, marks }: Line): boolean => weight >= 60 && marks > 0 && !/^h[1-6]$/.test(node.tag);

/** Lines without a sentence between headline and first paragraph: more are the article itself (a list, a plan, a poem). */
const SHORT_LINES = 15;

/** Lines behind the first paragraph, which may be a lead, that may still say who and when. */
const BELOW_LEAD = 4;

/** Up to the first prose: the headline again, times, authors, sources, the names of sections. */
function dropHead(lines: Line[], hints: Hints, remove: Remove): void {
  const kept = lines.filter((line) => line.node.gone === undefined);
  const isTitle = ({ text }: Line): boolean =>
    hints.title !== undefined && text.length < 200 && (same(text, hints.title) || endsWith(text, hints.title));
  const prose = kept.findIndex((line) => isProse(line) && !isTitle(line));
  const first = prose >= 0 ? prose : kept.findIndex((line) => mayBeProse(line) && !isTitle(line));
  const above = kept.slice(0, Math.min(HEAD_LINES, Math.max(first, 0)));
  const headline = above.findLastIndex((line) => isTitle(line) || line.node.tag === 'h1');
  const isList = first - 1 - headline > SHORT_LINES;
  for (const [i, line] of above.entries()) {
    const { node, text } = line;
    const heading = HEADING.test(node.tag);
    if (isTitle(line)) remove(node, 'head', 'the headline');
    else if (node.tag === 'h1') remove(node, 'head', 'a headline');
    else if (text !== '' && text.length <= LINE && META_LINE.test(text))
      remove(node, 'head', 'a line of credits or times');
    else if (isList && i > headline) continue;
    else if (!heading && node.tag !== 'li' && weight(node) < 60 && !SENTENCE_END.test(text))
      remove(node, 'head', 'no sentence before the first paragraph');
    else if (heading && i < first - 2) remove(node, 'head', 'a heading away from the text');
  }
  for (const { node, text, weight } of kept.slice(first, first + BELOW_LEAD))
    if (first >= 0 && weight < 120 && text !== '' && META_LINE.test(text))
      remove(node, 'head', 'a line of credits or times below the lead');
}

/** A trail of sections that ends with the headline. */
function endsWith(text: string, title: string): boolean {
  const [line, end] = [foldBlock(text), foldBlock(title)];
  return end.length > 8 && line.endsWith(end) && line.length < end.length * 2;
}

const ROWS = new Set(['li', 'td', 'th', 'dt', 'dd', 'pre', 'figure']);

/** After the last prose: what is no sentence. What stands among the text of a mixed block is not after it. */
function dropTail(lines: Line[], remove: Remove): void {
  const kept = lines.filter((line) => line.node.gone === undefined);
  const last = kept.findLastIndex(isProse);
  if (last < 0) return;
  const mixed = kept.filter((line) => line.mixed && isProse(line));
  for (const { node, text, weight } of kept.slice(last + 1)) {
    if (ROWS.has(node.tag) || mixed.some((line) => node.at > line.node.at && node.at < line.node.end)) continue;
    if (weight < 60 && !SENTENCE_END.test(text)) remove(node, 'tail', 'no sentence after the last paragraph');
  }
}

function dropLexicon(lines: Line[], remove: Remove): void {
  const isOpen = lines.map(
    (line) =>
      line.node.gone === undefined && isProse(line) && !(line.text.length <= LINE && MAYBE_LINE.test(line.text)),
  );
  const [first, last] = [isOpen.indexOf(true), isOpen.lastIndexOf(true)];
  for (const [i, { node, text }] of lines.entries()) {
    if (node.gone !== undefined || text === '' || text.length > LINE || ENUMERATED.test(text)) continue;
    if (FURNITURE_LINE.test(text)) remove(node, 'lexicon', 'a line of the page');
    else if ((i < first || i > last || !SENTENCE_END.test(text)) && node.tag !== 'li' && MAYBE_LINE.test(text))
      remove(node, 'lexicon', 'a line of the page, by where it stands');
  }
}

const isFurniture = (text: string): boolean =>
  FURNITURE_LINE.test(text) || END_LINE.test(text) || (!SENTENCE_END.test(text) && MAYBE_LINE.test(text));

/** An item of a law, a plan, a list. */
const ENUMERATED = /^([（(]?[一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十百零\d]{1,6}[条章节款])/u;

/** The lexicon over lines that are no elements of their own. */
function dropRuns(page: PageTree, root: PageNode, trace?: Trace): void {
  for (let i = root.at; i < root.end; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || node.own === 0 || !BLOCKS.has(node.tag)) continue;
    for (const run of textRuns(page, node)) {
      if (run.text.length > LINE || ENUMERATED.test(run.text) || !isFurniture(run.text)) continue;
      dropRun(page, run, 'lexicon: a line of the page');
      trace?.('lexicon', 'a line inside a block', run.text);
    }
  }
}

function dropEnd(page: PageTree, lines: Line[], remove: Remove): void {
  const weights = lines.map((line) => (line.node.gone === undefined ? line.weight : 0));
  const total = weights.reduce((a, b) => a + b, 0);
  const home = homeOf(lines);
  let before = 0;
  for (const [i, { node, text }] of lines.entries()) {
    if (before >= total * END_FROM && text !== '' && text.length <= LINE && END_LINE.test(text)) {
      const why = `after «${text.slice(0, 40)}»`;
      const goesOn = node.parent === home ? -1 : lines.findIndex((line, k) => k > i && isHome(line, home));
      for (const later of lines.slice(i, goesOn < 0 ? undefined : goesOn))
        if (later.node.gone === undefined) remove(later.node, 'end', why);
      if (goesOn < 0) {
        dropPicturesAfter(page, node);
        return;
      }
    }
    before += weights[i]!;
  }
}

/** Where most paragraphs stand side by side. A box between them is no end: the text goes on behind it. */
function homeOf(lines: Line[]): number {
  const sums = new Map<number, number>();
  let home = -1;
  for (const line of lines) {
    if (line.node.gone !== undefined || !isProse(line)) continue;
    const sum = (sums.get(line.node.parent) ?? 0) + line.weight;
    sums.set(line.node.parent, sum);
    if (sum > (sums.get(home) ?? 0)) home = line.node.parent;
  }
  return home;
}

const isHome = (line: Line, home: number): boolean =>
  line.node.gone === undefined &&
  line.node.parent === home &&
  line.node.tag === 'p' &&
  line.links < 0.1 &&
  isProse(line);

function dropPicturesAfter(page: PageTree, from: PageNode): void {
  for (let i = from.at; i < page.nodes.length; i++) {
    const node = page.nodes[i]!;
    if (node.tag === 'img' && node.gone === undefined) node.gone = 'end';
  }
}

/** A heading at the end of the body, with no text after it. */
function dropHollowHeadings(page: PageTree, root: PageNode, remove: Remove): void {
  measure(page);
  for (let i = root.end - 1; i > root.at; i--) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || node.own === 0) continue;
    let heading: PageNode | undefined = node;
    while (heading && heading.at > root.at && !HEADING.test(heading.tag)) heading = page.nodes[heading.parent];
    if (!heading || heading.at <= root.at || textFollows(page, heading, root)) return;
    remove(heading, 'end', 'a heading with nothing below it');
    i = heading.at;
  }
}

/** Text that is no element of its own, behind the heading; elements behind it have been looked at. */
function textFollows(page: PageTree, heading: PageNode, root: PageNode): boolean {
  for (let at: PageNode | undefined = heading; at && at !== root; at = page.nodes[at.parent]) {
    const around = page.nodes[at.parent];
    if (!around || around.own === 0) continue;
    const children = around.element.childNodes;
    for (const child of children.slice(children.indexOf(at.element) + 1))
      if (isText(child) && child.value.trim() !== '' && !page.goneText.has(child)) return true;
  }
  return false;
}
