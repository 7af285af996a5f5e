import { describe, expect, test } from 'vitest';
import type { Coding } from '../support/origin/faults.ts';
import { codeOf, textOf, withOrigin } from './with-origin.ts';

describe('conditional requests', () => {
  test('validators go back verbatim and are stored after 200 and after 304', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/feed', (seen) =>
      seen.headers['if-none-match'] === 'W/"weird, ünquoted'
        ? { status: 304, headers: { etag: '"second"' } }
        : { headers: { etag: 'W/"weird, ünquoted', 'last-modified': 'yesterday, as it were' }, body: '<rss/>' },
    );
    const first = await get('/feed');
    expect(first.ok && first.value.validators).toEqual({
      etag: 'W/"weird, ünquoted',
      lastModified: 'yesterday, as it were',
    });
    const second = await get('/feed', { validators: first.ok ? first.value.validators : {} });
    expect(origin.seen[1]?.headers['if-modified-since']).toBe('yesterday, as it were');
    expect(second.ok && second.value.status).toBe(304);
    expect(second.ok && second.value.bytes.length).toBe(0);
    expect(second.ok && second.value.validators).toEqual({ etag: '"second"', lastModified: 'yesterday, as it were' });
  });
  test('304 to a request without validators is no answer', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/feed', { status: 304 });
    expect(codeOf(await get('/feed'))).toBe('FETCH_BAD_ANSWER');
  });
});

describe('decompression', () => {
  const text = `<rss>${'新闻 '.repeat(500)}</rss>`;
  for (const coding of ['gzip', 'deflate', 'deflate-raw', 'br', 'zstd'] satisfies Coding[]) {
    test(coding, async () => {
      const { origin, get } = await withOrigin();
      origin.on('/feed', { body: text, coding });
      const got = await get('/feed');
      expect(textOf(got)).toBe(text);
      expect(got.ok && got.value.wireBytes).toBeLessThan(text.length);
    });
  }
  test('what is not in its declared coding is taken as it is', async () => {
    const { origin, get } = await withOrigin();
    for (const coding of ['gzip', 'deflate', 'br', 'zstd', 'utf-8']) {
      origin.on('/feed', { body: '<rss/>', headers: { 'content-encoding': coding } });
      expect(textOf(await get('/feed'))).toBe('<rss/>');
    }
  });
  test('an unknown coding and corrupt data are named', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/unknown', { body: 'xyz', headers: { 'content-encoding': 'sdch' } });
    origin.on('/corrupt', {
      body: Buffer.from('1f8b0800000000000003ffffffffff', 'hex'),
      headers: { 'content-encoding': 'gzip' },
    });
    expect(codeOf(await get('/unknown'))).toBe('FETCH_BAD_ANSWER');
    expect(codeOf(await get('/corrupt'))).toBe('FETCH_BAD_ANSWER');
  });
  for (const coding of ['gzip', 'br', 'zstd'] satisfies Coding[]) {
    test(`a ${coding} bomb stops at the decoded limit`, async () => {
      const { origin, get } = await withOrigin();
      origin.on('/bomb', { body: Buffer.alloc(20_000_000, 'a'), coding });
      const before = process.memoryUsage().arrayBuffers;
      expect(codeOf(await get('/bomb', { limits: { decodedBytes: 1_000_000 } }))).toBe('FETCH_TOO_LARGE');
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40_000_000);
    });
  }
});

describe('headers', () => {
  test('says honestly who asks, and what it can read', async () => {
    const { origin, get } = await withOrigin();
    await get('/feed');
    expect(origin.seen[0]?.headers['user-agent']).toBe('Kanyin/0.1 (+https://kanyin.example)');
    expect(origin.seen[0]?.headers['accept-encoding']).toBe('gzip, deflate, br, zstd');
    expect(origin.seen[0]?.headers['accept']).toContain('application/atom+xml');
  });
  test('sessions are not handed on', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/feed', { body: '<rss/>', headers: { 'set-cookie': ['a=1', 'b=2'], 'x-other': 'yes' } });
    const got = await get('/feed');
    expect(got.ok && got.value.headers['set-cookie']).toBeUndefined();
    expect(got.ok && got.value.headers['x-other']).toBe('yes');
  });
});
