import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attr, elements, parseBody } from '../../src/kit/html/tree.ts';
import { PAGE_KINDS } from '../../src/publish/page-keys.ts';
import { publish } from '../../src/publish/publish.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { loadLooks } from '../../src/publish/site/looks.ts';
import { shippedLooks } from '../../src/publish/site/shipped-looks.ts';
import { EVERY_PAGE, everyKindArchive, ownPagesFolder } from '../support/every-kind.ts';
import { hostileArticle } from '../support/hostile-articles.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { memorySink } from '../support/memory-sink.ts';
import { plainArticle } from '../support/plain-article.ts';
import { sampleArchive, sampleSite, sampleSources } from '../support/sample-articles.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kanyin-site-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const now = (): Date => new Date('2030-01-01T00:00:00Z');

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // the doctype, void elements and one-line attributes are a matter of taste
    'no-trailing-whitespace': 'off',
    // autofocus of <main> is never used; tabindex -1 is the skip link's target
    'no-implicit-button-type': 'error',
    'require-sri': 'off',
    'no-inline-style': 'off',
  },
});

async function problemsOf(folder: string): Promise<string[]> {
  const problems: string[] = [];
  for (const file of filesIn(folder).filter((name) => name.endsWith('.html'))) {
    const report = await validator.validateString(textOf(folder, file), file);
    for (const result of report.results) {
      for (const m of result.messages) problems.push(`${file}:${m.line}:${m.column} ${m.ruleId} ${m.message}`);
    }
  }
  return problems;
}

/** Every address inside the site that leads to no file, or to no such id. */
function deadLinks(folder: string, base: string): string[] {
  const files = new Set(filesIn(folder));
  const ids = new Map<string, Set<string>>();
  const pages = [...files].filter((name) => name.endsWith('.html'));
  const trees = new Map(pages.map((page) => [page, [...elements(parseBody(textOf(folder, page)))]]));
  for (const [page, all] of trees) ids.set(page, new Set(all.flatMap((element) => attr(element, 'id') ?? [])));
  const dead: string[] = [];
  for (const [page, all] of trees) {
    for (const element of all) {
      for (const name of ['href', 'src', 'action', 'content']) {
        const value = attr(element, name);
        if (value === undefined || (name === 'content' && !value.startsWith(base))) continue;
        const url = new URL(value, `${base}/${page}`);
        if (url.origin !== new URL(base).origin) continue;
        const path = decodeURIComponent(url.pathname).slice(1);
        const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!files.has(file)) dead.push(`${page}: ${value}`);
        else if (url.hash !== '' && file.endsWith('.html') && !ids.get(file)?.has(url.hash.slice(1)))
          dead.push(`${page}: ${value} (no such id)`);
      }
    }
  }
  return dead;
}

