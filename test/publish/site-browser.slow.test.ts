import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/model/newsroom.ts';
import { publish } from '../../src/publish/publish.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { EVERY_PAGE, everyKindArchive, ownPagesFolder } from '../support/every-kind.ts';
import { hostileArticle } from '../support/hostile-articles.ts';
import type { MemoryArchive } from '../support/memory-archive.ts';
import { plainArticle } from '../support/plain-article.ts';
import { sampleSite, sampleSources } from '../support/sample-articles.ts';
import { hasChromium, launch, openContext, serveFolder } from '../support/site-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'kanyin-browser-'));
/** `KANYIN_SCREENSHOTS` names a folder to keep them in; otherwise they go with the test */
const shots = process.env['KANYIN_SCREENSHOTS'] ?? join(folder, 'shots');
const NAMES = ['article', ...Object.keys(EVERY_PAGE)];
const ENGLISH = Object.keys(EVERY_PAGE).map((name) => `en ${name}`);
const HOSTILE = Array.from({ length: 8 }, (_, i) => `hostile ${i}`);
let browser: Browser;
let server: { url: string; close(): void };
let pages: Record<string, string> = {};

beforeAll(async () => {
  if (!hasChromium()) throw new Error('these tests need Chromium at /usr/bin/chromium');
  const archive = everyKindArchive();
  const html = '<p>正文里有<a href="https://a.example/?b=1&amp;c=2">一个链接</a>。</p>';
  const linked = plainArticle(5000, { section: 'society', html, text: '正文里有一个链接。' });
  archive.file(linked);
  const pictured = plainArticle(5001, {
    section: 'society',
    html: `<figure><img src="https://pictures.example/harbour.jpg" width="1200" height="800" alt="港口"><figcaption>港口。周默 摄</figcaption></figure>${'<p>正文先有一张图，再有字。</p>'.repeat(5)}`,
    text: '正文先有一张图，再有字。',
  });
  archive.file(pictured);
  const newest = (await archive.list('section:news', 0, 100)).find(({ title }) => title.startsWith('青澜港自动化'))!;
  const site = { pages: ownPagesFolder(folder) };
  await print(archive, sampleSite(site), '');
  await print(archive, sampleSite({ ...site, language: 'en', baseUrl: 'https://morning.example/en' }), 'en');
  const hostile = Array.from({ length: 8 }, (_, i) => hostileArticle(i));
  for (const article of hostile) archive.file(article);
  await print(archive, sampleSite({ ...site, baseUrl: 'https://morning.example/hostile' }), 'hostile');
  pages = {
    ...EVERY_PAGE,
    article: newest.path,
    linked: linked.path,
    pictured: pictured.path,
    ...Object.fromEntries(Object.entries(EVERY_PAGE).map(([name, path]) => [`en ${name}`, `/en${path}`])),
    'hostile front': '/hostile/',
    ...Object.fromEntries(hostile.map((article, i) => [`hostile ${i}`, `/hostile${article.path}`])),
  };
  server = await serveFolder(join(folder, 'site'));
  browser = await launch();
  mkdirSync(shots, { recursive: true });
});

async function print(archive: MemoryArchive, site: Site, below: string): Promise<void> {
  const out = folderSink(join(folder, 'site', below));
  const done = await publish('everything', { archive, site, sources: sampleSources(), now: () => new Date(0), out });
  if (!done.ok) throw new Error(done.problem.code);
}

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(name: string, look: Parameters<typeof openContext>[1]): Promise<Page> {
  const context = await openContext(browser, look);
  const page = await context.newPage();
  await page.goto(server.url + pages[name]!);
  return page;
}

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each([...NAMES, ...ENGLISH])(
    '%s: no finding of axe, contrast included',
    async (name) => {
      for (const width of name.startsWith('en ') ? [scheme === 'dark' ? 360 : 1440] : [360, 1440]) {
        const page = await open(name, { width, scheme, reducedMotion: true });
        if (name === 'article') {
          await page.check('#marks');
          await page.evaluate('document.querySelectorAll("details").forEach((d) => { d.open = true; })');
        }
        // the page's policy allows no script of ours: it is evaluated by the debugger
        await page.evaluate(AXE);
        const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
          violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
        };
        expect(found.violations.map((v) => `${v.id}: ${v.nodes[0]?.target} ${v.nodes[0]?.failureSummary}`)).toEqual([]);
        await page.screenshot({ path: join(shots, `${name}-${width}-${scheme}.png`), fullPage: true });
        await page.context().close();
      }
    },
    60_000,
  );
});

