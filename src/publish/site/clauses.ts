import { html, type Piece } from '../markup.ts';

/** Behind a stop, or the space that stands for one between Chinese words. */
const CLAUSE_END = /(?<=[，：；。！？])|(?<=\p{Script=Han}[ \u3000])(?=\p{Script=Han})/u;
const HAN = /\p{Script=Han}/u;
const LEAST = 4;

/**
 * A Chinese headline in clauses, each of which stays on one line where the column allows: browsers break Chinese between any
 * two characters, a compositor breaks behind the comma.
 */
export function clauses(title: string): Piece {
  if (!HAN.test(title)) return title;
  const parts: string[] = [];
  for (const part of title.split(CLAUSE_END)) {
    const last = parts.at(-1);
    if (last !== undefined && (part.length < LEAST || last.length < LEAST)) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts.length < 2
    ? title
    : parts.map((part) => html`<span>${part.trimEnd()}</span>${part.slice(part.trimEnd().length)}`);
}
