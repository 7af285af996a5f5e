/** Substrings of visible text that read like a date with a year, perhaps with a time; bounded patterns only. */
const NUMERIC =
  /(?<![\d-])(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d)\s?日?(?:[T\s]{0,4}(?:上午|下午|晚上|凌晨)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?/gu;
const DAY_FIRST =
  /(?<![\d.])\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d)(?:[,\s|–-]{1,4}(?:[Uu]m |[Àà] |[Aa]t |[Aa]lle |[Oo]re |[Kk]l\.? ?)?\d{1,2}[:.Hh]\d{2}(?::\d{2})?)?/gu;
const MONTH_FIRST =
  /(?<!\p{L})\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)(?:,? (?:at )?\d{1,2}:\d{2}(?::\d{2})? ?(?:[AaPp]\.?[Mm]\.?)?(?: ?[A-Z]{2,4})?)?/gu;
const DAY_MONTH =
  /(?<![\d.])\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?\.?º?[ -](?:[Dd]e |[Oo]f )?\p{L}{3,12}\.?,?(?: de| del| DE| DEL)?[ -](?:19|20)\d\d(?!\d)(?:,? ?(?:[Uu]m |[Àà] |[Aa]t |[Aa]lle |[Oo]re |[Kk]l\.? ?|[–|-] ?)?\d{1,2}[:.Hh]\d{2}(?::\d{2})? ?(?:[AaPp]\.?[Mm]\.?)?)?/gu;

export function findDates(text: string): string[] {
  const found: { at: number; text: string }[] = [];
  if (!/(?:19|20)\d\d/.test(text)) return [];
  for (const pattern of [NUMERIC, DAY_FIRST, MONTH_FIRST, DAY_MONTH])
    for (const match of text.matchAll(pattern)) found.push({ at: match.index, text: match[0].trim() });
  return found.sort((a, b) => a.at - b.at).map((one) => one.text);
}
