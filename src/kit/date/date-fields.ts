export interface DateNeeds {
  now: Date;
  /** IANA zone of a date that names none */
  timeZone?: string;
  /** minutes east of UTC of a date that names none; wins over `timeZone` */
  offsetMinutes?: number;
  /** BCP 47; zh without a zone means +08:00 */
  language?: string;
}

export interface ReadDate {
  /** ISO 8601 UTC */
  iso: string;
  precision: 'day' | 'minute' | 'second';
  /** the text itself named a zone */
  zoned: boolean;
}

export const CHINA = 8 * 60;
export const KOREA = 9 * 60;
export const DAY_MS = 86_400_000;

/** A point in time as written: local fields and the offset that makes them an instant. */
export interface Fields {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  ms?: number;
  /** minutes east of UTC */
  offset?: number;
}

export const century = (year: number): number => (year < 70 ? 2000 : 1900) + year;

export function valid(fields: Fields): Fields | undefined {
  const { year, month, day } = fields;
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? fields : undefined;
}

export const zoneOf = (needs: DateNeeds): string =>
  needs.timeZone ?? (needs.language === undefined || needs.language.startsWith('zh') ? 'Asia/Shanghai' : 'UTC');

/** Fields to an instant. A day alone is its midnight in UTC, so that the day stays the day. */
export function finish(fields: Fields | undefined, needs: DateNeeds): ReadDate | undefined {
  if (!fields) return undefined;
  const { year, month, day, hour, minute = 0, second, ms = 0, offset } = fields;
  const local = Date.UTC(year, month - 1, day, hour ?? 0, minute, second ?? 0, ms);
  if (hour === undefined) return { iso: new Date(local).toISOString(), precision: 'day', zoned: false };
  const east =
    offset ??
    needs.offsetMinutes ??
    (needs.timeZone === undefined ? (needs.language?.startsWith('zh') ? CHINA : 0) : zoneOffset(local, needs.timeZone));
  return {
    iso: new Date(local - east * 60_000).toISOString(),
    precision: second === undefined ? 'minute' : 'second',
    zoned: offset !== undefined,
  };
}

/** Minutes east of UTC that a zone has at a local time. */
function zoneOffset(local: number, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(local))
    .find((part) => part.type === 'timeZoneName')?.value;
  const m = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '');
  return m?.[1] ? (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3])) : 0;
}
