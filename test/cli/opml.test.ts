import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { NewsroomFolder } from '../support/newsroom-folder.ts';
import { type Origin, openOrigin } from '../support/origin/origin.ts';

let origin: Origin;
let room: NewsroomFolder;
beforeAll(async () => {
  origin = await openOrigin();
  room = new NewsroomFolder('title: 试报\n# a remark\nfetch: { allow_private: ["127.0.0.1"] }\nsources: []\n');
});
afterAll(async () => {
  await origin.close();
  room.remove();
});

const OPML = `<?xml version="1.0" encoding="UTF-8"?><opml version="1.0"><head><title>订阅</title></head><body>
<outline text="政策" id="7"><outline text="部委 &amp; 地方" isOpen="true"><outline type="rss" text="北岭" title="北岭日报" xmlUrl="https://beiling.example/feed?a=1&amp;b=2" htmlUrl="https://beiling.example/" category="/x,/y" fold:state="open"/></outline>
<outline type="atom" text="草原" xmlUrl="https://caoyuan.example/atom"/></outline>
<outline text="路由" xmlUrl="rsshub://sina/finance"/>
<outline text="文件" xmlUrl="file:///etc/passwd"/></body></opml>`;
const sources = () => (parse(readFileSync(room.path('kanyin.yaml'), 'utf8')) as { sources: unknown[] }).sources;

describe('OPML in and out', () => {
  test('a file: nested outlines are sections, what cannot be polled is named, the rest stays as it was', async () => {
    writeFileSync(room.path('in.opml'), OPML);
    const dry = await room.run(['import', 'opml', 'in.opml', '--dry-run', '--json']);
    expect(JSON.parse(dry.stdout)).toMatchObject({ found: 4, added: 3 });
    expect(sources()).toEqual([]);
    const done = await room.run(['import', 'opml', 'in.opml', '--json']);
    expect(done.code).toBe(3);
    expect(JSON.parse(done.stdout)).toMatchObject({
      found: 4,
      added: 3,
      known: 0,
      refused: [{ url: 'file:///etc/passwd' }],
    });
    expect(sources()).toMatchObject([
      { url: 'https://beiling.example/feed?a=1&b=2', title: '北岭日报', section: '部委 & 地方' },
      { url: 'https://caoyuan.example/atom', title: '草原', section: '政策' },
      { url: 'rsshub://sina/finance', title: '路由' },
    ]);
    expect(readFileSync(room.path('kanyin.yaml'), 'utf8')).toContain('# a remark');
    expect(JSON.parse((await room.run(['import', 'opml', 'in.opml', '--json'])).stdout)).toMatchObject({
      added: 0,
      known: 3,
    });
  });

  test('and out again: every attribute is there, and importing it elsewhere gives the same sources', async () => {
    const out = await room.run(['export', 'opml']);
    expect(out.code, out.stderr).toBe(0);
    expect(out.stdout).toContain(
      '<outline text="北岭" title="北岭日报" type="rss" xmlUrl="https://beiling.example/feed?a=1&amp;b=2" htmlUrl="https://beiling.example/" category="/x,/y" fold:state="open"/>',
    );
    expect(out.stdout).toContain(
      '<outline text="草原" title="草原" type="atom" xmlUrl="https://caoyuan.example/atom"/>',
    );
    expect(out.stdout).toMatch(
      /<outline text="政策" title="政策" id="7">\s*<outline text="部委 &amp; 地方" title="部委 &amp; 地方" isOpen="true">\s*<outline text="北岭"/,
    );
    origin.on('/all.opml', { body: out.stdout, headers: { 'content-type': 'text/x-opml' } });
    const other = new NewsroomFolder('fetch: { allow_private: ["127.0.0.1"] }\n');
    const done = await other.run(['import', 'opml', origin.url('/all.opml'), '--json']);
    expect(done.code, done.stderr).toBe(0);
    const again = await other.run(['export', 'opml', '--out', other.path('out.opml'), '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ written: 3 });
    const body = (text: string): string[] => text.split('\n').slice(3).sort();
    expect(body(readFileSync(other.path('out.opml'), 'utf8'))).toEqual(body(out.stdout));
    other.remove();
  });

  test('one section; sources without a feed are told; a wrong word and an unwritable place are one sentence', async () => {
    const small = new NewsroomFolder(
      'sources:\n  - { url: "https://a.example/feed", section: news }\n  - { url: "https://b.example/map", kind: sitemap, section: other }\n',
    );
    const one = await small.run(['export', 'opml', '--section', 'other']);
    expect(one.stdout).not.toContain('xmlUrl');
    expect(one.stderr).toContain('1 list pages or sitemaps');
    expect(await small.run(['export', 'opnl'])).toMatchObject({ code: 2, stdout: '' });
    const bad = await small.run(['export', 'opml', '--out', small.path('none', 'x.opml')]);
    expect(bad.code).toBe(2);
    expect(bad.stderr.trim().split('\n')).toHaveLength(1);
    expect(bad.stderr).toContain('FILE_UNWRITABLE');
    small.remove();
  });

  test('what is no OPML is a named problem, and nothing is written', async () => {
    const before = readFileSync(room.path('kanyin.yaml'), 'utf8');
    origin.on('/page', { body: '<html><body>hello</body></html>' });
    const done = await room.run(['import', 'opml', origin.url('/page')]);
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('OPML_UNREADABLE');
    const none = await room.run(['import', 'opml', origin.url('/none')]);
    expect(none.stderr).toContain('HTTP_NOT_FOUND');
    expect(readFileSync(room.path('kanyin.yaml'), 'utf8')).toBe(before);
  });
});
