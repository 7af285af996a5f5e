import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { corpus } from '../support/corpora.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';
import { writePredecessorPosts } from '../support/write-predecessor-posts.ts';

interface Report {
  found: number;
  read: number;
  added: number;
  revised: number;
  unchanged: number;
  unreadable: { file: string; why: string }[];
}

let room: NewsroomFolder;
afterEach(() => room.remove());

const POSTS: Record<string, string> = {
  'markdown.md':
    '---\ntitle: "河套秋浇：一渠水"\ndate: 2025-10-03 09:20:00\ntags: [水利, 河套]\ncategories: [要闻]\nsource: https://beiling.example/a/1.html\n---\n\n## 一渠水\n\n河套灌区**开始秋浇**，见[原文](https://beiling.example/a/1.html)。\n\n- 甲\n- 乙\n',
  '2024/html.md':
    '---\ntitle: 草原绿电\ndate: 2024-05-01\n---\n<div>\n<p>第一度电送出。</p>\n\n<p>责任编辑：云杉</p>\n<script>alert(1)</script>\n</div>\n',
  'json.md': ';;;\n"title": "JSON 头",\n"date": "2023/01/02"\n;;;\n正文一行。\n',
  'plain.md': '没有头的一篇，只有正文。\n',
  'tags.md':
    '---\ntitle: 标签\ndate: 2025-01-01\n---\n{% blockquote 某人 %}\n一句话\n{% endblockquote %}\n\n{{ page.title }} 之后\n',
  'broken.md': '---\ntitle: [没有关上\ndate: 2025\n  x: : y\n---\n正文\n',
  'empty.md': '',
  'binary.md': '\u0000\u0001\u0002\ufffd',
};

const TITLES = ['title', 'originalTitle', 'editor', 'outlet', 'published', 'keywords'] as const;

async function importFrom(folder: string): Promise<Report & { code: number | null }> {
  const done = await room.run(['import', 'hexo', folder, '--json']);
  expect(done.stderr).not.toMatch(/Error:|\bat .*\.ts:\d+/);
  return { ...(JSON.parse(done.stdout) as Report), code: done.code };
}

async function stored(): Promise<Article[]> {
  const opened = openSqliteStore(room.path('data/kanyin.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  const all: Article[] = [];
  for await (const batch of opened.value.scan(100)) all.push(...batch);
  await opened.value.close();
  return all;
}

/** The counts add up, nothing is new the second time, and the newspaper has a page for every article. */
async function importTwice(folder: string, found: number): Promise<{ report: Report; articles: Article[] }> {
  const report = await importFrom(folder);
  expect(report.found).toBe(found);
  expect(report.read + report.unreadable.length).toBe(found);
  expect(report.added + report.revised + report.unchanged).toBe(report.read);
  const articles = await stored();
  expect(articles).toHaveLength(report.added);
  const again = await importFrom(folder);
  expect(again).toMatchObject({ found, added: 0, revised: 0, unchanged: report.read, unreadable: report.unreadable });
  expect((await stored()).map((article) => [article.id, article.revision])).toEqual(articles.map(({ id }) => [id, 1]));
  return { report, articles };
}

describe('import of Hexo posts', () => {
  test('front matter and HTML or Markdown; what cannot be read is named with its reason', async () => {
    room = new NewsroomFolder('title: 旧报\nsections: { news: 要闻 }\n');
    for (const [file, text] of Object.entries(POSTS)) {
      mkdirSync(dirname(room.path('posts', file)), { recursive: true });
      writeFileSync(room.path('posts', file), text);
    }
    writeFileSync(room.path('posts', 'picture.png'), 'no post');
    const { report, articles } = await importTwice('posts', Object.keys(POSTS).length);
    expect(report.unreadable.map(({ file }) => file)).toEqual(['binary.md', 'empty.md', 'plain.md']);
    for (const { why } of report.unreadable) expect(why.length).toBeGreaterThan(5);
    const of = (title: string) => articles.find((article) => article.title === title)!;
    const pick = (article: Article) => Object.fromEntries(TITLES.map((key) => [key, article[key]]));
    expect(pick(of('河套秋浇：一渠水'))).toMatchObject({
      published: '2025-10-03T01:20:00.000Z',
      keywords: ['水利', '河套'],
      outlet: 'beiling.example',
    });
    expect(of('河套秋浇：一渠水').url).toBe('https://beiling.example/a/1.html');
    expect(of('河套秋浇：一渠水').html).toMatch(/<h2>一渠水<\/h2>.*<strong>开始秋浇<\/strong>.*<li>甲<\/li>/s);
    expect(of('草原绿电')).toMatchObject({ published: '2024-05-01', editor: '云杉' });
    expect(of('草原绿电').html).toBe('<p>第一度电送出。</p>');
    expect(of('标签').text).toContain('一句话');
    // YAML that no reader would take is read line by line
    expect(articles.find((article) => article.text === '正文')?.title).toBe('没有关上');
  });

  test('posts of the ancestor', async () => {
    const posts = corpus('sina-posts', 'posts');
    room = new NewsroomFolder('title: 旧报\n');
    if (posts === undefined) return;
    const { report, articles } = await importTwice(posts, 19);
    expect(report.unreadable).toEqual([]);
    for (const article of articles) {
      expect(article.html).not.toMatch(/二维码|责任编辑|原标题|<!--|<style/);
      expect(article.published).toBeDefined();
    }
  });

  test('four hundred posts as they were written', async () => {
    const rows = corpus('predecessor-posts', 'posts.ndjson.gz');
    room = new NewsroomFolder('title: 旧报\n');
    if (rows === undefined) return;
    const files = writePredecessorPosts(rows, room.path('posts'));
    const { report, articles } = await importTwice('posts', files.length);
    expect(report.unreadable).toEqual([]);
    expect(articles.length).toBe(files.length);
    const published = await room.run(['publish', '--json']);
    expect(published.code, published.stderr).toBe(0);
    expect(JSON.parse(published.stdout)).toMatchObject({ unchanged: 0 });
  }, 120_000);

  test('a folder that is not there, and nothing named', async () => {
    room = new NewsroomFolder('title: 旧报\n');
    expect((await room.run(['import', 'hexo', join(room.root, 'none')])).code).toBe(2);
    expect((await room.run(['import'])).code).toBe(2);
    expect((await room.run(['import', 'word', 'x'])).code).toBe(2);
  });
});
