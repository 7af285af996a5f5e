import { cleanNames } from './clean-names.ts';
import { findDates } from './find-dates.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { headerZone } from './zones.ts';

/** Words of buttons and furniture that are written like names. */
export const NO_NAME =
  /\b(?:the|and|of|to|in|for|our|your|us|we|book|free|demo|today|now|get|start|started|learn|more|read|contact|share|sign|up|download|subscribe|related|about|next|previous|back|top|home|all|rights|reserved|photo|source|follow|see|view)\b/i;
const OTHER_LINE =
  /\b(?:news|breaking|live|video|image|foto|bild|credit|opinion|blog|magazine|press|staff|team|league)\b/i;
const WORD = /^\p{Lu}[\p{L}.'’-]+$/u;
const SMALL = /^(?:van|von|der|den|de|del|della|di|da|do|dos|das|la|le|el|bin|ibn|al|ter|ten|zu|af|av|y|e|ap)$/;
/** Lines around that hold the date of the article. */
const AROUND = 2;

/**
 * The last resort: a line under the headline that is a name and nothing else, beside the date. What also stands above the headline is a
 * section, words that the text speaks of in lower case are none.
 */
export function nameLine(facts: PageFacts): Found<string[]> | undefined {
  const { lines, page, headline } = facts;
  if (headline === undefined || facts.chinese) return undefined;
  for (let i = headline + 1; i < Math.min(headerZone(facts).to, headline + 8); i++) {
    const { text, node } = lines[i]!;
    if (text.length > 45 || /^h[1-6]$|^fig/.test(node.tag) || page.nodes[node.parent]?.tag === 'figure') continue;
    if (!isName(text) || NO_NAME.test(text) || OTHER_LINE.test(text) || speaks(facts, text)) continue;
    if (!lines.slice(Math.max(headline, i - AROUND), i + AROUND + 1).some((line) => isDated(line.text))) continue;
    if (lines.slice(0, headline).some((line) => line.text.includes(text))) continue;
    const names = cleanNames(text, false);
    if (names.length === 1) return { value: names, from: 'visible:line' };
  }
  return undefined;
}

function isName(text: string): boolean {
  const words = text.split(' ');
  const last = words[words.length - 1]!;
  return (
    words.length > 1 &&
    words.length < 5 &&
    text !== text.toUpperCase() &&
    WORD.test(words[0]!) &&
    WORD.test(last) &&
    last.length > 2 &&
    words.every((word) => WORD.test(word) || SMALL.test(word))
  );
}

const isDated = (text: string): boolean => text.length < 80 && findDates(text).length > 0;

/** Some word of it stands in the text in lower case: then it is a word, and no name. */
export const speaks = (facts: PageFacts, text: string): boolean => spokenWords(facts, text).said > 0;

/** Every word of it does. */
export function isSaid(facts: PageFacts, text: string): boolean {
  const { said, of } = spokenWords(facts, text);
  return said === of;
}

/** Words of three letters and more, and how many of them the text has in lower case. */
function spokenWords(facts: PageFacts, text: string): { said: number; of: number } {
  const words = text.split(' ').filter((word) => word.length > 2);
  const left = new Set(words.map((word) => word.toLowerCase()));
  const of = left.size;
  const { body, lines } = facts;
  for (let i = body?.from ?? 0; i < (body?.to ?? lines.length) && left.size > 0; i++)
    for (const word of lines[i]!.text.match(/\p{Ll}[\p{L}’']{2,}/gu) ?? []) left.delete(word);
  return { said: of - left.size, of };
}
