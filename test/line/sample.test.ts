import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { NewsroomFolder } from '../support/newsroom-folder.ts';
import { sampleNewsroom } from '../support/sample-newsroom.ts';

interface Tally {
  polled: number;
  unchanged: number;
  added: number;
  read: number;
  revised: number;
  failed: number;
}

let room: NewsroomFolder;
let first: Tally;
let articles: Article[];
const titled = (part: string): Article => {
  const found = articles.filter((article) => article.title.includes(part));
  if (found.length === 0) throw new Error(`no article is titled ${part}`);
  return found[0]!;
};
const page = (path: string): string => readFileSync(room.path('public', path, 'index.html'), 'utf8');

async function stored(): Promise<Article[]> {
  const opened = openSqliteStore(room.path('data/kanyin.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  const all: Article[] = [];
  for await (const batch of opened.value.scan(100)) all.push(...batch);
  await opened.value.close();
  return all;
}

async function fetchAll(): Promise<Tally> {
  const done = await room.run(['fetch', '--json']);
  expect(done.code, done.stderr).toBe(0);
  return JSON.parse(done.stdout) as Tally;
}

beforeAll(async () => {
  room = await sampleNewsroom();
  first = await fetchAll();
  const published = await room.run(['publish', '--json']);
  expect(published.code, published.stderr).toBe(0);
  articles = await stored();
});
afterAll(() => room.remove());

describe('the sample newsroom, read by the real line', () => {
  test('six sources, at least twenty-four articles, none twice', () => {
    expect(first).toMatchObject({ polled: 6, failed: 0 });
    expect(articles.length).toBeGreaterThanOrEqual(24);
    expect(first.added + first.read).toBe(articles.length);
    expect(new Set(articles.map((article) => article.sourceId)).size).toBe(6);
    expect(new Set(articles.map((article) => article.title)).size).toBe(articles.length);
  });

  test('furniture is gone, what it said is kept', () => {
    for (const article of articles) {
      expect(article.html, article.title).not.toMatch(/二维码|下载.{0,6}客户端|<!--|<style|责任编辑|原标题/);
      expect(article.text.length, article.title).toBeGreaterThan(20);
    }
    expect(articles.filter((article) => article.editor !== undefined).length).toBeGreaterThanOrEqual(2);
    expect(articles.filter((article) => article.originalTitle !== undefined).length).toBeGreaterThanOrEqual(1);
  });

  test('a text that came with the feed tells dateline and reporter; lists show what stands behind them', () => {
    const article = titled('京蒙协作再添新项目');
    expect(article.dateline).toBe('北岭新闻网呼和浩特11月24日电');
    expect(article.authors).toContain('林望舒');
    expect(page('')).toContain('<p class="lead"><bdi>记者从京蒙协作工作推进会上获悉');
  });

  test('a teaser’s page is read, a paginated article is whole', () => {
    for (const article of articles.filter(({ sourceId }) => sourceId === 'caoyuan')) {
      expect(article.text, article.title).not.toMatch(/……$|阅读全文/);
      expect(article.text.length, article.title).toBeGreaterThan(120);
    }
    const whole = titled('退牧十年').text.length + titled('流动医院车').text.length;
    expect(whole).toBeGreaterThan(600);
  });

  test('GB18030 is read as it was meant', () => {
    expect(titled('清洁取暖补贴').text).toContain('县人民政府同意');
    expect(titled('清洁取暖补贴').document?.number).toMatch(/〔2026〕\d+号/);
  });

  test('lazy pictures are the real ones, and no picture is a fine answer', () => {
    for (const article of articles)
      for (const picture of article.images) expect(picture.src, article.title).not.toMatch(/blank\.gif|qr|weixin/);
    expect(articles.filter((article) => article.lead !== undefined).length).toBeGreaterThan(8);
    expect(titled('恢复上课').lead).toBeUndefined();
  });

  test('the newspaper shows its own copies of the pictures', () => {
    const shown = [page(''), ...articles.map((article) => page(article.path))].flatMap(
      (text) => text.match(/<img src="[^"]*"/g) ?? [],
    );
    expect(shown.length).toBeGreaterThan(12);
    for (const img of shown) expect(img).toMatch(/^<img src="\/pictures\/[\w/]+\.jpg"$/);
  });

  test('a word that is also a stock’s name links nothing', () => {
    const word = titled('农产品');
    expect(word.labels.filter((label) => label.kind === 'company')).toEqual([]);
    expect(word.html).not.toMatch(/<a [^>]*(stock|sz000061)/);
  });

  test('one agency story on two outlets is one story', () => {
    const [a, b] = [titled('岭新社电：两河流域'), titled('强降雪平稳度过 两河流域')];
    expect(a.sourceId).not.toBe(b.sourceId);
    expect(page(a.path)).toContain(b.path);
    expect(page(b.path)).toContain(a.path);
    expect(page('')).toContain('另有 1 家报道');
  });

  test('braces and quotes stand in titles as they were written', () => {
    expect(titled('花括号').title).toBe('模板里的 {{ 花括号 }} 与“引号”：一次发布事故复盘');
    expect(page(titled('花括号').path)).toContain('{{ title }}');
  });

  test('a second poll reads nothing twice; the corrected article becomes a revision with a readable difference', async () => {
    const again = await fetchAll();
    expect(again).toMatchObject({ polled: 6, added: 0, read: 0, failed: 0, revised: 1 });
    const published = await room.run(['publish', '--json']);
    expect(published.code, published.stderr).toBe(0);
    const corrected = (await stored()).filter((article) => article.revision > 1);
    expect(corrected).toHaveLength(1);
    expect(page(corrected[0]!.path)).toMatch(/<del>[\s\S]*<ins>/);

    expect(await fetchAll()).toMatchObject({ polled: 6, added: 0, read: 0, revised: 0, failed: 0 });
    const nothing = await room.run(['publish', '--json']);
    expect(JSON.parse(nothing.stdout)).toMatchObject({ written: 0 });
  });
});
