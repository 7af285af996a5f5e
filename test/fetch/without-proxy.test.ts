import { expect, test } from 'vitest';
import { withoutProxy } from '../../src/fetch/without-proxy.ts';

test('NO_PROXY names hosts and all below them, addresses, ranges and ports', () => {
  const direct = withoutProxy([
    'news.example',
    '.inside.example',
    '10.0.0.0/8',
    '192.0.2.7',
    'ported.example:8080',
    '::1',
  ]);
  const said = (hostname: string, port = 443): boolean => direct(hostname, port);
  for (const host of [
    'news.example',
    'NEWS.example',
    'www.news.example',
    'a.inside.example',
    'inside.example',
    '10.1.2.3',
    '192.0.2.7',
    '[::1]',
  ])
    expect(said(host), host).toBe(true);
  for (const host of ['badnews.example', 'news.example.org', '11.0.0.1', '192.0.2.8', 'ported.example', '10.example'])
    expect(said(host), host).toBe(false);
  expect(said('ported.example', 8080)).toBe(true);
  expect(withoutProxy(['*'])('anything.example', 80)).toBe(true);
  expect(withoutProxy([])('anything.example', 80)).toBe(false);
});
