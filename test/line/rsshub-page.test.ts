import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { corpus } from '../support/corpora.ts';
import { NewsroomFolder } from '../support/newsroom-folder.ts';

const FIXTURES = new URL('../../fixtures/hexo/', import.meta.url);
const rooms: NewsroomFolder[] = [];
afterAll(() => {
  for (const room of rooms) room.remove();
});

/** Polls the feed with the real command line and answers the posts in the ancestor's format. */
async function postsOf(feed: Buffer, categories: readonly [string, string]): Promise<string[]> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/xml; charset=utf-8' }).end(feed);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const room = new NewsroomFolder(
    `title: 旧样式
sources:
  - { url: "http://127.0.0.1:${port}/route", categories: [${categories.join(', ')}], full_text: never }
fetch: { allow_private: ["127.0.0.1"], robots: false }
outputs: { site: false, hexo: { dir: posts, profile: rsshub-page } }
`,
  );
  rooms.push(room);
  const fetched = await room.run(['fetch']);
  expect(fetched.code, fetched.stderr).toBe(0);
  const published = await room.run(['publish']);
  server.close();
  expect(published.code, published.stderr).toBe(0);
  return readdirSync(room.path('posts'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(room.path('posts', name), 'utf8'));
}

test.each(readdirSync(FIXTURES).filter((name) => name.startsWith('rsshub-page--')))(
  '%s, byte for byte',
  async (name) => {
    const feed = readFileSync(new URL(`${name}/feed.xml`, FIXTURES));
    expect(await postsOf(feed, ['金融', '北岭新闻网'])).toEqual([
      readFileSync(new URL(`${name}/post.md`, FIXTURES), 'utf8'),
    ]);
  },
);

test('the post that began it all, byte for byte', async () => {
  const [feed, post] = [corpus('seed', 'rsshub-feed.xml'), corpus('seed', 'post.md')];
  if (feed === undefined || post === undefined) return;
  expect(await postsOf(readFileSync(feed), ['金融', '新浪财经'])).toEqual([readFileSync(post, 'utf8')]);
});
