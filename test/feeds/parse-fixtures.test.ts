import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../src/feeds/parse-feed.ts';

/** Every folder of fixtures/feeds: `input.*` as it came, `about.json` (url, headers, now), `expected.json`: what is stated there holds, null = absent. */
const FOLDER = new URL('../../fixtures/feeds/', import.meta.url);

interface About {
  says: string;
  url?: string;
  headers?: Record<string, string>;
  now?: string;
}

const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8')) as unknown;

/** Only what the expectation names, so that the difference shows. */
function asFarAs(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected))
    return Array.isArray(actual) && actual.length === expected.length
      ? expected.map((one, i) => asFarAs(one, actual[i]))
      : actual;
  if (typeof expected !== 'object' || expected === null) return actual === undefined ? null : actual;
  const fields = (actual ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, asFarAs(value, fields[key])]));
}

describe('fixtures', () => {
  for (const name of readdirSync(FOLDER)) {
    const folder = new URL(`${name}/`, FOLDER);
    const about = readJson(new URL('about.json', folder)) as About;
    test(`${name}: ${about.says}`, () => {
      const input = readdirSync(folder).find((file) => file.startsWith('input.'))!;
      const parsed = parseFeed(readFileSync(new URL(input, folder)), {
        url: about.url ?? 'https://news.beiling.example/feed',
        headers: about.headers ?? {},
        now: new Date(about.now ?? '2026-09-01T04:00:00Z'),
      });
      const actual = parsed.ok
        ? { ...parsed.value, notes: parsed.notes.map((note) => note.code) }
        : { problem: parsed.problem.code };
      const expected = readJson(new URL('expected.json', folder));
      expect(asFarAs(expected, actual)).toEqual(expected);
    });
  }
});
