import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createFetch } from '../../src/fetch/create-fetch.ts';
import { askHub } from '../../src/fetch/websub/ask-hub.ts';
import { renewAt, verifyIntent } from '../../src/fetch/websub/verify-intent.ts';
import { verifySignature } from '../../src/fetch/websub/verify-signature.ts';
import { openOrigin } from '../support/origin/origin.ts';
import { codeOf, POLICY } from './with-origin.ts';

const subscription = {
  mode: 'subscribe',
  topic: 'https://news.example/feed?a=1&b=2',
  callback: 'https://me.example/websub/abc',
  secret: 'xyzzy',
  leaseSeconds: 86_400,
} as const;

describe('subscription', () => {
  test('is one guarded POST; a refusal is a named problem', async () => {
    const origin = await openOrigin();
    const open = createFetch(POLICY, { now: () => 0 });
    const shut = createFetch({ ...POLICY, allowPrivate: [] }, { now: () => 0 });
    try {
      origin.on('/hub', [{ status: 202 }, { status: 422, body: 'no such topic' }]);
      expect(codeOf(await askHub(origin.url('/hub'), subscription, { post: open.post }))).toBe('ok');
      const form = new URLSearchParams(origin.seen[0]?.body);
      expect(origin.seen[0]?.method).toBe('POST');
      expect([
        form.get('hub.mode'),
        form.get('hub.topic'),
        form.get('hub.callback'),
        form.get('hub.lease_seconds'),
      ]).toEqual(['subscribe', subscription.topic, subscription.callback, '86400']);
      const refused = await askHub(origin.url('/hub'), subscription, { post: open.post });
      expect(!refused.ok && refused.problem).toMatchObject({ code: 'WEBSUB_REFUSED', why: 'HTTP 422: no such topic' });
      expect(codeOf(await askHub(origin.url('/hub'), subscription, { post: shut.post }))).toBe('FETCH_REFUSED_ADDRESS');
    } finally {
      await open.close();
      await shut.close();
      await origin.close();
    }
  });
});

describe('verification of intent', () => {
  const ask = (more: Record<string, string>) =>
    new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': subscription.topic,
      'hub.challenge': 'c-1',
      'hub.lease_seconds': '3600',
      ...more,
    });
  test('what we asked for is confirmed with the challenge', () => {
    expect(verifyIntent(ask({}), subscription)).toEqual({ kind: 'subscribed', challenge: 'c-1', leaseSeconds: 3600 });
    expect(verifyIntent(ask({ 'hub.mode': 'unsubscribe' }), { ...subscription, mode: 'unsubscribe' }).kind).toBe(
      'unsubscribed',
    );
  });
  test('what we did not ask for is unknown', () => {
    expect(verifyIntent(ask({}), undefined).kind).toBe('unknown');
    expect(verifyIntent(ask({ 'hub.topic': 'https://other.example/' }), subscription).kind).toBe('unknown');
    expect(verifyIntent(ask({ 'hub.mode': 'unsubscribe' }), subscription).kind).toBe('unknown');
    expect(verifyIntent(ask({ 'hub.challenge': '' }), subscription).kind).toBe('unknown');
  });
  test('denial, and leases without sense', () => {
    expect(verifyIntent(ask({ 'hub.mode': 'denied', 'hub.reason': 'closed' }), subscription)).toEqual({
      kind: 'denied',
      reason: 'closed',
    });
    for (const lease of ['', '-1', 'x', '1e99']) {
      const intent = verifyIntent(ask({ 'hub.lease_seconds': lease }), subscription);
      expect(intent.kind === 'subscribed' && intent.leaseSeconds).toBeGreaterThan(0);
      expect(intent.kind === 'subscribed' && intent.leaseSeconds).toBeLessThanOrEqual(864_000);
    }
  });
  test('a lease is renewed before it ends', () => {
    expect(renewAt(1000, 86_400)).toBe(1000 + 77_760_000);
    expect(renewAt(0, 3600)).toBe(3_000_000);
    expect(renewAt(5, 60)).toBe(5);
  });
});

describe('signatures', () => {
  const body = Buffer.from('<feed>新闻</feed>');
  const sign = (method: string, secret = 'xyzzy') =>
    `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
  test('every method of the specification', () => {
    for (const method of ['sha1', 'sha256', 'sha384', 'sha512'])
      expect(verifySignature(body, sign(method), 'xyzzy')).toBe(true);
    expect(verifySignature(body, `sha256=00,${sign('sha512')}`, 'xyzzy')).toBe(true);
  });
  test('everything else is no', () => {
    expect(verifySignature(body, undefined, 'xyzzy')).toBe(false);
    expect(verifySignature(body, sign('sha256', 'other'), 'xyzzy')).toBe(false);
    expect(verifySignature(Buffer.from('changed'), sign('sha256'), 'xyzzy')).toBe(false);
    expect(verifySignature(body, sign('md5'), 'xyzzy')).toBe(false);
    for (const header of [
      '',
      '=',
      'sha256',
      'sha256=',
      'sha256=zz',
      sign('sha256').slice(0, -2),
      `${'a,'.repeat(5000)}`,
    ])
      expect(verifySignature(body, header, 'xyzzy')).toBe(false);
  });
});
