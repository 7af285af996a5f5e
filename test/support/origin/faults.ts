import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

/** How an origin misbehaves; the connection is left as the fault wants it. */
export type Fault =
  /** never answers */
  | 'hang'
  /** closes before answering */
  | 'reset'
  /** sends headers, then one byte every 50 ms for ever */
  | 'slow-loris'
  /** sends half of the status line and no more */
  | 'half-head'
  /** sends data for ever, as fast as it is taken */
  | 'endless'
  /** promises 1000 more bytes than it sends, then closes */
  | 'truncated'
  /** chunked, closed before the last chunk */
  | 'truncated-chunked'
  /** no HTTP at all */
  | 'garbage'
  /** 64 KB and more of headers */
  | 'huge-head';

export function misbehave(fault: Fault, response: ServerResponse, body: Uint8Array): void {
  const socket = response.socket!;
  const timers: NodeJS.Timeout[] = [];
  socket.once('close', () => timers.forEach(clearInterval));
  switch (fault) {
    case 'hang':
      return;
    case 'reset':
      socket.destroy();
      return;
    case 'slow-loris':
      response.writeHead(200, { 'content-type': 'application/xml' });
      timers.push(setInterval(() => response.write('<'), 50));
      return;
    case 'half-head':
      socket.write('HTTP/1.1 200 O');
      return;
    case 'endless': {
      response.writeHead(200, { 'content-type': 'application/xml' });
      const block = Buffer.alloc(64 * 1024, 'x');
      const pump = (): void => {
        while (!socket.destroyed && response.write(block));
      };
      response.on('drain', pump);
      pump();
      return;
    }
    case 'truncated':
      socket.end(
        Buffer.concat([
          Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length + 1000}\r\n\r\n`),
          Buffer.from(body),
        ]),
      );
      return;
    case 'truncated-chunked':
      socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<rss>\r\n');
      return;
    case 'garbage':
      socket.end('\u0000\u0001SSH-2.0-OpenSSH_9.9\r\n\r\n');
      return;
    case 'huge-head':
      socket.end(`HTTP/1.1 200 OK\r\n${`x-filler: ${'y'.repeat(1000)}\r\n`.repeat(100)}\r\n`);
      return;
  }
}

export type Coding = 'gzip' | 'deflate' | 'deflate-raw' | 'br' | 'zstd';

export function encode(body: Uint8Array, coding: Coding): { bytes: Uint8Array; name: string } {
  switch (coding) {
    case 'gzip':
      return { bytes: gzipSync(body), name: 'gzip' };
    case 'deflate':
      return { bytes: deflateSync(body), name: 'deflate' };
    case 'deflate-raw':
      return { bytes: deflateRawSync(body), name: 'deflate' };
    case 'br':
      return { bytes: brotliCompressSync(body), name: 'br' };
    case 'zstd':
      return { bytes: zstdCompressSync(body), name: 'zstd' };
  }
}
