import { localTime } from '../kit/zone.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Years 1000 to 9999: what four digits say. */
const EARLIEST = Date.UTC(1000, 0, 2);
const LATEST = Date.UTC(9999, 11, 30);

/** A full run of 10,000 articles sets each time in seven lists. */
const MOST_KNOWN = 12_000;

export interface LocalTime {
  /** yyyy-mm-dd */
  day: string;
  /** hh:mm; undefined where only the day is known */
  time: string | undefined;
}

/** Times in the newsroom's zone. The zone's offset is asked once per day of history, the rest is arithmetic. */
export class ZoneClock {
  readonly zone: string;
  readonly #offsets = new Map<number, number>();
  /** the same heads stand in many lists */
  readonly #known = new Map<string, LocalTime | undefined>();

  constructor(zone: string) {
    this.zone = zone;
  }

  /** `time` as in Article: an instant, or a day alone. Undefined for what is no time. */
  local(time: string): LocalTime | undefined {
    const known = this.#known.get(time);
    if (known) return known;
    const found = this.#read(time);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(time, found);
    return found;
  }

  #read(time: string): LocalTime | undefined {
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
    if (!(ms > EARLIEST && ms < LATEST)) return undefined;
    const shifted = new Date(ms + this.#offset(ms));
    return shifted.toISOString();
  }

  /** A day that begins and ends with one offset has it throughout; only days on which clocks change are asked by the hour. */
  #offset(ms: number): number {
    const day = Math.floor(ms / DAY_MS) * DAY_MS;
    const begins = this.#offsetAt(day);
    return begins === this.#offsetAt(day + DAY_MS) ? begins : this.#offsetAt(Math.floor(ms / HOUR_MS) * HOUR_MS);
  }

  #offsetAt(ms: number): number {
    let offset = this.#offsets.get(ms);
    if (offset === undefined) {
      const local = Date.parse(`${localTime(ms, this.zone).replace(' ', 'T')}Z`);
      offset = Number.isNaN(local) ? 0 : local - ms;
      if (this.#offsets.size > 50_000) this.#offsets.clear();
      this.#offsets.set(ms, offset);
    }
    return offset;
  }
}
