import { readClock } from './clock.ts';
import { century, DAY_MS, type Fields, valid } from './date-fields.ts';

/** W3C and ISO 8601 in all the forms feeds write: dates alone, ordinals, weeks, compact, two-digit years, loose separators. */
export function isoLike(text: string): Fields | undefined {
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/.exec(text);
  if (compact) {
    const [year, month, day, hour, minute, second] = compact.slice(1).map((part) => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (hour < 24 && minute < 60 && second < 60) return valid({ year, month, day, hour, minute, second });
  }
  const [, date = '', time] =
    /^([\d-]*?\d{2}(?:-?W\d{2}(?:-?\d)?)?|-{1,2}[\d-]+)(?:[T ,]+(\d{1,2}(?::?\d{2})?.*))?$/i.exec(
      text
        .replace(/^(\d{4})-0(\d{2})-(\d{2})(?=T|$)/, '$1-$2-$3')
        .replace(/^(\d{4}-\d{2}-\d{2})\s*T?\s*/, '$1T')
        .replace(/T$/, ''),
    ) ?? [];
  const day = date === '' ? undefined : isoDay(date);
  if (!day) return undefined;
  if (time === undefined) return day;
  const clock = readClock(time);
  return clock && { ...day, ...clock };
}

function isoDay(text: string): Fields | undefined {
  let m = /^(\d{4})(?:-?(\d{2}))?(?:-?(\d{2}))?$/.exec(text);
  if (m && (text.length !== 6 || text.includes('-'))) {
    const [, year, month, day] = m;
    return valid({ year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) });
  }
  m = /^(\d{4})-?(\d{3})$/.exec(text);
  if (m) return ordinal(Number(m[1]), Number(m[2]));
  m = /^(\d{4})-?W(\d{2})(?:-?(\d))?$/i.exec(text);
  if (m) {
    const fourth = new Date(Date.UTC(Number(m[1]), 0, 4));
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
    const date = new Date(monday + ((Number(m[2]) - 1) * 7 + Number(m[3] ?? 1) - 1) * DAY_MS);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  m = /^(\d{2})-(\d{2})-(\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (m) return valid({ year: century(Number(m[1])), month: Number(m[2]), day: Number(m[3]) });
  m = /^(\d{2})-?(\d{3})$/.exec(text);
  if (m) return ordinal(century(Number(m[1])), Number(m[2]));
  m = /^-(\d{2})-?(\d{2})$/.exec(text);
  if (m) return valid({ year: century(Number(m[1])), month: Number(m[2]), day: 1 });
  m = /^-(\d{2})$/.exec(text);
  if (m) return { year: century(Number(m[1])), month: 1, day: 1 };
  return undefined;
}

function ordinal(year: number, day: number): Fields | undefined {
  if (day < 1 || day > 366) return undefined;
  const date = new Date(Date.UTC(year, 0, day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
