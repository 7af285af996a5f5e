import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { Newsroom } from '../../src/model/newsroom.ts';
import { CSP } from '../../src/publish/site/frame.ts';
import { createApp } from '../../src/server/create-app.ts';
import { SITE_HEADERS } from '../../src/server/serve-site.ts';
import type { Store } from '../../src/store/store.ts';

const root = mkdtempSync(join(tmpdir(), 'kanyin-serve-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const page = `<!DOCTYPE html><title>一</title>${'<p>正文</p>'.repeat(200)}`;
mkdirSync(join(root, 'a'));
writeFileSync(join(root, 'index.html'), page);
writeFileSync(join(root, 'a/index.html'), page);
writeFileSync(join(root, 'a/1.bin'), Buffer.alloc(3000, 7));
writeFileSync(join(root, '404.html'), '没有这一页');
writeFileSync(join(root, '.looks'), 'secret');
const app = createApp({
  newsroom: { outputs: { site: { dir: root } }, site: { sections: [] }, fetch: {} } as unknown as Newsroom,
  store: {} as Store,
  now: () => 0,
});

test('pages are compressed, and asked for again answer 304; bytes of no known type come as they are', async () => {
  const first = await app.request('/', { headers: { 'accept-encoding': 'gzip' } });
  expect(first.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(Buffer.from(await first.arrayBuffer())).toString()).toBe(page);
  const etag = first.headers.get('etag')!;
  const again = await app.request('/', { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const plain = await app.request('/');
  expect(plain.headers.get('content-encoding')).toBe(null);
  expect(await plain.text()).toBe(page);
  const bytes = await app.request('/a/1.bin', { headers: { 'accept-encoding': 'gzip' } });
  expect(bytes.headers.get('content-encoding')).toBe(null);
});

test('the policy is that of the pages; nothing hidden, nothing outside is served', async () => {
  expect(SITE_HEADERS['content-security-policy']).toBe(`${CSP}; frame-ancestors 'none'`);
  expect((await app.request('/')).headers.get('content-security-policy')).toBe(`${CSP}; frame-ancestors 'none'`);
  for (const path of ['/.looks', '/a/../.looks', '/..%2f..%2fetc%2fpasswd', '/none/']) {
    const answer = await app.request(path);
    expect(answer.status, path).toBe(404);
    expect(await answer.text()).toBe('没有这一页');
  }
  const folder = await app.request('/a');
  expect([folder.status, folder.headers.get('location')]).toEqual([301, '/a/']);
});
