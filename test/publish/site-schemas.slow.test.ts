import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../src/publish/publish.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { everyKindArchive } from '../support/every-kind.ts';
import { hostileArticle } from '../support/hostile-articles.ts';
import { jsonFeedFaults } from '../support/json-feed-faults.ts';
import { sampleSite, sampleSources } from '../support/sample-articles.ts';

const root = mkdtempSync(join(tmpdir(), 'kanyin-schemas-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What xmllint (Debian: libxml2-utils) has against the files; empty when they are valid. */
function faults(schema: string, files: readonly string[]): string {
  const done = spawnSync(
    'xmllint',
    ['--noout', '--nonet', '--relaxng', join(import.meta.dirname, 'schemas', `${schema}.rng`), ...files],
    { encoding: 'utf8' },
  );
  if (done.error) throw done.error;
  return done.status === 0
    ? ''
    : done.stderr
        .split('\n')
        .filter((says) => !says.endsWith(' validates'))
        .join('\n');
}

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  const folder = join(root, language);
  const files = (pattern: string): string[] => globSync(pattern, { cwd: folder }).map((file) => join(folder, file));
  beforeAll(async () => {
    const archive = everyKindArchive();
    for (let i = 0; i < 8; i++) archive.file(hostileArticle(i));
    const done = await publish('everything', {
      archive,
      site: sampleSite({ language, hub: 'https://hub.example/' }),
      sources: sampleSources(),
      now: () => new Date(0),
      out: folderSink(folder),
    });
    expect(done.ok).toBe(true);
  });

  test.each([
    ['atom', '**/atom.xml', 10],
    ['rss', '**/rss.xml', 10],
    ['sitemap', '{sitemap,news-sitemap,sitemap/*}.xml', 4],
  ])('every %s file is valid, hostile articles included', (schema, pattern, least) => {
    const found = files(pattern);
    expect(found.length).toBeGreaterThanOrEqual(least);
    expect(faults(schema, found)).toBe('');
  });

  test('every JSON feed is valid', () => {
    const found = files('**/feed.json');
    expect(found.length).toBeGreaterThan(9);
    for (const file of found) expect(jsonFeedFaults(JSON.parse(readFileSync(file, 'utf8'))), file).toEqual([]);
  });
});

describe('the checks can fail', () => {
  const broken = (name: string, from: string, change: (text: string) => string): string => {
    const file = join(root, name);
    writeFileSync(file, change(readFileSync(join(root, 'zh-CN', from), 'utf8')));
    return file;
  };
  test('Atom without a zone, RSS without a link, a sitemap of relative addresses', () => {
    expect(
      faults('atom', [broken('a.xml', 'atom.xml', (text) => text.replace(/\+08:00<\/updated>/, '</updated>'))]),
    ).toContain('updated');
    expect(faults('rss', [broken('b.xml', 'rss.xml', (text) => text.replace(/<guid[^\n]*\n/, ''))])).not.toBe('');
    expect(
      faults('sitemap', [broken('c.xml', 'sitemap.xml', (text) => text.replace('<loc>https://', '<loc>'))]),
    ).not.toBe('');
  });
  test('JSON Feed', () => {
    const feed = JSON.parse(readFileSync(join(root, 'zh-CN/feed.json'), 'utf8')) as {
      items: Record<string, unknown>[];
    };
    feed.items[0]!['date_published'] = '2026-01-01';
    feed.items[1]!['id'] = feed.items[2]!['id'];
    expect(jsonFeedFaults(feed)).toHaveLength(2);
    expect(jsonFeedFaults({})).toHaveLength(3);
  });
});
