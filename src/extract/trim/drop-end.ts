import { isText } from '../../kit/html/tree.ts';
import { measure, type PageNode, type PageTree } from '../page-tree.ts';
import { homeOf, placeOf } from './home.ts';
import { COMMENTS_LINE, END_LINE, WALL_LINE } from './lexicon.ts';
import { HEADING, isProse, LINE, type Line, type Remove, SENTENCE_END } from './lines.ts';

/** Share of the body's weight after which the end may begin. */
const END_FROM = 0.55;
/** The same for a wall: some pages put theirs over the text. */
const WALL_FROM = 0.4;
/** Boxes of other articles between paragraphs, before one of them is the end after all. */
const MOST_BOXES = 20;
/** Paragraphs, or their weight, after which comments may begin, however long they are. */
const ENOUGH = 3;
const AS_LONG = 800;

export function dropEnd(page: PageTree, lines: Line[], remove: Remove): void {
  const weights = lines.map((line) => (line.node.gone === undefined ? line.weight : 0));
  const total = weights.reduce((a, b) => a + b, 0);
  const home = homeOf(page, lines);
  let before = 0;
  let boxes = 0;
  let paragraphs = 0;
  for (const [i, { node, text }] of lines.entries()) {
    if (isProse(lines[i]!)) paragraphs++;
    if (text === '' || text.length > LINE) {
      before += weights[i]!;
      continue;
    }
    const late = before >= total * END_FROM;
    const begins =
      (late && END_LINE.test(text)) ||
      ((late || paragraphs >= ENOUGH || before >= AS_LONG) && COMMENTS_LINE.test(text)) ||
      (before >= total * WALL_FROM && WALL_LINE.test(text));
    if (begins) {
      const why = `after «${text.slice(0, 40)}»`;
      const goesOn =
        placeOf(page, node) === home || boxes++ > MOST_BOXES
          ? -1
          : lines.findIndex((line, k) => k > i && isHome(page, line, home));
      for (const later of lines.slice(i, goesOn < 0 ? undefined : goesOn))
        if (later.node.gone === undefined && !(later.mixed && goesOn >= 0)) remove(later.node, 'end', why);
      if (goesOn < 0) {
        dropPicturesAfter(page, node);
        return;
      }
    }
    before += weights[i]!;
  }
}

const isHome = (page: PageTree, line: Line, home: number): boolean =>
  line.node.gone === undefined &&
  placeOf(page, line.node) === home &&
  (line.node.tag === 'p' || line.node.tag === 'div') &&
  line.links < 0.1 &&
  isProse(line);

function dropPicturesAfter(page: PageTree, from: PageNode): void {
  for (let i = from.at; i < page.nodes.length; i++) {
    const node = page.nodes[i]!;
    if (node.tag === 'img' && node.gone === undefined) node.gone = 'end';
  }
}

const ROWS = new Set(['li', 'td', 'th', 'dt', 'dd', 'pre', 'figure']);

/** After the last prose: what is no sentence. What stands among the text of a mixed block is not after it. */
export function dropTail(lines: Line[], remove: Remove): void {
  const kept = lines.filter((line) => line.node.gone === undefined);
  const last = kept.findLastIndex(isProse);
  if (last < 0) return;
  let inMixed = 0;
  for (const [i, line] of kept.entries()) {
    const { node, text, weight } = line;
    if (line.mixed && isProse(line)) inMixed = Math.max(inMixed, node.end);
    if (i <= last || ROWS.has(node.tag) || node.at < inMixed) continue;
    if (HEADING.test(node.tag) && SENTENCE_END.test(kept[i + 1]?.text ?? '')) continue;
    if (weight < 60 && !SENTENCE_END.test(text)) remove(node, 'tail', 'no sentence after the last paragraph');
  }
}

/** A heading at the end of the body, with no text after it. */
export function dropHollowHeadings(page: PageTree, root: PageNode, remove: Remove): void {
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