describe.each(['zh-CN', 'en'] as const)('the newspaper in %s', (language) => {
  const folder = newFolder();
  const site = sampleSite({ language, pages: ownPagesFolder(newFolder()) });
  beforeAll(async () => {
    const archive = everyKindArchive();
    const done = await publish('everything', { archive, site, sources: sampleSources(), now, out: folderSink(folder) });
    expect(done.ok).toBe(true);
  });

  test('every kind of page is among what is checked', () => {
    const files = filesIn(folder);
    for (const kind of PAGE_KINDS) {
      if (kind.owns.source === '^$') continue;
      expect(
        files.some((file) => kind.owns.test(file)),
        kind.name,
      ).toBe(true);
    }
    for (const [name, path] of Object.entries(EVERY_PAGE))
      expect(files, name).toContain(name === 'missing' ? '404.html' : `${path.slice(1)}index.html`);
  });

  test('every page kind is valid HTML', async () => {
    expect(await problemsOf(folder)).toEqual([]);
  });

  test('every link inside the site leads somewhere', () => {
    expect(deadLinks(folder, site.baseUrl)).toEqual([]);
  });

  test('every address of the site in feeds, sitemaps and lists of sources leads somewhere', () => {
    const files = new Set(filesIn(folder));
    let seen = 0;
    for (const file of [...files].filter((name) => /\.(xml|json|opml|txt|webmanifest)$/.test(name))) {
      for (const [address] of textOf(folder, file).matchAll(/https:\/\/morning\.example\/[^\s"'<>\\]*/g)) {
        const path = decodeURIComponent(new URL(address).pathname).slice(1);
        seen++;
        expect(files.has(path === '' || path.endsWith('/') ? `${path}index.html` : path), `${file}: ${address}`).toBe(
          true,
        );
      }
    }
    expect(seen).toBeGreaterThan(300);
  });

  test('the structured data of every article says what the page says', () => {
    for (const file of filesIn(folder).filter((name) => /^\d{4}\/\d\d\/\d\d\/\w{12}\//.test(name))) {
      const text = textOf(folder, file);
      const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '') as Record<
        string,
        unknown
      >;
      expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'NewsArticle' });
      for (const name of ['headline', 'datePublished', 'mainEntityOfPage', 'publisher', 'author'])
        expect(data[name], `${file} ${name}`).toBeTruthy();
      expect(new URL(String(data['mainEntityOfPage'] ?? '')).pathname).toBe(`/${file.replace('index.html', '')}`);
    }
  });

  test('the front page, lists and articles say in a line what they hold', () => {
    const described = filesIn(folder).filter((name) =>
      /^(index\.html|(latest|section|source|label|\d{4}\/\d\d\/\d\d)\/.*index\.html)$/.test(name),
    );
    expect(described.length).toBeGreaterThan(20);
    for (const file of described) {
      const metas = [...elements(parseBody(textOf(folder, file)))].filter((e) => attr(e, 'name') === 'description');
      expect(metas.length, file).toBe(1);
      expect(attr(metas[0]!, 'content')!.length, file).toBeGreaterThan(3);
      expect(attr(metas[0]!, 'content')!.length, file).toBeLessThanOrEqual(160);
    }
  });

  test('no inline script, no handler, no third party, and a policy that says so', () => {
    for (const file of filesIn(folder).filter((name) => name.endsWith('.html'))) {
      const text = textOf(folder, file);
      const policy = [...elements(parseBody(text))].find(
        (element) => attr(element, 'http-equiv') === 'Content-Security-Policy',
      );
      expect(/script-src ([^;]*)/.exec(attr(policy!, 'content') ?? '')?.[1]).toBe("'self'");
      for (const element of elements(parseBody(text))) {
        expect(element.attrs.filter((a) => a.name.startsWith('on'))).toEqual([]);
        if (element.tagName === 'script') {
          expect(attr(element, 'type') === 'application/ld+json' || attr(element, 'src')?.startsWith('/assets/')).toBe(
            true,
          );
        }
        if (element.tagName === 'link' && attr(element, 'rel') === 'stylesheet') throw new Error('styles are inline');
      }
    }
  });

  test('the manifest names icons of the size they have; every page leads to it, to its own address and to feeds', async () => {
    const manifest = JSON.parse(textOf(folder, 'site.webmanifest')) as {
      start_url: string;
      lang: string;
      icons: { src: string; sizes: string; type: string }[];
    };
    expect(manifest).toMatchObject({ start_url: '/', lang: language });
    for (const icon of manifest.icons) {
      const { width, height, format } = await sharp(join(folder, icon.src)).metadata();
      expect(icon.type).toContain(format);
      if (icon.sizes !== 'any') expect(`${width}x${height}`).toBe(icon.sizes);
    }
    for (const file of filesIn(folder).filter((name) => name.endsWith('.html'))) {
      const links = [...elements(parseBody(textOf(folder, file)))].filter((element) => element.tagName === 'link');
      const leads = (rel: string): string[] =>
        links.filter((link) => attr(link, 'rel') === rel).map((link) => attr(link, 'href') ?? '');
      expect(leads('manifest')).toEqual(['/site.webmanifest']);
      expect(leads('alternate').length, file).toBeGreaterThan(0);
      if (file !== '404.html')
        expect(leads('canonical')).toEqual([`${site.baseUrl}/${file.replace(/index\.html$/, '')}`]);
    }
  });

  test('pages are small: styles within 14 KB, an article within 40 KB', () => {
    for (const css of Object.values(loadLooks(site).css)) expect(Buffer.byteLength(css)).toBeLessThanOrEqual(14 * 1024);
    for (const file of filesIn(folder).filter((name) => /^\d{4}\/\d\d\/\d\d\/\w{12}\//.test(name))) {
      expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(40 * 1024);
    }
  });
});

test('the scripts are what a browser can read', async () => {
  const { script, searchScript, searchWorker } = shippedLooks();
  for (const text of [script, searchWorker]) expect(() => new Function(text)).not.toThrow();
  // a module, whose imports were joined to it: nothing is left to be asked for
  expect(searchScript).not.toMatch(/^(?:import|export)\b/m);
  expect(
    () => new Function(`return async () => {${searchScript.replaceAll('import.meta.url', 'address')}}`),
  ).not.toThrow();
  const room = join(import.meta.dirname, '../../src/publish');
  const parts = readdirSync(join(room, 'search')).filter((name) => name.endsWith('.js'));
  for (const part of ['site/script/search.js', ...parts.map((name) => `search/${name}`)]) {
    const imports = readFileSync(join(room, part), 'utf8').matchAll(/^import \{([^}]*)\} from/gm);
    for (const name of [...imports].flatMap(([, names]) => names!.split(',')))
      expect(searchScript).toMatch(new RegExp(`(?:function\\*?|const|class) ${name.trim()}\\b`));
  }
});

test('the dek is printed once, wherever at its beginning the body has it', async () => {
  const dek = '港务会议开了九个小时，谁也没想到最后会这样。';
  const article = (n: number, text: string) => plainArticle(n, { dek, text, html: `<p>${text}</p>` });
  const cases = [
    { article: article(1, `${dek}会后没有人说话。`), printed: false },
    { article: article(2, `会场。周默摄\n${dek}会后没有人说话。`), printed: false },
    { article: article(3, '会后没有人说话。'), printed: true },
  ];
  const archive = new MemoryArchive();
  for (const one of cases) archive.file(one.article);
  const out = memorySink();
  const done = await publish('everything', { archive, site: sampleSite(), sources: sampleSources(), now, out });
  expect(done.ok).toBe(true);
  for (const { article, printed } of cases)
    expect(String(out.contents.get(`${article.path.slice(1)}index.html`)).includes('class="dek"')).toBe(printed);
});

