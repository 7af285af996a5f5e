import { decodeHTMLStrict } from 'entities';
import { ADDRESS_ATTRIBUTES } from './address-attributes.ts';
import { resolve } from './xml/resolve.ts';

const LONGEST_NAME = 10;
/** Addresses that need no base. */
const ABSOLUTE = /(?:https?:\/\/|mailto:|data:|javascript:|#\B)/iy;

const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);

/**
 * Relative addresses in HTML made absolute; anything else is left as it stands. Goes from `=` to `=`: most feeds have few, and
 * of those most hold what is absolute already, so a body is looked through once and hardly ever copied.
 */
export function absoluteMarkup(html: string, base: string): string {
  const readable = html.includes('&#1')
    ? html.replace(/&#(1[2-5]\d);/g, (reference) => decodeHTMLStrict(reference))
    : html;
  if (base === '') return readable;
  let out = '';
  let copied = 0;
  /** the last `<` before the search, and the first `>` behind it */
  let tag = -1;
  let tagEnd = -1;
  let next = readable.indexOf('<');
  for (let at = readable.indexOf('='); at >= 0; at = readable.indexOf('=', at + 1)) {
    if (at < copied || !isAddress(readable, at)) continue;
    let from = at + 1;
    while (isSpace(readable.charCodeAt(from))) from++;
    const mark = readable.charCodeAt(from);
    const quote = mark === 34 ? '"' : mark === 39 ? "'" : '';
    if (quote !== '') from++;
    ABSOLUTE.lastIndex = from;
    if (ABSOLUTE.test(readable)) continue;
    // Only inside a tag: the last `<` before has no `>` behind it. The search goes on from where it was.
    for (; next >= 0 && next < at; next = readable.indexOf('<', next + 1)) {
      tag = next;
      tagEnd = -1;
    }
    if (tag < 0 || !isLetter(readable.charCodeAt(tag + 1))) continue;
    if (tagEnd < 0) tagEnd = endOf(readable, tag);
    if (tagEnd < at) continue;
    const to = quote === '' ? endOfBare(readable, from) : readable.indexOf(quote, from);
    if (to < 0) break;
    const value = readable.slice(from, to);
    if (value.includes('<')) continue;
    const address = resolve(decodeHTMLStrict(value), base).replaceAll('"', '%22').replaceAll('&', '&amp;');
    out += `${readable.slice(copied, quote === '' ? from : from - 1)}${quote || '"'}${address}${quote || '"'}`;
    copied = quote === '' ? to : to + 1;
  }
  return copied === 0 ? readable : out + readable.slice(copied);
}

/** The word before `=`, behind white space, is the name of an attribute that holds an address. */
function isAddress(html: string, equals: number): boolean {
  let to = equals;
  while (to > 0 && isSpace(html.charCodeAt(to - 1)) && equals - to < LONGEST_NAME) to--;
  let from = to;
  while (from > 0 && to - from <= LONGEST_NAME && isLetter(html.charCodeAt(from - 1))) from--;
  if (to - from < 3 || !isSpace(html.charCodeAt(from - 1))) return false;
  return ADDRESS_ATTRIBUTES.has(html.slice(from, to).toLowerCase());
}

function endOf(html: string, lt: number): number {
  const gt = html.indexOf('>', lt);
  return gt < 0 ? html.length : gt;
}

const isLetter = (c: number): boolean => (c | 32) >= 97 && (c | 32) <= 122;

function endOfBare(html: string, from: number): number {
  let to = from;
  for (; to < html.length; to++) {
    const c = html.charCodeAt(to);
    if (isSpace(c) || c === 62 || c === 60 || c === 34 || c === 39) break;
  }
  return to;
}
