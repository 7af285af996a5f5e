import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { EntryCommit, PollCommit, Store } from '../../src/store/store.ts';
import { aDraft, aSource } from '../support/drafts.ts';

let folder: string;
let store: Store;
const NOW = Date.parse('2026-03-05T00:00:00Z');

const open = (file = join(folder, 'k.db')): Store => {
  const opened = openSqliteStore(file);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
};
const entry = (key: string, more: Partial<EntryCommit> = {}): EntryCommit => ({
  key,
  url: `https://a.example/${key}`,
  hash: 'h1',
  entry: { authors: [], categories: [], enclosures: [] },
  ...more,
});
const poll = (entries: EntryCommit[], more: Partial<PollCommit> = {}): PollCommit => ({
  sourceId: 'a',
  at: NOW,
  state: { seen: 1 },
  dueAt: NOW + 60_000,
  entries,
  ...more,
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kanyin-store-'));
  store = open();
  await store.syncSources([aSource('a'), aSource('b')], NOW);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('articles', () => {
  test('tell their language in lists', async () => {
    await store.commitArticles([aDraft(1, { language: 'mn' }), aDraft(2)], NOW);
    expect((await store.list('all', 0, 2)).map(({ language }) => language)).toEqual(['mn', undefined]);
  });

  test('are numbered oldest first in every list they are filed in, once', async () => {
    await store.commitArticles([aDraft(1), aDraft(2)], NOW);
    const again = await store.commitArticles([aDraft(2), aDraft(3)], NOW);
    expect(again).toMatchObject({ ok: true, value: { added: 1, revised: 0 } });
    expect((await store.list('section:news', 0, 10)).map((h) => [h.seq, h.title])).toEqual([
      [0, '标题1'],
      [1, '标题2'],
      [2, '标题3'],
    ]);
    expect(await store.count('all')).toBe(3);
    expect(await store.positions(aDraft(2).id)).toEqual([
      { key: 'all', seq: 1 },
      { key: 'section:news', seq: 1 },
    ]);
  });

  test('a changed text is a revision; address, lists and first sighting stay', async () => {
    await store.commitArticles([aDraft(1)], NOW);
    const changed = aDraft(1, {
      text: '更正后的正文。',
      hash: 'new',
      path: '/2026/03/09/other/',
      firstSeen: '2026-03-09T00:00:00.000Z',
    });
    expect(await store.commitArticles([changed], NOW + 1)).toMatchObject({ value: { added: 0, revised: 1 } });
    const article = await store.article(changed.id);
    expect(article).toMatchObject({
      revision: 2,
      text: '更正后的正文。',
      path: aDraft(1).path,
      firstSeen: aDraft(1).firstSeen,
    });
    expect((await store.revisions(changed.id)).map((r) => [r.number, r.text])).toEqual([
      [1, aDraft(1).text],
      [2, '更正后的正文。'],
    ]);
    expect((await store.changes(0, 10)).map((c) => c.kind)).toEqual(['new', 'revised']);
    expect(await store.count('all')).toBe(1);
  });

  test("another source's copy of the same address changes nothing", async () => {
    await store.commitArticles([aDraft(1)], NOW);
    await store.commitArticles([aDraft(1, { sourceId: 'b', text: '别家的文字', hash: 'x' })], NOW);
    expect(await store.article(aDraft(1).id)).toMatchObject({ revision: 1, sourceId: 'a' });
  });

  test('labels move an article between label lists and leave its numbers elsewhere', async () => {
    const id = aDraft(1).id;
    await store.commitArticles(
      [aDraft(1, { lists: [...aDraft(1).lists, { key: 'label:place:150000', title: '内蒙古' }] })],
      NOW,
    );
    await store.commitLabels(id, [], [{ key: 'label:place:110000', title: '北京' }], NOW);
    expect((await store.positions(id)).map((p) => p.key)).toEqual(['all', 'label:place:110000', 'section:news']);
    expect(await store.changes(1, 10)).toMatchObject([
      { kind: 'relabelled', left: [{ key: 'label:place:150000', seq: 0 }] },
    ]);
  });

  test('reprints stand in one story, and the earlier ones are announced again', async () => {
    const [first, second, third] = [
      aDraft(1, { bands: [7, 8] }),
      aDraft(2, { bands: [8, 9] }),
      aDraft(3, { bands: [9] }),
    ];
    await store.commitArticles([first], NOW);
    expect((await store.sharingBands([8], 0, Number.MAX_SAFE_INTEGER, 10)).map((a) => a.id)).toEqual([first.id]);
    await store.commitArticles([{ ...second, alike: [first.id] }], NOW);
    await store.commitArticles([{ ...third, alike: [second.id] }], NOW);
    const story = `story:${first.id}`;
    expect((await store.list(story, 0, 9)).map((h) => h.id)).toEqual([first.id, second.id, third.id]);
    const announced = (await store.changes(0, 20)).map((c) => [c.kind, c.articleId]);
    expect(announced.filter(([kind, id]) => kind === 'relabelled' && id === first.id)).toHaveLength(2);
    expect(await store.sharingBands([], 0, 1, 10)).toEqual([]);
  });

  test('of many texts that are nearly one, the newest are candidates; who shares more comes first', async () => {
    const told = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    const drafts = Array.from({ length: 200 }, (_, n) =>
      aDraft(n, { bands: n === 150 ? [7, 8] : [7], published: told(n) }),
    );
    await store.commitArticles(drafts, NOW);
    const found = await store.sharingBands([7, 8], 0, Number.MAX_SAFE_INTEGER, 200);
    expect(found).toHaveLength(64);
    expect(found[0]!.id).toBe(drafts[150]!.id);
    expect(new Set(found.slice(1).map((a) => a.id))).toEqual(
      new Set(
        drafts
          .slice(136)
          .filter((_, i) => i !== 14)
          .map((a) => a.id),
      ),
    );
  });

  test('scan gives every article once, in filing order', async () => {
    await store.commitArticles(
      Array.from({ length: 7 }, (_, i) => aDraft(i)),
      NOW,
    );
    const titles: string[] = [];
    for await (const batch of store.scan(3)) titles.push(...batch.map((a) => a.title));
    expect(titles).toEqual(Array.from({ length: 7 }, (_, i) => `标题${i}`));
  });
});

describe('polls', () => {
  test('one commit carries entries, articles, state and the next due time', async () => {
    const done = await store.commitPoll(
      poll([
        entry('1', { article: aDraft(1) }),
        entry('2', { read: { host: 'page.example', dueAt: NOW } }),
        entry('3', { dropped: '广告' }),
      ]),
    );
    expect(done).toMatchObject({ ok: true, value: { added: 1, queued: 1, revised: 0 } });
    expect(await store.knownEntries('a', ['1', '2', '3', '4'])).toEqual(
      new Map([
        ['1', 'h1'],
        ['2', 'h1'],
        ['3', 'h1'],
      ]),
    );
    expect(await store.source('a')).toMatchObject({ state: { seen: 1 }, dueAt: NOW + 60_000, entries: 3 });
    expect(await store.counts()).toMatchObject({ articles: 1, entries: 3, waiting: 1 });
  });

  test('a read entry becomes an article, a failed one is tried again when it says, then listed', async () => {
    await store.commitPoll(poll([entry('2', { read: { host: 'page.example', dueAt: NOW } })]));
    const lease = (await store.claimHost('w', NOW, 1000))!;
    const held = [lease];
    while (held.at(-1)!.host !== 'page.example') held.push((await store.claimHost('w', NOW, 1000))!);
    const page = held.at(-1)!;
    expect(await store.dueWork(page, NOW, 10)).toMatchObject([{ kind: 'read', entry: { key: '2', attempts: 0 } }]);
    await store.commitRead({ sourceId: 'a', key: '2', at: NOW, problem: { code: 'STOPPED' }, retryAt: NOW + 5000 });
    expect(await store.dueWork(page, NOW, 10)).toEqual([]);
    expect(await store.dueWork(page, NOW + 5000, 10)).toMatchObject([{ kind: 'read', entry: { attempts: 1 } }]);
    await store.commitRead({ sourceId: 'a', key: '2', at: NOW, article: aDraft(2) });
    expect(await store.counts()).toMatchObject({ waiting: 0, articles: 1 });
  });

  test('a commit that cannot be kept whole is not kept at all', async () => {
    const bad = poll([
      entry('1', { article: aDraft(1) }),
      entry('2', { article: { ...aDraft(2), html: null as unknown as string } }),
    ]);
    const good = poll([entry('9', { article: aDraft(9) })], { sourceId: 'b' });
    const outcomes = await Promise.allSettled([store.commitPoll(bad), store.commitPoll(good)]);
    expect(outcomes.map((o) => (o.status === 'fulfilled' ? o.value.ok : 'refused'))).toEqual(['refused', true]);
    expect(await store.counts()).toMatchObject({ articles: 1, entries: 1 });
  });
});

describe('host leases', () => {
  test('a host has one worker at a time; an expired lease is free again', async () => {
    const first = await store.claimHost('w1', NOW, 1000);
    const second = await store.claimHost('w2', NOW, 1000);
    expect(new Set([first?.host, second?.host])).toEqual(new Set(['a.example', 'b.example']));
    expect(await store.claimHost('w3', NOW, 1000)).toBeUndefined();
    const taken = await store.claimHost('w3', NOW + 1001, 1000);
    expect(taken?.owner).toBe('w3');
    const lost = taken?.host === first?.host ? first! : second!;
    const kept = lost === first ? second! : first!;
    expect(await store.renewHost(lost, NOW + 9999)).toBe(false);
    expect(await store.renewHost(kept, NOW + 9999)).toBe(true);
  });

  test('a host is due again when its earliest work is', async () => {
    const lease = (await store.claimHost('w', NOW, 1000))!;
    const work = await store.dueWork(lease, NOW, 10);
    expect(work).toHaveLength(1);
    const sourceId = work[0]!.kind === 'poll' ? work[0]!.source.id : '';
    await store.commitPoll(poll([], { sourceId, dueAt: NOW + 500 }));
    await store.releaseHost(lease);
    const other = (await store.claimHost('w', NOW, 1000))!;
    expect(other.host).not.toBe(lease.host);
    expect(await store.claimHost('w', NOW, 1000)).toBeUndefined();
    expect((await store.claimHost('w', NOW + 500, 1000))?.host).toBe(lease.host);
  });

  test('a host that asked for a pause gets it; makeDue lifts it', async () => {
    await store.commitPoll(poll([], { dueAt: NOW, hostNotBefore: NOW + 10_000 }));
    const hosts = [(await store.claimHost('w', NOW, 1000))?.host, (await store.claimHost('w', NOW, 1000))?.host];
    expect(hosts).toEqual(['b.example', undefined]);
    await store.makeDue(NOW, ['a']);
    expect((await store.claimHost('w', NOW, 1000))?.host).toBe('a.example');
  });
});

describe('search', () => {
  test.each([
    ['绿电', ['绿电交易']],
    ['电', ['绿电交易', '电站']],
    ['电站 并网', ['电站']],
    ['green', ['Green power']],
    ['绿站', []],
    ['易，电', ['绿电交易']],
    ['易电', []],
    ['"*:', []],
  ])('%s', async (query, titles) => {
    await store.commitArticles(
      [
        aDraft(1, { title: '电站', text: '风电站并网。' }),
        aDraft(2, { title: 'Green power', text: 'A GREEN day.' }),
        aDraft(3, { title: '绿电交易', text: '绿电交易，电价平稳。' }),
      ],
      NOW,
    );
    expect((await store.search(query, { limit: 10 })).map((hit) => hit.title)).toEqual(titles);
  });

  test('finds a revised text and no longer the old one', async () => {
    await store.commitArticles([aDraft(1, { text: '旧词甲乙' })], NOW);
    expect(await store.search('甲乙', { limit: 5 })).toHaveLength(1);
    await store.commitArticles([aDraft(1, { text: '新词丙丁', hash: 'n' })], NOW);
    expect(await store.search('甲乙', { limit: 5 })).toHaveLength(0);
    expect((await store.search('丙丁', { limit: 5 }))[0]?.snippet).toContain('新词丙丁');
  });
});

describe('the file', () => {
  test('opens again with everything in it', async () => {
    await store.commitArticles([aDraft(1)], NOW);
    await store.setCursor('site', 1);
    await store.close();
    store = open();
    expect(await store.article(aDraft(1).id)).toMatchObject({ title: '标题1' });
    expect(await store.cursor('site')).toBe(1);
  });

  test('of a newer Kanyin is refused, a damaged one too, and neither is touched', async () => {
    const newer = join(folder, 'newer.db');
    const db = new Database(newer);
    db.pragma('user_version = 999');
    db.close();
    expect(openSqliteStore(newer)).toMatchObject({ ok: false, problem: { code: 'STORE_NEWER' } });
    const damaged = join(folder, 'damaged.db');
    writeFileSync(
      damaged,
      'this is no database, and it is longer than a hundred bytes so that SQLite looks at its header first'.repeat(20),
    );
    expect(openSqliteStore(damaged)).toMatchObject({ ok: false, problem: { code: 'STORE_DAMAGED' } });
  });

  test('is backed up whole while in use', async () => {
    await store.commitArticles([aDraft(1), aDraft(2)], NOW);
    const file = join(folder, 'backup.db');
    expect(await store.backup(file)).toMatchObject({ ok: true });
    const copy = open(file);
    expect(await copy.counts()).toMatchObject({ articles: 2 });
    await copy.close();
    expect(readdirSync(folder)).toContain('backup.db');
  });

  test('sources that leave the configuration keep their articles', async () => {
    await store.commitPoll(poll([entry('1', { article: aDraft(1) })]));
    expect(await store.syncSources([aSource('b')], NOW)).toMatchObject({ value: { added: 0, removed: 1 } });
    expect((await store.sources()).map((s) => s.id)).toEqual(['b']);
    expect(await store.count('all')).toBe(1);
    await store.syncSources([aSource('a'), aSource('b')], NOW);
    expect(await store.knownEntries('a', ['1'])).toEqual(new Map([['1', 'h1']]));
  });
});
