import { isText } from '../../kit/html/tree.ts';
import type { PageTree } from '../page-tree.ts';

/** Scripts longer than this are cut, and no more than this is read in all, UTF-16 units. */
const LONGEST = 2_000_000;
/** Sentence marks that a text must have. */
const SENTENCES = 4;
/** A string in a string in a string: frameworks escape their state twice. */
const DEPTH = 3;
const STRING = /"((?:[^"\\\n]|\\.){120,})"/g;
const SENTENCE = /[.!?](?=[\s<"”»]|$)|[。！？]/g;

/**
 * The article of a page that a script writes: of the strings in its scripts the one with most sentences, as HTML or plain text. Code and
 * style sheets have few sentences for their length.
 */
export function scriptText(page: PageTree): string | undefined {
  let best: string | undefined;
  let most = SENTENCES - 1;
  let budget = LONGEST;
  const look = (text: string, depth: number): void => {
    for (const [whole] of text.matchAll(STRING)) {
      const value = decoded(whole);
      if (value === undefined) continue;
      if (depth < DEPTH && /[{[,]"[^"]{1,40}":/.test(value)) {
        look(value, depth + 1);
        continue;
      }
      const count = value.match(SENTENCE)?.length ?? 0;
      if (
        count <= most ||
        count * 400 < value.length ||
        /[{;]\s*(?:var|function|return|if)\b|\bfunction\s?\(/.test(value)
      )
        continue;
      most = count;
      best = value;
    }
  };
  for (const node of page.nodes) {
    if (node.tag !== 'script') continue;
    const [child] = node.element.childNodes;
    if (!child || !isText(child) || child.value.length > budget) continue;
    budget -= child.value.length;
    look(child.value, 1);
  }
  return best;
}

function decoded(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal.replace(/\t/g, ' ').replace(/\\'/g, "'"));
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
