const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const LARGE: Record<string, number> = { 万: 1e4, 亿: 1e8, 兆: 1e12 };

/** Han ideograph of the basic block, extension A, or 〇. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;

/** ASCII or full-width digit. */
export const isDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);

/** One UTF-16 unit in, one out, so that offsets stay: full-width letters, digits and signs become ASCII. */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

/**
 * Value of a Chinese numeral: 二百五十 = 250, 一千二 = 1200, 三万五 = 35000, 十二亿 = 1.2e9, 二〇二二 = 2022.
 * Undefined where a character is no numeral, or for more than 24 characters.
 */
export function chineseNumber(text: string): number | undefined {
  if (text === '' || text.length > 24) return undefined;
  let total = 0;
  let section = 0;
  let digit = -1;
  let unit = 0;
  let lastLarge = 0;
  let read = 0;
  let plain = true;
  for (const c of text) {
    const d = DIGITS[c];
    if (d !== undefined) {
      digit = plain && digit >= 0 ? digit * 10 + d : d;
      if (c === '零' && !plain) unit = 0;
      read++;
      continue;
    }
    plain = false;
    const small = SMALL[c];
    if (small !== undefined) {
      section += (digit < 0 ? 1 : digit) * small;
      unit = small;
    } else {
      const large = LARGE[c];
      if (large === undefined) return undefined;
      section += Math.max(digit, 0);
      const head = section === 0 && total === 0 ? 1 : section;
      total = large > lastLarge ? (total + head) * large : total + head * large;
      lastLarge = large;
      section = 0;
      unit = large;
    }
    digit = -1;
    read++;
  }
  if (read === 0) return undefined;
  // 一千二: a last digit right after a unit counts tenths of that unit
  if (digit > 0) section += !plain && unit >= 100 ? digit * (unit / 10) : digit;
  return total + section;
}

/** `1,234.5` and `１２` as a number; undefined where it is none. */
export function arabicNumber(text: string): number | undefined {
  const value = Number(toHalfWidth(text).replaceAll(',', ''));
  return text !== '' && Number.isFinite(value) ? value : undefined;
}

/** Factor of a run of 十 百 千 万 亿 after Arabic digits: 万亿 = 1e12. */
export function multiplier(units: string): number {
  let factor = 1;
  for (const c of units) factor *= SMALL[c] ?? LARGE[c] ?? 1;
  return factor;
}
