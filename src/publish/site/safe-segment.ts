import { sha256 } from '../../kit/hash.ts';

const PLAIN = /^[A-Za-z0-9\p{Script=Han}][A-Za-z0-9_.\p{Script=Han}-]*$/u;

/** One folder name for an identifier: itself where that is safe on every disk and in every address, a hash otherwise. */
export const safeSegment = (id: string): string =>
  id.length <= 60 && PLAIN.test(id) && !id.endsWith('.') ? id : `~${sha256(id).slice(0, 16)}`;
