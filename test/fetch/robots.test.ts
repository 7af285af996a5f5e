import { describe, expect, test } from 'vitest';
import { parseRobots } from '../../src/fetch/robots/parse-robots.ts';
import { robotsAllow } from '../../src/fetch/robots/robots-allow.ts';
import { codeOf, withOrigin } from './with-origin.ts';

const allowed = (text: string, path: string, product = 'Kanyin'): boolean =>
  robotsAllow(parseRobots(text, product), path);

describe('robots.txt (RFC 9309)', () => {
  test('the longest rule decides, allow wins a tie, nothing said means yes', () => {
    const text = 'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /x\nAllow: /x';
    expect(allowed(text, '/news/1')).toBe(false);
    expect(allowed(text, '/news/open/1')).toBe(true);
    expect(allowed(text, '/x')).toBe(true);
    expect(allowed(text, '/')).toBe(true);
    expect(allowed('', '/')).toBe(true);
    expect(allowed('User-agent: *\nDisallow:', '/')).toBe(true);
    expect(allowed('User-agent: *\nDisallow: /', '/robots.txt')).toBe(true);
  });
  test('wildcards and the end mark', () => {
    const text = 'User-agent: *\nDisallow: /*.php$\nDisallow: /a*c/d\nDisallow: /end$\nDisallow: *print';
    expect(allowed(text, '/x/y.php')).toBe(false);
    expect(allowed(text, '/x/y.php?z=1')).toBe(true);
    expect(allowed(text, '/abbbc/d/e')).toBe(false);
    expect(allowed(text, '/end')).toBe(false);
    expect(allowed(text, '/ending')).toBe(true);
    expect(allowed(text, '/q/print/1')).toBe(false);
  });
  test('our own groups are put together and replace those for everybody', () => {
    const text =
      'User-agent: KANYIN/2.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: kanyin\nDisallow: /b';
    expect(allowed(text, '/a')).toBe(false);
    expect(allowed(text, '/b')).toBe(false);
    expect(allowed(text, '/c')).toBe(true);
    expect(allowed(text, '/c', 'Other')).toBe(true);
    expect(allowed(text, '/c', 'Nobody')).toBe(false);
    expect(allowed('User-agent: kanyinbot\nDisallow: /', '/')).toBe(true);
  });
  test('escapes are compared as one spelling; lines of others end no group', () => {
    const text =
      '\ufeffuser-agent : *\r\nSitemap: https://x/s.xml\r\nfoo\r\ndisallow : /新闻 # note\r\nDisallow: /%7euser\r\n';
    expect(allowed(text, '/%e6%96%b0%E9%97%BB/1')).toBe(false);
    expect(allowed(text, '/~user')).toBe(false);
  });
  test('hostile files cost little', () => {
    const stars = `User-agent: *\nDisallow: /${'*a'.repeat(5000)}$\n`;
    expect(allowed(stars, `/${'a'.repeat(8000)}b`)).toBe(true);
    const many = `User-agent: *\n${'Disallow: /x\n'.repeat(100_000)}`;
    expect(parseRobots(many, 'Kanyin').rules.length).toBeLessThan(10_000);
  });
});

describe('robots.txt at work', () => {
  test('is asked for once, holds for pages and not for feeds', async () => {
    const { origin, get } = await withOrigin({ robots: true });
    origin.otherwise(() => ({ body: '<html></html>' }));
    origin.on('/robots.txt', { body: 'User-agent: *\nDisallow: /private' });
    expect(codeOf(await get('/private/1', { kind: 'page' }))).toBe('FETCH_ROBOTS');
    expect(codeOf(await get('/open', { kind: 'page' }))).toBe('ok');
    expect(codeOf(await get('/private/feed'))).toBe('ok');
    expect(origin.seen.map((seen) => seen.path)).toEqual(['/robots.txt', '/open', '/private/feed']);
  });
  test('a redirect into a forbidden part is not followed', async () => {
    const { origin, get } = await withOrigin({ robots: true });
    origin.on('/robots.txt', { body: 'User-agent: *\nDisallow: /private' });
    origin.on('/open', { status: 302, headers: { location: '/private' } });
    expect(codeOf(await get('/open', { kind: 'page' }))).toBe('FETCH_ROBOTS');
  });
  test('without the file everything is open; with a server error nothing is, for now', async () => {
    let now = 1e12;
    const { origin, get } = await withOrigin({ robots: true }, { now: () => now });
    origin.on('/page', { body: '<html></html>' });
    origin.on('/robots.txt', [{ status: 503 }, { status: 404 }]);
    expect(codeOf(await get('/page', { kind: 'page' }))).toBe('FETCH_ROBOTS');
    expect(codeOf(await get('/page', { kind: 'page' }))).toBe('FETCH_ROBOTS');
    now += 3_600_000;
    expect(codeOf(await get('/page', { kind: 'page' }))).toBe('ok');
  });
  test('crawl-delay widens the spacing', async () => {
    const { origin, get } = await withOrigin({ robots: true });
    origin.otherwise(() => ({ body: '<html></html>' }));
    origin.on('/robots.txt', { body: 'User-agent: *\nCrawl-delay: 0.1' });
    await get('/1', { kind: 'page' });
    await get('/2', { kind: 'page' });
    expect(origin.hosts.all[0]?.leastGapMs).toBeGreaterThanOrEqual(99);
  });
});
