/** A plain absolute address that a URL parser would give back as it is: lower-case host ending in letters, nothing to encode, no dots to undo. */
const PLAIN = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]+\/[\w~%=&?+;:@,!*$./-]*$/;

/** An address against a base, or as it stands where that cannot be. */
export function resolve(address: string, base: string): string {
  const trimmed = address.trim();
  if (PLAIN.test(trimmed) && !trimmed.includes('/.')) return trimmed;
  try {
    return new URL(trimmed, base === '' ? undefined : base).href;
  } catch {
    return trimmed;
  }
}
