import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedOf } from '../support/line-room.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';
import { type Origin, openOrigin } from '../support/origin/origin.ts';

let origin: Origin;
let room: NewsroomFolder;
beforeAll(async () => {
  origin = await openOrigin();
  const at = origin.url('').replace('//', '//reader:s3cret@');
  room = new NewsroomFolder(`title: doctor
filters:
  - { drop: "^ad\\\\b" }
sources:
  - { url: "${at}/feed?key=s3cret", id: good, filters: [{ keep: wind }] }
  - { url: "${at}/broken?token=s3cret", id: broken }
fetch: { spacing_ms: 0, allow_private: ["127.0.0.1"], robots: false }
outputs: { site: public }
`);
  origin.on('/feed', { body: feedOf(['ad for wind', 'wind news', 'coal news']) });
  origin.on('/broken', { status: 503 });
});
afterAll(async () => {
  await origin.close();
  room.remove();
});

interface Told {
  sources: {
    id: string;
    articles: number;
    health: { state: string; remedy?: string };
    now?: { problem?: string; entries?: { title: string; keep: boolean; rule?: string }[] };
  }[];
}

describe('doctor SOURCE', () => {
  test('asks once and shows what every filter would do; nothing is stored, not even the poll', async () => {
    const done = await room.run(['doctor', 'good', '--json']);
    expect(done.code, done.stderr).toBe(0);
    expect((JSON.parse(done.stdout) as Told).sources).toMatchObject([
      {
        id: 'good',
        articles: 0,
        health: { state: 'new' },
        now: {
          entries: [
            { title: 'ad for wind', keep: false, rule: 'drop title ^ad\\b' },
            { title: 'wind news', keep: true, rule: 'keep title wind' },
            { title: 'coal news', keep: false, rule: 'keep title wind (no match)' },
          ],
        },
      },
    ]);
    const words = await room.run(['doctor', 'good']);
    expect(words.stdout).toContain('3 entries, 2 dropped by filters');
    expect(words.stdout).toMatch(/drop .*ad for wind {2}\[drop title \^ad\\b\]/);
  });

  test('a source that cannot be read is told with its problem, exit code 3', async () => {
    const done = await room.run(['doctor', 'broken', '--json']);
    expect(done.code).toBe(3);
    expect((JSON.parse(done.stdout) as Told).sources[0]?.now).toEqual({ problem: 'HTTP_SERVER_ERROR' });
    expect((await room.run(['doctor', 'broken'])).stdout).toContain('HTTP_SERVER_ERROR');
  });

  test('an ailing source is told with since when, when it was last read, and the remedy', async () => {
    const ill = new NewsroomFolder(readFileSync(room.path('kanyin.yaml'), 'utf8'));
    await ill.run(['fetch', 'broken']);
    const told = (await ill.run(['doctor'])).stdout;
    expect(told).toMatch(/failing +broken .*\n +.*HTTP 503.*\n +since 20\d\d-.*, never read \(UTC\)\n +→ /);
    ill.remove();
  });

  test('with --stored, and without a name, nobody is asked', async () => {
    const before = origin.seen.length;
    expect((await room.run(['doctor', 'good', '--stored'])).code).toBe(0);
    expect((await room.run(['doctor'])).code).toBe(0);
    expect(origin.seen).toHaveLength(before);
  });
});

test('no verb tells the user name, password or key of an address', async () => {
  const runs = [
    ['fetch'],
    ['fetch', '--json'],
    ['doctor'],
    ['doctor', '--json'],
    ['doctor', 'good', 'broken', '--json'],
    ['export', 'opml'],
    ['export'],
    ['publish', '--json'],
  ];
  for (const args of runs) {
    const done = await room.run(args);
    // Queries of addresses are the way into another reader; logins are not.
    const secret = args.includes('opml') ? /s3cret@|reader:/ : /s3cret|reader:/;
    expect(done.stdout + done.stderr, args.join(' ')).not.toMatch(secret);
  }
  for (const name of readdirSync(room.path('public'), { recursive: true, encoding: 'utf8' })) {
    const file = room.path('public', name);
    if (statSync(file).isFile()) expect(readFileSync(file, 'latin1'), name).not.toMatch(/s3cret/);
  }
});
