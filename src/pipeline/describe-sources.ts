import { safeAddress } from '../kit/safe-address.ts';
import type { Store } from '../store/store.ts';
import { type Health, healthOf } from './health.ts';
import type { PollState } from './schedule.ts';

export interface SourceReport {
  id: string;
  title?: string;
  url: string;
  section: string;
  entries: number;
  articles: number;
  /** ISO UTC; absent = muted */
  nextPoll?: string;
  health: Health;
}

/** Every source with its state as a person reads it. `now` in ms. */
export async function describeSources(store: Store, now: number): Promise<SourceReport[]> {
  return (await store.sources()).map((row) => ({
    id: row.id,
    url: safeAddress(row.config.url),
    section: row.config.section,
    entries: row.entries,
    articles: row.articles,
    health: healthOf(row.state as PollState | undefined, now),
    ...(row.config.title === undefined ? {} : { title: row.config.title }),
    ...(row.dueAt === undefined ? {} : { nextPoll: new Date(row.dueAt).toISOString() }),
  }));
}
