/** What an answer says about when to ask again. Absent = nothing said. */
export interface Freshness {
  /** ms the answer stays fresh: max-age less Age; 0 for no-cache and no-store */
  maxAgeMs?: number;
  /** ms until Expires, which counts only without max-age (RFC 9111 section 5.3); never negative */
  expiresInMs?: number;
  /** ms from now */
  retryAfterMs?: number;
}

/** s-maxage is for shared caches and says nothing to a reader; it is left aside. */
export function freshness(headers: Record<string, string | undefined>, now: number): Freshness {
  const fresh: Freshness = {};
  const control = headers['cache-control'];
  const maxAge = control === undefined ? null : /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/i.exec(control);
  if (control !== undefined && /(?:^|[\s,])no-(?:cache|store)(?:$|[\s,=])/i.test(control)) fresh.maxAgeMs = 0;
  else if (maxAge) fresh.maxAgeMs = Math.max(0, Number(maxAge[1]) - ageSeconds(headers['age'])) * 1000;
  else if (headers['expires'] !== undefined) {
    const at = Date.parse(headers['expires']);
    // By the server's own clock, so that a wrong clock on either side cancels out.
    const date = headers['date'] === undefined ? Number.NaN : Date.parse(headers['date']);
    if (Number.isFinite(at)) fresh.expiresInMs = Math.max(0, at - (Number.isFinite(date) ? date : now));
  }
  const retry = retryAfter(headers['retry-after'], now);
  if (retry !== undefined) fresh.retryAfterMs = retry;
  return fresh;
}

/** Retry-After in seconds or as a date (RFC 9110 section 10.2.3), as ms from now; undefined when unreadable or absent. */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,12}(\.\d{1,9})?$/.test(text)) return Number(text) * 1000;
  // Date.parse takes many a number for a year; a date has letters.
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(at) ? Math.max(0, at - now) : undefined;
}

const ageSeconds = (age: string | undefined): number =>
  age !== undefined && /^\d{1,12}$/.test(age.trim()) ? Number(age) : 0;
