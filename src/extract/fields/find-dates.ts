import { CLOCK, JOIN, ZONE } from './written-time.ts';

/** Substrings of visible text that read like a date with a year, perhaps with a time; bounded patterns only. */
const NUMERIC =
  /(?<![\d-])(?:19|20)\d\d\s?[-/.年년]\s?\d{1,2}\s?[-/.月월]\s?\d{1,2}(?!\d)\s?[日일]?(?:\s?[（(]\p{L}{1,3}[)）])?(?:[T\s]{0,4}(?:上午|下午|晚上|凌晨|午前|午後|오전|오후)?\s?\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|\s?[時时시点點]\s?\d{1,2}\s?[分분])(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?/gu;
// V8 takes tens of milliseconds to compile \p{L} under `i`, and to repeat it from more than once on
const TIME = `(?i:${JOIN}${CLOCK}${ZONE})?`;
const DAY_FIRST = new RegExp(`(?<![\\d.])\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d\\d(?!\\d)${TIME}`, 'gu');
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})\\p{L}{1,12}\\.? \\d{1,2}(?i:st|nd|rd|th)?,? (?:19|20)\\d\\d(?!\\d)${TIME}`,
  'gu',
);
const DAY_MONTH = new RegExp(
  `(?<![\\d.])\\d{1,2}(?i:st|nd|rd|th)?\\.?º?[ -](?i:de |of )?\\p{L}{1,12}\\.?,?(?i: de| del)?[ -](?:19|20)\\d\\d(?!\\d)${TIME}`,
  'gu',
);

export function findDates(text: string): string[] {
  const found: { at: number; text: string }[] = [];
  if (!/(?:19|20)\d\d/.test(text)) return [];
  for (const pattern of [NUMERIC, DAY_FIRST, MONTH_FIRST, DAY_MONTH])
    for (const match of text.matchAll(pattern)) found.push({ at: match.index, text: match[0].trim() });
  return found.sort((a, b) => a.at - b.at).map((one) => one.text);
}
