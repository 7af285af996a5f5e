import { freshness } from '../fetch/freshness.ts';
import { linkHeader } from '../fetch/websub/link-header.ts';
import { sha256 } from '../kit/hash.ts';
import { hostOf } from '../kit/url.ts';
import type { FetchPolicy, SourceConfig } from '../model/newsroom.ts';
import type { Problem } from '../model/problem.ts';
import { backoff } from './backoff.ts';
import { learnMove } from './learn-move.ts';
import { newState, type PollEvent, type PollState } from './poll-state.ts';
import { outsideQuietHours } from './quiet-hours.ts';
import { learnRhythm, rhythmInterval } from './rhythm.ts';

export type { PollEvent, PollState } from './poll-state.ts';

export interface DueInput {
  sourceId: string;
  /** ms since the epoch */
  now: number;
  /** undefined before the first poll */
  state: PollState | undefined;
  event: PollEvent;
  policy: Pick<FetchPolicy, 'minMinutes' | 'maxMinutes'>;
  source: Pick<SourceConfig, 'url' | 'everyMinutes' | 'retryAfterMinutes'>;
  /** ms since the epoch until which a hub pushes news, then its lease is to be renewed */
  pushedUntil?: number;
}

export interface Due {
  state: PollState;
  /** ms since the epoch; undefined mutes the source */
  dueAt: number | undefined;
  intervalMs: number;
  /** what decided the interval */
  why: string;
  /** the host asks for a pause until then; ms since the epoch */
  hostNotBefore?: number;
}

const MINUTE = 60_000;
/** Part of an interval over which sources are spread. */
const JITTER = 0.1;
/** Polling beside a hub that pushes; it only finds what the hub has lost. */
const BESIDE_HUB = 6 * 60 * MINUTE;
/** Failures in a row after which a learned address is forgotten, and a missing one is looked for anew. */
const ENOUGH = 3;
/** Pause of a host that answers 429 without saying how long. */
const HOST_PAUSE = MINUTE;

/**
 * When a source is polled next, and what is remembered of this poll. Pure. The interval is the longest of what the source's own
 * rhythm and everybody's wishes ask for, within the limits of the newsroom; the due time is spread by a jitter of the source's own.
 */
export function nextDue(input: DueInput): Due {
  const before = input.state?.address === input.source.url ? input.state : newState(input.source.url);
  const { event, now } = input;
  const state: PollState = { ...before, polls: before.polls + 1, lastPoll: now };
  return event.kind === 'failed' ? afterFailure(state, event, input) : afterSuccess(state, event, input);
}

function afterSuccess(state: PollState, event: Exclude<PollEvent, { kind: 'failed' }>, input: DueInput): Due {
  const { now, source, policy } = input;
  const { failingSince, problem, html, rediscover, soughtAt, muted, moving, ...kept } = state;
  const next: PollState = {
    ...kept,
    ...learnMove(state, event.fetched),
    lastSuccess: now,
    failures: 0,
    validators: event.fetched.validators,
    answeredBy: hostOf(event.fetched.url),
  };
  if (event.kind === 'parsed') {
    const { feed, fresh } = event;
    const first = state.lastSuccess === undefined;
    next.rhythm = learnRhythm(state.rhythm, feed.entries, fresh, now, first);
    next.entries = feed.entries.length;
    next.empty = feed.entries.length === 0 ? state.empty + 1 : 0;
    delete next.asks;
    delete next.hub;
    if (feed.link !== undefined && /^https?:/.test(feed.link)) next.site = feed.link;
    if (feed.rhythm) next.asks = feed.rhythm;
    const { url, headers } = event.fetched;
    const hub = linkHeader(headers['link'], 'hub', url) ?? feed.hub;
    if (hub !== undefined) next.hub = { url: hub, topic: linkHeader(headers['link'], 'self', url) ?? feed.self ?? url };
  }
  const fresh = freshness(event.fetched.headers, now);
  const wishes: [string, number | undefined][] = [
    ['rhythm', rhythmInterval(next.rhythm, now)],
    ['ttl', minutes(next.asks?.ttlMinutes)],
    ['update period', minutes(next.asks?.updatePeriodMinutes)],
    ['max-age', fresh.maxAgeMs],
    ['expires', fresh.expiresInMs],
    ['retry-after', fresh.retryAfterMs],
    ['hub', input.pushedUntil === undefined ? undefined : Math.min(BESIDE_HUB, input.pushedUntil - now)],
    ['minimum', policy.minMinutes * MINUTE],
  ];
  let [why, interval] = longest(wishes);
  if (interval > policy.maxMinutes * MINUTE) [why, interval] = ['maximum', policy.maxMinutes * MINUTE];
  const own = minutes(source.everyMinutes) ?? 0;
  if (own > interval) [why, interval] = ['source', own];
  const wanted = now + spread(interval, input.sourceId);
  const dueAt = outsideQuietHours(wanted, next.asks);
  return settle(next, dueAt, dueAt > wanted ? 'skip hours' : why, now);
}

