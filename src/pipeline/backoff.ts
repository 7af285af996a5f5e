import type { ProblemCode } from '../model/problem.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** First pause after a problem; it doubles with every failure in a row. Absent: 10 minutes. ms */
const FIRST: Partial<Record<ProblemCode, number>> = {
  HTTP_UNAUTHORIZED: 2 * HOUR,
  HTTP_FORBIDDEN: 2 * HOUR,
  HTTP_NOT_FOUND: HOUR,
  HTTP_REFUSED: HOUR,
  HTTP_RATE_LIMITED: 30 * MINUTE,
  FETCH_CHALLENGE: 4 * HOUR,
  FETCH_ROBOTS: 12 * HOUR,
  FETCH_TLS: HOUR,
  FETCH_TOO_LARGE: 6 * HOUR,
  FETCH_REDIRECT_LOOP: HOUR,
  FETCH_ADDRESS: 24 * HOUR,
  FETCH_REFUSED_ADDRESS: 24 * HOUR,
  FEED_NOT_A_FEED: HOUR,
  LISTING_CHANGED: 2 * HOUR,
};
const USUAL = 10 * MINUTE;

/** ms to wait after the nth failure in a row (1-based), before any limit. */
export const backoff = (code: ProblemCode, failures: number): number =>
  (FIRST[code] ?? USUAL) * 2 ** Math.min(20, Math.max(0, failures - 1));
