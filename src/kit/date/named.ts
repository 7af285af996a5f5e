import { number } from './chinese.ts';
import { readClock, readZone } from './clock.ts';
import { century, type Fields, valid } from './date-fields.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Names of months in the languages seen, by their beginnings. */
const OTHER_MONTHS: [RegExp, number][] = [
  [/^(janv|ene|gen|jän|januar|ian|ocak|stycz|led[en]|tammik|січ|янв|ιαν)/, 1],
  [/^(fév|fev|febr|şub|lut|úno|helmik|лют|фев|φεβ)/, 2],
  [/^(mär|már|mars|marz|maart|břez|maalisk|берез|мар|μάρ|μαρ)/, 3],
  [/^(avr|abr|ápr|nis|kwie|dub|huhtik|квіт|апр|απρ)/, 4],
  [/^(mai|may|mag|mei|maj|máj|máu|květ|toukok|трав|мая|май|μάι|μαϊ|μαι)/, 5],
  [/^(juin|giu|jun|jún|iun|haz|czerw|červn|červen$|kesäk|черв|июн|ιούν|ιουν|ιον)/, 6],
  [/^(juil|lug|jul|júl|iul|tem|lip|červenc|heinäk|лип|июл|ιούλ|ιουλ|ιολ)/, 7],
  [/^(aoû|aou|ago|agu|ağu|sierp|srp|elok|серп|авг|αύγ|αυγ)/, 8],
  [/^(set|sept|szept|eyl|wrze|zář|syysk|верес|сен|σεπ)/, 9],
  [/^(okt|out|ott|oct|eki|paźdz|říj|lokak|жовт|окт|οκτ)/, 10],
  [/^(marrask|kas|listop|листоп|ноя|νοέ|νοε)/, 11],
  [/^(déc|dez|dic|des|ara|grud|prosin|jouluk|груд|дек|δεκ)/, 12],
];

function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/\.$/, '');
  const han = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月$/.exec(lower);
  if (han) return number(han[1]!);
  // Finnish November begins like March
  const english = lower.startsWith('marrask') ? -1 : MONTHS.indexOf(lower.slice(0, 3));
  if (english >= 0) return english + 1;
  return OTHER_MONTHS.find(([pattern]) => pattern.test(lower))?.[1];
}

/** RFC 822, asctime, and "November 24, 2026 8:30 pm" in any order of day, month and year. */
export function named(text: string): Fields | undefined {
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
  const date = rolledOver({ year: year.length <= 2 ? century(Number(year)) : Number(year), month, day: Number(day) });
  if (!date) return undefined;
  const time = clockText === undefined ? {} : readClock(clockText);
  if (!time) return undefined;
  return { ...date, ...time, ...(offset === undefined ? {} : { offset }) };
}

/** `31 Jun` is the day after the 30th: clocks that count a month one day too long. Anything further off is no date. */
function rolledOver(fields: Fields): Fields | undefined {
  const before = valid({ ...fields, day: fields.day - 1 });
  if (fields.day < 29 || !before) return valid(fields);
  const date = new Date(Date.UTC(fields.year, fields.month - 1, fields.day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2020/8/31 12:56`, `31.08.2020`, `08/31/2020`: year first, else day first unless that cannot be. */
export function numeric(text: string): Fields | undefined {
  const m = /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})\.?(?:[\sT,]+(.*))?$/u.exec(
    text,
  );
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
