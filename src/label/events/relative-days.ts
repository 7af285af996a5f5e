import type { DateMention } from './find-dates.ts';

const RELATIVE =
  /(昨[天日晚夜]|前天|今[天日晚晨早](?!年)|本月([0-9]{1,2})日|上月([0-9]{1,2})日|([上本])周([一二三四五六日天]))(?=[^\n])/g;
const DAY = 86_400_000;
const WEEKDAYS = '一二三四五六日';

/** The day an article was written, as far as it is known. */
export interface Written {
  year?: number;
  month?: number;
  day?: number;
}

/** 昨日, 本月12日, 上周五: days told from the day of writing; none where that day is not known, weekdays only with its year. */
export function relativeDays(text: string, written: Written): DateMention[] {
  const { year, month, day } = written;
  if (month === undefined || day === undefined) return [];
  const base = Date.UTC(year ?? 2001, month - 1, day);
  const found: DateMention[] = [];
  for (const match of text.matchAll(RELATIVE)) {
    const [, word = '', thisMonth, lastMonth, week, weekday] = match;
    let at: number | undefined;
    if (thisMonth !== undefined) at = Date.UTC(year ?? 2001, month - 1, Number(thisMonth));
    else if (lastMonth !== undefined) at = Date.UTC(year ?? 2001, month - 2, Number(lastMonth));
    else if (week !== undefined && weekday !== undefined) {
      if (year === undefined) continue;
      const monday = base - ((new Date(base).getUTCDay() + 6) % 7) * DAY;
      at = monday + WEEKDAYS.indexOf(weekday === '天' ? '日' : weekday) * DAY - (week === '上' ? 7 * DAY : 0);
    } else at = base - (word.startsWith('昨') ? 1 : word === '前天' ? 2 : 0) * DAY;
    const date = new Date(at);
    found.push({
      start: match.index,
      end: match.index + word.length,
      ...(year === undefined ? {} : { year: date.getUTCFullYear() }),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      dateline: false,
      relative: true,
    });
  }
  return found;
}
