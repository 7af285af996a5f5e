import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedOf, type LineRoom, openLineRoom } from '../support/line-room.ts';
import type { Reply } from '../support/origin/origin.ts';

let it: LineRoom;
beforeEach(async () => {
  it = await openLineRoom();
});
afterEach(() => it.close());

const one = (path: string, more: object = {}) => it.configure([{ id: 'one', url: it.origin.url(path), ...more }]);
const asked = (path: string) => it.origin.seen.filter((seen) => seen.path === path);

describe('conditional polling', () => {
  test('validators come back verbatim, after 200 and after 304, and 304 is a success', async () => {
    it.origin.on('/feed', (seen) => {
      const etag = seen.headers['if-none-match'];
      if (etag === 'W/"a,1"') return { status: 304, headers: { etag: 'W/"b 2"' } };
      if (etag === 'W/"b 2"') return { status: 304 };
      return { body: feedOf(['first']), headers: { etag: 'W/"a,1"', 'last-modified': 'yesterday, or so' } };
    });
    await one('/feed');
    for (let i = 0; i < 3; i++) await it.poll();
    expect(it.origin.seen.map((s) => [s.headers['if-none-match'], s.headers['if-modified-since']])).toEqual([
      [undefined, undefined],
      ['W/"a,1"', 'yesterday, or so'],
      ['W/"b 2"', 'yesterday, or so'],
    ]);
    expect(await it.healthOf('one')).toMatchObject({ state: 'ok' });
    expect(await it.titles()).toEqual(['first']);
  });

  test('with a new configured address everything is begun anew', async () => {
    it.origin.otherwise(() => ({ body: feedOf(['first']), headers: { etag: '"x"' } }));
    await one('/a');
    await it.poll();
    await one('/b');
    await it.poll();
    expect(asked('/b')[0]?.headers['if-none-match']).toBeUndefined();
  });
});

