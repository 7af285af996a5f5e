import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { feedOf } from '../support/line-room.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';
import { type Origin, openOrigin, type Reply } from '../support/origin/origin.ts';

let origin: Origin;
let room: NewsroomFolder;
beforeEach(async () => {
  origin = await openOrigin();
  room = new NewsroomFolder(`# our paper
title: add
sections: { news: 要闻 }
sources:
  - https://kept.example/feed # the first
rsshub: ["${origin.url('/down')}", "${origin.url('/hub')}?key=k1"]
fetch: { spacing_ms: 0, allow_private: ["127.0.0.1"] }
`);
  origin.on('/robots.txt', { body: 'User-agent: *\nDisallow: /shut\n' });
  origin.on('/hub/api/radar/rules', { body: JSON.stringify(RADAR) });
});
afterEach(async () => {
  await origin.close();
  room.remove();
});

const html = (body: string, head = ''): Reply => ({
  body: `<!doctype html><html><head><title>Beiling</title>${head}</head><body>${body}</body></html>`,
  headers: { 'content-type': 'text/html; charset=utf-8' },
});
const listPage = (names: string[], tag = 'news-list'): Reply =>
  html(
    `<nav><a href="/">Home page of all</a><a href="/b">Finance and more</a><a href="/c">Weather and ice</a><a href="/d">Ships and ports</a></nav><ul class="${tag}">${names
      .map(
        (n) =>
          `<li><img src="/i/${n}.jpg"><a href="/2026/08/${n}.html">Long report about ${n} of the northern coast</a><span>2026-08-31</span></li>`,
      )
      .join('')}</ul>`,
  );
const RADAR = {
  '127.0.0.1': { _name: 'Beiling', '.': [{ title: 'Columns', source: ['/col/:id'], target: '/beiling/col/:id' }] },
};
const CATEGORY = {
  beiling: {
    name: 'Beiling',
    zh: { name: '北岭' },
    routes: {
      '/finance/:id?': {
        path: '/finance/:id?',
        name: '财经',
        categories: ['finance'],
        example: '/beiling/finance/china',
        parameters: { id: 'column, `china` by default' },
        features: { requireConfig: [{ name: 'KEY' }], requirePuppeteer: true, antiCrawler: false },
      },
      '/stock/:code': { path: '/stock/:code', name: '个股', categories: ['finance'], parameters: { code: 'code' } },
    },
  },
};

interface Told {
  proposals: {
    kind: string;
    url: string;
    title?: string;
    why: string;
    preview: { title: string }[];
    entries: number;
  }[];
  routes: { path: string; needs: string[] }[];
  added: { url: string }[];
}
const add = async (...args: string[]): Promise<{ code: number | null; told: Told; stderr: string }> => {
  const done = await room.run(['add', ...args, '--json']);
  return { ...done, told: (done.stdout === '' ? {} : JSON.parse(done.stdout)) as Told };
};
const config = (): string => readFileSync(room.path('kanyin.yaml'), 'utf8');
const sources = () => (parse(config()) as { sources: unknown[] }).sources;

