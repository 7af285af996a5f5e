import { safeAddress } from '../kit/safe-address.ts';
import type { Fetch, Fetched, FetchRequest } from '../model/fetched.ts';
import type { FetchPolicy } from '../model/newsroom.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { type Problem, problem } from '../model/problem.ts';
import { challenge } from './challenge.ts';
import { fetchLimits } from './fetch-limits.ts';
import { createGuard, type Resolve } from './guard/create-guard.ts';
import { type Answer, hop } from './hop.ts';
import { HopCookies } from './hop-cookies.ts';
import { redirectTarget } from './redirect-target.ts';
import { requestHeaders } from './request-headers.ts';
import { RobotsKeeper } from './robots/robots-keeper.ts';
import { Slots } from './slots.ts';
import { statusProblem } from './status-problem.ts';
import { toFetched, withoutLogin } from './to-fetched.ts';
import { Turns } from './turns.ts';
import type { Post } from './websub/ask-hub.ts';
import { openWire } from './wire.ts';

export interface FetchNeeds {
  /** ms since the epoch */
  now: () => number;
  /** instead of the system's resolver */
  resolve?: Resolve;
  /** ms between two requests to a host, where it differs from the policy */
  spacingMs?: (host: string) => number;
  /** PEM of a further certificate authority */
  ca?: string;
  /** one line per finished fetch; addresses without credentials */
  log?: (line: FetchLine) => void;
}

export interface FetchLine {
  url: string;
  status?: number;
  problem?: Problem;
  wireBytes?: number;
  ms: number;
}

