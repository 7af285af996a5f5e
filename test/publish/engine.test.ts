import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { articleId } from '../../src/kit/id.ts';
import type { Change } from '../../src/model/archive.ts';
import { problem } from '../../src/model/problem.ts';
import { PAGE_KINDS } from '../../src/publish/page-keys.ts';
import type { PageKind } from '../../src/publish/page-kind.ts';
import { publish } from '../../src/publish/publish.ts';
import { createPublishMemory } from '../../src/publish/publish-memory.ts';
import type { Edition, PublishNeeds } from '../../src/publish/publish-needs.ts';
import { folderSink, type Sink, SinkFailure } from '../../src/publish/sink.ts';
import { MemoryArchive } from '../support/memory-archive.ts';
import { memorySink } from '../support/memory-sink.ts';
import { PLAIN_SECTIONS, plainArticle } from '../support/plain-article.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kanyin-engine-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

const site = {
  title: '试报',
  baseUrl: 'https://paper.example',
  language: 'zh-CN' as const,
  timeZone: 'Asia/Shanghai',
  menu: [],
  sections: PLAIN_SECTIONS.map((slug) => ({ slug, title: slug })),
  images: 'hotlink' as const,
};

function archiveOf(count: number): MemoryArchive {
  const archive = new MemoryArchive();
  for (let i = 0; i < count; i++) archive.file(plainArticle(i));
  return archive;
}

const snapshot = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]),
  );

async function run(
  changes: readonly Change[] | 'everything',
  archive: MemoryArchive,
  out: Sink,
  more: Partial<PublishNeeds> = {},
): Promise<Edition> {
  const done = await publish(changes, { archive, site, sources: [], now: () => new Date(0), out, ...more });
  if (!done.ok) throw new Error(done.problem.code);
  return done.value;
}

