import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Feed } from '../../src/model/feed.ts';
import type { Fetched } from '../../src/model/fetched.ts';
import { type ProblemCode, problem } from '../../src/model/problem.ts';
import { pollTarget } from '../../src/pipeline/poll-state.ts';
import { type Due, type DueInput, nextDue, type PollEvent, type PollState } from '../../src/pipeline/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** a Wednesday */
const NOW = Date.parse('2026-03-04T12:00:00Z');
const URL_ = 'https://news.example/feed';

const fetched = (more: Partial<Fetched> = {}): Fetched => ({
  status: 200,
  url: URL_,
  redirects: [],
  headers: {},
  bytes: new Uint8Array(0),
  wireBytes: 0,
  validators: {},
  ms: 1,
  ...more,
});
const entry = (at?: number): Entry => ({
  authors: [],
  categories: [],
  enclosures: [],
  ...(at === undefined ? {} : { published: new Date(at).toISOString() }),
});
const feed = (more: Partial<Feed> = {}): Feed => ({ format: 'rss', entries: [], ...more });
const every = (gap: number, count = 10, newest = NOW - gap / 4): Entry[] =>
  Array.from({ length: count }, (_, i) => entry(newest - i * gap));
const parsed = (more: Partial<Feed> = {}, headers: Record<string, string> = {}, fresh = 0): PollEvent => ({
  kind: 'parsed',
  fetched: fetched({ headers }),
  feed: feed({ entries: every(2 * HOUR), ...more }),
  fresh,
});
const failed = (code: ProblemCode, retryAt?: number): PollEvent => ({
  kind: 'failed',
  problem: problem(code, retryAt === undefined ? {} : { retryAt }),
});
function poll(event: PollEvent, more: Partial<DueInput> = {}): Due {
  return nextDue({
    sourceId: 'news',
    now: NOW,
    state: undefined,
    event,
    policy: { minMinutes: 5, maxMinutes: 1440 },
    source: { url: URL_ },
    ...more,
  });
}
/** Several polls one after the other, each at its due time. */
function polls(events: PollEvent[], more: Partial<DueInput> = {}): Due {
  let state: PollState | undefined = more.state;
  let now = NOW;
  let due: Due | undefined;
  for (const event of events) {
    due = poll(event, { ...more, state, now });
    state = JSON.parse(JSON.stringify(due.state)) as PollState;
    now = due.dueAt ?? now + DAY;
  }
  return due!;
}
/** The interval before jitter lies at most a tenth below. */
const about = (due: Due, ms: number): void => {
  expect(due.intervalMs).toBeGreaterThanOrEqual(ms);
  expect(due.intervalMs).toBeLessThanOrEqual(ms * 1.1 + 1);
};