test('hostile content breaks neither its page nor a neighbour', async () => {
  const folder = newFolder();
  const archive = sampleArchive();
  for (let i = 0; i < 8; i++) archive.file(hostileArticle(i));
  const done = await publish('everything', {
    archive,
    site: sampleSite(),
    sources: sampleSources(),
    now,
    out: folderSink(folder),
  });
  expect(done.ok).toBe(true);
  expect(deadLinks(folder, sampleSite().baseUrl)).toEqual([]);
  for (const file of filesIn(folder)) {
    if (!/\.(html|xml|json|opml)$/.test(file)) continue;
    const text = textOf(folder, file);
    expect(text.isWellFormed()).toBe(true);
    expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text), file).toBe(false);
    if (file.endsWith('.json')) JSON.parse(text);
    if (!file.endsWith('.html')) continue;
    for (const element of elements(parseBody(text))) {
      expect(element.attrs.filter((a) => /^on|^srcdoc$/.test(a.name))).toEqual([]);
      expect(attr(element, 'href') ?? '').not.toMatch(/^\s*javascript:/i);
      if (element.tagName === 'script')
        expect(attr(element, 'src') ?? attr(element, 'type')).toMatch(/^\/assets\/|^application\/ld\+json$/);
      expect(['iframe', 'object', 'embed', 'base']).not.toContain(element.tagName);
    }
    expect([...elements(parseBody(text))].filter((element) => element.tagName === 'main')).toHaveLength(1);
    expect(
      [...elements(parseBody(text))].filter(
        (element) => element.tagName === 'footer' && attr(element, 'class') === 'foot',
      ),
    ).toHaveLength(1);
  }
  // what an outlet writes may be long and its tables old-fashioned
  expect((await problemsOf(folder)).filter((says) => !/ (long-title|prefer-tbody) /.test(says))).toEqual([]);
});

test('the looks are the newsroom’s own', async () => {
  const own = newFolder();
  writeFileSync(join(own, 'own.css'), '.masthead h1 { letter-spacing: 0 }');
  writeFileSync(join(own, 'header.html'), '<p class="banner">公告</p>');
  writeFileSync(join(own, 'footer.html'), '<p>沪备 000</p>');
  writeFileSync(join(own, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>');
  writeFileSync(join(own, 'imprint.md'), '# 版权声明\n\n第一段**重点**。\n');
  writeFileSync(join(own, 'about.md'), '# 不可占用\n');
  const folder = newFolder();
  const site = sampleSite({
    css: join(own, 'own.css'),
    header: join(own, 'header.html'),
    footer: join(own, 'footer.html'),
    logo: join(own, 'logo.svg'),
    pages: own,
    colours: { red: '#0a5a2a', 'dark-red': '#7fd8a0', evil: '}body{display:none' },
    menu: [
      { title: '头条', url: '/section/news/' },
      { title: '外站', url: 'https://elsewhere.example/' },
    ],
    baseUrl: 'https://host.example/paper',
  });
  await publish('everything', {
    archive: sampleArchive(),
    site,
    sources: sampleSources(),
    now,
    out: folderSink(folder),
  });
  const front = textOf(folder, 'index.html');
  expect(front).toContain('letter-spacing: 0');
  expect(front).toContain('--red:light-dark(#0a5a2a,#7fd8a0)');
  expect(front).not.toContain('body{display:none');
  expect(front).toContain('公告');
  expect(front).toContain('沪备 000');
  expect(front).toContain('href="/paper/section/news/"');
  expect(front).toContain('https://elsewhere.example/');
  expect(front).toMatch(/src="\/paper\/assets\/logo-[0-9a-f]+\.svg"/);
  expect(textOf(folder, 'imprint/index.html')).toContain('<strong>重点</strong>');
  expect(textOf(folder, 'about/index.html')).not.toContain('不可占用');
  expect(await problemsOf(folder)).toEqual([]);

  // a page taken back goes, a folder of the owner's beside it stays
  rmSync(join(own, 'imprint.md'));
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'mine/index.html'), 'mine');
  await publish('everything', {
    archive: sampleArchive(),
    site,
    sources: sampleSources(),
    now,
    out: folderSink(folder),
  });
  expect(filesIn(folder)).not.toContain('imprint/index.html');
  expect(filesIn(folder)).toContain('mine/index.html');
  rmSync(join(own, 'own.css'));
  const failed = await publish([], {
    archive: sampleArchive(),
    site,
    sources: sampleSources(),
    now,
    out: folderSink(folder),
  });
  expect(failed).toMatchObject({ ok: false, problem: { code: 'PUBLISH_FAILED', where: join(own, 'own.css') } });
});
