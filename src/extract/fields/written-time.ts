/** Patterns for /iu of how pages write the time behind a date: `, 10:30`, ` um 10.30 Uhr`, ` às 10h30`, ` - 10:30 CET`. */
export const JOIN =
  '(?:\\s?г\\.|\\s?года?)?(?:\\s?[,|·–—-]\\s?|\\s)(?:(?:um|às|à|at|alle(?: ore)?|ore|a las|om|kl\\.?|klo|o godz\\.|godz\\.|saat|в|о) ?)?';
export const CLOCK = '\\d{1,2}(?:[:.]\\d{2}(?::\\d{2})?|\\s?h\\s?\\d{2})(?!\\d)';
export const ZONE =
  '(?:\\s?[ap]\\.?m\\b\\.?)?(?:\\s?uhr)?(?:\\s?\\(?(?:(?:GMT|UTC)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|BST|WES?T|CES?T|MES?Z|EES?T|MSK|IST|SGT|HKT|JST|KST|A[CEW][SD]T|NZ[SD]T|AK[SD]T|[ACEMP][SD]?T|HST|BRT|ART|[+-]\\d\\d:?\\d\\d)(?!(?-i:[\\p{L}\\d]))\\)?)?';

const BEHIND_YEAR = new RegExp(`((?:19|20)\\d\\d)${JOIN}(\\d{1,2})(?::|\\.|\\s?h\\s?)(\\d{2})(?!\\d)(:\\d{2})?`, 'i');
/** Languages and regions that write the month first: 01/02/2026 is January there. */
const MONTH_FIRST = /^en(?:-(?:us|ph|ca))?$/i;

/** A date as it is written on pages in the form kit/dates reads; what it reads by itself is left alone. */
export function plainTime(text: string, language: string | undefined): string {
  const plain = text
    // Drupal's default: Thu, 09/25/2025 - 11:38
    .replace(/^\w{3}, (\d\d)\/(\d\d)\/(\d{4}) - (\d\d:\d\d)$/, '$3-$1-$2 $4')
    .replace(
      BEHIND_YEAR,
      (_, year: string, hour: string, minute: string, second = '') => `${year} ${hour}:${minute}${second}`,
    )
    .replace(/(\d)\s?uhr\b/i, '$1');
  return language === undefined || MONTH_FIRST.test(language)
    ? plain
    : plain.replace(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/, '$1.$2.$3');
}