export interface Fetcher {
  fetch: Fetch;
  /** one guarded POST of a form, for hubs; any status is an answer, and redirects are not followed */
  post: Post;
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;
const REDIRECTS = new Set([300, 301, 302, 303, 307, 308]);

/**
 * The one way to the network for reading: guarded, polite, bounded. Each hop: 1 robots.txt (pages), 2 guard, 3 turn of the host,
 * 4 one of the slots, 5 exchange; then redirect, problem, or decoded answer. Never rejects.
 */
export function createFetch(policy: FetchPolicy, needs: FetchNeeds): Fetcher {
  const guard = createGuard({
    allowPrivate: policy.allowPrivate,
    now: needs.now,
    ...(needs.resolve ? { resolve: needs.resolve } : {}),
  });
  const wire = openWire(guard, {
    connectMs: CONNECT_MS,
    ...(policy.proxy === undefined ? {} : { proxy: policy.proxy, noProxy: policy.noProxy ?? [] }),
    ...(needs.ca === undefined ? {} : { ca: needs.ca }),
  });
  const usual = needs.spacingMs ?? (() => policy.spacingMs);
  const turns = new Turns({ spacingMs: (host) => Math.max(usual(host), robots.delayMs(host)) });
  const slots = new Slots(policy.hostsAtOnce);
  const fetch: Fetch = async (request) => {
    const began = performance.now();
    const outcome = await follow(request);
    needs.log?.(lineOf(request, outcome, performance.now() - began));
    return outcome;
  };
  const robots = new RobotsKeeper({ fetch, now: needs.now, userAgent: policy.userAgent });

  async function follow(request: FetchRequest): Promise<Outcome<Fetched>> {
    let url = readAddress(request.url);
    if (!url) return fail(problem('FETCH_ADDRESS', { where: safeAddress(request.url) }));
    const limits = fetchLimits(request);
    const authorization = loginOf(url);
    const first = url.origin;
    const redirects: Fetched['redirects'] = [];
    const cookies = new HopCookies();
    const seen = new Set([url.href]);
    let ms = 0;
    for (;;) {
      if (request.kind === 'page' && policy.robots) {
        const refused = await robots.refuses(url, request.signal);
        if (refused) return fail(refused);
      }
      const cookie = cookies.header(url.host);
      const headers = requestHeaders(request, {
        userAgent: policy.userAgent,
        sameOrigin: url.origin === first,
        ...(authorization === undefined ? {} : { authorization }),
        ...(cookie === undefined ? {} : { cookie }),
      });
      const answered = await hop(
        {
          url,
          headers,
          limits,
          leftMs: Math.max(1, limits.totalMs - ms),
          ...(request.signal ? { signal: request.signal } : {}),
        },
        { wire, turns, slots },
      );
      if (!answered.ok) return answered;
      const answer = answered.value;
      ms += answer.ms;
      const location = REDIRECTS.has(answer.status) ? locationOf(answer) : undefined;
      if (location === undefined)
        return conclude(answer, request, { url, redirects, decodedBytes: limits.decodedBytes, ms });

      const to = redirectTarget(location, url);
      const where = safeAddress(url.href);
      if (!to) return fail(problem('FETCH_BAD_ANSWER', { where, why: `redirect to ${safeAddress(location)}` }));
      redirects.push({
        from: withoutLogin(url),
        to: withoutLogin(to),
        permanent: answer.status === 301 || answer.status === 308,
      });
      if (redirects.length > limits.redirects)
        return fail(problem('FETCH_REDIRECT_LOOP', { where, why: `more than ${limits.redirects} redirects` }));
      const news = cookies.take(url.host, answer.headers['set-cookie']);
      if (seen.has(to.href) && !news)
        return fail(problem('FETCH_REDIRECT_LOOP', { where, why: `back to ${safeAddress(to.href)}` }));
      seen.add(to.href);
      url = to;
    }
  }

  function conclude(answer: Answer, request: FetchRequest, more: Parameters<typeof toFetched>[2]): Outcome<Fetched> {
    const where = safeAddress(more.url.href);
    const good = (answer.status >= 200 && answer.status < 300) || answer.status === 304;
    const who = challenge(answer.status, answer.headers, answer.body);
    if (!good || who !== undefined) {
      const { retryAt, ...found } = statusProblem(answer.status, answer.headers, where, needs.now());
      const wait = retryAt === undefined ? {} : { retryAt };
      if (who !== undefined) return fail(problem('FETCH_CHALLENGE', { where, why: `${who}, ${found.why}`, ...wait }));
      return fail({ ...found, ...wait });
    }
    return toFetched(answer, request, more);
  }

  const post: Post = async (request) => {
    const url = readAddress(request.url);
    if (!url) return fail(problem('FETCH_ADDRESS', { where: safeAddress(request.url) }));
    const limits = fetchLimits({ ...request, kind: 'api' });
    const headers = {
      'user-agent': policy.userAgent,
      'content-type': 'application/x-www-form-urlencoded',
      ...(loginOf(url) === undefined ? {} : { authorization: loginOf(url)! }),
    };
    const { body, signal } = request;
    const answered = await hop(
      { url, method: 'POST', headers, body, limits, leftMs: limits.totalMs, ...(signal ? { signal } : {}) },
      { wire, turns, slots },
    );
    if (!answered.ok) return answered;
    return ok({ status: answered.value.status, text: answered.value.body.toString('utf8', 0, 2000) });
  };

  return { fetch, post, close: () => wire.close() };
}

function readAddress(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Basic login (RFC 7617) of an address with user name or password. */
function loginOf(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return `Basic ${Buffer.from(`${unescaped(url.username)}:${unescaped(url.password)}`).toString('base64')}`;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const locationOf = (answer: Answer): string | undefined => {
  const location = answer.headers['location'];
  return Array.isArray(location) ? location[0] : location;
};

function lineOf(request: FetchRequest, outcome: Outcome<Fetched>, ms: number): FetchLine {
  return outcome.ok
    ? { url: safeAddress(outcome.value.url), status: outcome.value.status, wireBytes: outcome.value.wireBytes, ms }
    : { url: safeAddress(request.url), problem: outcome.problem, ms };
}
