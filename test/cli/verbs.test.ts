import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpVerb } from '../../src/cli/help.ts';
import { VERBS } from '../../src/cli/main.ts';
import { createProgress } from '../../src/cli/progress.ts';
import type { Io } from '../../src/cli/verb.ts';
import { type EntryOrigin, startEntryOrigin } from '../support/entry-origin.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';

let origin: EntryOrigin;
let room: NewsroomFolder;

beforeAll(async () => {
  origin = await startEntryOrigin();
  room = new NewsroomFolder(
    `title: 试报
sources:
  - { url: "${origin.url}/feed/1?count=5", id: whole, section: 要闻 }
  - { url: "${origin.url}/nothing", id: gone, section: 要闻 }
fetch: { spacing_ms: 0, allow_private: ["127.0.0.1"], robots: false }
outputs: { site: public, hexo: posts }
`,
  );
});
afterAll(async () => {
  await origin.close();
  room.remove();
});

describe('help', () => {
  test('every verb has one line, a usage, and its options explained', async () => {
    for (const [name, entry] of Object.entries(VERBS)) {
      const { verb } = await entry.load();
      expect(verb.name).toBe(name);
      const help = helpVerb(verb);
      expect(help, name).toContain('Usage: ');
      for (const option of Object.keys(verb.options)) expect(help, name).toContain(`--${option}`);
      for (const option of Object.values(verb.options)) expect(option.says.length, name).toBeGreaterThan(3);
    }
  });

  test.each([
    [['--help'], 0, 'Usage: kanyin VERB'],
    [['--version'], 0, 'kanyin 0.'],
    [['help', 'fetch'], 0, 'Usage: kanyin fetch'],
    [['fetch', '-h'], 0, 'Usage: kanyin fetch'],
  ])('kanyin %j', async (args, code, says) => {
    const done = await room.run(args);
    expect(done.code).toBe(code);
    expect(done.stdout).toContain(says);
    expect(done.stderr).toBe('');
  });
});

describe('a mistake on the command line is one sentence and exit code 2', () => {
  test.each([
    [['fech'], 'there is no verb "fech"'],
    [['fetch', '--fast'], "Unknown option '--fast'"],
    [['fetch', 'nobody'], 'there is no source "nobody"'],
    [['fetch', '--config', 'none.yaml'], 'none.yaml'],
    [['search'], 'kanyin search'],
    [['add'], 'kanyin add'],
    [['extract'], 'name a file'],
    [['export', '--out', 'none/out.ndjson'], 'none/out.ndjson (ENOENT)'],
    [['backup', 'none/copy.db'], 'none/copy.db (there is no such folder)'],
    [['serve', '--port', 'eighty'], 'eighty'],
    [['extract', 'none.html'], 'none.html'],
    [['clean', 'none.html'], 'none.html'],
    [['parse', 'none.xml'], 'none.xml'],
    [['restore'], 'kanyin restore'],
  ])('kanyin %j', async (args, says) => {
    const done = await room.run(args);
    expect(done.stderr).toContain(says);
    expect(done.stderr.trim().split('\n'), done.stderr).toHaveLength(1);
    expect(done.code).toBe(2);
    expect(done.stdout).toBe('');
  });
});

