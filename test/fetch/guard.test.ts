import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAllowList } from '../../src/fetch/guard/allow-list.ts';
import { createGuard } from '../../src/fetch/guard/create-guard.ts';
import { refusedRange } from '../../src/fetch/guard/refused-range.ts';
import { codeOf, textOf, withOrigin } from './with-origin.ts';

describe('ranges', () => {
  const refused = [
    '127.0.0.1',
    '127.255.255.254',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '100.127.255.255',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '239.1.1.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fdff::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fec0::1',
    'nonsense',
    '',
  ];
  const open = [
    '8.8.8.8',
    '114.114.114.114',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '240e::1',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ];
  for (const address of refused) test(`${address} is refused`, () => expect(refusedRange(address)).toBeDefined());
  for (const address of open) test(`${address} is public`, () => expect(refusedRange(address)).toBeUndefined());
  test('no spelling of a private IPv4 address inside IPv6 gets through', () => {
    const privates = fc
      .constantFrom('10', '127', '0')
      .chain((a) => fc.tuple(fc.constant(a), fc.nat(255), fc.nat(255), fc.nat(255)));
    fc.assert(
      fc.property(privates, fc.constantFrom('::ffff:', '::', '64:ff9b::'), (octets, prefix) => {
        expect(refusedRange(`${prefix}${octets.join('.')}`)).toBeDefined();
      }),
    );
  });
});

describe('the allow list', () => {
  test('names a host, host:port, address, address:port, range or everything below a name', () => {
    const allows = readAllowList([
      'rsshub.lan',
      'one.lan:1200',
      '10.1.2.3',
      '127.0.0.1:4100',
      '192.168.0.0/16',
      '[::1]:80',
      'fd00::/8',
      '*.home',
    ]);
    expect(allows('rsshub.lan', 99, '10.9.9.9')).toBe(true);
    expect(allows('one.lan', 1200, '10.9.9.9')).toBe(true);
    expect(allows('one.lan', 1201, '10.9.9.9')).toBe(false);
    expect(allows('x', 1, '10.1.2.3')).toBe(true);
    expect(allows('x', 1, '::ffff:10.1.2.3')).toBe(true);
    expect(allows('x', 1, '10.1.2.4')).toBe(false);
    expect(allows('x', 4100, '127.0.0.1')).toBe(true);
    expect(allows('x', 4101, '127.0.0.1')).toBe(false);
    expect(allows('x', 1, '192.168.7.7')).toBe(true);
    expect(allows('x', 80, '::1')).toBe(true);
    expect(allows('x', 81, '::1')).toBe(false);
    expect(allows('x', 1, 'fd12::1')).toBe(true);
    expect(allows('a.b.home', 1, '10.9.9.9')).toBe(true);
    expect(allows('home', 1, '10.9.9.9')).toBe(false);
  });
  test('an unreadable rule allows nothing', () => {
    const allows = readAllowList(['', '/', '10.0.0.0/99', '*', 'not an address/8']);
    expect(allows('x', 80, '10.0.0.1')).toBe(false);
  });
});

describe('the guard at work', () => {
  test('refuses literals in every spelling, and sends nothing', async () => {
    const { origin, fetch } = await withOrigin({ allowPrivate: [] });
    const port = origin.port;
    for (const host of [
      '127.0.0.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '127.0.0.1.',
      '１２７.0.0.1',
      'localhost',
      'a.localhost',
    ])
      expect(codeOf(await fetch({ url: `http://${host}:${port}/`, kind: 'feed' })), host).toBe('FETCH_REFUSED_ADDRESS');
    expect(origin.seen).toEqual([]);
  });
  test('refuses names that lead inside, and connects to none of their addresses', async () => {
    const resolve = async () => [
      { address: '10.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
    const { fetch } = await withOrigin({ allowPrivate: [] }, { resolve });
    expect(codeOf(await fetch({ url: 'http://inside.example/', kind: 'feed' }))).toBe('FETCH_REFUSED_ADDRESS');
  });
  test('refuses on a redirect', async () => {
    const { origin, get } = await withOrigin({ allowPrivate: ['127.0.0.1'] });
    for (const to of [
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]:1/',
      'http://127.0.0.2/',
      '//0xa000001/',
    ]) {
      origin.on('/feed', { status: 302, headers: { location: to } });
      expect(codeOf(await get('/feed')), to).toBe('FETCH_REFUSED_ADDRESS');
    }
    origin.on('/feed', { status: 302, headers: { location: 'file:///etc/passwd' } });
    expect(codeOf(await get('/feed'))).toBe('FETCH_BAD_ANSWER');
  });
  test('rebinding: the socket goes to the address that was checked, and each new answer is checked', async () => {
    let now = 0;
    const answers = ['127.0.0.1', '127.0.0.2'];
    const asked: string[] = [];
    const resolve = async () => {
      const address = answers[Math.min(asked.length, 1)]!;
      asked.push(address);
      return [{ address, family: 4 }];
    };
    const { origin, fetch } = await withOrigin({ allowPrivate: ['127.0.0.1'] }, { resolve, now: () => now });
    origin.on('/feed', { body: '<rss/>', headers: { connection: 'close' } });
    const url = origin.url('/feed', 'rebind.example');
    expect(textOf(await fetch({ url, kind: 'feed' }))).toBe('<rss/>');
    now += 3_600_000;
    expect(codeOf(await fetch({ url, kind: 'feed' }))).toBe('FETCH_REFUSED_ADDRESS');
    expect(asked).toEqual(answers);
  });
  test('of several addresses only the public ones are used', async () => {
    const guard = createGuard({
      allowPrivate: [],
      now: () => 0,
      resolve: async () => [
        { address: '192.168.1.1', family: 4 },
        { address: '203.0.114.1', family: 4 },
      ],
    });
    expect(await guard.addresses('mixed.example', 80)).toEqual([{ address: '203.0.114.1', family: 4 }]);
  });
});
