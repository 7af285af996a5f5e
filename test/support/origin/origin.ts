import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.ts';
import { type Coding, encode, type Fault, misbehave } from './faults.ts';
import { HostRecords } from './host-record.ts';

/** What the origin answers at one path. */
export interface Reply {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  coding?: Coding;
  fault?: Fault;
  /** waits before it answers */
  delayMs?: number;
}

export interface Seen {
  method: string;
  path: string;
  host: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Origin {
  port: number;
  /** `http://127.0.0.1:port/path`, or with another host name */
  url(path: string, host?: string): string;
  /** what a path answers from now on: always the same, one after the other (the last stays), or as asked */
  on(path: string, reply: Reply | Reply[] | ((seen: Seen) => Reply)): void;
  /** what every unknown path answers; 404 unless set */
  otherwise(reply: (seen: Seen) => Reply): void;
  seen: Seen[];
  hosts: HostRecords;
  close(): Promise<void>;
}

/** A fault-injecting web server on loopback that remembers who asked what, how much at once and how closely spaced. */
export async function openOrigin(options: { tls?: Certificate; remember?: boolean } = {}): Promise<Origin> {
  const replies = new Map<string, (seen: Seen) => Reply>();
  const seen: Seen[] = [];
  const hosts = new HostRecords();
  let fallback: (seen: Seen) => Reply = () => ({ status: 404, body: 'nothing here' });

  const listener: RequestListener = (request, response) => {
    const host = request.headers.host ?? '';
    const done = hosts.begin(host);
    response.once('close', done);
    response.once('finish', done);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const mine: Seen = {
        method: request.method ?? '',
        path: request.url ?? '',
        host,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      if (options.remember !== false) seen.push(mine);
      const reply = (replies.get(mine.path.split('?')[0]!) ?? fallback)(mine);
      const answer = (): void => {
        let body: Uint8Array =
          typeof reply.body === 'string' ? Buffer.from(reply.body) : (reply.body ?? Buffer.alloc(0));
        if (reply.fault) {
          misbehave(reply.fault, response, body);
          return;
        }
        const headers = { ...reply.headers };
        if (reply.coding) {
          const encoded = encode(body, reply.coding);
          body = encoded.bytes;
          headers['content-encoding'] = encoded.name;
        }
        response.writeHead(reply.status ?? 200, headers);
        response.end(body);
      };
      if (reply.delayMs) setTimeout(answer, reply.delayMs);
      else answer();
    });
  };
  const server: Server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (path, host = '127.0.0.1') => `${options.tls ? 'https' : 'http'}://${host}:${port}${path}`,
    on(path, reply) {
      if (typeof reply === 'function') replies.set(path, reply);
      else if (Array.isArray(reply)) {
        const left = [...reply];
        replies.set(path, () => (left.length > 1 ? left.shift()! : left[0]!));
      } else replies.set(path, () => reply);
    },
    otherwise(reply) {
      fallback = reply;
    },
    seen,
    hosts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
