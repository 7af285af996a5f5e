import type { Feed } from '../model/feed.ts';
import type { Fetched, Validators } from '../model/fetched.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';

/** How a poll ended. `fresh`: entries not seen before, or changed. */
export type PollEvent =
  | { kind: 'parsed'; fetched: Fetched; feed: Feed; fresh: number }
  | { kind: 'unchanged'; fetched: Fetched }
  | { kind: 'failed'; problem: Problem; fetched?: Fetched };

/** What polling remembers of a source, kept by the store as JSON. Times in ms since the epoch. */
export interface PollState {
  /** configured address all this belongs to; with another one everything is begun anew */
  address: string;
  polls: number;
  lastPoll: number;
  /** last answer that was a feed, or 304 */
  lastSuccess?: number;
  validators?: Validators;
  /** learned permanent redirect */
  movedTo?: string;
  moving?: { to: string; seen: number };
  rhythm: Rhythm;
  /** what the feed asked for when it was last read */
  asks?: NonNullable<Feed['rhythm']>;
  /** entries in the last document */
  entries?: number;
  /** documents in a row without any entry, or without anything at all */
  empty: number;
  /** failed polls in a row */
  failures: number;
  failingSince?: number;
  problem?: { code: ProblemCode; why?: string; retryAt?: number };
  /** the last document was a web page */
  html?: true;
  /** the address is not there any more: its successor is looked for */
  rediscover?: true;
  /** when it was looked for */
  soughtAt?: number;
  /** page the feed belongs to, as it said itself */
  site?: string;
  /** `host[:port]` of the last good answer; the validators are its own */
  answeredBy?: string;
  muted?: true;
  intervalMs: number;
  why: string;
  hub?: { url: string; topic: string };
}

export interface Rhythm {
  /** usual ms between two entries */
  gapMs?: number;
  /** longest silence that was usual; ms */
  longestMs?: number;
  /** newest entry: its date, or when it was first seen */
  newest?: number;
  /** times at which something new was found, newest last */
  sightings: number[];
}

export const newState = (address: string): PollState => ({
  address,
  polls: 0,
  lastPoll: 0,
  rhythm: { sightings: [] },
  empty: 0,
  failures: 0,
  intervalMs: 0,
  why: 'new',
});

/** What to ask for: the learned address and the validators, as far as they belong to the configured address. */
export function pollTarget(state: PollState | undefined, address: string): { url: string; validators?: Validators } {
  if (state?.address !== address) return { url: address };
  return { url: state.movedTo ?? address, ...(state.validators ? { validators: state.validators } : {}) };
}
