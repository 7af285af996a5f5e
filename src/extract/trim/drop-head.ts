import { foldBlock } from '../body/block-values.ts';
import type { Hints } from '../body/candidates.ts';
import { META_LINE } from './lexicon.ts';
import { HEADING, isProse, LINE, type Line, type Remove, SENTENCE_END } from './lines.ts';

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
export function dropHead(lines: Line[], hints: Hints, remove: Remove): void {
  const isTitle = ({ text }: Line): boolean =>
    hints.title !== undefined && text.length < 200 && (same(text, hints.title) || endsWith(text, hints.title));
  dropAboveHeadline(lines, isTitle, remove);
  const kept = lines.filter((line) => line.node.gone === undefined);
  const prose = kept.findIndex((line) => isProse(line) && !isTitle(line));
  const first = prose >= 0 ? prose : kept.findIndex((line) => mayBeProse(line) && !isTitle(line));
  const above = kept.slice(0, Math.min(HEAD_LINES, Math.max(first, 0)));
  const headline = above.findLastIndex((line) => isTitle(line) || line.node.tag === 'h1');
  const isList = first - 1 - headline > SHORT_LINES;
  for (const [i, line] of above.entries()) {
    const { node, text, weight } = line;
    const heading = HEADING.test(node.tag);
    if (isTitle(line)) remove(node, 'head', 'the headline');
    else if (node.tag === 'h1') remove(node, 'head', 'a headline');
    else if (text !== '' && text.length <= LINE && META_LINE.test(text))
      remove(node, 'head', 'a line of credits or times');
    else if (isList && i > headline) continue;
    else if (!heading && node.tag !== 'li' && weight < 60 && !SENTENCE_END.test(text))
      remove(node, 'head', 'no sentence before the first paragraph');
    else if (heading && i < first - 2) remove(node, 'head', 'a heading away from the text');
  }
  for (const { node, text, weight } of kept.slice(first, first + BELOW_LEAD))
    if (first >= 0 && weight < 120 && text !== '' && META_LINE.test(text))
      remove(node, 'head', 'a line of credits or times below the lead');
}

/** Share of the body's weight that may stand above its headline and be nothing of the article. */
const ABOVE = 0.2;
const ABOVE_LINES = 12;

/** Whatever stands above the headline itself, promotions with whole sentences too. */
function dropAboveHeadline(lines: Line[], isTitle: (line: Line) => boolean, remove: Remove): void {
  const kept = lines.filter((line) => line.node.gone === undefined);
  const at = kept.slice(0, ABOVE_LINES).findIndex((line) => HEADING.test(line.node.tag) && isTitle(line));
  if (at < 1) return;
  const sum = (part: Line[]): number => part.reduce((all, { weight }) => all + weight, 0);
  const above = kept.slice(0, at);
  if (sum(above) > sum(kept) * ABOVE) return;
  for (const { node } of above) remove(node, 'head', 'above the headline');
}

/** A trail of sections that ends with the headline. */
function endsWith(text: string, title: string): boolean {
  const [line, end] = [foldBlock(text), foldBlock(title)];
  return end.length > 8 && line.endsWith(end) && line.length < end.length * 2;
}
