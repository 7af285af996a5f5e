import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findConfig, loadConfig, parseConfig } from '../../src/cli/config/load-config.ts';
import { nearestKey } from '../../src/cli/config/nearest-key.ts';
import { describeProblem } from '../../src/model/problem.ts';

const FILE = '/newsroom/kanyin.yaml';
const parse = (yaml: string, env: Record<string, string> = {}) => parseConfig(yaml, FILE, env);
const refusal = (yaml: string, env: Record<string, string> = {}): string => {
  const result = parse(yaml, env);
  return result.ok ? 'accepted' : describeProblem(result.problem);
};
const accepted = (yaml: string, env: Record<string, string> = {}) => {
  const result = parse(yaml, env);
  if (!result.ok) throw new Error(describeProblem(result.problem));
  return result.value;
};

describe('a small configuration', () => {
  test('gets every default', () => {
    const newsroom = accepted('sources:\n  - https://example.org/feed.xml\n');
    expect(newsroom.sources).toEqual([
      { id: 'example-org-feed', url: 'https://example.org/feed.xml', kind: 'feed', section: 'news', fullText: 'auto' },
    ]);
    expect(newsroom.site).toMatchObject({
      baseUrl: 'http://127.0.0.1:4000',
      timeZone: 'Asia/Shanghai',
      language: 'zh-CN',
    });
    expect(newsroom.outputs).toEqual({ site: { dir: '/newsroom/public' } });
    expect(newsroom.store).toBe('/newsroom/data/kanyin.db');
  });

  test('an empty file is a newsroom without sources', () => {
    expect(accepted('').sources).toEqual([]);
  });

  test('sections by key or by title, unknown ones added', () => {
    const newsroom = accepted(
      'sections: { finance: 财经 }\nsources:\n  - { url: "https://a.example/1", section: finance }\n  - { url: "https://a.example/2", section: 财经 }\n  - { url: "https://a.example/3", section: 地方 }\n  - { url: "https://a.example/4", section: Local News }\n',
    );
    expect(newsroom.sources.map((s) => s.section).slice(0, 2)).toEqual(['finance', 'finance']);
    expect(newsroom.sources[3]?.section).toBe('local-news');
    expect(newsroom.site.sections.map((s) => s.title)).toEqual(['财经', '地方', 'Local News']);
    for (const { slug } of newsroom.site.sections) expect(slug).toMatch(/^[a-z0-9-]+$/);
  });

  test('ids are stable, readable and unique', () => {
    const ids = accepted(
      'sources:\n  - https://www.a.example/x/feed.xml\n  - http://a.example/x/feed.rss\n  - rsshub://sina/finance\n',
    ).sources.map((s) => s.id);
    expect(ids[0]).toBe('a-example-x-feed');
    expect(ids[2]).toBe('sina-finance');
    expect(new Set(ids).size).toBe(3);
  });

  test('the environment overrides base address and fills ${NAME}, also from NAME_FILE', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kanyin-env-'));
    writeFileSync(join(folder, 'token'), 'secret\n');
    const newsroom = accepted('title: ${WHO} 报\nsources:\n  - { url: "https://a.example/feed?key=${KEY}" }\n', {
      WHO: '北岭',
      KEY_FILE: join(folder, 'token'),
      BASE_URL: 'https://news.example/',
    });
    rmSync(folder, { recursive: true });
    expect(newsroom.site).toMatchObject({ title: '北岭 报', baseUrl: 'https://news.example' });
    expect(newsroom.sources[0]?.url).toBe('https://a.example/feed?key=secret');
  });

  test('an environment that cannot be meant is refused by name', () => {
    expect(refusal('title: x', { BASE_URL: '/' })).toContain('BASE_URL ("/" is no http:// or https:// address)');
    expect(refusal('title: x\nstore: postgres://db/kanyin\n')).toMatch(
      /yaml:2:8 \(store: "postgres:\/\/db\/kanyin" is no path; .*SQLite/,
    );
    expect(refusal('title: x', { PORT: 'eighty' })).toContain('PORT ("eighty" is no port number)');
  });

  test('the sample lets its own port through and no other', () => {
    expect(accepted('sample: { port: 4181 }').fetch.allowPrivate).toEqual(['127.0.0.1:4181']);
    expect(accepted('title: x').fetch.allowPrivate).toEqual([]);
  });
});

describe('a mistake is one sentence with the place', () => {
  test.each([
    ['titel: x', `${FILE}:1:1`, 'unknown key "titel", did you mean "title"?'],
    ['title: x\nsources:\n  - url: https://a.example\n    full-text: auto', `${FILE}:4:5`, 'did you mean "full_text"?'],
    ['title: x\nlanguage: fr', `${FILE}:2:11`, 'language'],
    ['fetch: { spacing_ms: fast }', `${FILE}:1:22`, 'fetch.spacing_ms'],
    ['sources:\n  - ftp://a.example/feed', `${FILE}:2:5`, 'no http(s) or rsshub:// address'],
    [
      'sources:\n  - { url: "https://a.example/1", id: a }\n  - { url: "https://a.example/2", id: a }',
      `${FILE}:3:5`,
      '"a" is given twice',
    ],
    ['time_zone: Peking', `${FILE}:1:12`, 'no IANA time zone'],
    ['title: [', `${FILE}:1`, ''],
    ['title: ${NOWHERE}', `${FILE}:1:8`, 'the environment has no NOWHERE'],
    ['css: missing.css', `${FILE}:1:6`, 'there is no /newsroom/missing.css'],
    ['filters:\n  - { on: title }', `${FILE}:2:5`, 'either keep: or drop:'],
    ['- a\n- b', `${FILE}:1:1`, ''],
  ])('%s', (yaml, place, says) => {
    const told = refusal(yaml);
    expect(told).toContain(place);
    expect(told).toContain(says);
    expect(told).toContain('[CONFIG_INVALID]');
    expect(told.split('\n')).toHaveLength(1);
  });

  test('a key like none of ours gets no suggestion', () => {
    expect(nearestKey('zzzzzzzz')).toBeUndefined();
    expect(nearestKey('sorces')).toBe('sources');
  });

  test('a missing file is named', () => {
    expect(findConfig('/nowhere', undefined)).toMatchObject({
      ok: false,
      problem: { code: 'CONFIG_MISSING', where: '/nowhere' },
    });
    expect(loadConfig('/nowhere/kanyin.yaml', {})).toMatchObject({ ok: false, problem: { code: 'FILE_UNREADABLE' } });
  });
});
