import { createFetch } from '../fetch/create-fetch.ts';
import type { Newsroom } from '../model/newsroom.ts';
import type { Store } from '../store/store.ts';
import { gateByHost } from './host-gate.ts';
import type { LineEvent, LineNeeds } from './needs.ts';

export interface Line extends LineNeeds {
  close(): Promise<void>;
}

/** Puts the stages' outside help together: one fetcher, gated by host. */
export function createLine(
  newsroom: Newsroom,
  store: Store,
  more: { signal?: AbortSignal; report?: (event: LineEvent) => void } = {},
): Line {
  const now = (): number => Date.now();
  const fetcher = createFetch(newsroom.fetch, { now });
  const fetch = gateByHost(fetcher.fetch, {
    now,
    spacingMs: () => newsroom.fetch.spacingMs,
    ...(more.signal ? { signal: more.signal } : {}),
  });
  return { newsroom, store, fetch, now, ...more, close: () => fetcher.close() };
}
