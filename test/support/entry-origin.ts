import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PARAGRAPH =
  '草原上的风机转了一夜，清晨的第一度电已经送出去了。值班员在日志上写下风速、温度和转速，又给炉子添了一块煤。';

export interface EntryOrigin {
  url: string;
  /** requests by path */
  hits: Map<string, number>;
  close(): Promise<void>;
}

/**
 * Feeds of invented entries on loopback: `/feed/<n>?count=` with whole bodies, `/teasers/<n>?count=` whose pages are at
 * `/page/<n>/<i>`. Every text is unique, so each entry is one article.
 */
export async function startEntryOrigin(options: { paragraphs?: number; delayMs?: number } = {}): Promise<EntryOrigin> {
  const hits = new Map<string, number>();
  const body = (n: string, i: number): string =>
    Array.from({ length: options.paragraphs ?? 4 }, (_, p) => `<p>来源${n}第${i}篇第${p}段：${PARAGRAPH}</p>`).join('');
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://origin');
    hits.set(url.pathname, (hits.get(url.pathname) ?? 0) + 1);
    const [, kind, n = '0', i = '0'] = url.pathname.split('/');
    const origin = `http://${request.headers.host}`;
    const send = (type: string, text: string): void => {
      setTimeout(
        () => response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, etag: `"${n}"` }).end(text),
        options.delayMs ?? 0,
      );
    };
    if (kind === 'robots.txt') {
      response.writeHead(404).end();
    } else if (request.headers['if-none-match'] === `"${n}"` && kind !== 'page') {
      response.writeHead(304, { etag: `"${n}"` }).end();
    } else if (kind === 'feed' || kind === 'teasers') {
      const count = Number(url.searchParams.get('count') ?? 20);
      const items = Array.from({ length: count }, (_, k) => {
        const date = new Date(Date.UTC(2026, 9, 1, 0, 0) + (Number(n) * 1000 + k) * 60_000).toUTCString();
        const description = kind === 'feed' ? body(n, k) : `第${k}篇的开头……`;
        return `<item><title>来源${n}的第${k}篇：风机与炉火</title><link>${origin}/page/${n}/${k}</link><guid isPermaLink="false">${n}-${k}</guid><pubDate>${date}</pubDate><description><![CDATA[${description}]]></description></item>`;
      });
      send(
        'application/rss+xml',
        `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>来源${n}</title><link>${origin}/</link><description>d</description>${items.join('')}</channel></rss>`,
      );
    } else if (kind === 'page') {
      send(
        'text/html',
        `<!DOCTYPE html><html lang="zh"><head><title>来源${n}的第${i}篇：风机与炉火_来源${n}</title></head><body><nav><a href="/">首页</a> <a href="/a">要闻</a> <a href="/b">财经</a></nav><h1>来源${n}的第${i}篇：风机与炉火</h1><div class="article-content">${body(n, Number(i))}</div><div class="footer">版权所有</div></body></html>`,
      );
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
