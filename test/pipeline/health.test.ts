import { describe, expect, test } from 'vitest';
import { PROBLEMS, type ProblemCode } from '../../src/model/problem.ts';
import { healthOf } from '../../src/pipeline/health.ts';
import { newState, type PollState } from '../../src/pipeline/poll-state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-03-04T12:00:00Z');

const state = (more: Partial<PollState> = {}): PollState => ({
  ...newState('https://news.example/feed'),
  polls: 9,
  lastPoll: NOW - HOUR,
  lastSuccess: NOW - HOUR,
  intervalMs: 2 * HOUR,
  rhythm: { sightings: [], gapMs: 2 * HOUR, longestMs: 12 * HOUR, newest: NOW - 3 * HOUR },
  ...more,
});
const failing = (code: ProblemCode, failures: number, more: Partial<PollState> = {}): PollState =>
  state({ failures, failingSince: NOW - DAY, problem: { code, why: 'HTTP 999' }, ...more });

describe('health', () => {
  test('new', () => {
    expect(healthOf(undefined, NOW).state).toBe('new');
    expect(healthOf(newState('https://x.example/'), NOW).state).toBe('new');
  });
  test('ok, with last success and cadence', () => {
    expect(healthOf(state(), NOW)).toEqual({
      state: 'ok',
      says: 'last read 60 minutes ago, about 12 a day',
      lastSuccess: '2026-03-04T11:00:00.000Z',
      cadence: 'about 12 a day',
    });
  });
  test('quiet for longer than usual: more than its gaps, its longest silence and two days', () => {
    const quiet = (silence: number, rhythm: Partial<PollState['rhythm']> = {}) =>
      healthOf(
        state({ rhythm: { sightings: [], gapMs: 2 * HOUR, longestMs: 12 * HOUR, newest: NOW - silence, ...rhythm } }),
        NOW,
      ).state;
    expect(quiet(DAY)).toBe('ok');
    expect(quiet(3 * DAY)).toBe('quiet');
    expect(quiet(3 * DAY, { longestMs: 3 * DAY })).toBe('ok');
    expect(quiet(20 * DAY, { gapMs: 7 * DAY, longestMs: 9 * DAY })).toBe('ok');
    expect(quiet(60 * DAY, { gapMs: 7 * DAY, longestMs: 9 * DAY })).toBe('quiet');
  });
  test('empty: at once for a source that never had any, else the second time', () => {
    expect(healthOf(state({ empty: 1 }), NOW).state).toBe('ok');
    expect(healthOf(state({ empty: 2 }), NOW).state).toBe('empty');
    expect(healthOf(state({ empty: 1, rhythm: { sightings: [] } }), NOW).state).toBe('empty');
  });
  test('200 with nothing in it is empty as well', () => {
    expect(healthOf(failing('FEED_NOT_A_FEED', 2, { empty: 2 }), NOW).state).toBe('empty');
    expect(healthOf(failing('HTTP_NOT_FOUND', 2, { empty: 2 }), NOW).state).toBe('missing');
  });
  test('passing trouble is told after three failures, or when it never worked', () => {
    expect(healthOf(failing('FETCH_TIMEOUT', 1), NOW)).toMatchObject({ state: 'ok', problem: 'FETCH_TIMEOUT' });
    expect(healthOf(failing('FETCH_TIMEOUT', 3), NOW).state).toBe('failing');
    const { lastSuccess, ...never } = failing('FETCH_DNS', 1);
    expect(lastSuccess).toBeDefined();
    expect(healthOf(never, NOW).state).toBe('failing');
  });
  test('lasting trouble is told at once, with its remedy', () => {
    const cases: [ProblemCode, string][] = [
      ['HTTP_GONE', 'gone'],
      ['HTTP_NOT_FOUND', 'missing'],
      ['HTTP_FORBIDDEN', 'blocked'],
      ['HTTP_UNAUTHORIZED', 'blocked'],
      ['FETCH_CHALLENGE', 'blocked'],
      ['LISTING_CHANGED', 'layout-changed'],
      ['FEED_NOT_A_FEED', 'not-a-feed'],
      ['FETCH_REFUSED_ADDRESS', 'failing'],
    ];
    for (const [code, name] of cases) {
      const health = healthOf(failing(code, 1), NOW);
      expect(health).toMatchObject({ state: name, remedy: PROBLEMS[code].remedy, since: '2026-03-03T12:00:00.000Z' });
      expect(health.says).toContain('HTTP 999');
    }
  });
  test('a feed that became a web page', () => {
    expect(healthOf(failing('FEED_NOT_A_FEED', 2, { html: true }), NOW).says).toBe(
      'was a feed and is a web page now, 2 times in a row',
    );
  });
  test('every state that needs a person has a remedy', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      const health = healthOf(failing(code, 5), NOW);
      expect(health.state).not.toBe('ok');
      expect(health.remedy).toBeDefined();
    }
  });
});
