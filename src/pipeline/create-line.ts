import { createFetch } from '../fetch/create-fetch.ts';
import type { Newsroom } from '../model/newsroom.ts';
import type { Store } from '../store/store.ts';
import type { LineEvent, LineNeeds } from './needs.ts';

export interface Line extends LineNeeds {
  close(): Promise<void>;
}

/** Puts the stages' outside help together. */
export function createLine(
  newsroom: Newsroom,
  store: Store,
  more: { signal?: AbortSignal; report?: (event: LineEvent) => void } = {},
): Line {
  const now = (): number => Date.now();
  const fetcher = createFetch(newsroom.fetch, { now });
  return { newsroom, store, fetch: fetcher.fetch, post: fetcher.post, now, ...more, close: () => fetcher.close() };
}
