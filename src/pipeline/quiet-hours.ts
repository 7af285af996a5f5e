import type { Feed } from '../model/feed.ts';

const HOUR = 3_600_000;

/**
 * The first time from `at` on that lies in no skipped hour (0–23; 24 stands for 0) or day (0 = Sunday), both GMT as RSS 2.0 means them. A feed
 * that skips everything is not taken at its word. Times in ms since the epoch.
 */
export function outsideQuietHours(at: number, asks: Feed['rhythm']): number {
  const hours = new Set((asks?.skipHours ?? []).map((hour) => hour % 24));
  const days = new Set(asks?.skipDays ?? []);
  if (hours.size >= 24 || days.size >= 7 || hours.size + days.size === 0) return at;
  let time = at;
  for (let steps = 0; steps < 24 * 8; steps++) {
    const date = new Date(time);
    if (!hours.has(date.getUTCHours()) && !days.has(date.getUTCDay())) return time;
    time = (Math.floor(time / HOUR) + 1) * HOUR;
  }
  return at;
}
