import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { filesBelow } from '../house/imports.ts';
import { type EntryOrigin, startEntryOrigin } from '../support/entry-origin.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';

const KILLS = 50;
const SOURCES = 10;
const ENTRIES = 20;

/** Small, seeded: the moments differ from each other, not from run to run. */
function* moments(seed: number): Generator<number> {
  for (let x = seed; ; ) {
    x = (x * 1103515245 + 12345) & 0x7fffffff;
    yield 250 + (x % 700);
  }
}

let origin: EntryOrigin;
let newsroom: NewsroomFolder;

beforeAll(async () => {
  origin = await startEntryOrigin({ delayMs: 15 });
  const sources = Array.from(
    { length: SOURCES },
    (_, n) => `  - { url: "${origin.url}/${n % 2 ? 'feed' : 'teasers'}/${n}?count=${ENTRIES}", id: s${n} }`,
  );
  newsroom = new NewsroomFolder(
    `title: 断电试验\nsources:\n${sources.join('\n')}\nfetch: { spacing_ms: 5, allow_private: ["127.0.0.1"], robots: false }\noutputs: { site: public, hexo: posts }\n`,
  );
});
afterAll(async () => {
  await origin.close();
  newsroom.remove();
});

describe('killed at fifty moments', () => {
  test('every entry is exactly once in store, site, Hexo folder and feeds, and no file is half written', async () => {
    const moment = moments(20261124);
    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      const { child, finished } = newsroom.start(['run', '--no-server']);
      const timer = setTimeout(() => child.kill('SIGKILL'), moment.next().value as number);
      const end = await finished;
      clearTimeout(timer);
      if (end.signal === 'SIGKILL') killed++;
      expect(end.stderr).not.toMatch(/Error|STORE_/);
    }
    expect(killed).toBe(KILLS);

    const fetched = await newsroom.run(['fetch', '--json']);
    expect(fetched.code, fetched.stderr).toBe(0);
    const published = await newsroom.run(['publish', '--json']);
    expect(published.code, published.stderr).toBe(0);

    const opened = openSqliteStore(newsroom.path('data/kanyin.db'));
    if (!opened.ok) throw new Error(opened.problem.code);
    const store = opened.value;
    const counts = await store.counts();
    expect(counts).toMatchObject({
      articles: SOURCES * ENTRIES,
      entries: SOURCES * ENTRIES,
      waiting: 0,
      revisions: SOURCES * ENTRIES,
    });
    const heads = await store.list('all', 0, 10_000);
    expect(heads.map((h) => h.seq)).toEqual(heads.map((_, i) => i));
    expect(new Set(heads.map((h) => h.id)).size).toBe(SOURCES * ENTRIES);
    await store.close();

    for (const head of heads) {
      const page = readFileSync(newsroom.path('public', head.path, 'index.html'), 'utf8');
      expect(page).toContain('</html>');
      expect(page).toContain(head.title);
    }
    const posts = readdirSync(newsroom.path('posts')).filter((name) => name.endsWith('.md'));
    expect(posts).toHaveLength(SOURCES * ENTRIES);
    for (const head of heads) expect(posts.filter((name) => name.includes(head.id))).toHaveLength(1);

    const feeds = filesBelow(newsroom.path('public')).filter(
      (file) => file.endsWith('.json') && readFileSync(file, 'utf8').includes('jsonfeed.org'),
    );
    expect(feeds.length).toBeGreaterThan(SOURCES);
    for (const feed of feeds) {
      const { items } = JSON.parse(readFileSync(feed, 'utf8')) as { items: { id: string }[] };
      expect(new Set(items.map((item) => item.id)).size, feed).toBe(items.length);
    }
    for (const source of Array.from({ length: SOURCES }, (_, n) => `s${n}`)) {
      const feed = feeds.find((file) => file.includes(`${source}/`) || file.includes(`${source}.json`));
      const { items } = JSON.parse(readFileSync(feed!, 'utf8')) as { items: unknown[] };
      expect(items, source).toHaveLength(ENTRIES);
    }

    const before = new Map(filesBelow(newsroom.path('public')).map((file) => [file, readFileSync(file, 'utf8')]));
    expect([...before.keys()].filter((file) => /\.tmp|\.part|~$/.test(file))).toEqual([]);
    const again = await newsroom.run(['publish', '--all', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ written: 0, removed: 0 });
    expect(existsSync(join(newsroom.root, 'public', '.kanyin-tmp'))).toBe(false);
  });
});
