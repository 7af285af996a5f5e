import { localDay } from '../zone.ts';
import { century, DAY_MS, type DateNeeds, type Fields, valid, zoneOf } from './date-fields.ts';

/** `08-31 12:56` and `星期一 12:56`: the last such day. */
export function yearless(text: string, needs: DateNeeds): Fields | undefined {
  const today = (): string => localDay(needs.now.getTime(), zoneOf(needs));
  const day = /^(\d{1,2})[-/](\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (day) {
    const [month, date] = [Number(day[1]), Number(day[2])];
    const key = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const year = Number(today().slice(0, 4)) - (key > today().slice(5) ? 1 : 0);
    const fields = valid({ year, month, day: date });
    return (
      fields && {
        ...fields,
        hour: Number(day[3]),
        minute: Number(day[4]),
        ...(day[5] ? { second: Number(day[5]) } : {}),
      }
    );
  }
  const week = /^(?:星期|周|礼拜)([一二三四五六日天])\s*(?:(\d{1,2}):(\d{2}))?$/.exec(text);
  if (!week) return undefined;
  const wanted = '日一二三四五六'.indexOf(week[1] === '天' ? '日' : week[1]!);
  const now = new Date(`${today()}T00:00:00Z`);
  const then = new Date(now.getTime() - ((now.getUTCDay() - wanted + 7) % 7) * DAY_MS);
  const fields = { year: then.getUTCFullYear(), month: then.getUTCMonth() + 1, day: then.getUTCDate() };
  return week[2] === undefined ? fields : { ...fields, hour: Number(week[2]), minute: Number(week[3]) };
}

const DIGITS = '零一二三四五六七八九';

export function number(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[〇○]/g, '零').replace(/两/g, '二');
  if (/^[零一二三四五六七八九]+$/.test(plain)) return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''));
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain);
  return tens ? (tens[1] ? DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? DIGITS.indexOf(tens[2]) : 0) : undefined;
}

export function halfDay(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (/夜/.test(half)) return hour >= 6 && hour < 12 ? hour + 12 : hour;
  if (/下午|晚|午后/.test(half) && hour < 12) return hour + 12;
  if (half === '中午' && hour < 11) return hour + 12;
  return /凌晨|早|上午|晨/.test(half) && hour === 12 ? 0 : hour;
}
/** Parts of a day as they stand before a time. */
export const HALVES = '上午|下午|晚上|凌晨|早上|中午|傍晚|清晨|早晨|深夜|晚间|午后|夜间|夜里|晚|早|夜';

const NUM = '[\\d〇○零一二两三四五六七八九十]';
const CHINESE = new RegExp(
  `(?:(${NUM}{2,4})\\s*年\\s*)?(${NUM}{1,3})\\s*月\\s*(?:(${NUM}{1,3})\\s*[日号]?)?(?:\\s*(?:[（(]\\s*(?:星期|周|礼拜)?[一二三四五六日天月火水木金土]\\s*[)）]|(?:星期|周|礼拜)[一二三四五六日天]))?\\s*(${HALVES})?\\s*(?:(\\d{1,2})\\s*[:时點点](?:\\s*(\\d{1,2}))?(?:\\s*[:分](?:\\s*(\\d{1,2})秒?)?)?)?`,
);

/** Years that count from an event: what is added to them. */
const ERAS: Record<string, number> = { 民国: 1911, 民國: 1911, 令和: 2018, 平成: 1988, 昭和: 1925 };
const ERA = /(民国|民國|令和|平成|昭和)\s*(元|\d{1,3})\s*年/;

/** 2020年08月31日 12:56, 8月31日, 二〇二〇年八月三十一日, also Japanese and Korean with 년 월 일. */
export function chinese(text: string, needs: DateNeeds): Fields | undefined {
  const folded = text
    .replace(/년/g, '年')
    .replace(/월/g, '月')
    .replace(/일/g, '日')
    .replace(/오전/g, '上午')
    .replace(/오후/g, '下午')
    .replace(/시/g, '时')
    .replace(/분/g, '分')
    .replace(/초/g, '秒')
    .replace(/午前/g, '上午')
    .replace(/午後/g, '下午')
    .replace(/\b([ap])m\b/gi, (_, half: string) => (/a/i.test(half) ? '上午' : '下午'))
    .replace(ERA, (_, era: string, year: string) => `${ERAS[era]! + (year === '元' ? 1 : Number(year))}年`)
    .replace(/\s*(?:GMT|UTC)\s*\+0?8(?::?00)?\s*/i, ' ');
  const slashed = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})[\s.]*(?:(上午|下午)\s*)(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(
    folded,
  );
  const m = slashed ?? CHINESE.exec(folded);
  if (!m) return undefined;
  const month = number(m[2]!);
  const day = m[3] === undefined ? 1 : number(m[3]);
  if (month === undefined || day === undefined) return undefined;
  let year = m[1] === undefined ? undefined : number(m[1]);
  if (m[1] === undefined) {
    if (m[3] === undefined) return undefined;
    const today = localDay(needs.now.getTime(), zoneOf(needs));
    year = Number(today.slice(0, 4));
    // A day without a year is the last such day, not a coming one.
    if (`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` > today.slice(5)) year--;
  }
  if (year === undefined) return undefined;
  const date = valid({ year: year < 100 ? century(year) : year, month, day });
  if (!date) return undefined;
  if (m[5] === undefined) return date;
  const hour = halfDay(Number(m[5]), m[4]);
  const minute = Number(m[6] ?? 0);
  if (hour > 24 || minute > 59) return undefined;
  return { ...date, hour, minute, ...(m[7] ? { second: Number(m[7]) } : {}) };
}