describe('the verbs of a newsroom', () => {
  test('fetch: 3 when some sources failed, and which', async () => {
    const done = await room.run(['fetch', '--json']);
    expect(done.code).toBe(3);
    expect(JSON.parse(done.stdout)).toMatchObject({ polled: 1, added: 5, failed: 1, failures: [{ source: 'gone' }] });
  });

  test('fetch in words: plain lines where no terminal is', async () => {
    const done = await room.run(['fetch', 'whole']);
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(/1 sources polled \(1 unchanged\), 0 articles new/);
    expect(done.stdout + done.stderr).not.toContain('\r');
  });

  test('publish, and again with nothing to do', async () => {
    const done = await room.run(['publish', '--json']);
    expect(done.code, done.stderr).toBe(0);
    const edition = JSON.parse(done.stdout) as Record<string, number>;
    expect(edition).toMatchObject({ considered: expect.any(Number), written: expect.any(Number), unchanged: 0 });
    expect(edition['cpuMs']).toBeGreaterThan(0);
    expect(existsSync(room.path('public/index.html'))).toBe(true);
    expect(JSON.parse((await room.run(['publish', '--json'])).stdout)).toMatchObject({ written: 0 });
  });

  test('search: newest first, in words and in JSON', async () => {
    const words = await room.run(['search', '风机与炉火']);
    expect(words.code).toBe(0);
    expect(words.stdout.trim().split('\n').length).toBeGreaterThanOrEqual(5);
    const found = JSON.parse((await room.run(['search', '第3篇', '--json'])).stdout) as unknown;
    expect(JSON.stringify(found)).toContain('第3篇');
  });

  test('export: one article a line, all of it', async () => {
    const done = await room.run(['export']);
    expect(done.code).toBe(0);
    const articles = done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; html: string; title: string });
    expect(articles).toHaveLength(5);
    expect(articles[0]?.html).toContain('<p>');
  });

  test('doctor: the state of every source with its remedy', async () => {
    const done = await room.run(['doctor']);
    expect(done.stdout).toContain('whole');
    expect(done.stdout).toContain('gone');
    const rows = JSON.parse((await room.run(['doctor', '--json'])).stdout) as unknown;
    expect(JSON.stringify(rows)).toContain('"gone"');
  });

  test('backup, and restore into a newsroom that lost its store', async () => {
    const saved = await room.run(['backup', 'copy.db']);
    expect(saved.code, saved.stderr).toBe(0);
    const other = new NewsroomFolder(readFileSync(room.path('kanyin.yaml'), 'utf8'));
    const back = await other.run(['restore', room.path('copy.db')]);
    expect(back.code, back.stderr).toBe(0);
    expect((await other.run(['export'])).stdout.trim().split('\n')).toHaveLength(5);
    other.remove();
  });

  test('init: a commented configuration that is itself valid, and nothing is overwritten', async () => {
    const made = await room.run(['init', 'fresh']);
    expect(made.code).toBe(0);
    const file = room.path('fresh', 'kanyin.yaml');
    expect(
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('#')).length,
    ).toBeGreaterThan(3);
    const published = await room.run(['publish', '--config', file]);
    expect(published.code, published.stderr).toBe(0);
    writeFileSync(file, 'title: 我的\n');
    expect((await room.run(['init', 'fresh'])).code).not.toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('title: 我的\n');
  });

  test('filters: lines in, lines out; a bad line is answered, not fatal', async () => {
    writeFileSync(
      room.path('page.html'),
      '<article><h1>题</h1><p>一句话，说的是河套灌区的秋浇和一渠水。</p></article>',
    );
    const { child, finished } = room.pipe(['extract', '--batch']);
    child.stdin!.end(
      `${JSON.stringify({ id: 'a', html: room.path('page.html') })}\nnot json\n${JSON.stringify({ id: 'b', html: '/none' })}\n`,
    );
    const done = await finished;
    expect(done.code).toBe(0);
    const lines = done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ id: 'a', text: expect.stringContaining('河套灌区的秋浇') });
    expect(lines[1]).toHaveProperty('error');
    expect(lines[2]).toMatchObject({ id: 'b', error: expect.any(String) });
  });

  test.each([
    ['clean', '<p onclick=x>河套</p>', '<p>河套</p>'],
    ['extract', '<article><h1>题</h1><p>一句话，说的是河套灌区的秋浇和一渠水。</p></article>', '河套灌区的秋浇'],
    ['parse', '<rss><channel><item><title>河套</title></item></channel></rss>', '"title": "河套"'],
    ['label', '河套灌区秋浇\n内蒙古巴彦淖尔市的秋浇开始了。', '"place"'],
  ])('kanyin %s without a file reads standard input', async (verb, given, answer) => {
    const { child, finished } = room.pipe([verb]);
    child.stdin!.end(given);
    const done = await finished;
    expect(done.stderr).toBe('');
    expect(done.stdout).toContain(answer);
    expect(done.code).toBe(0);
  });
});

describe('progress', () => {
  const shown = (isTTY: boolean): string => {
    let out = '';
    const write = (text: string): void => {
      out += text;
    };
    const stderr = { isTTY, write };
    let now = 0;
    const clock = (): Date => {
      now += 1500;
      return new Date(now);
    };
    const progress = createProgress({ stderr, now: clock } as unknown as Io);
    for (let i = 0; i <= 4; i++) progress.step(i, 4, 'posts');
    progress.end();
    return out;
  };

  test('a bar on a terminal, plain lines elsewhere', () => {
    expect(shown(true)).toContain('\r');
    expect(shown(true)).toMatch(/4\/4|100/);
    expect(shown(false)).not.toContain('\r');
  });
});