describe('add URL', () => {
  test('the feeds that a page declares and that can be read, with a preview; comments and order stay', async () => {
    const head =
      '<link rel="alternate" type="application/rss+xml" title="News" href="/rss.xml"><link rel="alternate" type="application/atom+xml" href="/none.xml">';
    origin.on('/', html('hello', head));
    origin.on('/rss.xml', { body: feedOf(['first', 'second']) });
    const { code, told } = await add(origin.url('/'), '--section', 'news');
    expect(code).toBe(0);
    expect(told.proposals).toMatchObject([
      {
        kind: 'feed',
        url: origin.url('/rss.xml'),
        title: 'Feed',
        entries: 2,
        preview: [{ title: 'first' }, { title: 'second' }],
      },
    ]);
    expect(sources()).toEqual([
      'https://kept.example/feed',
      { url: origin.url('/rss.xml'), title: 'Feed', section: 'news' },
    ]);
    expect(config()).toContain('# our paper');
    expect(config()).toContain('# the first');
    expect((await add(origin.url('/rss.xml'))).told.added).toEqual([]);
  });

  test('a feed at a usual path, and a feed that robots.txt would keep from programs', async () => {
    origin.on('/', html('hello'));
    origin.on('/feed.xml', { body: feedOf(['first']) });
    origin.on('/shut/feed', { body: feedOf(['first']) });
    expect((await add(origin.url('/'), '--dry-run')).told.proposals[0]).toMatchObject({ url: origin.url('/feed.xml') });
    expect((await add(origin.url('/shut/feed'), '--dry-run')).told.proposals[0]).toMatchObject({ kind: 'feed' });
    expect(sources()).toHaveLength(1);
  });

  test('a list page: its selector goes into the configuration, survives reordering, and a new layout is told', async () => {
    const names = ['pilots', 'harbours', 'ice roads', 'lanterns', 'ferries'].map((n) => n.replace(' ', '-'));
    origin.on('/list', listPage(names));
    const { told } = await add(origin.url('/list'));
    expect(told.proposals[0]).toMatchObject({
      kind: 'listing',
      entries: 5,
      preview: [
        { title: 'Long report about pilots of the northern coast', published: expect.stringMatching(/^2026-08-3/) },
        {},
        {},
        {},
        {},
      ],
    });
    expect(sources()[1]).toMatchObject({
      kind: 'listing',
      listing: { item: expect.any(String), date: 'span', picture: 'img' },
    });
    const poll = async () =>
      JSON.parse((await room.run(['doctor', '--json', (await idOf()) ?? ''])).stdout) as {
        sources: { now: { entries?: unknown[]; problem?: string } }[];
      };
    const idOf = async () =>
      (
        JSON.parse((await room.run(['doctor', '--json'])).stdout) as { sources: { id: string; url: string }[] }
      ).sources.find((s) => s.url === origin.url('/list'))?.id;
    origin.on('/list', listPage([...names].reverse().concat('tides')));
    expect((await poll()).sources[0]?.now.entries).toHaveLength(6);
    origin.on('/list', listPage(names, 'cards-of-2027'));
    expect((await poll()).sources[0]?.now).toEqual({ problem: 'LISTING_CHANGED' });
  });

  test('a site without feeds: the sitemaps that robots.txt names, those of news first', async () => {
    const map = (n: string) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${origin.url(`/${n}`)}</loc></url></urlset>`;
    origin.on('/', html('hello'));
    origin.on('/robots.txt', { body: `Sitemap: ${origin.url('/all.xml')}\nsitemap: ${origin.url('/news.xml')}\n` });
    origin.on('/all.xml', { body: map('a') });
    origin.on('/news.xml', { body: map('b') });
    const { told } = await add(origin.url('/'));
    expect(told.proposals.map((p) => [p.kind, p.url])).toEqual([
      ['sitemap', origin.url('/news.xml')],
      ['sitemap', origin.url('/all.xml')],
    ]);
    expect(sources()[1]).toEqual({ url: origin.url('/news.xml'), kind: 'sitemap' });
  });

  test('RSSHub routes that fit the address stand beside the feeds', async () => {
    origin.on('/col/12.html', html('hello', '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'));
    origin.on('/rss.xml', { body: feedOf(['first']) });
    const { told } = await add(origin.url('/col/12.html'), '--pick', '2');
    expect(told.proposals.map((p) => p.url)).toEqual([origin.url('/rss.xml'), 'rsshub://beiling/col/12']);
    expect(told.added).toMatchObject([{ url: 'rsshub://beiling/col/12', title: 'Columns' }]);
  });

  test('nothing to follow, nobody there, a number too high: one sentence each, nothing written', async () => {
    const before = config();
    origin.on('/', html('<p>hello</p>'));
    const none = await room.run(['add', origin.url('/')]);
    expect([none.code, none.stderr.trim().split('\n').length]).toEqual([1, 1]);
    const gone = await room.run(['add', origin.url('/gone')]);
    expect(gone.stderr).toContain('HTTP_NOT_FOUND');
    origin.on('/rss.xml', { body: feedOf(['first']) });
    expect((await room.run(['add', origin.url('/rss.xml'), '--pick', '4'])).code).toBe(2);
    const inside = await room.run(['add', 'http://10.0.0.1/feed']);
    expect(inside.stderr).toContain('FETCH_REFUSED_ADDRESS');
    expect(config()).toBe(before);
  });
});

describe('add --rsshub CATEGORY', () => {
  beforeEach(() => origin.on('/hub/api/category/finance', { body: JSON.stringify(CATEGORY) }));

  test('lists routes with example, parameters and needs, from the first instance that answers', async () => {
    const words = await room.run(['add', '--rsshub', 'finance']);
    expect(words.code, words.stderr).toBe(0);
    expect(words.stdout).toContain('1. 北岭: 财经');
    expect(words.stdout).toContain('e.g. /beiling/finance/china');
    expect(words.stdout).toContain(':id  column');
    expect(words.stdout).toMatch(/needs configuration on the instance, a browser on the instance/);
    expect(sources()).toHaveLength(1);
    expect(origin.seen.map((seen) => seen.path)).toEqual([
      '/down/api/category/finance',
      '/hub/api/category/finance?key=k1',
    ]);
  });

  test('adds the chosen ones, filed as [category, site, route]', async () => {
    const { code } = await add('--rsshub', 'finance', '--pick', '1');
    expect(code).toBe(0);
    expect(sources()[1]).toEqual({
      url: 'rsshub://beiling/finance/china',
      title: '北岭－财经',
      section: 'finance',
      outlet: '北岭',
      categories: ['finance', '北岭', '财经'],
    });
  });

  test('a route whose parameters nobody knows is not added as it stands', async () => {
    const done = await add('--rsshub', 'finance', '--pick', '2');
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('rsshub://beiling/stock/:code');
    expect(sources()).toHaveLength(1);
  });

  test('no such category, no instance that answers', async () => {
    origin.on('/hub/api/category/none', { body: '{}' });
    expect((await add('--rsshub', 'none')).code).toBe(1);
    const lost = await add('--rsshub', 'lost');
    expect(lost.stderr).toContain('RSSHUB_NO_INSTANCE');
    expect(lost.stderr).not.toContain('k1');
  });
});