describe('what one more article costs', () => {
  test.each([200, 2000])('at %d articles: the same few files', async (size) => {
    const folder = newFolder();
    const archive = archiveOf(size);
    await run('everything', archive, folderSink(folder));
    const counts: number[] = [];
    for (let i = size; i < size + 5; i++) {
      const before = snapshot(folder);
      const edition = await run([archive.file(plainArticle(i))], archive, folderSink(folder));
      counts.push(edition.written);
      expect(edition.full).toBe(false);
      expect(edition.written).toBeLessThanOrEqual(25);
      expect(edition.considered).toBeLessThanOrEqual(25);
      // no older article page changes
      const after = snapshot(folder);
      const changed = [...after].filter(([file, bytes]) => before.get(file) !== bytes).map(([file]) => file);
      expect(changed.filter((file) => before.has(file) && /^\d{4}\/\d\d\/\d\d\/\w{12}\//.test(file))).toEqual([]);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(25);
  });
});

describe('the same archive gives the same bytes', () => {
  test('step by step, in batches or all at once; and again in an empty folder', async () => {
    const archive = new MemoryArchive();
    const steps = newFolder();
    const memory = createPublishMemory(20_000);
    const sink = folderSink(steps);
    await run('everything', archive, sink, { memory });
    let pending: Change[] = [];
    for (let i = 0; i < 260; i++) {
      const labels =
        i % 9 === 0
          ? [
              {
                kind: 'org' as const,
                surface: `机构${i % 4}`,
                id: `org-${i % 4}`,
                start: 0,
                end: 2,
                confidence: 1,
                evidence: [],
              },
            ]
          : [];
      pending.push(archive.file(plainArticle(i, { labels })));
      if (i === 100)
        pending.push(
          archive.revise(
            articleId('https://outlet.example/37'),
            { title: '更正后的标题', text: '改', html: '<p>改</p>' },
            plainArticle(i).firstSeen,
          ),
        );
      if (i % 13 === 0) {
        await run(pending, archive, sink, { memory });
        pending = [];
      }
    }
    await run(pending, archive, sink, { memory });
    const whole = newFolder();
    await run('everything', archive, folderSink(whole));
    const a = snapshot(steps);
    const b = snapshot(whole);
    expect([...a.keys()]).toEqual([...b.keys()]);
    for (const [file, bytes] of a) expect(bytes === b.get(file), file).toBe(true);
  });

  test('a second run writes nothing', async () => {
    const archive = archiveOf(90);
    const folder = newFolder();
    await run('everything', archive, folderSink(folder));
    const again = await run('everything', archive, folderSink(folder));
    expect(again).toMatchObject({ written: 0, removed: 0 });
    expect(again.unchanged).toBe(again.considered);
  });

  test('a folder that was deleted, or written with other looks, is written whole', async () => {
    const archive = archiveOf(30);
    const folder = newFolder();
    await run('everything', archive, folderSink(folder));
    const before = snapshot(folder);
    rmSync(folder, { recursive: true });
    expect((await run([], archive, folderSink(folder))).full).toBe(true);
    expect(snapshot(folder)).toEqual(before);
    const renamed = await run([], archive, folderSink(folder), { site: { ...site, title: '新名' } });
    expect(renamed.full).toBe(true);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('新名');
  });
});

test('a correction reaches its page, the lists that show it and the link of its successor, nothing else', async () => {
  const archive = archiveOf(300);
  const folder = newFolder();
  await run('everything', archive, folderSink(folder));
  const before = snapshot(folder);
  const old = plainArticle(30);
  const change = archive.revise(old.id, { title: '更正', text: '新文', html: '<p>新文</p>' }, '2026-02-01T00:00:00Z');
  const edition = await run([change], archive, folderSink(folder));
  const changed = [...snapshot(folder)].filter(([file, bytes]) => before.get(file) !== bytes).map(([file]) => file);
  // one more was there only while shards of the search were mended
  expect(edition.written).toBe(changed.length + 1);
  expect(edition.removed).toBe(1);
  expect(changed).toContain(`${old.path.slice(1)}index.html`);
  expect(changed).toContain(`${plainArticle(33).path.slice(1)}index.html`);
  expect(changed).toContain('section/news/p/1/index.html');
  expect(changed).not.toContain('index.html');
  // the index of the search: its titles, and shards of the characters that came or went
  const searched = changed.filter((file) => file.startsWith('search/'));
  expect(searched.length).toBeLessThanOrEqual(8);
  expect(changed.length - searched.length).toBeLessThanOrEqual(10);
});

test('an article that loses a label leaves its page', async () => {
  const archive = archiveOf(30);
  const folder = newFolder();
  const label = (id: string) => [
    { kind: 'org' as const, surface: id, id, start: 0, end: 2, confidence: 1, evidence: [] },
  ];
  await run('everything', archive, folderSink(folder));
  const memory = createPublishMemory();
  const [one, other, third] = [plainArticle(3).id, plainArticle(4).id, plainArticle(5).id];
  for (const change of [
    archive.relabel(one, label('bureau'), '2026-02-01T00:00:00Z'),
    archive.relabel(other, label('bureau'), '2026-02-01T00:00:00Z'),
    archive.relabel(third, label('office'), '2026-02-01T00:00:00Z'),
    archive.relabel(other, label('office'), '2026-02-02T00:00:00Z'),
  ]) {
    await run([change], archive, folderSink(folder), { memory });
  }
  expect(readFileSync(join(folder, 'label/org/bureau/index.html'), 'utf8')).not.toContain(other);
  expect(readFileSync(join(folder, 'label/org/office/index.html'), 'utf8')).toContain(other);
  const whole = newFolder();
  await run('everything', archive, folderSink(whole));
  expect(snapshot(folder)).toEqual(snapshot(whole));
});

test('a label has a page and a feed from its second article on; the first leads to it then', async () => {
  const archive = archiveOf(60);
  const folder = newFolder();
  const labels = Array.from({ length: 30 }, (_, n) => ({
    kind: 'org' as const,
    surface: `机构${n}`,
    id: `org-${n}`,
    start: 0,
    end: 2,
    confidence: 1,
    evidence: [],
  }));
  const first = plainArticle(60, { labels });
  await run('everything', archive, folderSink(folder));
  await run([archive.file(first)], archive, folderSink(folder));
  const page = join(folder, first.path, 'index.html');
  expect(globSync('label/**/*.*', { cwd: folder })).toEqual([]);
  expect(readFileSync(page, 'utf8')).toContain('机构7');
  expect(readFileSync(page, 'utf8')).not.toContain('/label/');
  for (let i = 61; i < 64; i++) {
    const before = snapshot(folder);
    await run([archive.file(plainArticle(i, { labels }))], archive, folderSink(folder));
    const after = snapshot(folder);
    const changed = [...after].filter(([file, bytes]) => before.get(file) !== bytes).map(([file]) => file);
    const ofLabels = changed.filter((file) => file.startsWith('label/'));
    expect(ofLabels.length).toBe(60);
    expect(ofLabels.filter((file) => file.startsWith('label/org/org-7/')).sort()).toEqual([
      'label/org/org-7/atom.xml',
      'label/org/org-7/index.html',
    ]);
    expect(changed.includes(`${first.path.slice(1)}index.html`)).toBe(i === 61);
  }
  expect(readFileSync(page, 'utf8')).toContain('href="/label/org/org-7/"');
  const whole = newFolder();
  await run('everything', archive, folderSink(whole));
  expect(snapshot(folder)).toEqual(snapshot(whole));
});

test('one more article of a label touches at most three files of it, where pages of its list fill too', async () => {
  const archive = new MemoryArchive();
  const out = memorySink();
  const memory = createPublishMemory();
  const labels = [
    { kind: 'org' as const, surface: '机构', id: 'bureau', start: 0, end: 2, confidence: 1, evidence: [] },
  ];
  await run('everything', archive, out, { memory });
  const touched: number[] = [];
  for (let i = 0; i < 85; i++) {
    out.written.length = 0;
    await run([archive.file(plainArticle(i, { labels }))], archive, out, { memory });
    touched.push(out.written.filter((file) => file.startsWith('label/')).length);
  }
  expect(Math.max(...touched)).toBe(3);
  expect(touched.slice(1).every((files) => files >= 2)).toBe(true);
  const whole = memorySink();
  await run('everything', archive, whole);
  expect(new Map([...out.contents].sort())).toEqual(new Map([...whole.contents].sort()));
});

describe('a run that dies anywhere is completed by the next', () => {
  /** Dies at the n-th write, before or after the file is there. */
  function dying(folder: string, at: number, after: boolean): Sink {
    const sink = folderSink(folder);
    let writes = 0;
    return {
      ...sink,
      write(path, bytes) {
        writes++;
        if (writes !== at) return sink.write(path, bytes);
        if (after) sink.write(path, bytes);
        throw new SinkFailure(problem('DISK_FULL', { where: path }));
      },
    };
  }

  test('incremental', async () => {
    const archive = archiveOf(130);
    const base = newFolder();
    await run('everything', archive, folderSink(base));
    const changes = [
      archive.file(plainArticle(130)),
      archive.revise(plainArticle(5).id, { title: '改', text: '改', html: '<p>改</p>' }, '2026-02-01T00:00:00Z'),
    ];
    const wanted = newFolder();
    await run('everything', archive, folderSink(wanted));
    const goal = snapshot(wanted);
    for (let at = 1; ; at++) {
      const failed = await publish(changes, {
        archive,
        site,
        sources: [],
        now: () => new Date(0),
        out: dying(base, at, at % 2 === 0),
      });
      if (failed.ok) break;
      expect(failed.problem.code).toBe('DISK_FULL');
      for (const file of snapshot(base).keys()) expect(goal.has(file) || /(^|\/)\.kanyin-/.test(file), file).toBe(true);
    }
    await run(changes, archive, folderSink(base));
    expect(snapshot(base)).toEqual(goal);
  });

  test('full', async () => {
    const archive = archiveOf(20);
    const wanted = newFolder();
    await run('everything', archive, folderSink(wanted));
    const goal = snapshot(wanted);
    for (const at of [1, 7, 40, goal.size - 1]) {
      const folder = newFolder();
      const failed = await publish('everything', {
        archive,
        site,
        sources: [],
        now: () => new Date(0),
        out: dying(folder, at, false),
      });
      expect(failed.ok).toBe(false);
      expect((await run([], archive, folderSink(folder))).full).toBe(true);
      expect(snapshot(folder)).toEqual(goal);
    }
  });

  test('the signal stops it, and the next run goes on', async () => {
    const archive = archiveOf(60);
    const folder = newFolder();
    const stop = new AbortController();
    const stopped = await publish('everything', {
      archive,
      site,
      sources: [],
      now: () => new Date(0),
      out: folderSink(folder),
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'STOPPED' } });
    await run([], archive, folderSink(folder));
    const wanted = newFolder();
    await run('everything', archive, folderSink(wanted));
    expect(snapshot(folder)).toEqual(snapshot(wanted));
  });
});

test('a full run removes pages of ours that are no longer due, and nothing of others', async () => {
  const folder = newFolder();
  await run('everything', archiveOf(30), folderSink(folder));
  writeFileSync(join(folder, 'CNAME'), 'paper.example\n');
  writeFileSync(join(folder, 'google123.html'), 'verification');
  const edition = await run('everything', archiveOf(10), folderSink(folder));
  expect(edition.removed).toBeGreaterThan(15);
  const files = [...snapshot(folder).keys()];
  expect(files).toContain('CNAME');
  expect(files).toContain('google123.html');
  expect(files.some((file) => file.includes(plainArticle(20).id))).toBe(false);
});

test('order: a reader never meets a link before its target', async () => {
  const archive = archiveOf(10);
  const folder = newFolder();
  await run('everything', archive, folderSink(folder));
  const order: string[] = [];
  const sink = folderSink(folder);
  const change = archive.file(plainArticle(10));
  const write: Sink['write'] = (path, bytes) => {
    order.push(path);
    return sink.write(path, bytes);
  };
  await run([change], archive, { ...sink, write });
  expect(order[0]).toBe(`${plainArticle(10).path.slice(1)}index.html`);
  expect(order.at(-1)).toBe('index.html');
  expect(order.indexOf('section/economy/index.html')).toBeLessThan(order.indexOf('atom.xml'));
});

test('a kind of page from elsewhere is one more row', async () => {
  const topicKind: PageKind = {
    name: 'topic',
    rank: 1,
    owns: /^topic\/.+\.html$/,
    keysFor: ({ article }) => (article.title.includes('7') ? ['seven'] : []),
    all: () => ['seven'],
    path: (key) => `topic/${key}.html`,
    render: async (key, context) => `${key} ${await context.count('all')}`,
  };
  const archive = archiveOf(5);
  const folder = newFolder();
  const kinds = [...PAGE_KINDS, topicKind];
  await run('everything', archive, folderSink(folder), { kinds });
  expect(readFileSync(join(folder, 'topic/seven.html'), 'utf8')).toBe('seven 5');
  await run([archive.file(plainArticle(6))], archive, folderSink(folder), { kinds });
  expect(readFileSync(join(folder, 'topic/seven.html'), 'utf8')).toBe('seven 5');
  await run([archive.file(plainArticle(7))], archive, folderSink(folder), { kinds });
  expect(readFileSync(join(folder, 'topic/seven.html'), 'utf8')).toBe('seven 7');
});