describe('what goes wrong touches nothing that is stored', () => {
  const cases: [string, Reply, string][] = [
    ['200 but empty', { body: '' }, 'empty'],
    ['a feed without entries', { body: feedOf([]) }, 'empty'],
    ['a feed that became a web page', { body: '<!doctype html><html><body>hello</body></html>' }, 'not-a-feed'],
    ['404', { status: 404 }, 'missing'],
    ['401', { status: 401 }, 'blocked'],
    ['403', { status: 403 }, 'blocked'],
    ['a browser check', { status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'blocked'],
    ['500', { status: 500 }, 'failing'],
    ['a closed connection', { fault: 'reset' }, 'failing'],
    ['a body that ends early', { fault: 'truncated', body: feedOf(['second']) }, 'failing'],
    ['no HTTP', { fault: 'garbage' }, 'failing'],
    ['410', { status: 410 }, 'gone'],
  ];
  for (const [says, reply, state] of cases) {
    test(`${says}: ${state}, with a remedy`, async () => {
      let broken = false;
      it.origin.on('/feed', () => (broken ? reply : { body: feedOf(['first']) }));
      await one('/feed');
      await it.poll();
      broken = true;
      for (let i = 0; i < 3; i++) {
        it.later(60);
        await it.poll();
      }
      const health = await it.healthOf('one');
      expect(health.state).toBe(state);
      expect(health.remedy).toBeTruthy();
      expect(health.lastSuccess).toBeDefined();
      expect(await it.titles()).toEqual(['first']);
      broken = false;
      await it.poll();
      expect(await it.healthOf('one')).toMatchObject({ state: 'ok' });
      expect(await it.titles()).toEqual(['first']);
    });
  }

  test('a private address that is not named is refused, and nothing is sent', async () => {
    await it.configure([{ id: 'one', url: `http://[::ffff:7f00:1]:${it.origin.port}/feed` }]);
    it.needs.newsroom.fetch.allowPrivate.length = 0;
    const strict = await openLineRoom({ fetch: { allowPrivate: [] } });
    await strict.configure([{ id: 'one', url: it.origin.url('/feed') }]);
    await strict.poll();
    expect(await strict.healthOf('one')).toMatchObject({ state: 'failing', problem: 'FETCH_REFUSED_ADDRESS' });
    expect(it.origin.seen).toEqual([]);
    await strict.close();
  });
});

describe('hosts that ask for patience', () => {
  test('429 with Retry-After pauses the whole host', async () => {
    it.origin.on('/a', { status: 429, headers: { 'retry-after': '1200' } });
    it.origin.on('/b', { body: feedOf(['b']) });
    const at = (id: string) => ({ id, url: it.origin.url(`/${id}`) });
    await it.configure([at('a')]);
    await it.poll();
    await it.configure([at('a'), at('b')]);
    await it.poll('due');
    expect(asked('/b')).toEqual([]);
    it.later(19);
    await it.poll('due');
    expect(asked('/b')).toEqual([]);
    it.later(2);
    await it.poll('due');
    expect(asked('/b')).toHaveLength(1);
  });

  test('a source with its own rule waits by it and pauses nobody', async () => {
    it.origin.on('/a', { status: 503, headers: { 'retry-after': '36000' } });
    it.origin.on('/b', { body: feedOf(['b']) });
    await it.configure([
      { id: 'a', url: it.origin.url('/a'), retryAfterMinutes: 30 },
      { id: 'b', url: it.origin.url('/b') },
    ]);
    await it.poll();
    expect(asked('/b')).toHaveLength(1);
    it.later(34);
    await it.poll('due');
    expect(asked('/a')).toHaveLength(2);
  });
});

describe('sources that move', () => {
  test('a permanent redirect is believed the third time, and asked directly from then on', async () => {
    it.origin.on('/old', { status: 301, headers: { location: '/new' } });
    it.origin.on('/new', { body: feedOf(['first']) });
    await one('/old');
    for (let i = 0; i < 4; i++) await it.poll();
    expect(asked('/old')).toHaveLength(3);
    expect(asked('/new')).toHaveLength(4);
    expect((await it.healthOf('one')).says).toContain(it.origin.url('/new'));
  });

  test('gone for good: muted, unless the page it named declares a successor that can be read', async () => {
    const page = `<html><head><link rel="alternate" type="application/rss+xml" href="/other.xml"><link rel="alternate" type="application/rss+xml" href="/next.xml"></head></html>`;
    const named = `<link>${it.origin.url('/news/')}</link>`;
    it.origin.on('/feed', [{ body: feedOf(['first'], named) }, { status: 410 }]);
    it.origin.on('/other.xml', { status: 500 });
    it.origin.on('/next.xml', { body: feedOf(['first', 'second']) });
    it.origin.on('/news/', { body: page, headers: { 'content-type': 'text/html' } });
    await one('/feed');
    await it.poll();
    it.later(60);
    await it.poll('due');
    it.later(60 * 24);
    await it.poll('due');
    expect(asked('/next.xml')).toHaveLength(1);
    it.later(6);
    await it.poll('due');
    expect(asked('/feed')).toHaveLength(2);
    expect((await it.titles()).sort()).toEqual(['first', 'second']);
    expect(await it.healthOf('one')).toMatchObject({ state: 'ok', movedTo: it.origin.url('/next.xml') });
  });

  test('not found three times is sought as well; a feed of another site is none', async () => {
    it.origin.on('/feed', [{ body: feedOf(['first']) }, { status: 404 }]);
    it.origin.on('/', {
      body: '<link rel="alternate" type="application/rss+xml" href="https://other.example/feed">',
      headers: { 'content-type': 'text/html' },
    });
    await one('/feed');
    for (let i = 0; i < 6; i++) {
      it.later(60 * 24);
      await it.poll();
    }
    expect(asked('/')).toHaveLength(1);
    expect(await it.healthOf('one')).toMatchObject({ state: 'missing', problem: 'HTTP_NOT_FOUND' });
    it.later(60 * 24 * 8);
    await it.poll();
    expect(asked('/')).toHaveLength(2);
  });
});

describe('list pages', () => {
  const listing = { item: 'ul.news > li', date: 'span' };
  const page = (names: string[], tag = 'news') =>
    `<html><body><ul class="${tag}">${names.map((n) => `<li><a href="/p/${n}">Report about ${n}</a><span>2026-09-01</span></li>`).join('')}</ul></body></html>`;

  test('reordering and additions bring what is new and nothing twice; a new layout says so and takes nothing away', async () => {
    it.origin.on('/list', [
      { body: page(['a', 'b', 'c']) },
      { body: page(['c', 'd', 'a', 'b']) },
      { body: page(['a', 'b', 'c', 'd', 'e'], 'cards') },
      { body: page(['e', 'd', 'c', 'b', 'a']) },
    ]);
    await one('/list', { kind: 'listing', listing });
    const known = async () => (await it.store.sources())[0]?.entries;
    await it.poll();
    expect(await known()).toBe(3);
    await it.poll();
    expect(await known()).toBe(4);
    await it.poll();
    expect(await known()).toBe(4);
    expect(await it.healthOf('one')).toMatchObject({ state: 'layout-changed', problem: 'LISTING_CHANGED' });
    expect((await it.healthOf('one')).remedy).toContain('kanyin add');
    await it.poll();
    expect(await known()).toBe(5);
    expect(await it.healthOf('one')).toMatchObject({ state: 'ok' });
  });

  test('without a selector it is a named problem', async () => {
    it.origin.on('/list', { body: page(['a', 'b', 'c']) });
    await one('/list', { kind: 'listing' });
    await it.poll();
    expect(await it.healthOf('one')).toMatchObject({ state: 'failing', problem: 'LISTING_SELECTOR' });
  });
});

describe('sitemaps', () => {
  const map = (names: string[]) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${names.map((n) => `<url><loc>${it.origin.url(`/${n}`)}</loc><lastmod>2026-08-31T00:00:00Z</lastmod></url>`).join('')}</urlset>`;
  const index = (rows: [string, string | undefined][]) =>
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${rows.map(([n, day]) => `<sitemap><loc>${it.origin.url(`/${n}`)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</sitemap>`).join('')}</sitemapindex>`;
  const known = async () => (await it.store.sources())[0]?.entries;

  test('an index: the newest three; one that is broken costs the others nothing; gzip files too', async () => {
    it.origin.on('/index.xml', {
      body: index([
        ['old.xml', '2020-01-01'],
        ['broken.xml', '2026-08-31'],
        ['packed.xml.gz', '2026-08-30'],
        ['plain.xml', '2026-08-29'],
      ]),
    });
    it.origin.on('/broken.xml', { status: 500 });
    it.origin.on('/packed.xml.gz', {
      body: gzipSync(map(['a', 'b'])),
      headers: { 'content-type': 'application/gzip' },
    });
    it.origin.on('/plain.xml', { body: map(['c']) });
    await one('/index.xml', { kind: 'sitemap' });
    await it.poll();
    expect(await known()).toBe(3);
    expect(asked('/old.xml')).toEqual([]);
    it.later(60 * 24 * 4);
    await it.poll();
    // What has not changed since the last poll is not fetched again, but for the newest.
    expect(asked('/plain.xml')).toHaveLength(1);
    expect(asked('/broken.xml')).toHaveLength(2);
  });

  test('an index of which nothing can be read fails by its cause', async () => {
    it.origin.on('/index.xml', { body: index([['a.xml', undefined]]) });
    await one('/index.xml', { kind: 'sitemap' });
    await it.poll();
    expect(await it.healthOf('one')).toMatchObject({ problem: 'HTTP_NOT_FOUND' });
  });
});

describe('RSSHub', () => {
  test('instances in order, with failover; parameters pass through; validators stay with who gave them', async () => {
    const other = await openLineRoom();
    other.origin.on('/sina/finance', { body: feedOf(['from two']), headers: { etag: '"two"' } });
    let up = false;
    it.origin.on('/hub/sina/finance', () =>
      up ? { body: feedOf(['from one']), headers: { etag: '"one"' } } : { status: 503 },
    );
    it.needs.newsroom.rsshub.instances = [it.origin.url('/hub'), `${other.origin.url('')}?key=k1`];
    await it.configure([{ id: 'one', url: 'rsshub://sina/finance?limit=5' }]);
    await it.poll();
    await it.poll();
    up = true;
    await it.poll();
    await it.poll();
    expect(it.origin.seen.map((s) => [s.path, s.headers['if-none-match']])).toEqual([
      ['/hub/sina/finance?limit=5', undefined],
      ['/hub/sina/finance?limit=5', undefined],
      ['/hub/sina/finance?limit=5', undefined],
      ['/hub/sina/finance?limit=5', '"one"'],
    ]);
    expect(other.origin.seen.map((s) => [s.path, s.headers['if-none-match']])).toEqual([
      ['/sina/finance?limit=5&key=k1', undefined],
      ['/sina/finance?limit=5&key=k1', '"two"'],
    ]);
    expect((await it.titles()).sort()).toEqual(['from one', 'from two']);
    await other.close();
  });

  test('without an instance it is a named problem', async () => {
    await it.configure([{ id: 'one', url: 'rsshub://sina/finance' }]);
    await it.poll();
    expect(await it.healthOf('one')).toMatchObject({ problem: 'RSSHUB_NO_INSTANCE' });
  });
});

describe('filters', () => {
  test('of the newsroom and of the source; what they drop is remembered and becomes no article', async () => {
    it.needs.newsroom.filters = [{ action: 'drop', on: 'title', match: '^ad\\b' }];
    it.origin.on('/feed', { body: feedOf(['ad for coal', 'wind news', 'wind ad', 'other']) });
    await one('/feed', { filters: [{ action: 'keep', on: 'title', match: 'wind' }] });
    await it.poll();
    expect((await it.titles()).sort()).toEqual(['wind ad', 'wind news']);
    expect((await it.store.sources())[0]?.entries).toBe(4);
  });
});

describe('entries without an address of their own', () => {
  test('none at all, or the site’s for each: every one is an article, once', async () => {
    const linked = feedOf(['a', 'b', 'c'], '<link>https://news.example/</link>').replaceAll(
      '<guid',
      '<link>https://news.example</link><guid',
    );
    it.origin.on('/none', { body: feedOf(['d', 'e', 'f']) });
    it.origin.on('/site', { body: linked });
    await it.configure([
      { id: 'none', url: it.origin.url('/none') },
      { id: 'site', url: it.origin.url('/site'), fullText: 'auto' },
    ]);
    await it.poll();
    await it.poll();
    expect((await it.titles()).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect((await it.store.counts()).revisions).toBe(6);
  });
});
