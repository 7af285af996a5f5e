import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linkHeader } from '../../src/fetch/websub/link-header.ts';
import { createApp } from '../../src/server/create-app.ts';
import { feedOf, type LineRoom, openLineRoom } from '../support/line-room.ts';

const CALLBACK = 'https://paper.example/kanyin';
let it: LineRoom;
let app: ReturnType<typeof createApp>;
beforeEach(async () => {
  it = await openLineRoom({ fetch: { websubCallback: `${CALLBACK}/` } });
  it.needs.post = it.fetcher.post;
  app = createApp({ newsroom: it.needs.newsroom, store: it.store, now: it.needs.now });
  const links = `<link xmlns="http://www.w3.org/2005/Atom" rel="hub" href="${it.origin.url('/hub')}"/><link xmlns="http://www.w3.org/2005/Atom" rel="self" href="${it.origin.url('/feed')}"/>`;
  it.origin.on('/feed', { body: feedOf(['polled'], links) });
  it.origin.on('/hub', { status: 202 });
  await it.configure([{ id: 'one', url: it.origin.url('/feed') }]);
});
afterEach(() => it.close());

const asked = () => it.origin.seen.filter((seen) => seen.path === '/hub').map((seen) => new URLSearchParams(seen.body));
/** path below the public address at which the hub was told to find us */
const callback = (): string => asked().at(-1)!.get('hub.callback')!.slice(CALLBACK.length);
const confirm = async (more: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': it.origin.url('/feed'),
    'hub.challenge': 'c-17',
    'hub.lease_seconds': '86400',
    ...more,
  });
  const answer = await app.request(`${callback()}?${query}`);
  return [answer.status, await answer.text()];
};
const push = async (body: string, secret = asked().at(-1)!.get('hub.secret')!, method = 'sha256') => {
  const signature = `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
  const answer = await app.request(callback(), { method: 'POST', body, headers: { 'x-hub-signature': signature } });
  return answer.status;
};

describe('a feed that names a hub', () => {
  test('is subscribed after its poll, confirmed by the challenge, and then asked rarely', async () => {
    await it.poll();
    expect(asked()).toHaveLength(1);
    expect(asked()[0]!.get('hub.topic')).toBe(it.origin.url('/feed'));
    expect(asked()[0]!.get('hub.callback')).toMatch(/^https:\/\/paper\.example\/kanyin\/websub\/[\w-]{20,}$/);
    expect(asked()[0]!.get('hub.secret')!.length).toBeGreaterThan(40);
    expect(await confirm()).toEqual([200, 'c-17']);
    await it.poll();
    expect(asked()).toHaveLength(1);
    expect((await it.stateOf('one')).why).toBe('hub');
    expect((await it.stateOf('one')).intervalMs).toBeGreaterThanOrEqual(6 * 3_600_000);
  });

  test('what is pushed with our signature becomes articles at once, whole feed or part, sha1 or sha256', async () => {
    await it.poll();
    await confirm();
    expect(await push(feedOf(['pushed', 'polled']))).toBe(202);
    expect(await push(feedOf(['older method']), undefined, 'sha1')).toBe(202);
    expect((await it.titles()).sort()).toEqual(['older method', 'polled', 'pushed']);
    expect((await it.store.counts()).revisions).toBe(3);
    expect(it.origin.seen.filter((seen) => seen.path === '/feed')).toHaveLength(1);
  });

  test('anything else that arrives there changes nothing', async () => {
    await it.poll();
    await confirm();
    expect(await push(feedOf(['forged']), 'guessed')).toBe(202);
    expect((await app.request(callback(), { method: 'POST', body: feedOf(['unsigned']) })).status).toBe(202);
    expect(await push('<html>no feed</html>')).toBe(202);
    expect((await app.request('/websub/none', { method: 'POST', body: 'x' })).status).toBe(410);
    expect(await it.titles()).toEqual(['polled']);
    expect(await it.healthOf('one')).toMatchObject({ state: 'ok' });
    const huge = await app.request(callback(), { method: 'POST', body: 'x'.repeat(11 * 1024 * 1024) });
    expect(huge.status).toBe(413);
  });

  test('a question we did not raise gets no answer', async () => {
    await it.poll();
    expect((await confirm({ 'hub.topic': 'https://other.example/' }))[0]).toBe(404);
    expect((await confirm({ 'hub.mode': 'unsubscribe' }))[0]).toBe(404);
    expect((await app.request('/websub/none?hub.mode=subscribe&hub.challenge=x')).status).toBe(404);
    await it.poll();
    expect((await it.stateOf('one')).why).not.toBe('hub');
  });

  test('the lease is renewed before it ends, under the same callback; a lease that ended means polling', async () => {
    await it.poll();
    await confirm();
    const first = asked()[0]!;
    for (let hours = 0; hours < 22; hours += 6) {
      it.later(6.7 * 60);
      await it.poll('due');
    }
    expect(asked()).toHaveLength(2);
    expect(asked()[1]!.get('hub.callback')).toBe(first.get('hub.callback'));
    expect(asked()[1]!.get('hub.secret')).toBe(first.get('hub.secret'));
    // The hub is silent from now on.
    it.later(24 * 60);
    await it.poll('due');
    await it.poll();
    expect((await it.stateOf('one')).why).not.toBe('hub');
  });

  test('a hub that refuses or denies is asked again a day later, and polling goes on', async () => {
    it.origin.on('/hub', { status: 403, body: 'not you' });
    await it.poll();
    it.later(23 * 60);
    await it.poll();
    expect(asked()).toHaveLength(1);
    it.later(2 * 60);
    await it.poll();
    expect(asked()).toHaveLength(2);
    expect(it.events.filter((event) => event.kind === 'hub')).toHaveLength(2);
    expect(await confirm({ 'hub.mode': 'denied', 'hub.reason': 'closed' })).toEqual([200, '']);
    it.later(60);
    await it.poll();
    expect(asked()).toHaveLength(2);
    expect(await it.healthOf('one')).toMatchObject({ state: 'ok' });
  });

  test('without a public address nobody is asked, and there is no callback', async () => {
    delete it.needs.newsroom.fetch.websubCallback;
    await it.poll();
    expect(asked()).toEqual([]);
    const closed = createApp({ newsroom: it.needs.newsroom, store: it.store, now: it.needs.now });
    expect((await closed.request('/websub/x', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

test('a hub in the headers of the answer counts before one in the document', async () => {
  it.origin.on('/feed', {
    body: feedOf(['polled']),
    headers: { link: '</hub>; rel="hub", <https://news.example/topic?a=1,2>; title="x, y"; rel=self' },
  });
  await it.poll();
  expect(asked()[0]!.get('hub.topic')).toBe('https://news.example/topic?a=1,2');
});

test('Link headers in the forms of RFC 8288', () => {
  const read = (header: string) => linkHeader(header, 'hub', 'https://news.example/a/feed');
  expect(read('<https://hub.example/>; rel=hub')).toBe('https://hub.example/');
  expect(read('<../h>;rel="self hub"')).toBe('https://news.example/h');
  expect(read('<https://a.example/>; rel=self, <https://b.example/>; REL="HUB"')).toBe('https://b.example/');
  expect(read('<https://a.example/>; rel=hubs')).toBeUndefined();
  expect(read('<https://a.example/>; title="; rel=hub"')).toBeUndefined();
  expect(read('')).toBeUndefined();
  expect(read('<http://[>; rel=hub')).toBeUndefined();
});