test.each([320, 360, 768, 1440])(
  'at %d px nothing is wider than the page',
  async (width) => {
    const context = await openContext(browser, { width, scheme: 'light' });
    const page = await context.newPage();
    for (const name of [...NAMES, 'linked', 'hostile front', ...HOSTILE]) {
      await page.goto(server.url + pages[name]!, { waitUntil: 'domcontentloaded' });
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  },
  120_000,
);

test('nothing runs that the policy forbids, and no page asks a third party', async () => {
  const context = await openContext(browser, { width: 1024, scheme: 'light' });
  const page = await context.newPage();
  const errors: string[] = [];
  const asked = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => asked.add(new URL(request.url()).host));
  for (const [name, path] of Object.entries(pages))
    if (!/missing$|^hostile/.test(name)) await page.goto(server.url + path);
  expect(errors).toEqual([]);
  expect([...asked].filter((host) => ![new URL(server.url).host, 'pictures.example'].includes(host))).toEqual([]);
  await context.close();
});

test('reading needs no script: marks and corrections work, the switch is hidden', async () => {
  const page = await open('article', { width: 1440, scheme: 'light', script: false });
  expect(await page.locator('#theme').isVisible()).toBe(false);
  await page.locator('.acts label').click();
  const line = await page.evaluate('getComputedStyle(document.querySelector("u[data-k]")).textDecorationStyle');
  expect(line).toBe('dotted');
  await page.locator('.corrections summary').click();
  expect(await page.locator('.corrections ins').first().isVisible()).toBe(true);
  expect(await page.locator('.facts dl').isVisible()).toBe(true);
  await page.context().close();
});

test('keyboard: j and k walk the headlines, o opens, / finds the field, m marks; the skip link comes first', async () => {
  const page = await open('front', { width: 1440, scheme: 'light' });
  await page.waitForSelector('#theme:visible');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('j');
  const first = await page.evaluate('document.activeElement.textContent');
  expect(first).toContain('青澜港');
  await page.keyboard.press('j');
  expect(await page.evaluate('document.activeElement.textContent')).not.toBe(first);
  await page.keyboard.press('k');
  expect(await page.evaluate('document.activeElement.textContent')).toBe(first);
  await Promise.all([page.waitForURL('**/2026/**'), page.keyboard.press('o')]);
  await page.waitForSelector('#theme:visible');
  await page.keyboard.press('m');
  expect(await page.isChecked('#marks')).toBe(true);
  const here = page.url();
  await Promise.all([page.waitForURL((url) => url.href !== here), page.keyboard.press('j')]);
  await page.waitForSelector('#theme:visible');
  // k finds the newer neighbour through the section's page: back to where we were
  await Promise.all([page.waitForURL(here), page.keyboard.press('k')]);
  await page.waitForSelector('#theme:visible');
  expect(await page.isChecked('#marks')).toBe(true);
  await Promise.all([page.waitForURL('**/search/'), page.keyboard.press('/')]);
  await page.waitForSelector('#theme:visible');
  await page.keyboard.press('/');
  expect(await page.evaluate('document.activeElement.id')).toBe('q');
  await page.context().close();
});

test('s stars what is read or in focus; stars are kept here, shown everywhere, listed and taken back', async () => {
  const page = await open('article', { width: 1440, scheme: 'light' });
  await page.waitForSelector('.meta .star:visible');
  const pressed = () => page.getAttribute('.meta .star', 'aria-pressed');
  expect(await pressed()).toBe('false');
  await page.keyboard.press('s');
  expect(await pressed()).toBe('true');
  await page.click('.meta .star');
  expect(await pressed()).toBe('false');
  await page.keyboard.press('s');
  await page.goto(server.url);
  await page.waitForSelector('#theme:visible');
  const starred = () => page.locator('main .has-star').count();
  expect(await starred()).toBe(1);
  for (const key of ['j', 'j', 's']) await page.keyboard.press(key);
  expect(await starred()).toBe(2);
  const second = await page.evaluate('document.activeElement.textContent');
  await page.screenshot({ path: join(shots, 'front-starred-1440-light.png') });
  await page.goto(server.url + pages['starred']!);
  const titles = () => page.locator('#stars h2').allTextContents();
  await until(page, `document.querySelectorAll('#stars h2').length === 2`);
  expect((await titles())[0]).toBe(second);
  await page.screenshot({ path: join(shots, 'starred-full-1440-light.png') });
  // taken back it stays in sight, to be given again
  await page.locator('#stars .star').first().click();
  expect(await titles()).toHaveLength(2);
  await page.reload();
  await until(page, `document.querySelectorAll('#stars h2').length === 1`);
  await page.locator('#stars .star').click();
  await page.reload();
  await until(page, `document.querySelector('[role=status]').textContent === '还没有收藏的文章。'`);
  await page.context().close();
});

