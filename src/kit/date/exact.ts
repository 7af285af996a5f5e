import { readZone } from './clock.ts';
import { type Fields, valid } from './date-fields.ts';

/** `Mon, 24 Nov 2026 08:30:00 +0800`, also with a named zone (RFC 822 as nearly every feed writes it). */
const RFC =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:([+-])(\d{2}):?(\d{2})|([A-Z]{1,4}))$/;
/** `2026-11-24T08:30:00Z` (RFC 3339). */
const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The two forms that leave nothing to interpret, which are most dates there are; `undefined` for anything else. */
export function exact(text: string): Fields | undefined {
  const rfc = RFC.exec(text);
  if (rfc) {
    const month = MONTHS.indexOf(rfc[2]!);
    if (month < 0 || month % 3 !== 0) return undefined;
    return fieldsOf(Number(rfc[3]), month / 3 + 1, Number(rfc[1]), rfc, 4, 7, undefined);
  }
  const iso = ISO.exec(text);
  return iso ? fieldsOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso, 4, 8, iso[7]) : undefined;
}

function fieldsOf(
  year: number,
  month: number,
  day: number,
  found: RegExpExecArray,
  clock: number,
  zone: number,
  fraction: string | undefined,
): Fields | undefined {
  const [hour, minute, second] = [Number(found[clock]), Number(found[clock + 1]), Number(found[clock + 2])];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const name = zone === 7 ? found[10] : undefined;
  const named = name === undefined ? 0 : readZone(name);
  if (typeof named !== 'number') return undefined;
  const east = name !== undefined ? named : Number(found[zone + 1] ?? 0) * 60 + Number(found[zone + 2] ?? 0);
  if (Math.abs(east) > 14 * 60) return undefined;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  return valid({ year, month, day, hour, minute, second, ms, offset: found[zone] === '-' ? -east : east });
}
