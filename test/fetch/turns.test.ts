import { describe, expect, test } from 'vitest';
import { withOrigin } from './with-origin.ts';

describe('one request at a time per host, with spacing', () => {
  test('however many ask at once; other hosts do not wait', async () => {
    const { origin, fetch } = await withOrigin({ spacingMs: 40 });
    origin.otherwise(() => ({ body: '<rss/>', delayMs: 5 }));
    const hosts = ['a.localhost', 'b.localhost', 'c.localhost'];
    const began = performance.now();
    await Promise.all(
      hosts.flatMap((host) =>
        Array.from({ length: 5 }, (_, i) => fetch({ url: origin.url(`/${i}`, host), kind: 'feed' })),
      ),
    );
    expect(origin.hosts.all.map((h) => [h.requests, h.atOnce])).toEqual([
      [5, 1],
      [5, 1],
      [5, 1],
    ]);
    for (const host of origin.hosts.all) expect(host.leastGapMs).toBeGreaterThanOrEqual(39);
    expect(performance.now() - began).toBeLessThan(3 * 4 * 40 * 3);
  });
  test('redirects, robots.txt and second tries take turns too', async () => {
    const { origin, fetch } = await withOrigin({ spacingMs: 40, robots: true });
    origin.on('/robots.txt', { body: 'User-agent: *\nDisallow: /no' });
    origin.on('/a', { status: 301, headers: { location: '/b' } });
    origin.on('/b', [{ fault: 'reset' }, { body: '<html></html>' }]);
    const got = await fetch({ url: origin.url('/a'), kind: 'page' });
    expect(got.ok).toBe(true);
    expect(origin.seen.map((seen) => seen.path)).toEqual(['/robots.txt', '/a', '/b', '/b']);
    expect(origin.hosts.all[0]?.atOnce).toBe(1);
    expect(origin.hosts.all[0]?.leastGapMs).toBeGreaterThanOrEqual(39);
  });
  test('who gives up while waiting leaves the others their turn', async () => {
    const { origin, get } = await withOrigin({ spacingMs: 20 });
    origin.otherwise(() => ({ body: '<rss/>' }));
    const stop = AbortSignal.timeout(10);
    const got = await Promise.all([get('/1'), get('/2', { signal: stop }), get('/3', { signal: stop }), get('/4')]);
    expect(got.map((one) => (one.ok ? 'ok' : one.problem.code))).toEqual(['ok', 'STOPPED', 'STOPPED', 'ok']);
  });
});
