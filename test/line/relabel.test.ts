import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { loadConfig } from '../../src/cli/config/load-config.ts';
import { createApp } from '../../src/server/create-app.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';

let room: NewsroomFolder;
afterEach(() => room.remove());

const CONFIG = 'title: 试报\nsources: []\n';
const relabel = async (...more: string[]): Promise<{ seen: number; changed: number }> => {
  const done = await room.run(['label', '--archive', '--json', ...more]);
  expect(done.stderr).toBe('');
  expect(done.code).toBe(0);
  return JSON.parse(done.stdout) as { seen: number; changed: number };
};

test('new names of the newsroom reach the archive; only what changed is announced; search filters by label', async () => {
  room = new NewsroomFolder(CONFIG);
  mkdirSync(room.path('posts'));
  writeFileSync(
    room.path('posts/a.md'),
    '---\ntitle: 风电扩产\ndate: 2025-10-03\n---\n北岭风电今年扩产，工厂在山下。\n',
  );
  writeFileSync(room.path('posts/b.md'), '---\ntitle: 秋天的山\ndate: 2025-10-04\n---\n山下的工厂旁边，树叶红了。\n');
  expect((await room.run(['import', 'hexo', 'posts'])).code).toBe(0);
  expect(await relabel()).toMatchObject({ seen: 2, changed: 0 });

  writeFileSync(room.path('kanyin.yaml'), `${CONFIG}labels: { companies: [{ name: 北岭风电, id: SH699999 }] }\n`);
  expect(await relabel('--dry')).toMatchObject({ seen: 2, changed: 1 });
  expect(await relabel()).toMatchObject({ seen: 2, changed: 1 });
  expect(await relabel()).toMatchObject({ seen: 2, changed: 0 });

  const opened = openSqliteStore(room.path('data/kanyin.db'));
  const newsroom = loadConfig(room.path('kanyin.yaml'), {});
  if (!opened.ok || !newsroom.ok) throw new Error('the newsroom does not open');
  const store = opened.value;
  expect((await store.changes(0, 100)).filter((change) => change.kind === 'relabelled')).toHaveLength(1);
  const app = createApp({ store, newsroom: newsroom.value, now: () => Date.parse('2026-01-01T00:00:00Z') });
  const hits = async (query: string): Promise<string[]> =>
    (
      (await (await app.request(`/api/search?q=${encodeURIComponent('工厂')}${query}`)).json()) as {
        hits: { title: string }[];
      }
    ).hits.map((hit) => hit.title);
  expect(await hits('')).toHaveLength(2);
  expect(await hits('&label=company:SH699999')).toEqual(['风电扩产']);
  expect(await hits('&label=company:SH6')).toEqual([]);
  await store.close();
});
