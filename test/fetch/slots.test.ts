import { expect, test } from 'vitest';
import { Slots } from '../../src/fetch/slots.ts';

/** Lets everything that is ready run. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test('at most so many at once, in the order of asking', async () => {
  const slots = new Slots(2, 60_000);
  const order: number[] = [];
  const taken = [1, 2, 3, 4].map(async (n) => {
    const release = await slots.take();
    order.push(n);
    return release!;
  });
  await settled();
  expect(order).toEqual([1, 2]);
  (await taken[0]!)();
  await settled();
  expect(order).toEqual([1, 2, 3]);
  (await taken[1]!)();
  (await taken[2]!)();
  await settled();
  expect(order).toEqual([1, 2, 3, 4]);
  (await taken[3]!)();
  const again = [slots.take(), slots.take()];
  await settled();
  expect(await Promise.all(again)).toHaveLength(2);
});

test('one that takes long no longer counts, and gives its place back once only', async () => {
  const slots = new Slots(1, 5);
  const slow = (await slots.take())!;
  const next = (await slots.take())!;
  const third = slots.take();
  slow();
  slow();
  next();
  expect(await third).toBeDefined();
});

test('who gives up while waiting takes no place', async () => {
  const slots = new Slots(1, 60_000);
  const first = (await slots.take())!;
  const stop = new AbortController();
  const second = slots.take(stop.signal);
  const third = slots.take();
  stop.abort();
  expect(await second).toBeUndefined();
  first();
  expect(await third).toBeDefined();
});
