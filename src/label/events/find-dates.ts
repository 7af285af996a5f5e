/** A day or month a text names. Absent parts were not printed. */
export interface DateMention {
  start: number;
  end: number;
  year?: number;
  month?: number;
  day?: number;
  /** 今年 去年 明年 before the month: offset of the year */
  shift?: number;
  /** 某某网3月4日讯, 某某社昆明3月4日电: the day of writing */
  dateline: boolean;
  /** told from the day of writing: 昨日 */
  relative?: boolean;
}

const DATE =
  /(?:((?:19|20)[0-9]{2})年\s?|(今年|去年|前年|明年|当年|本年))?(?:(?:([0-9]{1,2})月(?:份|\s?([0-9]{1,2})[日号])?)|(?<![0-9月.])([0-9]{1,2})日(?![均本元报])(?=[上下中凌晨晚一-鿿，,（]))|((?:19|20)[0-9]{2})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])(?![0-9])/g;

/** Every date in order. Day-only mentions (19日晚) take their month from the date before them later. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(DATE)) {
    const start = match.index;
    const end = start + match[0].length;
    const [, year, shift, month, day, lone, isoYear, isoMonth, isoDay] = match;
    const number = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value));
    const m = number(month ?? isoMonth);
    const d = number(day ?? lone ?? isoDay);
    if ((m !== undefined && (m < 1 || m > 12)) || (d !== undefined && (d < 1 || d > 31))) continue;
    if (m === undefined && lone === undefined) continue;
    if (
      text[start - 1] === '第' ||
      (month !== undefined && day === undefined && /^[期龄薪]/.test(text.slice(end, end + 1)))
    )
      continue;
    const y = number(year ?? isoYear);
    found.push({
      start,
      end,
      ...(y === undefined ? {} : { year: y }),
      ...(m === undefined ? {} : { month: m }),
      ...(d === undefined ? {} : { day: d }),
      ...(shift === undefined
        ? {}
        : { shift: shift === '去年' ? -1 : shift === '前年' ? -2 : shift === '明年' ? 1 : 0 }),
      dateline: /^\s?(?:电|讯|消息|专电|综合)/.test(text.slice(end, end + 3)),
    });
  }
  return found;
}
