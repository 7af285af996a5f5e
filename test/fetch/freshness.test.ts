import { expect, test } from 'vitest';
import { freshness, retryAfter } from '../../src/fetch/freshness.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');

test('max-age less Age; no-cache is 0; s-maxage is for others', () => {
  expect(freshness({ 'cache-control': 'public, max-age=600, s-maxage=9', age: '100' }, NOW)).toEqual({
    maxAgeMs: 500_000,
  });
  expect(freshness({ 'cache-control': 'max-age=60', age: '100' }, NOW)).toEqual({ maxAgeMs: 0 });
  expect(freshness({ 'cache-control': 'Max-Age="60"' }, NOW)).toEqual({ maxAgeMs: 60_000 });
  expect(freshness({ 'cache-control': 'no-cache, max-age=60' }, NOW)).toEqual({ maxAgeMs: 0 });
  expect(freshness({ 'cache-control': 's-maxage=60' }, NOW)).toEqual({});
  expect(freshness({ 'cache-control': 'max-age=lots' }, NOW)).toEqual({});
});
test('Expires by the clock of the server, and only without max-age', () => {
  const expires = 'Sun, 01 Mar 2026 02:00:00 GMT';
  expect(freshness({ expires }, NOW)).toEqual({ expiresInMs: 7_200_000 });
  expect(freshness({ expires, date: 'Sun, 01 Mar 2026 01:00:00 GMT' }, NOW)).toEqual({ expiresInMs: 3_600_000 });
  expect(freshness({ expires, 'cache-control': 'max-age=1' }, NOW)).toEqual({ maxAgeMs: 1000 });
  expect(freshness({ expires: '0' }, NOW).expiresInMs ?? 0).toBe(0);
  expect(freshness({ expires: 'never' }, NOW)).toEqual({});
});
test('Retry-After in seconds or as a date; nonsense is nothing', () => {
  expect(retryAfter('120', NOW)).toBe(120_000);
  expect(retryAfter(' 1.5 ', NOW)).toBe(1500);
  expect(retryAfter('Sun, 01 Mar 2026 00:01:00 GMT', NOW)).toBe(60_000);
  expect(retryAfter('Sat, 28 Feb 2026 00:00:00 GMT', NOW)).toBe(0);
  for (const value of ['', '-5', 'soon', '2026', '99999999999999', undefined])
    expect(retryAfter(value, NOW) ?? -1).toBe(value === '2026' ? 2_026_000 : -1);
});
