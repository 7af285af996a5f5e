import { localDay } from '../zone.ts';
import { HALVES, halfDay, number } from './chinese.ts';
import { CHINA, DAY_MS, type DateNeeds, finish, type ReadDate, zoneOf } from './date-fields.ts';

/** Seconds, or milliseconds when too large for that. */
export function epoch(text: string): ReadDate | undefined {
  if (!/^\d{9,10}(\.\d+)?$|^\d{12,13}$/.test(text)) return undefined;
  const value = Number(text);
  const ms = text.replace(/\..*/, '').length >= 12 ? value : value * 1000;
  return ms < Date.UTC(1985, 0) ? undefined : { iso: new Date(ms).toISOString(), precision: 'second', zoned: true };
}

const UNITS: Record<string, number> = {
  秒: 1000,
  分: 60_000,
  时: 3_600_000,
  天: DAY_MS,
  周: 7 * DAY_MS,
  星: 7 * DAY_MS,
};

const DAY = new RegExp(
  `^(今天|今日|昨天|昨日|前天|前日|大前天|today|yesterday)[,，]?\\s*(?:at )?(${HALVES}|晨)?\\s*(?:(\\d{1,2})[:时点](\\d{2})?分?(?::(\\d{2}))?)?$`,
  'i',
);

/** 刚刚, 3小时前, 半小时前, 昨天 08:30, 今天, and their English kin. */
export function relative(text: string, needs: DateNeeds): ReadDate | undefined {
  const at = (ms: number, precision: ReadDate['precision'] = 'minute'): ReadDate => ({
    iso: new Date(ms).toISOString(),
    precision,
    zoned: true,
  });
  const now = needs.now.getTime();
  if (/^(刚刚|刚才|just now|现在)$/i.test(text)) return at(now);
  const ago =
    /^约?\s*(\d+|[一二两三四五六七八九十]+|半)\s*个?(秒|分|时|小时|天|周|星期|月|年)(?:钟)?(?:以)?(?:之)?前/.exec(text);
  if (ago) {
    const count = ago[1] === '半' ? 0.5 : (number(ago[1]!) ?? 0);
    const unit = ago[2] === '小时' ? '时' : ago[2]!;
    if (unit === '月' || unit === '年') {
      const date = new Date(now);
      date.setUTCMonth(date.getUTCMonth() - (unit === '年' ? 12 : 1) * Math.round(count));
      return at(date.getTime(), 'day');
    }
    const ms = UNITS[unit[0]!];
    return ms === undefined ? undefined : at(now - count * ms, ms >= DAY_MS ? 'day' : 'minute');
  }
  const both = /^(\d+)\s*小时\s*(\d+)\s*分钟?(?:以|之)?前/.exec(text);
  if (both) return at(now - Number(both[1]) * 3_600_000 - Number(both[2]) * 60_000);
  const english = /^(?:about )?(\d+|an?) (second|sec|minute|min|hour|day|week)s? ago$/i.exec(text);
  if (english) {
    const ms = { s: 1000, m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS }[english[2]![0]!.toLowerCase()]!;
    return at(now - (/^a/i.test(english[1]!) ? 1 : Number(english[1])) * ms, ms >= DAY_MS ? 'day' : 'minute');
  }
  const day = DAY.exec(text.replace(/^([今昨前])([晨早晚夜])/, '$1天$2'));
  if (!day) return undefined;
  const back = { 今: 0, t: 0, 昨: 1, y: 1, 前: 2, 大: 3 }[day[1]![0]!.toLowerCase()] ?? 0;
  const [year, month, date] = localDay(now - back * DAY_MS, zoneOf(needs))
    .split('-')
    .map(Number) as [number, number, number];
  const hour = day[3] === undefined ? undefined : halfDay(Number(day[3]), day[2]);
  return finish(
    {
      year,
      month,
      day: date,
      ...(hour === undefined ? {} : { hour, minute: Number(day[4] ?? 0) }),
      ...(day[5] ? { second: Number(day[5]) } : {}),
    },
    needs.offsetMinutes === undefined && needs.timeZone === undefined ? { ...needs, offsetMinutes: CHINA } : needs,
  );
}
