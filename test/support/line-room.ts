import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFetch, type Fetcher } from '../../src/fetch/create-fetch.ts';
import { hostOf } from '../../src/kit/url.ts';
import type { FetchPolicy, Newsroom, SourceConfig } from '../../src/model/newsroom.ts';
import { healthOf } from '../../src/pipeline/health.ts';
import type { LineEvent, LineNeeds } from '../../src/pipeline/needs.ts';
import type { PollState } from '../../src/pipeline/poll-state.ts';
import { runWorker } from '../../src/pipeline/worker.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type Origin, openOrigin } from './origin/origin.ts';

export type GivenSource = Partial<SourceConfig> & { id: string; url: string };

/** A newsroom in a temporary folder whose real line reads the fault-injecting origin; its clock is set by the test. */
export interface LineRoom {
  origin: Origin;
  store: Store;
  needs: LineNeeds;
  fetcher: Fetcher;
  events: LineEvent[];
  /** moves the clock; minutes */
  later(minutes: number): void;
  configure(sources: GivenSource[]): Promise<void>;
  /** polls everything that is due, or all, and reads what it queued */
  poll(which?: 'due' | 'all'): Promise<void>;
  stateOf(id: string): Promise<PollState>;
  healthOf(id: string): Promise<ReturnType<typeof healthOf>>;
  titles(): Promise<string[]>;
  close(): Promise<void>;
}

export interface LineRoomOptions {
  fetch?: Partial<FetchPolicy>;
  newsroom?: Partial<Newsroom>;
  signal?: AbortSignal;
}

export async function openLineRoom(options: LineRoomOptions = {}): Promise<LineRoom> {
  const root = mkdtempSync(join(tmpdir(), 'kanyin-line-'));
  const origin = await openOrigin();
  const opened = openSqliteStore(join(root, 'kanyin.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  let now = Date.parse('2026-09-01T04:00:00Z');
  const newsroom: Newsroom = {
    root,
    site: {
      title: 'Room',
      baseUrl: 'https://paper.example',
      language: 'en',
      timeZone: 'Asia/Shanghai',
      menu: [],
      sections: [{ slug: 'news', title: 'News' }],
      images: 'hotlink',
    },
    sources: [],
    fetch: {
      userAgent: 'Kanyin-Test/1 (+https://kanyin.example)',
      allowPrivate: ['127.0.0.0/8', '*.localhost'],
      spacingMs: 0,
      hostsAtOnce: 8,
      minMinutes: 5,
      maxMinutes: 1440,
      robots: false,
      ...options.fetch,
    },
    outputs: {},
    filters: [],
    labels: { on: false, gazetteers: [], companies: [], people: [], places: [], orgs: [], topics: [], vetoes: [] },
    rsshub: { instances: [] },
    store: join(root, 'kanyin.db'),
    ...options.newsroom,
  };
  const fetcher = createFetch(newsroom.fetch, { now: () => now });
  const events: LineEvent[] = [];
  const needs: LineNeeds = {
    newsroom,
    store,
    fetch: fetcher.fetch,
    now: () => now,
    report: (event) => events.push(event),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const stateOf = async (id: string): Promise<PollState> => (await store.source(id))!.state as PollState;
  return {
    origin,
    store,
    needs,
    fetcher,
    events,
    later: (minutes) => {
      now += minutes * 60_000;
    },
    async configure(sources) {
      const whole = sources.map(
        (source): SourceConfig => ({ kind: 'feed', section: 'news', fullText: 'never', ...source }),
      );
      newsroom.sources = whole;
      const instance = newsroom.rsshub.instances[0];
      const host = (url: string): string => hostOf(url.startsWith('rsshub://') && instance ? instance : url);
      const done = await store.syncSources(
        whole.map((source) => ({ ...source, host: host(source.url) })),
        now,
      );
      if (!done.ok) throw new Error(done.problem.code);
    },
    async poll(which = 'all') {
      if (which === 'all') await store.makeDue(now);
      await runWorker(needs, {
        owner: 'test',
        until: 'idle',
        onProblem: (problem) => {
          throw new Error(problem.code);
        },
      });
    },
    stateOf,
    healthOf: async (id) => healthOf(await stateOf(id), now),
    async titles() {
      const heads = await store.list('all', 0, 1000);
      return heads.map((head) => head.title);
    },
    async close() {
      await fetcher.close();
      await store.close();
      await origin.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A feed of entries with bodies; `title` or `[title, more elements]`. */
export const feedOf = (titles: readonly string[], channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>${channel}${titles
    .map(
      (title) =>
        `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><description>${`Words about ${title}. `.repeat(20)}</description></item>`,
    )
    .join('')}</channel></rss>`;
