import { type Problem, type ProblemCode, problem } from '../model/problem.ts';
import { retryAfter } from './freshness.ts';

/** The problem of an answer that is no success, with Retry-After as `retryAt`. */
export function statusProblem(
  status: number,
  headers: Record<string, string | string[] | undefined>,
  where: string,
  now: number,
): Problem {
  const wait = retryAfter(headers['retry-after']?.toString(), now);
  return problem(codeOf(status), {
    where,
    why: `HTTP ${status}`,
    ...(wait === undefined ? {} : { retryAt: now + wait }),
  });
}

function codeOf(status: number): ProblemCode {
  switch (status) {
    case 401:
      return 'HTTP_UNAUTHORIZED';
    case 403:
    case 451:
      return 'HTTP_FORBIDDEN';
    case 404:
      return 'HTTP_NOT_FOUND';
    case 407:
      return 'FETCH_PROXY';
    case 410:
      return 'HTTP_GONE';
    case 408:
    case 425:
      return 'HTTP_SERVER_ERROR';
    // 420 is what some interfaces send for 429
    case 420:
    case 429:
      return 'HTTP_RATE_LIMITED';
    default:
      if (status >= 500 && status < 600) return 'HTTP_SERVER_ERROR';
      return status >= 400 && status < 500 ? 'HTTP_REFUSED' : 'FETCH_BAD_ANSWER';
  }
}
