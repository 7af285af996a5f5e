import { localTime } from '../kit/zone.ts';

const HOUR_MS = 3_600_000;

export interface LocalTime {
  /** yyyy-mm-dd */
  day: string;
  /** hh:mm; undefined where only the day is known */
  time: string | undefined;
}

/** Times in the newsroom's zone. The zone's offset is asked once per hour of history, the rest is arithmetic. */
export class ZoneClock {
  readonly zone: string;
  readonly #offsets = new Map<number, number>();

  constructor(zone: string) {
    this.zone = zone;
  }

  /** `time` as in Article: an instant, or a day alone. Undefined for what is no time. */
  local(time: string): LocalTime | undefined {
    if (/^\d{4}-\d\d-\d\d$/.test(time)) return { day: time, time: undefined };
    const iso = this.#shifted(time);
    return iso === undefined ? undefined : { day: iso.slice(0, 10), time: iso.slice(11, 16) };
  }

  /** `2026-08-31T09:30:00+08:00` */
  withOffset(time: string): string | undefined {
    if (/^\d{4}-\d\d-\d\d$/.test(time)) return time;
    const ms = Date.parse(time);
    const iso = this.#shifted(time);
    if (iso === undefined) return undefined;
    const minutes = Math.round(this.#offset(ms) / 60_000);
    const sign = minutes < 0 ? '-' : '+';
    const pad = (n: number): string => String(n).padStart(2, '0');
    return `${iso.slice(0, 19)}${sign}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
  }

  #shifted(time: string): string | undefined {
    const ms = Date.parse(time);
    if (Number.isNaN(ms)) return undefined;
    const shifted = new Date(ms + this.#offset(ms));
    return shifted.getUTCFullYear() > 9999 || shifted.getUTCFullYear() < 0 ? undefined : shifted.toISOString();
  }

  #offset(ms: number): number {
    const hour = Math.floor(ms / HOUR_MS);
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      offset = Date.parse(`${localTime(hour * HOUR_MS, this.zone).replace(' ', 'T')}Z`) - hour * HOUR_MS;
      if (Number.isNaN(offset)) offset = 0;
      if (this.#offsets.size > 50_000) this.#offsets.clear();
      this.#offsets.set(hour, offset);
    }
    return offset;
  }
}
