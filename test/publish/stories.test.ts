import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../src/model/archive.ts';
import type { Article } from '../../src/model/article.ts';
import { publish } from '../../src/publish/publish.ts';
import { createPublishMemory } from '../../src/publish/publish-memory.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { sampleArchive, sampleSite, sampleSources } from '../support/sample-articles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanyin-stories-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');
const times = (text: string, part: string): number => text.split(part).length - 1;

async function someArticles(): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const batch of sampleArchive().scan(50)) articles.push(...batch);
  return articles;
}

async function newspaper(articles: readonly Article[]) {
  const archive = new MemoryArchive();
  for (const article of articles) archive.file(article);
  const memory = createPublishMemory();
  const run = (changes: Change[] | 'everything') =>
    publish(changes, {
      now: () => new Date('2026-11-02T00:00:00Z'),
      archive,
      site: sampleSite(),
      sources: sampleSources(),
      out: folderSink(folder),
      memory,
    });
  await run('everything');
  return { archive, run };
}

test('reports of one story stand together on the front page, and each page names the others', async () => {
  const [first, second, third, ...rest] = await someArticles();
  const story = [
    { ...first!, outlet: '甲报' },
    { ...second!, outlet: '乙报' },
    { ...third!, outlet: '乙报' },
  ];
  const { archive, run } = await newspaper([...story, ...rest.slice(0, 5)]);
  expect(page('')).not.toContain('家报道');

  const done = await run(
    archive.story(
      story.map((article) => article.id),
      '2026-11-02T00:00:00Z',
    ),
  );
  expect(done.ok).toBe(true);

  expect(times(page(''), '另有 1 家报道')).toBe(1);
  const pages = story.map((article) => page(article.path));
  expect(pages[0]).toContain('另有 1 家报道');
  expect(pages[0]).toContain(second!.path);
  expect(pages[0]).not.toContain(`href="${third!.path}"`);
  expect(pages[1]).toContain(first!.path);
  expect(page(rest[0]!.path)).not.toContain('家报道');
});

test('the front page is in the order of time, whatever order a first poll filed in', async () => {
  const articles = (await someArticles()).slice(0, 12).map((article, n) => ({
    ...article,
    outlet: `报${n}`,
    section: 'news',
    published: new Date(Date.UTC(2026, [3, 9, 1, 7, 5, 0, 8, 2, 6, 4, 10, 11][n]! - 6, 3)).toISOString(),
  }));
  await newspaper(articles);
  const river = page('').split('class="river"')[1]!;
  const told = [...articles].sort((a, b) => (a.published < b.published ? 1 : -1)).filter((a) => river.includes(a.path));
  expect(told.length).toBeGreaterThan(2);
  expect(told.map((a) => river.indexOf(a.path))).toEqual(told.map((a) => river.indexOf(a.path)).sort((a, b) => a - b));
});

test('a story of one outlet alone is no story', async () => {
  const [first, second] = await someArticles();
  const { archive, run } = await newspaper([
    { ...first!, outlet: '甲报' },
    { ...second!, outlet: '甲报' },
  ]);
  await run(archive.story([first!.id, second!.id], '2026-11-02T00:00:00Z'));
  expect(page(first!.path)).not.toContain('家报道');
  expect(page('')).not.toContain('家报道');
});
