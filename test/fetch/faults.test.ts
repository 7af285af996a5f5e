import { describe, expect, test } from 'vitest';
import { makeCertificate } from '../support/origin/certificate.ts';
import type { Fault } from '../support/origin/faults.ts';
import { codeOf, textOf, withOrigin } from './with-origin.ts';

const SHORT = { connectMs: 300, idleMs: 300, totalMs: 800 };

describe('hosts that misbehave', () => {
  const cases: [Fault, string][] = [
    ['hang', 'FETCH_TIMEOUT'],
    ['half-head', 'FETCH_TIMEOUT'],
    ['slow-loris', 'FETCH_TIMEOUT'],
    ['endless', 'FETCH_TOO_LARGE'],
    ['truncated', 'FETCH_TRUNCATED'],
    ['truncated-chunked', 'FETCH_TRUNCATED'],
    ['reset', 'FETCH_CONNECT'],
    ['garbage', 'FETCH_BAD_ANSWER'],
    ['huge-head', 'FETCH_BAD_ANSWER'],
  ];
  for (const [fault, code] of cases) {
    test(`${fault} is ${code}, and the next request is served`, async () => {
      const { origin, get } = await withOrigin();
      origin.on('/feed', { fault, body: '<rss>' });
      origin.on('/good', { body: '<rss/>' });
      const got = await get('/feed', { limits: { ...SHORT, wireBytes: 1_000_000 } });
      expect(codeOf(got)).toBe(code);
      expect(!got.ok && got.problem.where).toBe(origin.url('/feed'));
      expect(textOf(await get('/good'))).toBe('<rss/>');
    });
  }
  test('an answer that states more than the limit is not read', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/feed', { body: Buffer.alloc(2000) });
    expect(codeOf(await get('/feed', { limits: { wireBytes: 1000 } }))).toBe('FETCH_TOO_LARGE');
  });
  test('compressed data that ends early is truncated', async () => {
    const { gzipSync } = await import('node:zlib');
    const { origin, get } = await withOrigin();
    const whole = gzipSync(Buffer.from('<rss>'.repeat(1000)));
    origin.on('/feed', { body: whole.subarray(0, whole.length - 12), headers: { 'content-encoding': 'gzip' } });
    expect(codeOf(await get('/feed'))).toBe('FETCH_TRUNCATED');
  });
  test('a connection that was closed while idle is opened again', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/feed', [{ fault: 'reset' }, { body: '<rss/>' }]);
    expect(textOf(await get('/feed'))).toBe('<rss/>');
    expect(origin.seen.length).toBe(2);
  });
  test('a host that hangs delays no other', async () => {
    const { origin, fetch } = await withOrigin();
    origin.on('/hang', { fault: 'hang' });
    origin.on('/good', { body: '<rss/>' });
    let over = false;
    const hanging = fetch({ url: origin.url('/hang', 'a.localhost'), kind: 'feed', limits: { idleMs: 1500 } });
    void hanging.then(() => {
      over = true;
    });
    for (let i = 0; i < 20; i++) await fetch({ url: origin.url('/good', 'b.localhost'), kind: 'feed' });
    expect(over).toBe(false);
    expect(codeOf(await hanging)).toBe('FETCH_TIMEOUT');
  });
  test('a signal stops it, before and while it waits', async () => {
    const { origin, get } = await withOrigin();
    origin.on('/hang', { fault: 'hang' });
    expect(codeOf(await get('/hang', { signal: AbortSignal.abort() }))).toBe('STOPPED');
    expect(codeOf(await get('/hang', { signal: AbortSignal.timeout(50) }))).toBe('STOPPED');
    expect(origin.seen.length).toBe(1);
  });
});

describe('no way there', () => {
  test('no listener', async () => {
    const { fetch } = await withOrigin();
    expect(codeOf(await fetch({ url: 'http://127.0.0.1:1/', kind: 'feed' }))).toBe('FETCH_CONNECT');
  });
  test('unknown name, and a resolver that never answers', async () => {
    const resolve = (name: string) =>
      name === 'silent.example'
        ? new Promise<never>(() => undefined)
        : Promise.reject(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
    const { fetch } = await withOrigin({}, { resolve });
    expect(codeOf(await fetch({ url: 'http://nowhere.example/', kind: 'feed' }))).toBe('FETCH_DNS');
    expect(codeOf(await fetch({ url: 'http://silent.example/', kind: 'feed', limits: SHORT }))).toBe('FETCH_TIMEOUT');
  });
  test('addresses that are none', async () => {
    const { fetch } = await withOrigin();
    for (const url of ['', 'example.org/feed', 'ftp://example.org/', 'file:///etc/passwd', 'http://', 'javascript:1'])
      expect(codeOf(await fetch({ url, kind: 'feed' })), url).toBe('FETCH_ADDRESS');
  });
});

describe('TLS', () => {
  const trusted = makeCertificate('news.example');
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  test('a certificate that is trusted and fits', async () => {
    const { origin, fetch } = await withOrigin({}, { tls: trusted, ca: trusted.cert, resolve });
    origin.on('/feed', { body: '<rss/>' });
    expect(textOf(await fetch({ url: origin.url('/feed', 'news.example'), kind: 'feed' }))).toBe('<rss/>');
  });
  test('signed by nobody known, made for another name, or no TLS at all', async () => {
    const unknown = await withOrigin({}, { tls: trusted, resolve });
    expect(codeOf(await unknown.fetch({ url: unknown.origin.url('/', 'news.example'), kind: 'feed' }))).toBe(
      'FETCH_TLS',
    );
    const other = await withOrigin({}, { tls: trusted, ca: trusted.cert, resolve });
    expect(codeOf(await other.fetch({ url: other.origin.url('/', 'other.example'), kind: 'feed' }))).toBe('FETCH_TLS');
    const plain = await withOrigin({}, { resolve });
    const url = plain.origin.url('/', 'news.example').replace('http:', 'https:');
    expect(codeOf(await plain.fetch({ url, kind: 'feed' }))).toBe('FETCH_TLS');
  });
});
