import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { makeCertificate } from '../support/origin/certificate.ts';
import { codeOf, textOf, withOrigin } from './with-origin.ts';

/** A small proxy that knows every name as this machine, and asks for a login where told. */
async function openProxy(target: () => number, login?: string) {
  const asked: string[] = [];
  const refuses = (header: string | undefined): boolean =>
    login !== undefined && header !== `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(refuses(request.headers['proxy-authorization']) ? 407 : 200).end('<rss>by proxy</rss>');
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (refuses(request.headers['proxy-authorization'])) return socket.end('HTTP/1.1 407 Login\r\n\r\n');
    const way = connect(target(), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      way.pipe(socket);
      socket.pipe(way);
    });
    way.on('error', () => socket.destroy());
    socket.on('error', () => way.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const unknownHere = (name: string) =>
  Promise.reject(Object.assign(new Error(`ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));

test('requests go through the proxy, with its login; http plainly, https in a tunnel', async () => {
  const tls = makeCertificate('news.example');
  let port = 0;
  const proxy = await openProxy(() => port, 'me:s3cret');
  try {
    const { origin, fetch } = await withOrigin(
      { proxy: `http://me:s3cret@127.0.0.1:${proxy.port}` },
      { tls, ca: tls.cert, resolve: unknownHere },
    );
    port = origin.port;
    origin.on('/feed', { body: '<rss/>' });
    expect(textOf(await fetch({ url: 'http://plain.example/feed', kind: 'feed' }))).toContain('by proxy');
    expect(textOf(await fetch({ url: origin.url('/feed', 'news.example'), kind: 'feed' }))).toBe('<rss/>');
    expect(proxy.asked).toEqual(['GET http://plain.example/feed', `CONNECT news.example:${port}`]);
    expect(origin.seen[0]?.headers['proxy-authorization']).toBeUndefined();
  } finally {
    await proxy.close();
  }
});

test('private addresses are refused with a proxy as well; a named neighbour is reached without it', async () => {
  const proxy = await openProxy(() => 0);
  try {
    const { origin, fetch, get } = await withOrigin({
      proxy: `http://127.0.0.1:${proxy.port}`,
      allowPrivate: ['127.0.0.1'],
    });
    origin.on('/feed', { body: '<rss/>' });
    expect(codeOf(await fetch({ url: 'http://10.0.0.1/', kind: 'feed' }))).toBe('FETCH_REFUSED_ADDRESS');
    expect(textOf(await get('/feed'))).toBe('<rss/>');
    expect(proxy.asked).toEqual([]);
  } finally {
    await proxy.close();
  }
});

test('a proxy that refuses or is not there is named, and its login is not told', async () => {
  const proxy = await openProxy(() => 0, 'right:login');
  try {
    const wrong = await withOrigin({ proxy: `http://me:s3cret@127.0.0.1:${proxy.port}` }, { resolve: unknownHere });
    for (const url of ['http://plain.example/', 'https://news.example/']) {
      const got = await wrong.fetch({ url, kind: 'feed' });
      expect(codeOf(got), url).toBe('FETCH_PROXY');
      expect(JSON.stringify(got)).not.toContain('s3cret');
    }
  } finally {
    await proxy.close();
  }
  const gone = await withOrigin({ proxy: `http://me:s3cret@127.0.0.1:${proxy.port}` }, { resolve: unknownHere });
  const got = await gone.fetch({ url: 'https://news.example/', kind: 'feed' });
  expect(got.ok).toBe(false);
  expect(JSON.stringify(got)).not.toContain('s3cret');
});

test('what NO_PROXY names is reached straight', async () => {
  const proxy = await openProxy(() => 0);
  try {
    const { origin, fetch } = await withOrigin(
      { proxy: `http://127.0.0.1:${proxy.port}`, noProxy: ['near.example'] },
      { resolve: async () => [{ address: '127.0.0.1', family: 4 }] },
    );
    origin.on('/feed', { body: '<rss>straight</rss>' });
    expect(textOf(await fetch({ url: origin.url('/feed', 'near.example'), kind: 'feed' }))).toContain('straight');
    expect(proxy.asked).toEqual([]);
  } finally {
    await proxy.close();
  }
});
