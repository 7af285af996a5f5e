import { afterEach } from 'vitest';
import { createFetch, type Fetcher, type FetchNeeds } from '../../src/fetch/create-fetch.ts';
import type { Fetched, FetchRequest } from '../../src/model/fetched.ts';
import type { FetchPolicy } from '../../src/model/newsroom.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Certificate } from '../support/origin/certificate.ts';
import { type Origin, openOrigin } from '../support/origin/origin.ts';

export const POLICY: FetchPolicy = {
  userAgent: 'Kanyin/0.1 (+https://kanyin.example)',
  allowPrivate: ['127.0.0.0/8'],
  spacingMs: 0,
  hostsAtOnce: 4,
  minMinutes: 5,
  maxMinutes: 1440,
  robots: false,
};

export interface Setting {
  origin: Origin;
  fetch: Fetcher['fetch'];
  /** a feed at a path of the origin */
  get(path: string, more?: Partial<FetchRequest>): Promise<Outcome<Fetched>>;
}

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** An origin and a fetcher for one test, closed after it. */
export async function withOrigin(
  policy: Partial<FetchPolicy> = {},
  needs: Partial<FetchNeeds> & { tls?: Certificate } = {},
): Promise<Setting> {
  const { tls, ...rest } = needs;
  const origin = await openOrigin(tls ? { tls } : {});
  const fetcher = createFetch({ ...POLICY, ...policy }, { now: () => Date.now(), ...rest });
  open.push(origin, fetcher);
  return {
    origin,
    fetch: fetcher.fetch,
    get: (path, more = {}) => fetcher.fetch({ url: origin.url(path), kind: 'feed', ...more }),
  };
}

/** The problem code of a failure, or `ok`. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.problem.code);
/** Bytes as text; fails the test when there are none. */
export function textOf(outcome: Outcome<Fetched>): string {
  if (!outcome.ok) throw new Error(`expected an answer, got ${outcome.problem.code} ${outcome.problem.why}`);
  return new TextDecoder().decode(outcome.value.bytes);
}
