import { describe, expect, test } from 'vitest';
import { codeOf, withOrigin } from './with-origin.ts';

describe('statuses', () => {
  const cases: [number, string][] = [
    [401, 'HTTP_UNAUTHORIZED'],
    [403, 'HTTP_FORBIDDEN'],
    [404, 'HTTP_NOT_FOUND'],
    [410, 'HTTP_GONE'],
    [418, 'HTTP_REFUSED'],
    [429, 'HTTP_RATE_LIMITED'],
    [451, 'HTTP_FORBIDDEN'],
    [500, 'HTTP_SERVER_ERROR'],
    [503, 'HTTP_SERVER_ERROR'],
    [206, 'FETCH_TRUNCATED'],
    [302, 'FETCH_BAD_ANSWER'],
    [200, 'ok'],
    [203, 'ok'],
  ];
  for (const [status, code] of cases) {
    test(`${status} is ${code}`, async () => {
      const { origin, get } = await withOrigin();
      origin.on('/feed', { status, body: '<p>sorry</p>' });
      const got = await get('/feed');
      expect(codeOf(got)).toBe(code);
      if (!got.ok) expect(got.problem.where).toBe(origin.url('/feed'));
    });
  }
  test('Retry-After in seconds and as a date', async () => {
    const now = Date.parse('2026-03-01T00:00:00Z');
    const { origin, get } = await withOrigin({}, { now: () => now });
    origin.on('/seconds', { status: 429, headers: { 'retry-after': '120' } });
    origin.on('/date', { status: 503, headers: { 'retry-after': 'Sun, 01 Mar 2026 01:00:00 GMT' } });
    origin.on('/nonsense', { status: 503, headers: { 'retry-after': 'soon' } });
    const at = async (path: string) => {
      const got = await get(path);
      return got.ok ? undefined : got.problem.retryAt;
    };
    expect(await at('/seconds')).toBe(now + 120_000);
    expect(await at('/date')).toBe(now + 3_600_000);
    expect(await at('/nonsense')).toBeUndefined();
  });
});

describe('browser checks', () => {
  test('Cloudflare says so in a header', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/feed', { status: 403, headers: { 'cf-mitigated': 'challenge' }, body: '<html></html>' });
    expect(codeOf(await get('/feed'))).toBe('FETCH_CHALLENGE');
  });
  test('look-alikes are known by their scripts, whatever the status', async () => {
    const { origin, get } = await withOrigin();
    const bodies = [
      '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>',
      '<html><script>var arg1="0A";document.cookie="acw_sc__v2="+x</script></html>',
      '<script>document.cookie="__jsl_clearance_s=1"+a</script>',
      '<html><head><title>安全验证</title></head><body><div id="x"></div></body></html>',
      '<html><body><script src="https://geo.captcha-delivery.com/c.js"></script></body></html>',
    ];
    for (const status of [200, 202, 403, 503]) {
      for (const body of bodies) {
        origin.on('/page', { status, body });
        expect(codeOf(await get('/page', { kind: 'page' })), `${status} ${body}`).toBe('FETCH_CHALLENGE');
      }
    }
  });
  test('an article of a guarded host, and a feed that writes about checks, are none', async () => {
    const { origin, get } = await withOrigin();
    const article = `<html><body><script src="/cdn-cgi/challenge-platform/x.js"></script><p>${'Long text of an article. '.repeat(60)}</p></body></html>`;
    origin.on('/page', { body: article });
    origin.on('/feed', {
      body: '<?xml version="1.0"?><rss><item><title>acw_sc__v2 and __jsl_clearance</title></item></rss>',
    });
    expect(codeOf(await get('/page', { kind: 'page' }))).toBe('ok');
    expect(codeOf(await get('/feed'))).toBe('ok');
  });
});
