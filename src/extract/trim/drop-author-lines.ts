import { attr, textContent } from '../../kit/html/tree.ts';
import type { Hints } from '../body/candidates.ts';
import type { PageTree } from '../page-tree.ts';
import { type Line, type Remove, SENTENCE_END } from './lines.ts';

/** Lines at either end where an author may be named or introduced, and the longest introduction. */
const EDGE = 5;
const ABOUT = 900;
const VERB =
  /^[,\s]+(?:is|was|are|has|writes?|covers?|reports?|joined|works?|lives?|ist|war|arbeitet|schreibt|est|écrit|es|escribe|è|är|is een)\s/i;

/** The author's name alone, and who the author is after the text; the names are those the page tells machines or links to as its author's. */
export function dropAuthorLines(page: PageTree, lines: Line[], hints: Hints, remove: Remove): void {
  const names = new Set([...(hints.authors ?? []), ...linkedAuthors(page)].map((name) => name.trim()).filter(isName));
  if (names.size === 0) return;
  const kept = lines.filter((line) => line.node.gone === undefined && !line.mixed);
  for (const [i, { node, text }] of kept.entries()) {
    const late = i >= kept.length - EDGE && i > 1;
    if ((!late && i >= EDGE) || node.gone !== undefined) continue;
    for (const name of names) {
      const first = name.split(/\s/)[0]!;
      const about = text.startsWith(name)
        ? text.slice(name.length)
        : first.length > 3 && text.startsWith(first)
          ? text.slice(first.length)
          : '';
      const introduces = late && text.length <= ABOUT && VERB.test(about);
      if (text !== name && !introduces) continue;
      remove(node, late ? 'tail' : 'head', 'about the author');
      if (introduces) dropIntroduction(kept, i, name, remove);
      else if (late && isAbout(kept.slice(i + 1), name))
        for (const later of kept.slice(i + 1)) remove(later.node, 'tail', 'about the author');
      break;
    }
  }
}

/** Below the name: what somebody is, in a few words, and sentences that speak of them. */
function isAbout(later: readonly Line[], name: string): boolean {
  const parts = name.split(/\s+/).filter((part) => part.length > 2);
  const speaks = ({ text }: Line): boolean => parts.some((part) => text.includes(part));
  return (
    later.some(speaks) &&
    later.every((line) => speaks(line) || (line.weight < FEW_WORDS && !SENTENCE_END.test(line.text)))
  );
}
const FEW_WORDS = 60;

/** The heading above an introduction that names its author, and what follows in a box that holds nothing else. */
function dropIntroduction(kept: readonly Line[], at: number, name: string, remove: Remove): void {
  const { node } = kept[at]!;
  const above = kept[at - 1];
  if (above && above.node.gone === undefined && above.text.length <= name.length + HEADING && above.text.endsWith(name))
    remove(above.node, 'tail', 'about the author');
  if (kept.some((line, i) => i < at && line.node.parent === node.parent)) return;
  for (const later of kept.slice(at + 1))
    if (later.node.parent === node.parent) remove(later.node, 'tail', 'about the author');
}
/** Characters around the name in such a heading: "About the author:", "Sobre". */
const HEADING = 20;

const isName = (name: string): boolean => name.length > 1 && name.length < 60;

function* linkedAuthors(page: PageTree): Generator<string> {
  for (const { element, tag } of page.nodes)
    if (tag === 'a' && attr(element, 'rel') === 'author') yield textContent(element);
}
