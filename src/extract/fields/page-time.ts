import { readDate } from '../../kit/dates.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { plainTime } from './written-time.ts';

export interface PageTime extends Found {
  /** value holds a time of day */
  timed: boolean;
  /** the instant, ms since 1970 */
  at: number;
}

/** Minutes east of UTC of what is printed there without a zone. */
const CHINA = 480;
const JAPAN_AND_KOREA = 540;
const OFFSET = /([+-])(\d\d):?(\d\d)$/;

/**
 * A date of a page as ISO 8601: with the offset it was written with, that of the country on Chinese, Japanese and Korean pages, else Z; a day alone stays a day.
 * Undefined before 1990 and more than 36 hours ahead of the clock.
 */
export function readPageTime(facts: PageFacts, text: string, from: string): PageTime | undefined {
  const { now } = facts.needs;
  const language = facts.head.lang;
  const home = facts.chinese ? CHINA : /^(?:ja|ko)/i.test(language ?? '') ? JAPAN_AND_KOREA : 0;
  const read = readDate(plainTime(text, language), {
    now,
    offsetMinutes: home,
    ...(language === undefined ? {} : { language }),
  });
  if (!read) return undefined;
  const at = Date.parse(read.iso);
  if (Number.isNaN(at) || at > now.getTime() + 36 * 3600_000 || at < Date.UTC(1990, 0, 1)) return undefined;
  const written = OFFSET.exec(text.trim());
  const offset =
    facts.chinese || !read.zoned
      ? home
      : written
        ? (written[1] === '-' ? -1 : 1) * (Number(written[2]) * 60 + Number(written[3]))
        : 0;
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  if (read.precision === 'day') return { value: local.slice(0, 10), from, timed: false, at };
  return { value: local + zone(offset), from, timed: true, at };
}

function zone(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}
