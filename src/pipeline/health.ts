import { safeAddress } from '../kit/safe-address.ts';
import { PROBLEMS, type ProblemCode } from '../model/problem.ts';
import type { PollState } from './poll-state.ts';

export type HealthState =
  | 'new'
  | 'ok'
  | 'quiet'
  | 'empty'
  | 'layout-changed'
  | 'not-a-feed'
  | 'blocked'
  | 'missing'
  | 'gone'
  | 'failing';

/** The state of a source for a person. */
export interface Health {
  state: HealthState;
  /** one sentence */
  says: string;
  /** what to do; absent when nothing needs doing */
  remedy?: string;
  /** ISO UTC */
  lastSuccess?: string;
  /** usual rhythm in words: `about 12 a day` */
  cadence?: string;
  /** ISO UTC, since when it fails */
  since?: string;
  problem?: ProblemCode;
  /** address learned from permanent redirects */
  movedTo?: string;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Passing trouble is told after this many failures in a row; what will not heal by itself at once. */
const PASSING = 3;
/** Empty documents in a row that are no accident. */
const EMPTY = 2;
/** A silence worth telling: this many usual gaps, this much of the longest one, and at least two days. */
const QUIET = { gaps: 8, longest: 1.5, least: 2 * DAY };

const LASTING: Partial<Record<ProblemCode, HealthState>> = {
  HTTP_GONE: 'gone',
  HTTP_NOT_FOUND: 'missing',
  HTTP_UNAUTHORIZED: 'blocked',
  HTTP_FORBIDDEN: 'blocked',
  FETCH_CHALLENGE: 'blocked',
  FETCH_ROBOTS: 'blocked',
  FEED_NOT_A_FEED: 'not-a-feed',
  LISTING_CHANGED: 'layout-changed',
  LISTING_SELECTOR: 'failing',
  FETCH_ADDRESS: 'failing',
  FETCH_REFUSED_ADDRESS: 'failing',
  FETCH_TOO_LARGE: 'failing',
  FETCH_TLS: 'failing',
  FETCH_REDIRECT_LOOP: 'failing',
};

/** `now` in ms. Pure: the same state and time always say the same. */
export function healthOf(state: PollState | undefined, now: number): Health {
  if (!state || state.polls === 0) return { state: 'new', says: 'not polled yet' };
  const facts = {
    ...(state.lastSuccess === undefined ? {} : { lastSuccess: new Date(state.lastSuccess).toISOString() }),
    ...(state.rhythm.gapMs === undefined ? {} : { cadence: cadence(state.rhythm.gapMs) }),
    ...(state.movedTo === undefined ? {} : { movedTo: safeAddress(state.movedTo) }),
  };
  const empty = state.empty >= EMPTY || (state.empty > 0 && state.rhythm.newest === undefined);
  if (state.problem && state.failures > 0 && !(empty && state.problem.code === 'FEED_NOT_A_FEED'))
    return { ...facts, ...unwell(state, state.problem, now) };
  if (empty) {
    return {
      ...facts,
      state: 'empty',
      says: `answers, but with no entries (${state.empty} times in a row)`,
      remedy: 'open the address in a browser; if the site has news, run `kanyin add` on it to find another feed',
    };
  }
  const silence = silent(state, now);
  if (silence !== undefined) {
    return {
      ...facts,
      state: 'quiet',
      says: `nothing new for ${span(silence)}; usual is ${cadence(state.rhythm.gapMs!)}`,
      remedy: 'look at the site: it may publish elsewhere now',
    };
  }
  const moved = state.movedTo === undefined ? '' : `, has moved to ${safeAddress(state.movedTo)}`;
  const rhythm = state.rhythm.gapMs === undefined ? '' : `, ${cadence(state.rhythm.gapMs)}`;
  return { ...facts, state: 'ok', says: `last read ${span(now - (state.lastSuccess ?? now))} ago${rhythm}${moved}` };
}

function unwell(
  state: PollState,
  problem: NonNullable<PollState['problem']>,
  now: number,
): Omit<Health, 'lastSuccess'> {
  const row = PROBLEMS[problem.code];
  const since = new Date(state.failingSince ?? state.lastPoll).toISOString();
  const why = problem.why === undefined ? '' : ` (${problem.why})`;
  const lasting = LASTING[problem.code];
  if (!lasting && state.failures < PASSING && state.lastSuccess !== undefined) {
    const next =
      state.intervalMs > 0 ? `, tried again in ${span(Math.max(0, state.lastPoll + state.intervalMs - now))}` : '';
    return { state: 'ok', says: `the last poll failed: ${row.says}${why}${next}`, since, problem: problem.code };
  }
  const times = state.failures === 1 ? '' : `, ${state.failures} times in a row`;
  const told = { says: `${row.says}${why}${times}`, remedy: row.remedy, since, problem: problem.code };
  if (lasting === 'not-a-feed' && state.html && state.lastSuccess !== undefined)
    return { ...told, state: lasting, says: `was a feed and is a web page now${times}` };
  return { ...told, state: lasting ?? 'failing' };
}

/** ms of an unusual silence */
function silent(state: PollState, now: number): number | undefined {
  const { newest, gapMs, longestMs } = state.rhythm;
  if (newest === undefined || gapMs === undefined) return undefined;
  const silence = now - newest;
  return silence > Math.max(QUIET.least, QUIET.gaps * gapMs, QUIET.longest * (longestMs ?? 0)) ? silence : undefined;
}

function cadence(gapMs: number): string {
  const perDay = DAY / Math.max(gapMs, 1000);
  if (perDay >= 1.5) return `about ${Math.round(perDay)} a day`;
  if (perDay >= 0.75) return 'about one a day';
  if (perDay * 7 >= 0.75) return perDay * 7 < 1.5 ? 'about one a week' : `about ${Math.round(perDay * 7)} a week`;
  return `about one in ${span(gapMs)}`;
}

function span(ms: number): string {
  if (ms < 90_000) return `${Math.round(ms / 1000)} seconds`;
  if (ms < 90 * 60_000) return `${Math.round(ms / 60_000)} minutes`;
  return ms < 36 * HOUR ? `${Math.round(ms / HOUR)} hours` : `${Math.round(ms / DAY)} days`;
}
