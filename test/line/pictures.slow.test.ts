import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../house/imports.ts';
import type { NewsroomFolder } from '../support/newsroom-folder.ts';
import { sampleNewsroom } from '../support/sample-newsroom.ts';

const KILLS = 12;

let room: NewsroomFolder;
beforeAll(async () => {
  room = await sampleNewsroom();
});
afterAll(() => room.remove());

const site = (): Map<string, string> =>
  new Map(filesBelow(room.path('public')).map((file) => [file, readFileSync(file, 'base64')]));

test('killed while pictures are kept: in the end every one is, and the site is that of a run that was never killed', async () => {
  for (let i = 0; i < KILLS; i++) {
    const { child, finished } = room.start(['run', '--no-server']);
    const timer = setTimeout(() => child.kill('SIGKILL'), 700 + i * 130);
    const end = await finished;
    clearTimeout(timer);
    expect(end.stderr).not.toMatch(/Error|STORE_/);
  }
  const fetched = await room.run(['fetch', '--json']);
  expect(fetched.code, fetched.stderr).toBe(0);
  const published = await room.run(['publish', '--json']);
  expect(published.code, published.stderr).toBe(0);
  const report = JSON.parse((await room.run(['doctor', '--json'])).stdout) as { pictures: Record<string, number> };
  expect(report.pictures).toMatchObject({ waiting: 0, failed: 0 });
  expect(report.pictures['kept']).toBeGreaterThan(10);

  const step = site();
  for (const [file, bytes] of step)
    if (file.endsWith('.html')) expect(Buffer.from(bytes, 'base64').toString(), file).not.toMatch(/<img src="http/);
  expect([...step.keys()].filter((file) => file.includes('.kanyin-'))).toEqual([]);
  rmSync(room.path('public'), { recursive: true });
  expect((await room.run(['publish'])).code).toBe(0);
  expect([...site().keys()].sort()).toEqual([...step.keys()].sort());
  expect(site()).toEqual(step);
}, 120_000);
