import { safeAddress } from '../../kit/safe-address.ts';
import type { Fetch } from '../../model/fetched.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { parseRobots, type Robots } from './parse-robots.ts';
import { robotsAllow } from './robots-allow.ts';

/** RFC 9309 section 2.4: not longer than a day. ms */
const KEEP_MS = 24 * 60 * 60_000;
/** How long an unreachable robots.txt closes a host before it is asked for again. ms */
const CLOSED_MS = 30 * 60_000;
const KEPT_ORIGINS = 5000;
/** A longer crawl-delay than this would stop a newsroom; ms. */
const LONGEST_DELAY_MS = 60_000;

interface Kept {
  until: number;
  robots: Robots;
  /** the host is closed for now: robots.txt cannot be had */
  closed?: Problem;
}

/** robots.txt per origin: fetched once, kept a day. 4xx means no rules; 5xx, 429 and silence mean no page for now (section 2.3.1). */
export class RobotsKeeper {
  readonly #fetch: Fetch;
  readonly #now: () => number;
  readonly #product: string;
  readonly #kept = new Map<string, Promise<Kept>>();
  readonly #delays = new Map<string, number>();

  constructor(needs: { fetch: Fetch; now: () => number; userAgent: string }) {
    this.#fetch = needs.fetch;
    this.#now = needs.now;
    this.#product = /^[A-Za-z_-]+/.exec(needs.userAgent)?.[0] ?? needs.userAgent;
  }

  /** Why the page may not be read; undefined = it may. */
  async refuses(url: URL, signal?: AbortSignal): Promise<Problem | undefined> {
    const { robots, closed } = await this.#robotsOf(url, signal);
    const where = safeAddress(url.href);
    if (closed) return closed.code === 'FETCH_ROBOTS' ? closed : { ...closed, where };
    return robotsAllow(robots, url.pathname + url.search) ? undefined : problem('FETCH_ROBOTS', { where });
  }

  /** Crawl-delay of a host whose robots.txt has been read; ms */
  delayMs(host: string): number {
    return this.#delays.get(host) ?? 0;
  }

  async #robotsOf(url: URL, signal?: AbortSignal): Promise<Kept> {
    const held = this.#kept.get(url.origin);
    if (held) {
      const kept = await held;
      if (kept.until > this.#now()) return kept;
    }
    if (this.#kept.get(url.origin) !== held) return this.#robotsOf(url, signal);
    const asked = this.#ask(url, signal);
    this.#kept.delete(url.origin);
    this.#kept.set(url.origin, asked);
    if (this.#kept.size > KEPT_ORIGINS) this.#kept.delete(this.#kept.keys().next().value!);
    return asked;
  }

  async #ask(url: URL, signal?: AbortSignal): Promise<Kept> {
    const got = await this.#fetch({ url: `${url.origin}/robots.txt`, kind: 'robots', ...(signal ? { signal } : {}) });
    const now = this.#now();
    if (got.ok) {
      const robots = parseRobots(new TextDecoder().decode(got.value.bytes), this.#product);
      if (robots.crawlDelay !== undefined)
        this.#delays.set(url.host, Math.min(robots.crawlDelay * 1000, LONGEST_DELAY_MS));
      return { until: now + KEEP_MS, robots };
    }
    const { code, why, retryAt } = got.problem;
    if (
      /^HTTP_(?:UNAUTHORIZED|FORBIDDEN|NOT_FOUND|GONE|REFUSED)$|^FETCH_(?:CHALLENGE|REDIRECT_LOOP|TOO_LARGE|BAD_ANSWER)$/.test(
        code,
      )
    )
      return { until: now + KEEP_MS, robots: { rules: [] } };
    if (code === 'STOPPED' || code === 'FETCH_REFUSED_ADDRESS')
      return { until: 0, robots: { rules: [] }, closed: got.problem };
    const until = retryAt ?? now + CLOSED_MS;
    const where = safeAddress(`${url.origin}/robots.txt`);
    if (code === 'HTTP_SERVER_ERROR' || code === 'HTTP_RATE_LIMITED')
      return {
        until,
        robots: { rules: [] },
        closed: problem('FETCH_ROBOTS', { where, why: why ?? code, retryAt: until }),
      };
    // The host itself cannot be reached: say that, and ask again soon.
    return { until: now + CLOSED_MS / 30, robots: { rules: [] }, closed: got.problem };
  }
}