describe('the longest wish decides', () => {
  test('the rhythm of the source', () => {
    about(poll(parsed()), HOUR);
    about(poll(parsed({ entries: every(DAY) })), 12 * HOUR);
    expect(poll(parsed()).why).toBe('rhythm');
  });
  test('ttl, update period, max-age, Expires, Retry-After', () => {
    about(poll(parsed({ rhythm: { ttlMinutes: 180 } })), 3 * HOUR);
    about(poll(parsed({ rhythm: { updatePeriodMinutes: 240 } })), 4 * HOUR);
    about(poll(parsed({}, { 'cache-control': 'max-age=18000' })), 5 * HOUR);
    about(poll(parsed({}, { expires: new Date(NOW + 6 * HOUR).toUTCString() })), 6 * HOUR);
    about(poll(parsed({}, { 'retry-after': '25200' })), 7 * HOUR);
    expect(poll(parsed({ rhythm: { ttlMinutes: 1 } })).why).toBe('rhythm');
  });
  test('ttl still holds after 304', () => {
    const due = polls([
      parsed({ rhythm: { ttlMinutes: 180 } }),
      { kind: 'unchanged', fetched: fetched({ status: 304 }) },
    ]);
    expect(due.why).toBe('ttl');
  });
  test('within the limits of the newsroom; the source may ask for less often', () => {
    about(poll(parsed({ entries: every(10_000) })), 5 * MINUTE);
    about(poll(parsed({}, { 'cache-control': 'max-age=31536000' })), DAY);
    about(poll(parsed(), { source: { url: URL_, everyMinutes: 7 * 1440 } }), 7 * DAY);
    about(poll(parsed(), { source: { url: URL_, everyMinutes: 1 } }), HOUR);
  });
  test('beside a hub that pushes, rarely', () => {
    about(poll(parsed(), { pushedUntil: NOW + DAY }), 6 * HOUR);
    about(poll(parsed(), { pushedUntil: NOW - 1 }), HOUR);
  });
  test('always a due time between the limits, whatever a feed says', () => {
    const number = fc.oneof(fc.integer(), fc.double(), fc.constant(undefined));
    fc.assert(
      fc.property(
        number,
        number,
        fc.string(),
        fc.array(fc.integer({ min: 0, max: 2e12 })),
        (ttl, period, header, dates) => {
          const rhythm = {
            ...(ttl === undefined ? {} : { ttlMinutes: ttl }),
            ...(period === undefined ? {} : { updatePeriodMinutes: period }),
          };
          const due = poll(
            parsed(
              { rhythm, entries: dates.map(entry) },
              { 'cache-control': header, 'retry-after': header, expires: header },
              dates.length,
            ),
          );
          expect(due.dueAt).toBeGreaterThanOrEqual(NOW + 5 * MINUTE);
          expect(due.dueAt).toBeLessThanOrEqual(NOW + 1.1 * DAY + 1);
        },
      ),
    );
  });
});

describe('skipped hours and days (GMT)', () => {
  test('the poll is put off to the first hour outside', () => {
    const due = poll(parsed({ rhythm: { skipHours: [13, 14] } }));
    expect(new Date(due.dueAt!).toISOString()).toBe('2026-03-04T15:00:00.000Z');
    expect(due.why).toBe('skip hours');
    const days = poll(parsed({ rhythm: { skipDays: [3, 4] } }));
    expect(new Date(days.dueAt!).toISOString()).toBe('2026-03-06T00:00:00.000Z');
  });
  test('a feed that skips everything is not believed', () => {
    about(poll(parsed({ rhythm: { skipHours: Array.from({ length: 24 }, (_, i) => i) } })), HOUR);
    about(poll(parsed({ rhythm: { skipDays: [0, 1, 2, 3, 4, 5, 6] } })), HOUR);
  });
});

describe('rhythm', () => {
  test('without dates it is learned from when news was found', () => {
    const news = (): PollEvent => parsed({ entries: [entry(), entry()] }, {}, 1);
    const first = poll(news());
    about(first, HOUR);
    let state = first.state;
    for (let i = 1; i <= 6; i++) state = poll(news(), { state, now: NOW + i * 8 * HOUR }).state;
    about(poll(parsed({ entries: [entry()] }, {}, 0), { state, now: NOW + 49 * HOUR }), 4 * HOUR);
  });
  test('a source that has gone silent is asked ever less', () => {
    const due = poll(parsed({ entries: every(MINUTE, 10, NOW - 6 * HOUR) }));
    about(due, 30 * MINUTE);
    about(poll(parsed({ entries: every(MINUTE, 10, NOW - 90 * DAY) })), DAY);
  });
  test('one that turned over completely is asked more often', () => {
    const state = poll(parsed()).state;
    about(poll(parsed({}, {}, 10), { state }), HOUR / 2);
  });
  test('dates in the future and none at all do no harm', () => {
    about(poll(parsed({ entries: [entry(NOW + 9 * DAY), ...every(2 * HOUR)] })), HOUR);
    about(poll(parsed({ entries: [] })), HOUR);
  });
  test('survives a restart as JSON', () => {
    const state = poll(parsed({ entries: every(DAY) })).state;
    const kept = JSON.parse(JSON.stringify(state)) as PollState;
    const next: PollEvent = { kind: 'unchanged', fetched: fetched({ status: 304 }) };
    expect(poll(next, { state: kept })).toEqual(poll(next, { state }));
    about(poll(next, { state: kept }), 12 * HOUR);
  });
});