test('without storage, or with nonsense in it, nobody is offered what cannot be kept, and nothing breaks', async () => {
  const context = await openContext(browser, { width: 1440, scheme: 'light' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const nonsense of ['{', '7', '[["javascript:alert(1)","x"],["/2026/09/18/0123456789ab/",7],null]']) {
    await page.goto(server.url);
    await page.evaluate(`localStorage.setItem('kanyin-starred /', ${JSON.stringify(nonsense)})`);
    await page.goto(server.url + pages['starred']!);
    await until(page, `document.querySelector('[role=status]').textContent === '还没有收藏的文章。'`);
    expect(await page.locator('#stars li').count()).toBe(0);
  }
  await page.goto(server.url + pages['article']!);
  await page.waitForSelector('.meta .star:visible');
  await page.keyboard.press('s');
  expect(await page.getAttribute('.meta .star', 'aria-pressed')).toBe('true');
  await context.addInitScript('Object.defineProperty(window, "localStorage", { get() { throw new Error("no") } })');
  await page.reload();
  await page.waitForSelector('#theme:visible');
  expect(await page.locator('.meta .star').isVisible()).toBe(false);
  await page.keyboard.press('s');
  await page.goto(server.url + pages['starred']!);
  expect(await page.locator('[role=status]').textContent()).toContain('本地存储');
  expect(errors).toEqual([]);
  await context.close();
});

test('? shows the keys, Escape closes them', async () => {
  const page = await open('article', { width: 1440, scheme: 'light' });
  await page.waitForSelector('#theme:visible');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  expect(await page.locator('dialog dt').allTextContents()).toEqual(['j', 'k', 'o', '/', 's', 'm', '?']);
  await page.evaluate(AXE);
  expect(await page.evaluate('axe.run("dialog").then((found) => found.violations.map((v) => v.id))')).toEqual([]);
  await page.screenshot({ path: join(shots, 'keys-1440-light.png') });
  await page.keyboard.press('j');
  expect(await page.locator('dialog[open]').count()).toBe(1);
  await page.keyboard.press('Escape');
  await until(page, `document.querySelector('dialog') === null`);
  await page.context().close();
});

/** The page's policy forbids what a waiting predicate needs, so it is asked again and again from outside. */
async function until(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate(expression))) await page.waitForTimeout(30);
}

test('search: two characters, three, Latin, none; marks, sections, days; the address tells; more than words', async () => {
  const page = await open('search', { width: 1024, scheme: 'light' });
  const titles = (): Promise<string[]> => page.locator('#results h2').allTextContents();
  const says = (pattern: RegExp): Promise<void> => page.locator('#search-says', { hasText: pattern }).waitFor();
  await page.fill('#q', '绿电');
  await says(/共 1 篇/);
  expect(await titles()).toEqual(['绿电先算一笔账：数据中心把夜里的风用起来']);
  expect(new Set(await page.locator('#results mark').allTextContents())).toEqual(new Set(['绿电']));
  expect(new URL(page.url()).searchParams.get('q')).toBe('绿电');
  await page.fill('#q', '内蒙古');
  await says(/共 1 篇/);
  await until(page, `document.querySelector('#results mark')?.textContent === '内蒙古'`);
  await page.screenshot({ path: join(shots, 'search-results-1024-light.png'), fullPage: true });
  await page.fill('#q', 'ai 算力');
  await until(page, `document.querySelector('#results mark')?.textContent === 'AI'`);
  await page.fill('#q', '青澜');
  await says(/共 [4-9] 篇/);
  const all = await titles();
  await page.check('[name=section][value=economy]', { force: true });
  await until(page, `document.querySelectorAll('#results li').length < ${all.length}`);
  expect((await titles()).every((title) => all.includes(title))).toBe(true);
  await page.fill('[name=to]', '2026-09-01');
  await says(/没有找到/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    q: '青澜',
    section: 'economy',
    to: '2026-09-01',
  });
  await page.reload();
  await says(/没有找到/);
  expect(await page.isChecked('[name=section][value=economy]')).toBe(true);
  await page.context().close();
}, 60_000);

