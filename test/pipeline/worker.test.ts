import { afterEach, describe, expect, test } from 'vitest';
import { feedOf, type LineRoom, type LineRoomOptions, openLineRoom } from '../support/line-room.ts';

const open: LineRoom[] = [];
const room = async (options: LineRoomOptions = {}): Promise<LineRoom> => {
  const made = await openLineRoom(options);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const HOSTS = 40;
const EACH = 4;
const SPACING = 30;
const many = (port: number) =>
  Array.from({ length: HOSTS * EACH }, (_, n) => ({
    id: `s${n}`,
    url: `http://h${n % HOSTS}.localhost:${port}/feed/${n}`,
  }));

describe('many sources on many hosts', () => {
  test('each is polled once; no host sees two requests at once or closer than its spacing; each has its next due time', async () => {
    const it = await room({ fetch: { spacingMs: SPACING } });
    it.origin.otherwise((seen) => ({ body: feedOf([`entry of ${seen.path}`]) }));
    await it.configure(many(it.origin.port));
    await it.poll();
    expect(it.origin.seen).toHaveLength(HOSTS * EACH);
    expect(new Set(it.origin.seen.map((seen) => seen.path)).size).toBe(HOSTS * EACH);
    expect(it.origin.hosts.hosts.size).toBe(HOSTS);
    for (const host of it.origin.hosts.all) {
      expect(host.atOnce).toBe(1);
      expect(host.leastGapMs).toBeGreaterThanOrEqual(SPACING);
    }
    const now = it.needs.now();
    for (const row of await it.store.sources()) {
      expect(row.dueAt).toBeGreaterThan(now);
      expect(row.dueAt).toBeLessThanOrEqual(now + 1440 * 60_000 * 1.1);
    }
    expect(await it.store.heldHosts(now)).toEqual([]);
    it.later(1);
    await it.poll('due');
    expect(it.origin.seen).toHaveLength(HOSTS * EACH);
  });

  test('through hours every source is polled when it is due: never early and never a step late', async () => {
    const EVERY = 30;
    const STEP = 1;
    const it = await room({ fetch: { minMinutes: EVERY, maxMinutes: EVERY } });
    const polled = new Map<string, number[]>();
    it.origin.otherwise((seen) => {
      const times = polled.get(seen.path) ?? [];
      polled.set(seen.path, [...times, it.needs.now()]);
      return { body: feedOf([`entry of ${seen.path}`]) };
    });
    await it.configure(many(it.origin.port).slice(0, 24));
    for (let minute = 0; minute < 4 * 60; minute += STEP) {
      await it.poll('due');
      it.later(STEP);
    }
    expect(polled.size).toBe(24);
    for (const times of polled.values()) {
      const gaps = times.slice(1).map((at, i) => (at - times[i]!) / 60_000);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(EVERY);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(EVERY * 1.1 + STEP);
      expect(gaps.length).toBeGreaterThanOrEqual(6);
    }
    // Spread: not all at the same moment again.
    expect(new Set([...polled.values()].map((times) => times.at(-1))).size).toBeGreaterThan(1);
  });

  test('hosts that hang, more of them than are asked at once, hold up nobody', async () => {
    const stop = new AbortController();
    const it = await room({ signal: stop.signal, fetch: { hostsAtOnce: 4 } });
    const hanging = Array.from({ length: 12 }, (_, n) => ({
      id: `a${n}`,
      url: `http://a${n}.localhost:${it.origin.port}/hang`,
    }));
    it.origin.on('/hang', { fault: 'hang' });
    it.origin.otherwise((seen) => ({ body: feedOf([`entry of ${seen.path}`]) }));
    await it.configure([...hanging, ...many(it.origin.port)]);
    const polled = new Promise<void>((done) => {
      it.needs.report = (event) => {
        it.events.push(event);
        if (it.events.length === HOSTS * EACH) done();
      };
    });
    const work = it.poll();
    await polled;
    // The hanging ones are still being waited for.
    expect(it.events.every((event) => event.kind === 'polled')).toBe(true);
    stop.abort();
    await work;
    expect(await it.store.heldHosts(it.needs.now())).toEqual([]);
    expect((await it.store.source('a0'))?.state).toBeUndefined();
  });

  test('on its own host a source that failed last time comes after the others', async () => {
    const it = await room();
    it.origin.on('/broken', { status: 500 });
    it.origin.otherwise((seen) => ({ body: feedOf([seen.path]) }));
    const at = (path: string) => ({ id: path, url: it.origin.url(`/${path}`) });
    await it.configure([at('broken'), at('one'), at('two')]);
    await it.poll();
    it.origin.seen.length = 0;
    await it.poll();
    expect(it.origin.seen.map((seen) => seen.path).at(-1)).toBe('/broken');
  });

  test('a bug in a stage ends the run with its error, and gives the leases back', async () => {
    const it = await room();
    await it.configure([{ id: 'one', url: it.origin.url('/one') }]);
    const broken = { ...it.needs, fetch: () => Promise.reject(new Error('a bug')) };
    const { runWorker } = await import('../../src/pipeline/worker.ts');
    const run = runWorker(broken, { owner: 'test', until: 'idle', onProblem: () => undefined });
    await expect(run).rejects.toThrow('a bug');
    expect(await it.store.heldHosts(it.needs.now())).toEqual([]);
  });
});