function afterFailure(state: PollState, event: Extract<PollEvent, { kind: 'failed' }>, input: DueInput): Due {
  const { now, source, policy } = input;
  const { code, why: particulars, retryAt } = event.problem;
  const failures = state.failures + 1;
  const next: PollState = {
    ...state,
    failures,
    failingSince: state.failingSince ?? now,
    problem: {
      code,
      ...(particulars === undefined ? {} : { why: particulars }),
      ...(retryAt === undefined ? {} : { retryAt }),
    },
  };
  delete next.html;
  if (event.fetched && looksLikeHtml(event.fetched.bytes)) next.html = true;
  next.empty = event.fetched && isBlank(event.fetched.bytes) ? state.empty + 1 : 0;
  const host = hostPause(event.problem, source, now, policy.maxMinutes * MINUTE);
  const more = host === undefined ? {} : { hostNotBefore: host };

  if (state.movedTo !== undefined && (code === 'HTTP_GONE' || failures >= ENOUGH)) {
    // What was learned may have been wrong: back to the configured address.
    delete next.movedTo;
    delete next.validators;
    const again = now + spread(policy.minMinutes * MINUTE, input.sourceId);
    return { ...settle(next, again, 'configured address', now), ...more };
  }
  if (code === 'HTTP_GONE') {
    next.muted = true;
    next.rediscover = true;
    return { ...settle(next, undefined, 'gone', now), ...more };
  }
  if (code === 'HTTP_NOT_FOUND' && failures >= ENOUGH) next.rediscover = true;

  const own = minutes(source.retryAfterMinutes);
  const asked = retryAt === undefined ? undefined : (own ?? Math.max(0, retryAt - now));
  let [why, interval] = longest([
    ['backoff', asked === undefined ? backoff(code, failures) : 0],
    ['retry-after', asked],
    ['minimum', policy.minMinutes * MINUTE],
  ]);
  if (interval > policy.maxMinutes * MINUTE) [why, interval] = ['maximum', policy.maxMinutes * MINUTE];
  const every = minutes(source.everyMinutes) ?? 0;
  if (every > interval) [why, interval] = ['source', every];
  return { ...settle(next, now + spread(interval, input.sourceId), why, now), ...more };
}

/** The pause that Retry-After or 429 asks of the whole host; none where the source has its own rule, so one bad route stalls nobody. */
function hostPause(
  problem: Problem,
  source: DueInput['source'],
  now: number,
  longestPause: number,
): number | undefined {
  if (source.retryAfterMinutes !== undefined) return undefined;
  if (problem.retryAt !== undefined) return Math.min(problem.retryAt, now + longestPause);
  return problem.code === 'HTTP_RATE_LIMITED' ? now + HOST_PAUSE : undefined;
}

function settle(state: PollState, dueAt: number | undefined, why: string, now: number): Due {
  const intervalMs = dueAt === undefined ? 0 : dueAt - now;
  return { state: { ...state, intervalMs, why }, dueAt, intervalMs, why };
}

const minutes = (count: number | undefined): number | undefined => (count === undefined ? undefined : count * MINUTE);

function longest(wishes: readonly [string, number | undefined][]): [string, number] {
  let best: [string, number] = ['minimum', 0];
  for (const [why, ms] of wishes) if (ms !== undefined && ms > best[1]) best = [why, ms];
  return best;
}

/** The interval and up to a tenth more, by the source's id: the same after every restart, different for every source. */
const spread = (interval: number, sourceId: string): number =>
  Math.round(interval * (1 + JITTER * (Number.parseInt(sha256(sourceId).slice(0, 8), 16) / 0x1_0000_0000)));

/** A web page by its first bytes. */
export const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1'),
  );

/** Nothing but white space. */
const isBlank = (bytes: Uint8Array): boolean =>
  bytes.length < 1024 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').trim() === '';
