import { html, type Piece } from '../markup.ts';

const AFTER_STOP = /(?<=[，：；。！？])/u;
const HAN = /\p{Script=Han}/u;
const LEAST = 4;

/**
 * A Chinese headline in clauses, each of which stays on one line where the column allows: browsers break Chinese between any
 * two characters, a compositor breaks behind the comma.
 */
export function clauses(title: string): Piece {
  if (!HAN.test(title)) return title;
  const parts: string[] = [];
  for (const part of title.split(AFTER_STOP)) {
    const last = parts.at(-1);
    if (last !== undefined && (part.length < LEAST || last.length < LEAST)) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts.length < 2 ? title : parts.map((part) => html`<span>${part}</span>`);
}
