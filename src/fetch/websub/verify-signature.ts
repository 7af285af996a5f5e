import { createHmac, timingSafeEqual } from 'node:crypto';

/** Methods of W3C WebSub section 7.1. */
const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/**
 * Whether pushed content was signed with our secret: X-Hub-Signature is `method=hex` over the body as it came. Several signatures
 * separated by commas: one that fits is enough. What does not fit is dropped, with 200 all the same, so that nobody can probe.
 */
export function verifySignature(body: Uint8Array, header: string | undefined, secret: string): boolean {
  if (header === undefined || header.length > 2000) return false;
  return header.split(',').some((one) => {
    const [method, hex] = one.trim().split('=', 2);
    const name = method?.toLowerCase() ?? '';
    if (!METHODS.has(name) || !hex || !/^[0-9a-f]+$/i.test(hex)) return false;
    const expected = createHmac(name, secret).update(body).digest();
    const given = Buffer.from(hex, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
