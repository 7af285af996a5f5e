import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

export type Decoded =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'too-large' }
  | { kind: 'truncated'; why: string }
  | { kind: 'corrupt'; why: string };

/** More codings than this on one answer are an attack. */
const CODINGS = 3;

/**
 * Undoes the content codings, last applied first, never beyond `limit` decoded bytes. Synchronous on purpose: the size is bounded
 * by the caps, and a stream costs several times the CPU. A body that is not in its declared coding is taken as it is: servers
 * behind a cache declare gzip and send plain text. A gzip file without declaration (sitemap.xml.gz) is opened.
 */
export function decodeBody(body: Uint8Array, contentEncoding: string | undefined, limit: number): Decoded {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > CODINGS) return { kind: 'corrupt', why: `${codings.length} content codings` };
  let bytes = body;
  for (const coding of codings.reverse()) {
    if (bytes.length === 0) break;
    const step = decodeOne(bytes, coding, limit);
    if (step.kind !== 'bytes') return step;
    bytes = step.bytes;
  }
  if (codings.length === 0 && isGzip(bytes)) return decodeOne(bytes, 'gzip', limit);
  return bytes.length > limit ? { kind: 'too-large' } : { kind: 'bytes', bytes };
}

const isGzip = (b: Uint8Array): boolean => b[0] === 0x1f && b[1] === 0x8b;
const isZstd = (b: Uint8Array): boolean => b[0] === 0x28 && b[1] === 0xb5 && b[2] === 0x2f && b[3] === 0xfd;
/** RFC 1950: method 8 and a header divisible by 31. */
const isZlib = (b: Uint8Array): boolean => (b[0]! & 15) === 8 && ((b[0]! << 8) | (b[1] ?? 0)) % 31 === 0;
/** Begins like a document: BOM or white space, then `<`, `{` or `[`. */
const isPlain = (b: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*[<{[]/.test(
    Buffer.from(b.buffer, b.byteOffset, Math.min(b.length, 64)).toString('latin1'),
  );

function decodeOne(bytes: Uint8Array, coding: string, limit: number): Decoded {
  const options = { maxOutputLength: limit };
  try {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        return { kind: 'bytes', bytes: isGzip(bytes) ? gunzipSync(bytes, options) : bytes };
      case 'deflate':
        if (isZlib(bytes)) return { kind: 'bytes', bytes: inflateSync(bytes, options) };
        return { kind: 'bytes', bytes: inflateRawSync(bytes, options) };
      case 'br':
        return { kind: 'bytes', bytes: brotliDecompressSync(bytes, options) };
      case 'zstd':
        return { kind: 'bytes', bytes: isZstd(bytes) ? zstdDecompressSync(bytes, options) : bytes };
      default:
        // A charset or `none` written in the wrong header: the body is plain.
        return isPlain(bytes) ? { kind: 'bytes', bytes } : { kind: 'corrupt', why: `unknown content coding ${coding}` };
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-large' };
    // Brotli and raw deflate have no mark of their own: only what cannot be read as such may be plain.
    if ((coding === 'br' || coding === 'deflate') && isPlain(bytes)) return { kind: 'bytes', bytes };
    const ends = code === 'Z_BUF_ERROR' || /unexpected end|truncated/i.test(message);
    return { kind: ends ? 'truncated' : 'corrupt', why: `${coding}: ${message}` };
  }
}
