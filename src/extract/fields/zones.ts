import type { PageFacts } from './page-facts.ts';

export interface Zone {
  from: number;
  to: number;
}

/** Lines around the headline where bylines stand: from a little above it to the second paragraph of the text. */
export function headerZone(facts: PageFacts): Zone {
  const { lines, headline, body } = facts;
  const anchor = headline ?? body?.from ?? 0;
  const from = Math.max(0, anchor - (headline === undefined ? 12 : 4));
  const limit = Math.min(lines.length, anchor + 22);
  let paragraphs = 0;
  let to = anchor;
  while (to < limit && paragraphs < 2) {
    const line = lines[to]!;
    if (to > anchor && line.text.length > (facts.chinese ? 60 : 140) && line.link < line.text.length / 2) paragraphs++;
    to++;
  }
  return { from, to };
}

/** Last lines of the body and those right behind it. */
export function tailZone(facts: PageFacts, before = 6, after = 15): Zone {
  const end = facts.body?.to ?? facts.lines.length;
  return { from: Math.max(0, facts.headline ?? 0, end - before), to: Math.min(facts.lines.length, end + after) };
}
