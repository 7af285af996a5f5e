import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import { sha256 } from '../../src/kit/hash.ts';
import { beilingPage, beilingRss } from './formats/beiling-rss.ts';
import { caoyuanPage, caoyuanRss } from './formats/caoyuan.ts';
import { dataJson } from './formats/data-json.ts';
import { eveningPage, eveningSitemap } from './formats/evening.ts';
import { govList, govPage } from './formats/gov.ts';
import { techAtom } from './formats/tech-atom.ts';
import { samplePicture } from './pictures.ts';

interface Answer {
  type: string;
  body: string | Buffer;
}

/** 1 × 1 transparent GIF: what lazy pages show before their script runs. */
const BLANK = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** The six sample sources behind one server on loopback. `port: 0` takes any free one. Rejects with EADDRINUSE. */
export async function startSampleOrigin(options: { port: number }): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(request, `http://${request.headers.host ?? '127.0.0.1'}`).then(
      (found) => send(request, response, found),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, origin: string): Promise<Answer | undefined> {
  const path = new URL(request.url ?? '/', origin).pathname;
  const html = (text: string | undefined): Answer | undefined =>
    text === undefined ? undefined : { type: 'text/html; charset=utf-8', body: text };
  const gb = (text: string | undefined): Answer | undefined =>
    text === undefined ? undefined : { type: 'text/html', body: iconv.encode(text, 'gb18030') };
  if (path === '/rsshub/beiling/china')
    return { type: 'application/xml; charset=utf-8', body: beilingRss(origin, readBefore(request, origin)) };
  if (path === '/caoyuan/rss.xml') return { type: 'text/xml', body: caoyuanRss(origin) };
  if (path === '/tech/atom.xml') return { type: 'application/atom+xml', body: techAtom(origin) };
  if (path === '/data/feed.json') return { type: 'application/feed+json', body: dataJson(origin) };
  if (path === '/gov/zwgk/') return gb(govList());
  if (path === '/evening/sitemap.xml') return { type: 'application/xml', body: eveningSitemap(origin) };
  if (path === '/robots.txt') return { type: 'text/plain', body: 'User-agent: *\nDisallow: /caoyuan/video/\n' };
  if (path === '/img/blank.gif') return { type: 'image/gif', body: BLANK };
  const picture = /^\/img\/([a-z]+)\.jpg$/.exec(path)?.[1];
  if (picture) {
    const bytes = await samplePicture(picture);
    return bytes && { type: 'image/jpeg', body: bytes };
  }
  return html(beilingPage(origin, path) ?? caoyuanPage(origin, path) ?? eveningPage(path)) ?? gb(govPage(path));
}

const etag = (body: string | Buffer): string => `"${sha256(body).slice(0, 16)}"`;

/** The correction appears to a reader who has read before: it brings a validator of one of the two states. */
function readBefore(request: IncomingMessage, origin: string): boolean {
  const known = request.headers['if-none-match'];
  return known === etag(beilingRss(origin, false)) || known === etag(beilingRss(origin, true));
}

function send(request: IncomingMessage, response: ServerResponse, found: Answer | undefined): void {
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面');
    return;
  }
  const tag = etag(found.body);
  if (request.headers['if-none-match'] === tag) response.writeHead(304, { etag: tag }).end();
  else response.writeHead(200, { 'content-type': found.type, etag: tag }).end(found.body);
}
