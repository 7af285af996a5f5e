import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetch } from '../../src/fetch/create-fetch.ts';
import type { LineEvent, LineNeeds } from '../../src/pipeline/needs.ts';
import type { PublishSession } from '../../src/pipeline/publish-report.ts';
import { publishRun } from '../../src/pipeline/publish-run.ts';
import { createPublishMemory } from '../../src/publish/publish-memory.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { POLICY } from '../fetch/with-origin.ts';
import { aDraft } from '../support/drafts.ts';
import { type Origin, openOrigin } from '../support/origin/origin.ts';
import { sampleSite } from '../support/sample-articles.ts';

const HOUR = 3_600_000;
const FILED = '2026-03-05T00:00:00.000Z';
let folder: string;
let store: Store;
let origin: Origin;
let fetcher: ReturnType<typeof createFetch>;
let now: number;
let session: PublishSession;
const events: LineEvent[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kanyin-publish-run-'));
  const opened = openSqliteStore(join(folder, 'kanyin.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  store = opened.value;
  origin = await openOrigin();
  fetcher = createFetch(POLICY, { now: () => 0 });
  now = Date.parse(FILED);
  events.length = 0;
  session = {};
});
afterEach(async () => {
  await fetcher.close();
  await origin.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const line = (hub?: string): LineNeeds => ({
  newsroom: {
    root: folder,
    site: sampleSite(hub === undefined ? {} : { hub }),
    sources: [],
    outputs: { site: { dir: join(folder, 'site') } },
  } as unknown as LineNeeds['newsroom'],
  store,
  fetch: fetcher.fetch,
  post: fetcher.post,
  now: () => now,
  report: (event) => events.push(event),
});
const run = async (needs: LineNeeds) => {
  const done = await publishRun(needs, { everything: false, session });
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
};

test('the hub hears of the feeds that changed; what it says against it stops nothing', async () => {
  origin.on('/hub', [{ status: 204 }, { status: 500, body: 'no' }]);
  const needs = line(origin.url('/hub'));
  await run(needs);
  origin.seen.length = 0;
  await store.commitArticles([aDraft(1)], now);
  expect((await run(needs)).written).toBeGreaterThan(5);
  expect(origin.seen).toHaveLength(1);
  const form = new URLSearchParams(origin.seen[0]!.body);
  expect(form.get('hub.mode')).toBe('publish');
  const base = 'https://morning.example/';
  expect(form.getAll('hub.url').sort()).toEqual(
    ['', 'section/news/']
      .flatMap((at) => ['atom.xml', 'feed.json', 'rss.xml'].map((file) => `${base}${at}${file}`))
      .sort(),
  );
  await store.commitArticles([aDraft(2)], now);
  await run(needs);
  expect(await store.cursor('site')).toBe(2);
  expect(events.filter((event) => event.kind === 'hub').at(-1)).toMatchObject({ problem: { code: 'HUB_REFUSED' } });
  await run(needs);
  expect(events.filter((event) => event.kind === 'hub')).toHaveLength(3);
});

test('no hub, no request; nothing new, nothing done, but once an hour the news sitemap forgets what is old', async () => {
  const needs = line();
  await store.commitArticles([aDraft(1)], now);
  await run(needs);
  expect(origin.seen).toEqual([]);
  const news = (): number => readFileSync(join(folder, 'site/news-sitemap.xml'), 'utf8').split('<loc>').length - 1;
  expect(news()).toBe(1);
  expect(await run(needs)).toMatchObject({ considered: 0 });
  now += 2 * HOUR;
  expect(await run(needs)).toMatchObject({ considered: 1, written: 0, unchanged: 1 });
  expect(await run(needs)).toMatchObject({ considered: 0 });
  now += 47 * HOUR;
  expect(await run(needs)).toMatchObject({ considered: 1, written: 1 });
  expect(news()).toBe(0);
});

test('what another process published in between is no longer remembered as it was', async () => {
  const needs = line();
  session.memory = createPublishMemory();
  await store.commitArticles([aDraft(1), aDraft(2)], now);
  await run(needs);
  await store.commitArticles([aDraft(1, { title: '更正后的标题', hash: 'other' })], now);
  expect((await publishRun(needs, { everything: false })).ok).toBe(true);
  await store.commitArticles([aDraft(3)], now);
  await run(needs);
  const section = readFileSync(join(folder, 'site/section/news/index.html'), 'utf8');
  expect(section).toContain('更正后的标题');
  expect(section).not.toContain('标题1<');
});

test('Hexo posts are written again when what writes them is another than before', async () => {
  const dir = join(folder, 'posts');
  const needs = line();
  needs.newsroom.outputs = { hexo: { dir, profile: 'hexo', labelsAsTags: false } };
  await store.commitArticles([aDraft(1), aDraft(2)], now);
  expect(await run(needs)).toMatchObject({ considered: 2, written: 2 });
  expect(await run(needs)).toMatchObject({ considered: 0 });
  const mark = join(dir, '.kanyin-posts');
  const [post = ''] = readdirSync(dir).filter((name) => name.endsWith('.md'));
  const text = readFileSync(join(dir, post), 'utf8');
  writeFileSync(join(dir, post), 'as an earlier version wrote it');
  writeFileSync(mark, readFileSync(mark, 'utf8').replace(/^\S+/, '0123456789ab'));
  expect(await run(needs)).toMatchObject({ considered: 2, written: 1, unchanged: 1 });
  expect(readFileSync(join(dir, post), 'utf8')).toBe(text);
  expect(await run(needs)).toMatchObject({ considered: 0 });
});
