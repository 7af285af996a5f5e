import type { Post } from '../fetch/websub/ask-hub.ts';
import type { Fetch } from '../model/fetched.ts';
import type { Newsroom } from '../model/newsroom.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';

/** What the line works with: every stage gets its outside help from here. */
export interface LineNeeds {
  newsroom: Newsroom;
  store: Store;
  /** polite: gated by host, guarded, robots.txt honoured for pages */
  fetch: Fetch;
  /** one guarded POST, to tell a hub or subscribe there; without it no hub is asked anything */
  post?: Post;
  /** ms since the epoch */
  now: () => number;
  signal?: AbortSignal;
  report?: (event: LineEvent) => void;
}

/** What happened, for progress bars and logs. */
export type LineEvent =
  | {
      kind: 'polled';
      sourceId: string;
      url: string;
      added: number;
      revised: number;
      queued: number;
      unchanged: boolean;
    }
  | { kind: 'read'; sourceId: string; url: string; title: string }
  | { kind: 'failed'; sourceId: string; url: string; says: string }
  | { kind: 'published'; output: 'site' | 'hexo'; written: number; considered: number; ms: number }
  | { kind: 'hub'; feeds: number; problem?: Problem }
  | { kind: 'pictures'; kept: number; failed: number };
