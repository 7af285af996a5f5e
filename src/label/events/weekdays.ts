const DAYS = '日一二三四五六';
/** 9月26日（周一）, 9月26日，星期一, 星期二（12月10日） */
const BESIDE =
  /([0-9]{1,2})月([0-9]{1,2})日\s?[（(，,\s]?\s?(?:周|星期|礼拜)([一二三四五六日天])|(?:周|星期|礼拜)([一二三四五六日天])\s?[（(，,]?\s?([0-9]{1,2})月([0-9]{1,2})日/g;
const YEAR = /(?<![0-9])((?:19|20)[0-9]{2})(?:年|[-/.][01]?[0-9][-/.])/g;

/** Whether a year gives every day that is printed with its weekday that weekday; undefined where the text prints none. */
export function weekdayFits(text: string): ((year: number) => boolean) | undefined {
  const printed: { month: number; day: number; weekday: number }[] = [];
  for (const found of text.matchAll(BESIDE)) {
    // 2022年9月26日，星期一: tells its year itself
    if (/年$/.test(text.slice(Math.max(0, found.index - 1), found.index))) continue;
    const name = found[3] ?? found[4] ?? '';
    printed.push({
      month: Number(found[1] ?? found[5]),
      day: Number(found[2] ?? found[6]),
      weekday: name === '天' ? 0 : DAYS.indexOf(name),
    });
  }
  if (printed.length === 0) return undefined;
  return (year) =>
    printed.every(({ month, day, weekday }) => new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday);
}

/** The latest year a text prints, whatever it says of it. */
export function latestYear(text: string): number | undefined {
  let latest: number | undefined;
  for (const found of text.matchAll(YEAR)) latest = Math.max(latest ?? 0, Number(found[1]));
  return latest;
}
