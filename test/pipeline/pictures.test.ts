import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fetch } from '../../src/model/fetched.ts';
import type { Newsroom } from '../../src/model/newsroom.ts';
import { fail, ok } from '../../src/model/outcome.ts';
import { problem } from '../../src/model/problem.ts';
import type { LineEvent, LineNeeds } from '../../src/pipeline/needs.ts';
import { publishRun } from '../../src/pipeline/publish-run.ts';
import { runWorker } from '../../src/pipeline/worker.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { ArticleDraft, Store } from '../../src/store/store.ts';
import { aDraft, aSource } from '../support/drafts.ts';

const HOUR = 3_600_000;
const at = (name: string): string => `https://cdn.example/${name}`;
const jpeg = (width = 600): Promise<Buffer> =>
  sharp({ create: { width, height: 300, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer();

let root: string;
let store: Store;
let now: number;
let asked: string[];
let answers: Map<string, () => Promise<Buffer | 'HTTP_NOT_FOUND' | 'FETCH_TIMEOUT' | 'FETCH_TOO_LARGE'>>;
let events: LineEvent[];

const open = (): Store => {
  const opened = openSqliteStore(join(root, 'data/kanyin.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kanyin-pictures-'));
  store = open();
  now = Date.parse('2026-03-05T00:00:00Z');
  asked = [];
  answers = new Map();
  events = [];
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

const fetch: Fetch = async ({ url, signal }) => {
  asked.push(url);
  const given = await answers.get(url)?.();
  if (signal?.aborted) return fail(problem('STOPPED'));
  if (given === undefined || typeof given === 'string') return fail(problem(given ?? 'HTTP_NOT_FOUND'));
  return ok({
    status: 200,
    url,
    redirects: [],
    headers: {},
    bytes: given,
    wireBytes: given.length,
    validators: {},
    ms: 1,
  });
};
const line = (images: 'keep' | 'hotlink' = 'keep', signal?: AbortSignal): LineNeeds => ({
  newsroom: {
    root,
    site: {
      title: '试报',
      baseUrl: 'https://paper.example',
      language: 'zh-CN',
      timeZone: 'Asia/Shanghai',
      menu: [],
      sections: [{ slug: 'news', title: '要闻' }],
      images,
    },
    sources: [],
    fetch: {
      userAgent: 'x',
      allowPrivate: [],
      spacingMs: 0,
      hostsAtOnce: 4,
      minMinutes: 5,
      maxMinutes: 60,
      robots: false,
    },
    outputs: { site: { dir: join(root, 'public') } },
    filters: [],
    labels: { on: false, gazetteers: [], companies: [], people: [], places: [], orgs: [], topics: [], vetoes: [] },
    rsshub: { instances: [] },
    store: join(root, 'data/kanyin.db'),
  } satisfies Newsroom,
  store,
  fetch,
  now: () => now,
  report: (event) => events.push(event),
  ...(signal ? { signal } : {}),
});
const work = (images: 'keep' | 'hotlink' = 'keep'): Promise<void> =>
  runWorker(line(images), { owner: 'test', until: 'idle', onProblem: (p) => expect(p).toBeUndefined() });
const withPictures = (n: number, names: string[], more: Partial<ArticleDraft> = {}): ArticleDraft => {
  const pictures = names.map(at);
  return aDraft(n, {
    lead: { src: pictures[0]! },
    html: `<p>正文</p>${pictures.map((src) => `<figure><img src="${src}"></figure>`).join('')}`,
    pictures,
    ...more,
  });
};
const file = async (...drafts: ArticleDraft[]): Promise<void> => void (await store.commitArticles(drafts, now));
const publish = async (images: 'keep' | 'hotlink' = 'keep', everything = false) => {
  const done = await publishRun(line(images), { everything, session: { checked: true } });
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
};
const pageOf = (draft: ArticleDraft): string => readFileSync(join(root, 'public', draft.path, 'index.html'), 'utf8');
const notesOf = async (draft: ArticleDraft) =>
  (await store.article(draft.id))!.notes.map(({ code, text }) => [code, text]);
const pictureFiles = (): string[] =>
  readdirSync(join(root, 'public/pictures'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );

describe('pictures are kept', () => {
  test('published at once, published again once when all have arrived', async () => {
    const draft = withPictures(1, ['a.jpg', 'b.jpg']);
    for (const name of ['a.jpg', 'b.jpg']) answers.set(at(name), () => jpeg(name === 'a.jpg' ? 600 : 900));
    await file(draft);
    await publish();
    expect(asked).toEqual([]);
    expect(pageOf(draft)).toContain(`src="${at('a.jpg')}"`);

    await work();
    const changes = await store.changes(1, 10);
    expect(changes.map(({ kind, articleId }) => [kind, articleId])).toEqual([['pictures', draft.id]]);
    const again = await publish();
    expect(again.written).toBe(2);
    const page = pageOf(draft);
    expect(page).not.toContain('cdn.example');
    expect(page).toMatch(
      /<source type="image\/avif" srcset="\/pictures\/\w\w\/\w{24}-480\.avif 480w, \/pictures\/\w\w\/\w{24}-600\.avif 600w" sizes="[^"]+">/,
    );
    expect(page).toMatch(
      /<img src="\/pictures\/(\w\w)\/\1\w{22}\.jpg" alt="" width="600" height="300" fetchpriority="high"/,
    );
    expect(page).toMatch(/width="900" height="300" loading="lazy"/);
    expect(page).toMatch(/style="background:url\(data:image\/webp;base64,/);
    for (const [, path] of page.matchAll(/(\/pictures\/[\w/-]+\.\w+)/g))
      expect(existsSync(join(root, 'public', path!))).toBe(true);
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: { 'no-trailing-whitespace': 'off', 'no-inline-style': 'off', 'require-sri': 'off' },
    });
    expect((await validator.validateString(page)).results).toEqual([]);
    expect(events).toContainEqual({ kind: 'pictures', kept: 2, failed: 0 });
    expect(await store.pictures.counts()).toEqual({ waiting: 0, kept: 2, failed: 0 });

    expect((await publish('keep', true)).written).toBe(0);
    await work();
    expect(asked).toHaveLength(2);
    expect(await store.changes(2, 10)).toEqual([]);
  });

  test('a deleted site folder comes back byte for byte, without asking anybody', async () => {
    const draft = withPictures(1, ['a.jpg']);
    answers.set(at('a.jpg'), () => jpeg());
    await file(draft);
    await work();
    await publish('keep', true);
    const page = pageOf(draft);
    const files = pictureFiles().map((name) => [name, readFileSync(join(root, 'public/pictures', name), 'base64')]);
    expect(files.length).toBeGreaterThan(2);
    rmSync(join(root, 'public'), { recursive: true });
    asked = [];
    await publish('keep', true);
    expect(pageOf(draft)).toBe(page);
    expect(pictureFiles().map((name) => [name, readFileSync(join(root, 'public/pictures', name), 'base64')])).toEqual(
      files,
    );
    expect(asked).toEqual([]);
  });

  test('copies that were lost are fetched anew, and the page is whole meanwhile', async () => {
    const draft = withPictures(1, ['a.jpg']);
    answers.set(at('a.jpg'), () => jpeg());
    await file(draft);
    await work();
    rmSync(join(root, 'data/pictures'), { recursive: true });
    await publish('keep', true);
    expect(pageOf(draft)).toContain(`src="${at('a.jpg')}"`);
    await work();
    await publish();
    expect(pageOf(draft)).not.toContain('cdn.example');
  });

  test('articles share a copy; one that comes later shows it at once', async () => {
    const [one, two] = [withPictures(1, ['a.jpg']), withPictures(2, ['a.jpg'])];
    answers.set(at('a.jpg'), () => jpeg());
    await file(one);
    await work();
    await publish();
    await file(two);
    await publish();
    expect(pageOf(two)).not.toContain('cdn.example');
    await work();
    expect(asked).toHaveLength(1);
    expect((await store.changes(0, 10)).map(({ kind }) => kind)).toEqual(['new', 'pictures', 'new']);
  });

  test('a site below a path has its pictures there', async () => {
    const draft = withPictures(1, ['a.jpg']);
    answers.set(at('a.jpg'), () => jpeg());
    await file(draft);
    await work();
    const needs = line();
    needs.newsroom.site.baseUrl = 'https://paper.example/news';
    await publishRun(needs, { everything: true });
    expect(
      pageOf(draft)
        .match(/(?:src|srcset)="[^"]*"/g)!
        .join(' '),
    ).not.toMatch(/["\s]\/pictures/);
    expect(pageOf(draft)).toMatch(/srcset="\/news\/pictures\/[^"]+480w, \/news\/pictures\//);
    expect(pageOf(draft)).toContain('content="https://paper.example/news/pictures/');
  });

  test('with hotlinks nothing is asked and nothing is local; going over to copies takes the old ones in', async () => {
    const draft = withPictures(1, ['a.jpg']);
    delete draft.pictures;
    answers.set(at('a.jpg'), () => jpeg());
    await file(draft);
    await work('hotlink');
    await publish('hotlink', true);
    expect(asked).toEqual([]);
    expect(pageOf(draft)).toMatch(/<img src="https:\/\/cdn[^>]* referrerpolicy="no-referrer"/);
    await work('keep');
    await publish('keep');
    expect(pageOf(draft)).not.toContain('cdn.example');
    await publish('hotlink', true);
    expect(pageOf(draft)).not.toContain('/pictures/');
  });
});

describe('pictures that cannot be kept', () => {
  test('a missing one: its own address stays, with a note; the others are shown', async () => {
    const draft = withPictures(1, ['a.jpg', 'gone.jpg', 'page.jpg']);
    answers.set(at('a.jpg'), () => jpeg());
    answers.set(at('page.jpg'), async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await file(draft);
    await work();
    await publish('keep', true);
    expect(pageOf(draft)).toContain(`src="${at('gone.jpg')}" alt="" class="unsized"`);
    expect(pageOf(draft)).toContain(`src="${at('page.jpg')}"`);
    expect(pageOf(draft)).not.toContain(`src="${at('a.jpg')}"`);
    expect(await notesOf(draft)).toEqual([
      ['picture-not-kept', at('gone.jpg')],
      ['picture-not-kept', at('page.jpg')],
    ]);
    now += 24 * HOUR;
    await work();
    expect(asked).toHaveLength(3);
    expect(await store.pictures.counts()).toEqual({ waiting: 0, kept: 1, failed: 2 });
  });

  test('when none arrived, no page is due', async () => {
    await file(withPictures(1, ['gone.jpg']));
    await work();
    expect((await store.changes(0, 10)).map(({ kind }) => kind)).toEqual(['new']);
  });

  test('passing trouble: three tries, each later than the one before; the article does not wait for them', async () => {
    const draft = withPictures(1, ['a.jpg', 'slow.jpg', 'never.jpg']);
    answers.set(at('a.jpg'), () => jpeg());
    let tries = 0;
    answers.set(at('slow.jpg'), async () => (++tries < 3 ? 'FETCH_TIMEOUT' : jpeg(700)));
    answers.set(at('never.jpg'), async () => 'FETCH_TIMEOUT');
    await file(draft);
    const announced = async (): Promise<number> => (await store.changes(1, 10)).length;
    await work();
    expect([asked.length, await announced()]).toEqual([3, 1]);
    await work();
    expect(asked.length).toBe(3);
    now += HOUR;
    await work();
    expect([asked.length, await announced()]).toEqual([5, 1]);
    now += HOUR;
    await work();
    expect([asked.length, await announced()]).toEqual([7, 2]);
    now += 100 * HOUR;
    await work();
    expect([asked.length, await announced()]).toEqual([7, 2]);
    expect(await notesOf(draft)).toEqual([['picture-not-kept', at('never.jpg')]]);
  });

  test('too large for the wire is final', async () => {
    answers.set(at('huge.jpg'), async () => 'FETCH_TOO_LARGE');
    await file(withPictures(1, ['huge.jpg']));
    await work();
    now += 24 * HOUR;
    await work();
    expect(asked).toHaveLength(1);
  });
});

describe('pictures wait for everything else', () => {
  test('a host with pages to read gives no pictures until they are read', async () => {
    const source = { ...aSource('a'), host: 'cdn.example' };
    await store.syncSources([source], now);
    await file(withPictures(1, ['a.jpg']));
    expect(await store.pictures.claimHost('x', now, 1000)).toBeUndefined();
    const lease = (await store.claimHost('x', now, 1000))!;
    await store.commitPoll({ sourceId: 'a', at: now, state: {}, dueAt: now + HOUR, entries: [] });
    await store.releaseHost(lease);
    expect((await store.pictures.claimHost('x', now, 1000))?.host).toBe('cdn.example');
    expect(await store.claimHost('y', now, 1000)).toBeUndefined();
  });

  test('publishing goes on while a picture hangs', async () => {
    const draft = withPictures(1, ['a.jpg']);
    let go = (): void => undefined;
    const gate = new Promise<void>((done) => {
      go = done;
    });
    let began = (): void => undefined;
    const hanging = new Promise<void>((done) => {
      began = done;
    });
    answers.set(at('a.jpg'), async () => {
      began();
      await gate;
      return jpeg();
    });
    await file(draft);
    const working = work();
    await hanging;
    await file(aDraft(2));
    expect((await publish()).written).toBeGreaterThan(2);
    expect(pageOf(draft)).toContain('cdn.example');
    expect(existsSync(join(root, 'public', aDraft(2).path, 'index.html'))).toBe(true);
    go();
    await working;
    await publish();
    expect(pageOf(draft)).not.toContain('cdn.example');
  });

  test('stopped in the middle, the next process goes on where it was', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `${i}.jpg`);
    const draft = withPictures(1, names);
    const stop = new AbortController();
    for (const [i, name] of names.entries())
      answers.set(at(name), async () => {
        if (i === 3) stop.abort();
        return jpeg(300 + i);
      });
    await file(draft);
    await runWorker(line('keep', stop.signal), { owner: 'first', until: 'idle', onProblem: () => undefined });
    expect(await store.pictures.counts()).toEqual({ waiting: 3, kept: 3, failed: 0 });
    await store.close();
    store = open();
    await work();
    expect(asked.length).toBe(7);
    expect(await store.pictures.counts()).toEqual({ waiting: 0, kept: 6, failed: 0 });
    expect((await store.changes(1, 10)).map(({ kind }) => kind)).toEqual(['pictures']);
  });

  test('a half-written copy of a killed process is not shown', async () => {
    const draft = withPictures(1, ['a.jpg']);
    answers.set(at('a.jpg'), () => jpeg());
    await file(draft);
    await work();
    await publish('keep', true);
    const [first] = pictureFiles().filter((name) => name.endsWith('.jpg'));
    const whole = statSync(join(root, 'public/pictures', first!)).size;
    rmSync(join(root, 'public/pictures', first!));
    await publish('keep', true);
    expect(statSync(join(root, 'public/pictures', first!)).size).toBe(whole);
    expect(pictureFiles().every((name) => !name.includes('.kanyin-'))).toBe(true);
  });
});

describe('Hexo posts', () => {
  const posts = (profile: 'hexo' | 'rsshub-page', dir: string): LineNeeds => {
    const needs = line();
    needs.newsroom.outputs = { hexo: { dir: join(root, dir), profile, labelsAsTags: false } };
    return needs;
  };
  const postIn = (dir: string): string =>
    readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(root, dir, name), 'utf8'))
      .join();

  test('have their pictures in the source folder, below the root of the blog', async () => {
    const draft = withPictures(1, ['a.jpg', 'gone.jpg']);
    answers.set(at('a.jpg'), () => jpeg());
    await file(draft);
    const needs = posts('hexo', 'blog/source/_posts');
    await publishRun(needs, { everything: false });
    expect(postIn('blog/source/_posts')).toContain(`src="${at('a.jpg')}"`);
    await work();
    writeFileSync(join(root, 'blog/_config.yml'), 'title: x\nroot: /news/\n');
    expect((await publishRun(needs, { everything: false })).ok).toBe(true);
    const post = postIn('blog/source/_posts');
    const [, path] = /src="\/news(\/pictures\/[^"]+\.jpg)"/.exec(post)!;
    expect(existsSync(join(root, 'blog/source', path!))).toBe(true);
    expect(post).toContain(`src="${at('gone.jpg')}"`);
    expect(post).not.toContain(at('a.jpg'));
  });

  test('of the migration profile, or in another folder, keep the outlet’s addresses', async () => {
    answers.set(at('a.jpg'), () => jpeg());
    await file(
      withPictures(1, ['a.jpg'], { raw: { title: 'x', description: `<img src="${at('a.jpg')}">`, channel: 'c' } }),
    );
    await work();
    for (const [profile, dir] of [
      ['rsshub-page', 'one/_posts'],
      ['hexo', 'two/posts'],
    ] as const) {
      await publishRun(posts(profile, dir), { everything: true });
      expect(postIn(dir)).toContain(at('a.jpg'));
      expect(postIn(dir)).not.toContain('/pictures/');
    }
  });
});

describe('a revised article', () => {
  test('asks for what is new alone', async () => {
    answers.set(at('a.jpg'), () => jpeg());
    answers.set(at('b.jpg'), () => jpeg(500));
    await file(withPictures(1, ['a.jpg']));
    await work();
    const revised = withPictures(1, ['a.jpg', 'b.jpg'], { hash: 'other' });
    await file(revised);
    await work();
    expect(asked).toEqual([at('a.jpg'), at('b.jpg')]);
    await publish();
    expect(pageOf(revised)).not.toContain('cdn.example');
    expect((await store.changes(0, 10)).map(({ kind }) => kind)).toEqual(['new', 'pictures', 'revised', 'pictures']);
  });
});
