import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBody } from '../../src/fetch/decode-body.ts';

const LIMIT = 1_000_000;

test('every coding, alone and one upon the other, gives back what was sent', () => {
  const text = fc.string({ minLength: 1, unit: 'binary' }).map((s) => Buffer.from(`<rss>${s}</rss>`));
  fc.assert(
    fc.property(text, (body) => {
      const cases: [string, Uint8Array][] = [
        ['gzip', gzipSync(body)],
        ['x-gzip', gzipSync(body)],
        ['deflate', deflateSync(body)],
        ['deflate', deflateRawSync(body)],
        ['br', brotliCompressSync(body)],
        ['zstd', zstdCompressSync(body)],
        ['gzip, br', brotliCompressSync(gzipSync(body))],
        ['identity', body],
        ['', gzipSync(body)],
      ];
      for (const [coding, bytes] of cases) {
        const decoded = decodeBody(bytes, coding, LIMIT);
        expect(decoded.kind === 'bytes' && Buffer.from(decoded.bytes).equals(body), coding).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
test('whatever arrives under whatever name, it answers and stays within the limit', () => {
  const names = fc.constantFrom('gzip', 'deflate', 'br', 'zstd', 'gzip,gzip,gzip', 'gzip,gzip,gzip,gzip', 'x', '');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, name) => {
      const decoded = decodeBody(bytes, name, 1000);
      if (decoded.kind === 'bytes') expect(decoded.bytes.length).toBeLessThanOrEqual(1000);
    }),
  );
});
test('a stack of codings is refused', () => {
  expect(decodeBody(new Uint8Array(9), 'gzip, gzip, gzip, gzip', LIMIT).kind).toBe('corrupt');
});
