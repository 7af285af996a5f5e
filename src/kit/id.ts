import { createHash } from 'node:crypto';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** 12 characters of Crockford base32 (lower case, 60 bits) of SHA-256 over the canonical address. */
export function articleId(canonicalUrl: string): string {
  const digest = createHash('sha256').update(canonicalUrl).digest();
  let id = '';
  let bits = 0;
  let have = 0;
  for (let i = 0; id.length < 12; ) {
    if (have < 5) {
      bits = ((bits << 8) | digest[i++]!) & 0xffff;
      have += 8;
    }
    have -= 5;
    id += CROCKFORD[(bits >> have) & 31];
  }
  return id;
}
