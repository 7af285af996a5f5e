import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish } from '../../src/publish/publish.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { hostileArticle } from '../support/hostile-articles.ts';
import { plainArticle } from '../support/plain-article.ts';
import { sampleArchive, sampleRows, sampleSite, sampleSources } from '../support/sample-articles.ts';

const folder = mkdtempSync(join(tmpdir(), 'kanyin-feeds-'));
const site = sampleSite({ hub: 'https://hub.example/' });
beforeAll(async () => {
  const done = await publish('everything', {
    archive: sampleArchive(),
    site,
    sources: sampleSources(),
    now: () => new Date(0),
    out: folderSink(folder),
  });
  expect(done.ok).toBe(true);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** feedsmith gives text as `{ value }` or bare, by format */
const plain = (text: unknown): string | undefined =>
  typeof text === 'object' && text !== null && 'value' in text ? String(text.value) : (text as string | undefined);
const read = (file: string, from = folder): string => readFileSync(join(from, file), 'utf8');

test.each(['', 'section/news/', 'source/qinglan/'])('three formats say the same: /%s', (at) => {
  const atom = parseAtomFeed(read(`${at}atom.xml`));
  const rss = parseRssFeed(read(`${at}rss.xml`));
  const json = parseJsonFeed(read(`${at}feed.json`));
  const titles = atom.entries!.map((entry) => plain(entry.title));
  expect(titles.length).toBeGreaterThan(2);
  expect(rss.items!.map((item) => plain(item.title))).toEqual(titles);
  expect(json.items!.map((item) => plain(item.title))).toEqual(titles);
  expect(atom.links!.find((link) => link.rel === 'self')!.href).toBe(`https://morning.example/${at}atom.xml`);
  expect(atom.links!.find((link) => link.rel === 'hub')!.href).toBe('https://hub.example/');
  expect(json.feed_url).toBe(`https://morning.example/${at}feed.json`);
});

test('entries carry the whole text, the outlet, exact times and a stable identity', () => {
  const row = sampleRows()[0]!;
  const entry = parseAtomFeed(read('atom.xml')).entries!.find((one) => plain(one.title) === row.title)!;
  expect(entry.id).toMatch(/^https:\/\/morning\.example\/2026\/09\/18\/\w{12}\/$/);
  expect(entry.links!.find((link) => link.rel === 'via')!.href).toContain('qinglan.example');
  expect(entry.published).toBe('2026-09-18T09:20:00+08:00');
  expect(entry.updated).toBe('2026-09-18T11:05:00+08:00');
  const item = parseJsonFeed(read('feed.json')).items!.find((one) => plain(one.title) === row.title)!;
  expect(item.content_html).toContain('青澜港务集团表示，将按月公布运行数据。');
  expect(item.content_html).not.toContain('data-k');
  expect(item.authors!.map((author) => author.name)).toEqual(['沈知远', '林一禾']);
});

test('sources as OPML, by section', () => {
  const opml = parseOpml(read('sources.opml'));
  const outlines = opml.body!.outlines!.flatMap((section) => section.outlines ?? []);
  expect(outlines.map((outline) => outline.xmlUrl).sort()).toEqual(
    sampleSources()
      .map((source) => source.url)
      .sort(),
  );
});

test('sitemaps name every article once; the index names every sitemap', () => {
  const index = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]!);
  const pages = index.flatMap((url) =>
    [...read(new URL(url).pathname.slice(1)).matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]!),
  );
  expect(pages).toHaveLength(sampleRows().length);
  expect(new Set(pages).size).toBe(pages.length);
  const news = [...read('news-sitemap.xml').matchAll(/<news:publication_date>([^<]+)</g)].map((m) => Date.parse(m[1]!));
  expect(news.length).toBeGreaterThan(10);
  expect(Math.max(...news) - Math.min(...news)).toBeLessThanOrEqual(48 * 3_600_000);
  expect(read('robots.txt')).toContain('Sitemap: https://morning.example/sitemap.xml');
});

test('hostile articles break no feed', async () => {
  const out = join(folder, 'hostile');
  const archive = sampleArchive();
  const hostile = Array.from({ length: 8 }, (_, i) => hostileArticle(i));
  for (const article of hostile) archive.file(article);
  await publish('everything', {
    archive,
    site,
    sources: sampleSources(),
    now: () => new Date(0),
    out: folderSink(out),
  });
  for (const count of [
    parseAtomFeed(read('atom.xml', out)).entries!.length,
    parseRssFeed(read('rss.xml', out)).items!.length,
    parseJsonFeed(read('feed.json', out)).items!.length,
  ]) {
    expect(count).toBe(30);
  }
  expect(parseRssFeed(read('rss.xml', out)).items!.some((item) => plain(item.title)?.includes('<script>'))).toBe(true);
  expect([...read('atom.xml', out).matchAll(/<title>[^<]*/g)].join()).not.toContain('\u202e');
});

test('a label has one Atom feed from its second article on, named on its page', () => {
  const pages = globSync('label/*/*/index.html', { cwd: folder });
  const fed = pages.filter((page) => [...read(page).matchAll(/id="a-/g)].length > 1);
  expect(fed.length).toBeGreaterThan(0);
  expect(fed).toEqual(pages);
  expect(globSync('label/*/*/atom.xml', { cwd: folder }).sort()).toEqual(
    fed.map((page) => page.replace('index.html', 'atom.xml')).sort(),
  );
  for (const page of fed) {
    const feed = parseAtomFeed(read(page.replace('index.html', 'atom.xml')));
    expect(feed.entries!.length).toBeGreaterThan(1);
    expect(read(page)).toContain(
      `/${page.replace('index.html', 'atom.xml')}"`.replace(/[^/]+\/atom/, (s) => encodeURI(s)),
    );
    expect(read(page)).not.toContain(`${page.replace('index.html', 'rss.xml')}`);
  }
});

test('an import without a source claims no original', async () => {
  const out = join(folder, 'imported');
  const archive = sampleArchive();
  const article = plainArticle(7000, { section: 'news' });
  archive.file({ ...article, url: `https://morning.example${article.path}` });
  await publish('everything', {
    archive,
    site,
    sources: sampleSources(),
    now: () => new Date(0),
    out: folderSink(out),
  });
  const page = read(`${article.path.slice(1)}index.html`, out);
  expect(page).not.toMatch(/isBasedOn|阅读原文/);
  const entry = parseAtomFeed(read('atom.xml', out)).entries![0]!;
  expect(plain(entry.title)).toBe(article.title);
  expect(entry.links!.map((link) => link.rel)).toEqual(['alternate']);
  expect(parseJsonFeed(read('feed.json', out)).items![0]).not.toHaveProperty('external_url');
});
