import type { Hints } from '../body/candidates.ts';
import type { Line, Remove } from './lines.ts';

/** Lines at either end where an author may be named or introduced, and the longest introduction. */
const EDGE = 5;
const ABOUT = 500;
const VERB =
  /^[,\s]+(?:is|was|are|has|writes?|covers?|reports?|joined|works?|lives?|ist|war|arbeitet|schreibt|est|écrit|es|escribe|è|är|is een)\s/iu;

/** The author's name alone, and who the author is after the text; the names are the ones the page tells machines. */
export function dropAuthorLines(lines: Line[], hints: Hints, remove: Remove): void {
  const names = (hints.authors ?? []).map((name) => name.trim()).filter((name) => name.length > 1 && name.length < 60);
  if (names.length === 0) return;
  const kept = lines.filter((line) => line.node.gone === undefined && !line.mixed);
  for (const [i, { node, text }] of kept.entries()) {
    const late = i >= kept.length - EDGE && i > 1;
    if (!late && i >= EDGE) continue;
    for (const name of names) {
      const first = name.split(/\s/)[0]!;
      const about = text.startsWith(name)
        ? text.slice(name.length)
        : first.length > 3 && text.startsWith(first)
          ? text.slice(first.length)
          : '';
      if (text === name || (late && text.length <= ABOUT && VERB.test(about))) {
        remove(node, late ? 'tail' : 'head', 'about the author');
        break;
      }
    }
  }
}
