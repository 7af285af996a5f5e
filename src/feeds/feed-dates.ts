import { readDate } from '../kit/dates.ts';

/** Dates of one feed: without a zone they are China's in Chinese feeds, UTC elsewhere; what lies ahead is clamped to now. */
export class FeedDates {
  readonly #now: Date;
  readonly #chinese: boolean;
  readonly onFuture: (written: string) => void;

  constructor(now: Date, chinese: boolean, onFuture: (written: string) => void) {
    this.#now = now;
    this.#chinese = chinese;
    this.onFuture = onFuture;
  }

  of(language: string | undefined): { read: (written: string | undefined) => string | undefined } {
    const zh = language === undefined ? this.#chinese : /^zh\b/i.test(language);
    return {
      read: (written) => {
        if (written === undefined) return undefined;
        const date = readDate(written, { now: this.#now, language: zh ? 'zh' : 'en' });
        if (!date) return undefined;
        if (Date.parse(date.iso) > this.#now.getTime() + DAY_MS) {
          this.onFuture(written);
          return this.#now.toISOString();
        }
        return date.iso;
      },
    };
  }
}

const DAY_MS = 86_400_000;

/** The fields that are known: absent instead of undefined. */
export function known<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Record<string, unknown> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}