test('jitter is the source’s own: the same each time, spread over sources', () => {
  const of = (sourceId: string) => poll(parsed(), { sourceId }).intervalMs;
  expect(of('a')).toBe(of('a'));
  const all = Array.from({ length: 200 }, (_, i) => of(`source-${i}`));
  expect(new Set(all).size).toBeGreaterThan(190);
  expect(Math.max(...all) - Math.min(...all)).toBeGreaterThan(HOUR * 0.08);
});

describe('failures', () => {
  test('pauses grow and end at the limit; success forgets them', () => {
    const one = polls([parsed(), failed('HTTP_SERVER_ERROR')]);
    const two = polls([parsed(), failed('HTTP_SERVER_ERROR'), failed('HTTP_SERVER_ERROR')]);
    about(one, 10 * MINUTE);
    about(two, 20 * MINUTE);
    about(polls(Array.from({ length: 40 }, () => failed('FETCH_TIMEOUT'))), DAY);
    const healed = polls([failed('FETCH_DNS'), failed('FETCH_DNS'), parsed()]);
    expect(healed.state).toMatchObject({ failures: 0 });
    expect(healed.state.problem).toBeUndefined();
  });
  test('what will not pass soon is asked less often from the start', () => {
    for (const code of ['HTTP_UNAUTHORIZED', 'HTTP_FORBIDDEN', 'HTTP_NOT_FOUND', 'FETCH_CHALLENGE'] as const)
      expect(poll(failed(code)).intervalMs).toBeGreaterThanOrEqual(HOUR);
  });
  test('410 mutes, 404 asks for rediscovery after three', () => {
    expect(poll(failed('HTTP_GONE'))).toMatchObject({ dueAt: undefined, state: { muted: true, rediscover: true } });
    expect(polls([failed('HTTP_NOT_FOUND')]).state.rediscover).toBeUndefined();
    expect(polls([failed('HTTP_NOT_FOUND'), failed('HTTP_NOT_FOUND'), failed('HTTP_NOT_FOUND')])).toMatchObject({
      state: { rediscover: true },
      dueAt: expect.any(Number),
    });
  });
  test('nothing learned is lost', () => {
    const good = polls([
      {
        kind: 'parsed',
        fetched: fetched({ validators: { etag: '"1"' } }),
        feed: feed({ entries: every(DAY) }),
        fresh: 3,
      },
    ]);
    const bad = poll(failed('HTTP_SERVER_ERROR'), { state: good.state });
    expect(bad.state.validators).toEqual({ etag: '"1"' });
    expect(bad.state.rhythm).toEqual(good.state.rhythm);
    expect(bad.state.lastSuccess).toBe(good.state.lastSuccess);
  });
  test('a feed that became a web page is known as such', () => {
    const page = fetched({ bytes: Buffer.from('\n<!DOCTYPE html><html><body>Welcome</body></html>') });
    const due = polls([parsed(), { kind: 'failed', problem: problem('FEED_NOT_A_FEED'), fetched: page }]);
    expect(due.state.html).toBe(true);
    expect(polls([parsed()], { state: due.state }).state.html).toBeUndefined();
  });
  test('empty documents are counted', () => {
    expect(polls([parsed(), parsed({ entries: [] }), parsed({ entries: [] })]).state.empty).toBe(2);
    expect(polls([parsed({ entries: [] }), parsed()]).state.empty).toBe(0);
    const blank: PollEvent = {
      kind: 'failed',
      problem: problem('FEED_NOT_A_FEED'),
      fetched: fetched({ bytes: Buffer.from(' \n') }),
    };
    expect(polls([parsed(), blank, blank]).state.empty).toBe(2);
    expect(polls([blank, failed('FETCH_TIMEOUT')]).state.empty).toBe(0);
  });
});