test('letters that an input method is about to turn into characters are not looked for', async () => {
  const page = await open('search', { width: 1024, scheme: 'light' });
  await page.focus('#q');
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: "lv'dian", selectionStart: 7, selectionEnd: 7 });
  await page.waitForTimeout(400);
  expect(new URL(page.url()).searchParams.has('q')).toBe(false);
  await input.send('Input.insertText', { text: '绿电' });
  await page.locator('#search-says', { hasText: /共 1 篇/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('绿电');
  await page.context().close();
}, 60_000);

test('whoever comes back from an article finds the results where they were left', async () => {
  const page = await open('search', { width: 360, scheme: 'light' });
  await page.fill('#q', '青澜');
  await page.locator('#search-says', { hasText: /共 [4-9] 篇/ }).waitFor();
  const last = page.locator('#results h2 a').last();
  await last.scrollIntoViewIfNeeded();
  const left = await page.evaluate('scrollY');
  expect(left).toBeGreaterThan(0);
  await Promise.all([page.waitForURL(/\/\d{4}\/\d\d\//), last.click()]);
  await page.goBack();
  await until(page, `Math.abs(scrollY - ${left}) < 2 && document.querySelectorAll('#results li').length >= 4`);
  await page.context().close();
}, 60_000);

test('a label leads to a search among its articles, and out of it again', async () => {
  const page = await open('label', { width: 1024, scheme: 'light' });
  const name = await page.locator('h1').textContent();
  const reports = await page.locator('.river h3').allTextContents();
  await Promise.all([page.waitForURL('**/search/**'), page.locator('.page-head a[href*="/search/"]').click()]);
  await page.locator('#search-label', { hasText: name! }).waitFor();
  await page.fill('#q', '青澜');
  await until(page, `document.querySelectorAll('#results li').length > 0`);
  await page.screenshot({ path: join(shots, 'search-label-1024-light.png'), fullPage: true });
  const titles = await page.locator('#results h2').allTextContents();
  expect(titles.every((title) => reports.includes(title))).toBe(true);
  await page.locator('#search-label button').click();
  await until(page, `document.querySelectorAll('#results li').length > ${titles.length}`);
  expect(new URL(page.url()).searchParams.has('label')).toBe(false);
  await page.context().close();
}, 60_000);

test('search works offline once loaded, and says what it cannot know', async () => {
  const page = await open('search', { width: 360, scheme: 'dark' });
  await page.fill('#q', '绿电');
  await page.waitForSelector('#results mark');
  await until(page, 'navigator.serviceWorker.controller !== null');
  await until(
    page,
    `caches.open('kanyin-search').then((shelf) => shelf.keys()).then((keys) => keys.some((key) => key.url.endsWith('.bin')) && keys.some((key) => key.url.endsWith('/search/')))`,
  );
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(shots, 'search-results-360-dark.png'), fullPage: true });
  await page.context().setOffline(true);
  await page.goto(`${server.url}/search/?q=${encodeURIComponent('绿电')}`);
  await page.waitForSelector('#results mark');
  await page.fill('#q', '望远镜');
  await until(page, `/没有网络|共 1 篇/.test(document.getElementById('search-says').textContent)`);
  await page.context().close();
}, 60_000);

test('search finds what is new where the host tells browsers to keep files for an hour', async () => {
  const archive = everyKindArchive();
  const out = folderSink(join(folder, 'kept'));
  const published = async (): Promise<void> => {
    const done = await publish('everything', {
      archive,
      site: sampleSite(),
      sources: sampleSources(),
      now: () => new Date(0),
      out,
    });
    if (!done.ok) throw new Error(done.problem.code);
  };
  await published();
  const host = await serveFolder(join(folder, 'kept'), { 'cache-control': 'max-age=3600' });
  // a context that watches requests has no cache
  const context = await browser.newContext();
  await context.addInitScript('delete Navigator.prototype.serviceWorker');
  const ask = async (): Promise<string> => {
    const page = await context.newPage();
    await page.goto(`${host.url}/search/?q=${encodeURIComponent('绿电')}`);
    await page.waitForSelector('#results mark');
    const said = (await page.locator('#results').textContent()) ?? '';
    await page.close();
    return said;
  };
  expect(await ask()).not.toContain('绿电交易');
  for (let i = 0; i < 30; i++)
    archive.file(
      plainArticle(6000 + i, { section: 'society', title: `绿电交易第${i}日`, html: '<p>绿电。</p>', text: '绿电。' }),
    );
  await published();
  expect(await ask()).toContain('绿电交易');
  await context.close();
  host.close();
}, 60_000);

test('the switch remembers light and dark over the system’s wish', async () => {
  const page = await open('front', { width: 1024, scheme: 'light' });
  const paper = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const light = await paper();
  await page.click('#theme');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto(server.url + pages['article']!);
  await until(page, 'document.documentElement.dataset.theme === "dark"');
  expect(await paper()).toBe(dark);
  await page.click('#theme');
  expect(await paper()).toBe(light);
  expect(await page.evaluate('localStorage.getItem("kanyin-theme")')).toBe(null);
  await page.context().close();
});

test('the largest paint needs nothing but the page, and on the front and articles with one its picture', async () => {
  for (const [name, most] of [
    ['front', 1],
    ['article', 1],
    ['section', 0],
    ['search', 0],
  ] as const) {
    const page = await open(name, { width: 1280, scheme: 'light' });
    await page.waitForLoadState('networkidle');
    const largest = (await page.evaluate(
      `new Promise((done) => { new PerformanceObserver((list) => { const e = list.getEntries().at(-1); done({ tag: e.element?.tagName ?? '', url: e.url }); }).observe({ type: 'largest-contentful-paint', buffered: true }); })`,
    )) as { tag: string; url: string };
    // whatever painted it was either in the HTML or is named in it without waiting: one round trip after the page
    const html = await (await page.request.get(page.url())).text();
    if (largest.url !== '') {
      expect(most).toBe(1);
      expect(html).toContain(largest.url.replaceAll('&', '&amp;'));
      expect(html).not.toMatch(/fetchpriority="high"[^>]*loading="lazy"|loading="lazy"[^>]*fetchpriority="high"/);
    }
    const blocking = await page.evaluate(
      `performance.getEntriesByType('resource').filter((e) => e.renderBlockingStatus === 'blocking').map((e) => e.name)`,
    );
    expect(blocking, name).toEqual([]);
    await page.context().close();
  }
}, 60_000);

test('the layout of no page shifts, while pictures, scripts and results arrive and while it is scrolled', async () => {
  for (const width of [390, 1280]) {
    const context = await openContext(browser, { width, scheme: 'light', pictureDelay: 150 });
    const page = await context.newPage();
    for (const path of [...[...NAMES, 'pictured'].map((name) => pages[name]!), '/search/?q=内蒙古']) {
      await page.goto(server.url + path, { waitUntil: 'domcontentloaded' });
      const shifts = (await page.evaluate(`new Promise((done) => {
        const shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries())
            shifts.push([value, ...sources.map(({ node }) => node?.parentElement?.className + ' ' + node?.nodeName)]);
        }).observe({ type: 'layout-shift', buffered: true });
        const down = () => {
          if (scrollY + innerHeight + 1 < document.documentElement.scrollHeight) setTimeout(down, 30);
          else setTimeout(() => done(shifts), 250);
          scrollBy(0, innerHeight / 2);
        };
        setTimeout(down, 200);
      })`)) as [number, ...string[]][];
      // the newsroom's name that slides into the bar of the front page is .004
      expect(
        shifts.reduce((sum, [value]) => sum + value, 0),
        `${path} at ${width}: ${JSON.stringify(shifts)}`,
      ).toBeLessThan(0.005);
    }
    await context.close();
  }
}, 120_000);

test('printed: no navigation, addresses behind links', async () => {
  const page = await open('article', { width: 1024, scheme: 'light' });
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.menu', '.tools', '.acts', '.neighbours'])
    expect(await page.locator(part).isVisible(), part).toBe(false);
  expect(await page.locator('.bar .name').isVisible()).toBe(true);
  const after = await page.evaluate('getComputedStyle(document.querySelector(".source-line a"), "::after").content');
  expect(after).toContain('https://');
  const linked = await openContext(browser, { width: 1024, scheme: 'light' });
  const other = await linked.newPage();
  await other.goto(server.url + pages['linked']!);
  expect(await other.locator('.links').isVisible()).toBe(false);
  await other.emulateMedia({ media: 'print' });
  expect(await other.locator('.links li').allTextContents()).toEqual(['https://a.example/?b=1&c=2']);
  expect(await other.locator('.links').isVisible()).toBe(true);
  await linked.close();
  await page.context().close();
});

test('every XML file is well-formed, hostile articles included', async () => {
  const out = join(folder, 'site/hostile');
  const page = await open('front', { width: 800, scheme: 'light' });
  const files = readdirSync(out, { recursive: true }) as string[];
  for (const file of files.filter((name) => /\.(xml|opml|svg)$/.test(name))) {
    const text = readFileSync(join(out, file), 'utf8');
    const fault = await page.evaluate(
      `new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml').querySelector('parsererror')?.textContent ?? ''`,
    );
    expect(fault, file).toBe('');
  }
  await page.context().close();
});
