import type { Entry } from '../model/feed.ts';
import type { Rhythm } from './poll-state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Entries and sightings that make a rhythm; more remember a time that is over. */
const LOOKED_AT = 24;
/** A gap that is guessed before anything is known. */
const UNKNOWN_GAP = 2 * HOUR;
/** Polls per usual gap: half of a gap is the mean age at which news is found. */
const POLLS_PER_GAP = 2;
/** A silence is polled this many times in its length: after a day every 2 hours, so the dead cost little and the late are found. */
const POLLS_PER_SILENCE = 12;

/** The rhythm after a document: from the dates of its entries, or, where it has none, from when news was found. */
export function learnRhythm(
  rhythm: Rhythm,
  entries: readonly Entry[],
  fresh: number,
  now: number,
  first: boolean,
): Rhythm {
  const dates = entries
    .map((entry) => Date.parse(entry.published ?? entry.updated ?? ''))
    .filter((at) => at > 0 && at <= now)
    .sort((a, b) => b - a)
    .slice(0, LOOKED_AT);
  const sightings = fresh > 0 && !first ? [...rhythm.sightings, now].slice(-LOOKED_AT) : rhythm.sightings;
  const known = gaps(dates) ?? gaps([...sightings].reverse());
  const newest = Math.max(dates[0] ?? 0, fresh > 0 && (!first || dates.length === 0) ? (dates[0] ?? now) : 0);
  // Nothing in the document was known before: it turns over faster than it is asked for.
  const overrun = !first && entries.length > 0 && fresh >= entries.length;
  const gapMs = known ? (overrun ? known.gapMs / 2 : known.gapMs) : rhythm.gapMs;
  const longestMs = known ? Math.max(known.longestMs, (rhythm.longestMs ?? 0) * 0.9) : rhythm.longestMs;
  const latest = Math.max(newest, rhythm.newest ?? 0);
  return {
    sightings,
    ...(gapMs === undefined ? {} : { gapMs }),
    ...(longestMs === undefined ? {} : { longestMs }),
    ...(latest === 0 ? {} : { newest: latest }),
  };
}

/** Mean gap without the longest tenth, which are nights and holidays; and the longest. `times` newest first. */
function gaps(times: readonly number[]): { gapMs: number; longestMs: number } | undefined {
  if (times.length < 3) return undefined;
  const all = times
    .slice(1)
    .map((at, i) => times[i]! - at)
    .sort((a, b) => a - b);
  const usual = all.slice(0, Math.max(1, Math.ceil(all.length * 0.9)));
  return { gapMs: usual.reduce((sum, gap) => sum + gap, 0) / usual.length, longestMs: all.at(-1)! };
}

/** ms between polls that the source's own rhythm asks for, before any limit. */
export function rhythmInterval(rhythm: Rhythm, now: number): number {
  const gap = rhythm.gapMs ?? UNKNOWN_GAP;
  const silence = rhythm.newest === undefined ? 0 : Math.max(0, now - rhythm.newest);
  return Math.min(DAY, Math.max(gap / POLLS_PER_GAP, silence / POLLS_PER_SILENCE));
}