describe('Retry-After', () => {
  test('holds for the source and pauses its host', () => {
    const due = poll(failed('HTTP_RATE_LIMITED', NOW + 2 * HOUR));
    about(due, 2 * HOUR);
    expect(due.hostNotBefore).toBe(NOW + 2 * HOUR);
  });
  test('a source with its own rule follows that and stalls nobody', () => {
    const due = poll(failed('HTTP_SERVER_ERROR', NOW + 20 * HOUR), { source: { url: URL_, retryAfterMinutes: 10 } });
    about(due, 10 * MINUTE);
    expect(due.hostNotBefore).toBeUndefined();
  });
  test('an absurd one ends at the limit; 429 without one pauses the host a little', () => {
    const absurd = poll(failed('HTTP_SERVER_ERROR', NOW + 1000 * DAY));
    about(absurd, DAY);
    expect(absurd.hostNotBefore).toBeLessThanOrEqual(NOW + DAY);
    expect(poll(failed('HTTP_RATE_LIMITED')).hostNotBefore).toBe(NOW + MINUTE);
    expect(poll(failed('HTTP_SERVER_ERROR')).hostNotBefore).toBeUndefined();
  });
});

describe('permanent redirects', () => {
  const moved = (...hops: [string, string, boolean][]): PollEvent => ({
    kind: 'parsed',
    fetched: fetched({ redirects: hops.map(([from, to, permanent]) => ({ from, to, permanent })) }),
    feed: feed({ entries: every(2 * HOUR) }),
    fresh: 0,
  });
  const there = 'https://new.example/feed';
  test('are believed after three sightings that could be read', () => {
    const hop = moved([URL_, there, true]);
    expect(polls([hop, hop]).state.movedTo).toBeUndefined();
    expect(polls([hop, hop, hop]).state.movedTo).toBe(there);
    expect(polls([hop, hop, parsed(), hop]).state.movedTo).toBeUndefined();
    expect(polls([hop, hop, moved([URL_, 'https://else.example/', true]), hop]).state.movedTo).toBeUndefined();
  });
  test('only as far as they are permanent', () => {
    const hop = moved([URL_, there, true], [there, 'https://cdn.example/x', false]);
    expect(polls([hop, hop, hop]).state.movedTo).toBe(there);
    const temporary = moved([URL_, there, false], [there, 'https://x.example/', true]);
    expect(polls([temporary, temporary, temporary]).state.movedTo).toBeUndefined();
  });
  test('never to plain http, and never for an address with a login', () => {
    const down = moved([URL_, 'http://news.example/feed', true]);
    expect(polls([down, down, down, down]).state.movedTo).toBeUndefined();
    const hop = moved([URL_, there, true]);
    expect(
      polls([hop, hop, hop], { source: { url: 'https://me:pw@news.example/feed' } }).state.movedTo,
    ).toBeUndefined();
  });
  test('are forgotten when the new address fails, and when the configuration names another', () => {
    const hop = moved([URL_, there, true]);
    const { state } = polls([hop, hop, hop]);
    expect(pollTarget(state, URL_).url).toBe(there);
    expect(pollTarget(state, 'https://other.example/')).toEqual({ url: 'https://other.example/' });
    const gone = poll(failed('HTTP_GONE'), { state });
    expect(gone.state.movedTo).toBeUndefined();
    expect(gone.dueAt).toBeDefined();
    expect(poll(parsed(), { state, source: { url: 'https://other.example/' } }).state).toMatchObject({ polls: 1 });
  });
});
