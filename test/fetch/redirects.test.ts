import { describe, expect, test } from 'vitest';
import { openOrigin } from '../support/origin/origin.ts';
import { codeOf, textOf, withOrigin } from './with-origin.ts';

const to = (location: string, status = 302) => ({ status, headers: { location } });

describe('redirects', () => {
  test('are followed and told, hop by hop', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/a', to('/b', 301));
    origin.on('/b', to(origin.url('/c#part'), 307));
    origin.on('/c', { body: '<rss/>' });
    const got = await get('/a');
    expect(textOf(got)).toBe('<rss/>');
    expect(got.ok && got.value.url).toBe(origin.url('/c'));
    expect(got.ok && got.value.redirects).toEqual([
      { from: origin.url('/a'), to: origin.url('/b'), permanent: true },
      { from: origin.url('/b'), to: origin.url('/c'), permanent: false },
    ]);
  });
  test('loops and endless chains end', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/self', to('/self'));
    origin.on('/ping', to('/pong'));
    origin.on('/pong', to('/ping'));
    origin.otherwise((seen) => to(`${seen.path}x`));
    expect(codeOf(await get('/self'))).toBe('FETCH_REDIRECT_LOOP');
    expect(codeOf(await get('/ping'))).toBe('FETCH_REDIRECT_LOOP');
    expect(codeOf(await get('/on'))).toBe('FETCH_REDIRECT_LOOP');
    expect(origin.seen.length).toBeLessThan(20);
  });
  test('a host that wants its cookie back before it answers is no loop', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/feed', (seen) =>
      seen.headers['cookie'] === 'visit=1'
        ? { body: '<rss/>' }
        : { status: 302, headers: { location: '/feed', 'set-cookie': 'visit=1; Path=/; HttpOnly' } },
    );
    expect(textOf(await get('/feed'))).toBe('<rss/>');
  });
  test('a path in raw UTF-8 or GBK arrives as the server wrote it', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/utf8', to(Buffer.from('/新闻').toString('latin1')));
    origin.on('/gbk', to(Buffer.from([0x2f, 0xd0, 0xc2]).toString('latin1')));
    origin.on('/%E6%96%B0%E9%97%BB', { body: 'utf8' });
    origin.on('/%D0%C2', { body: 'gbk' });
    expect(textOf(await get('/utf8'))).toBe('utf8');
    expect(textOf(await get('/gbk'))).toBe('gbk');
  });
});

describe('credentials', () => {
  test('an address with a login sends it as a header, to its own origin only, and shows it nowhere', async () => {
    const other = await openOrigin();
    try {
      const lines: unknown[] = [];
      const { origin, fetch } = await withOrigin({}, { log: (line) => lines.push(line) });
      origin.on('/feed', to(other.url('/there?key=hidden-key')));
      other.on('/there', { status: 500 });
      const url = origin.url('/feed').replace('//', '//reader:s3cret@');
      const got = await fetch({ url, kind: 'feed', headers: { Cookie: 'session=private', 'X-Api-Key': 'token-1' } });
      expect(origin.seen[0]?.headers['authorization']).toBe(`Basic ${Buffer.from('reader:s3cret').toString('base64')}`);
      expect(origin.seen[0]?.headers['cookie']).toBe('session=private');
      expect(origin.seen[0]?.headers['x-api-key']).toBe('token-1');
      for (const name of ['authorization', 'cookie', 'x-api-key']) expect(other.seen[0]?.headers[name]).toBeUndefined();
      const told = JSON.stringify([got, lines]);
      expect(told).not.toMatch(/s3cret|hidden-key|private|token-1/);
      expect(codeOf(got)).toBe('HTTP_SERVER_ERROR');
    } finally {
      await other.close();
    }
  });
  test('no problem of any kind tells a login', async () => {
    const { origin, fetch } = await withOrigin();
    origin.on('/hang', { fault: 'hang' });
    for (const url of [
      'http://u:s3cret@127.0.0.1:1/',
      'http://u:s3cret@10.0.0.1/',
      'ftp://u:s3cret@host/',
      origin.url('/hang?access_token=s3cret').replace('//', '//u:s3cret@'),
      origin.url('/none?code=s3cret').replace('//', '//u:s3cret@'),
    ]) {
      const got = await fetch({ url, kind: 'page', limits: { idleMs: 100 } });
      expect(got.ok).toBe(false);
      expect(JSON.stringify(got), url).not.toContain('s3cret');
    }
  });
});
