import { localDay } from './zone.ts';

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

const CHINA = 8 * 60;
const KOREA = 9 * 60;
const DAY_MS = 86_400_000;

/** A point in time as written: local fields and the offset that makes them an instant. */
interface Fields {
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

/** Reads whatever feeds and pages write as a date. `undefined` when it is none; never "now" for what cannot be read. */
export function readDate(text: string, needs: DateNeeds): ReadDate | undefined {
  const plain = clean(text);
  if (plain === '' || plain.length > 120) return undefined;
  return (
    epoch(plain) ??
    relative(plain, needs) ??
    finish(isoLike(plain), needs) ??
    (/\d\s+[\d一二三四五六七八九十]{1,2}月\s+\d{4}/.test(plain) ? finish(named(plain), needs) : undefined) ??
    finish(
      chinese(plain, needs),
      /[가-힣]/.test(plain) ? { ...needs, offsetMinutes: KOREA } : { language: 'zh', ...needs },
    ) ??
    finish(yearless(plain, needs), { language: 'zh', ...needs }) ??
    finish(named(plain), needs) ??
    finish(numeric(plain), needs)
  );
}

/** What pages print before and behind their times. */
const BEFORE =
  /^(?:[\p{Script=Han}]{0,6}(?:时间|日期|发表于|发布于|更新于|發布時間|更新|发布)\s*[:：]?|(?:published|updated|posted)(?: on| at)?\s*:?)\s*/iu;
const BEHIND = /\s+(?:来源|來源|作者|编辑|阅读|浏览|source)\s*[:：].*$|\s*(?:发布|更新)$/i;

const FULL = /[０-９：－／．]/g;

function clean(text: string): string {
  return text
    .replace(FULL, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(BEFORE, '')
    .replace(BEHIND, '')
    .trim();
}

/** Seconds, or milliseconds when too large for that. */
function epoch(text: string): ReadDate | undefined {
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

/** 刚刚, 3小时前, 半小时前, 昨天 08:30, 今天, and their English kin. */
function relative(text: string, needs: DateNeeds): ReadDate | undefined {
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
  const english = /^(?:about )?(\d+|an?) (second|sec|minute|min|hour|day|week)s? ago$/i.exec(text);
  if (english) {
    const ms = { s: 1000, m: 60_000, h: 3_600_000, d: DAY_MS, w: 7 * DAY_MS }[english[2]![0]!.toLowerCase()]!;
    return at(now - (/^a/i.test(english[1]!) ? 1 : Number(english[1])) * ms, ms >= DAY_MS ? 'day' : 'minute');
  }
  const day =
    /^(今天|今日|昨天|昨日|前天|前日|大前天|today|yesterday)[,，]?\s*(?:at )?(上午|下午|晚上|凌晨|早上|中午|傍晚)?\s*(?:(\d{1,2})[:时点](\d{2})?分?(?::(\d{2}))?)?$/i.exec(
      text,
    );
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

/** W3C and ISO 8601 in all the forms feeds write: dates alone, ordinals, weeks, compact, two-digit years, loose separators. */
function isoLike(text: string): Fields | undefined {
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
  return undefined;
}

function ordinal(year: number, day: number): Fields | undefined {
  if (day < 1 || day > 366) return undefined;
  const date = new Date(Date.UTC(year, 0, day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `hh:mm[:ss[.fff]]`, `hhmm`, with am/pm and a zone behind. */
function readClock(text: string): Pick<Fields, 'hour' | 'minute' | 'second' | 'ms' | 'offset'> | undefined {
  const m = /^(\d{1,2})(?::?(\d{2})(?:[:.]?(\d{2}))?(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(.*)$/i.exec(text.trim());
  if (!m) return undefined;
  let hour = Number(m[1]);
  if (m[5] && /^p/i.test(m[5]) && hour < 12) hour += 12;
  if (m[5] && /^a/i.test(m[5]) && hour === 12) hour = 0;
  const minute = Number(m[2] ?? 0);
  const second = m[3] === undefined ? undefined : Number(m[3]);
  if (hour > 24 || minute > 59 || (second ?? 0) > 60) return undefined;
  const offset = readZone(m[6] ?? '');
  if (offset === 'unreadable') return undefined;
  return {
    hour,
    minute,
    ...(second === undefined ? {} : { second: Math.min(59, second) }),
    ...(m[4] === undefined ? {} : { ms: Math.floor(Number(`0.${m[4]}`) * 1000) }),
    ...(offset === undefined ? {} : { offset }),
  };
}

/** Minutes east of UTC of the zones seen in feeds. CST is America's unless the text is Chinese. */
const ZONES: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  msd: 240,
  ist: 330,
  sgt: 480,
  hkt: 480,
  awst: 480,
  bjt: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  nst: -210,
  ndt: -150,
  ast: -240,
  adt: -180,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
  hast: -600,
  hadt: -540,
  brt: -180,
  art: -180,
};
const MILITARY = 'yxwvutsrqponzabcdefghiklm';

function readZone(text: string): number | undefined | 'unreadable' {
  const inside = /\((?:gmt|utc)?\s*([+-]\d{1,2}(?::?\d{2})?)\)$/i.exec(text.trim());
  if (inside) return readZone(inside[1]!);
  const plain = text.replace(/\([^)]*\)/g, ' ').trim();
  if (plain === '') return undefined;
  const offset = /^(?:etc\/)?(?:gmt|utc?|z)?\s*([+-])\s*(\d{1,2}):?(\d{2})?(?:\s*[a-z ]*)?$/i.exec(plain);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 15 * 60 ? 0 : (offset[1] === '-' ? -1 : 1) * minutes;
  }
  const bare = /^(\d{2})(\d{2})$/.exec(plain);
  if (bare) return Number(bare[1]) * 60 + Number(bare[2]);
  const name = plain.toLowerCase().replace(/[.\s]/g, '');
  if (name in ZONES) return ZONES[name];
  if (name.length === 1 && MILITARY.includes(name)) return (MILITARY.indexOf(name) - 12) * 60;
  return /^[a-z]{2,5}$/.test(name) ? 0 : 'unreadable';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Names of months in the languages seen, by their beginnings. */
const OTHER_MONTHS: [RegExp, number][] = [
  [/^(janv|ene|gen|jän|januar|янв|ιαν)/, 1],
  [/^(fév|fev|febr|фев|φεβ)/, 2],
  [/^(mär|mars|marz|maart|мар|μάρ|μαρ)/, 3],
  [/^(avr|abr|апр|απρ)/, 4],
  [/^(mai|may|mag|mei|maj|мая|май|μάι|μαϊ|μαι)/, 5],
  [/^(juin|giu|jun|июн|ιούν|ιουν)/, 6],
  [/^(juil|lug|jul|июл|ιούλ|ιουλ)/, 7],
  [/^(aoû|aou|ago|авг|αύγ|αυγ)/, 8],
  [/^(set|sept|сен|σεπ)/, 9],
  [/^(okt|out|ott|oct|окт|οκτ)/, 10],
  [/^(ноя|νοέ|νοε)/, 11],
  [/^(déc|dez|dic|des|дек|δεκ)/, 12],
];

function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/\.$/, '');
  const han = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月$/.exec(lower);
  if (han) return number(han[1]!);
  const english = MONTHS.indexOf(lower.slice(0, 3));
  if (english >= 0) return english + 1;
  return OTHER_MONTHS.find(([pattern]) => pattern.test(lower))?.[1];
}

/** RFC 822, asctime, and "November 24, 2026 8:30 pm" in any order of day, month and year. */
function named(text: string): Fields | undefined {
  let rest = text.replace(/^[\p{L}.]{2,}\.?,?\s+(?=.*[\p{L}])/u, (day) =>
    monthOf(day.replace(/[.,\s]/g, '')) && !/^(mon|mar)\b/i.test(day)
      ? day
      : /^(mon|tue|wed|thu|fri|sat|sun)/i.test(day) || /,\s*$/.test(day) || !monthOf(day.replace(/[.,\s]/g, ''))
        ? ''
        : day,
  );
  let clockText: string | undefined;
  let offset: number | undefined;
  const clock = /(?:^|[\s,T])(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\b\.?)?)\s*(.*)$/i.exec(rest);
  if (clock) {
    clockText = clock[1]!;
    rest = rest.slice(0, clock.index);
    const behind = clock[2]!.trim();
    const year = /(?:^|\s)(\d{4})$/.exec(behind);
    if (year && !/^[+-]?\d{4}$/.test(behind)) {
      rest = `${rest} ${year[1]}`;
      const zone = readZone(behind.slice(0, year.index));
      if (typeof zone === 'number') offset = zone;
    } else if (/^\d{4}$/.test(behind) && !/\d{4}/.test(rest)) {
      rest = `${rest} ${behind}`;
    } else if (behind !== '') {
      const zone = readZone(behind);
      offset = typeof zone === 'number' ? zone : 0;
    }
  }
  const words = rest
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .split(/[\s,./-]+/)
    .filter((word) => word !== '' && !/^(de|of|at|den|den\.|г|года?)$/i.test(word));
  let month: number | undefined;
  const numbers: string[] = [];
  for (const word of words) {
    if (/^\d+$/.test(word)) numbers.push(word);
    else month ??= monthOf(word);
  }
  if (month === undefined || numbers.length < 2) return undefined;
  const yearAt = numbers.findIndex((n) => n.length === 4 || Number(n) > 31);
  const [year, day] = yearAt === 0 ? [numbers[0]!, numbers[1]!] : [numbers[1]!, numbers[0]!];
  const date = valid({ year: year.length <= 2 ? century(Number(year)) : Number(year), month, day: Number(day) });
  if (!date) return undefined;
  const time = clockText === undefined ? {} : readClock(clockText);
  if (!time) return undefined;
  return { ...date, ...time, ...(offset === undefined ? {} : { offset }) };
}

/** `2020/8/31 12:56`, `31.08.2020`, `08/31/2020`: year first, else day first unless that cannot be. */
function numeric(text: string): Fields | undefined {
  const m = /^(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})\.?(?:[\sT,]+(.*))?$/.exec(text);
  if (!m) return undefined;
  const [a, b, c] = [Number(m[1]), Number(m[2]), Number(m[3])];
  const date =
    m[1]!.length === 4
      ? valid({ year: a, month: b, day: c })
      : m[3]!.length === 4
        ? ((b > 12 || (text.includes('/') && a <= 12) ? valid({ year: c, month: a, day: b }) : undefined) ??
          valid({ year: c, month: b, day: a }))
        : valid({ year: century(a), month: b, day: c });
  if (!date) return undefined;
  if (!m[4]) return date;
  const clock = readClock(m[4]);
  return clock && { ...date, ...clock };
}

/** `08-31 12:56` and `星期一 12:56`: the last such day. */
function yearless(text: string, needs: DateNeeds): Fields | undefined {
  const today = localDay(needs.now.getTime(), zoneOf(needs));
  const day = /^(\d{1,2})[-/](\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (day) {
    const [month, date] = [Number(day[1]), Number(day[2])];
    const key = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const year = Number(today.slice(0, 4)) - (key > today.slice(5) ? 1 : 0);
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
  const now = new Date(`${today}T00:00:00Z`);
  const then = new Date(now.getTime() - ((now.getUTCDay() - wanted + 7) % 7) * DAY_MS);
  const fields = { year: then.getUTCFullYear(), month: then.getUTCMonth() + 1, day: then.getUTCDate() };
  return week[2] === undefined ? fields : { ...fields, hour: Number(week[2]), minute: Number(week[3]) };
}

const DIGITS = '零一二三四五六七八九';

function number(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[〇○]/g, '零').replace(/两/g, '二');
  if (/^[零一二三四五六七八九]+$/.test(plain)) return Number([...plain].map((c) => DIGITS.indexOf(c)).join(''));
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain);
  return tens ? (tens[1] ? DIGITS.indexOf(tens[1]) : 1) * 10 + (tens[2] ? DIGITS.indexOf(tens[2]) : 0) : undefined;
}

function halfDay(hour: number, half: string | undefined): number {
  if (half && /下午|晚上|傍晚/.test(half) && hour < 12) return hour + 12;
  if (half === '中午' && hour < 11) return hour + 12;
  return half && /凌晨|早上|上午/.test(half) && hour === 12 ? 0 : hour;
}

const NUM = '[\\d〇○零一二两三四五六七八九十]';
const CHINESE = new RegExp(
  `(?:(${NUM}{2,4})\\s*年\\s*)?(${NUM}{1,3})\\s*月\\s*(?:(${NUM}{1,3})\\s*[日号]?)?(?:\\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?\\s*(上午|下午|晚上|凌晨|早上|中午|傍晚)?\\s*(?:(\\d{1,2})\\s*[:时點点](?:\\s*(\\d{1,2}))?(?:\\s*[:分](?:\\s*(\\d{1,2})秒?)?)?)?`,
);

/** 2020年08月31日 12:56, 8月31日, 二〇二〇年八月三十一日, also Japanese and Korean with 년 월 일. */
function chinese(text: string, needs: DateNeeds): Fields | undefined {
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
    .replace(/午後/g, '下午');
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

const century = (year: number): number => (year < 70 ? 2000 : 1900) + year;

function valid(fields: Fields): Fields | undefined {
  const { year, month, day } = fields;
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? fields : undefined;
}

const zoneOf = (needs: DateNeeds): string =>
  needs.timeZone ?? (needs.language === undefined || needs.language.startsWith('zh') ? 'Asia/Shanghai' : 'UTC');

/** Fields to an instant. A day alone is its midnight in UTC, so that the day stays the day. */
function finish(fields: Fields | undefined, needs: DateNeeds): ReadDate | undefined {
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
