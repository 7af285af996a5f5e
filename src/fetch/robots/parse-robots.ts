export interface RobotsRule {
  allow: boolean;
  /** percent-normalised pattern with `*` and a final `$` */
  pattern: string;
}

/** What robots.txt says to one robot. */
export interface Robots {
  rules: RobotsRule[];
  /** seconds, as stated */
  crawlDelay?: number;
}

/** RFC 9309 section 2.5: at least 500 KiB are read. */
const READ_BYTES = 512 * 1024;
const RULES = 5000;

/**
 * RFC 9309: the groups that name the product token (any case), all together; else those for `*`. A line that is no record is
 * skipped and ends nothing. Crawl-delay, which the RFC leaves to others, belongs to its group.
 */
export function parseRobots(text: string, product: string): Robots {
  const token = product.toLowerCase();
  const mine: Robots = { rules: [] };
  const everyone: Robots = { rules: [] };
  let named = false;
  let current: Robots[] = [];
  let inAgents = false;
  for (const line of text
    .slice(0, READ_BYTES)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)) {
    const record = line.split('#', 1)[0]!;
    const colon = record.indexOf(':');
    if (colon < 0) continue;
    const key = record.slice(0, colon).trim().toLowerCase();
    const value = record.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!inAgents) current = [];
      inAgents = true;
      const agent = (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase();
      if (agent === token) {
        named = true;
        current.push(mine);
      } else if (value.startsWith('*')) current.push(everyone);
    } else if (key === 'allow' || key === 'disallow') {
      inAgents = false;
      if (value === '') continue;
      for (const group of current) {
        if (group.rules.length < RULES) group.rules.push({ allow: key === 'allow', pattern: normalPath(value) });
      }
    } else if (key === 'crawl-delay') {
      inAgents = false;
      const seconds = Number(value);
      if (value !== '' && seconds >= 0 && Number.isFinite(seconds))
        for (const group of current) group.crawlDelay = seconds;
    }
  }
  return named ? mine : everyone;
}

/** One spelling per path: bytes beyond ASCII percent-encoded, escapes in upper case, escaped unreserved characters plain. */
export function normalPath(path: string): string {
  return path
    .replace(/[^\x21-\x7e]/gu, (c) =>
      c.charCodeAt(0) >= 0xd800 && c.length === 1 ? '%EF%BF%BD' : encodeURIComponent(c),
    )
    .replace(/%([0-9a-f]{2})/gi, (found, hex: string) => {
      const c = String.fromCharCode(Number.parseInt(hex, 16));
      return /[A-Za-z0-9\-._~]/.test(c) ? c : found.toUpperCase();
    });
}
