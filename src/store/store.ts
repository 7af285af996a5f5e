import type { Archive, Change } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import type { Entry } from '../model/feed.ts';
import type { SourceConfig } from '../model/newsroom.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ProblemCode } from '../model/problem.ts';
import type { HostLease } from './host-lease.ts';
import type { PictureQueue } from './picture-queue.ts';

export type { HostLease } from './host-lease.ts';

export interface SourceRow {
  id: string;
  config: SourceConfig;
  /** `host[:port]` that is asked */
  host: string;
  /** what polling remembers; owned by `pipeline/schedule`, opaque here; undefined before the first poll */
  state: unknown;
  /** ms; undefined = muted */
  dueAt: number | undefined;
  entries: number;
  articles: number;
}

/** An entry whose page is to be read. */
export interface EntryRow {
  sourceId: string;
  key: string;
  url: string;
  entry: Entry;
  attempts: number;
  /** ISO UTC */
  firstSeen: string;
}

export type Work = { kind: 'poll'; source: SourceRow } | { kind: 'read'; entry: EntryRow; source: SourceRow };

/** An article before the store has numbered its revision; `lists` are those it is filed in. */
export interface ArticleDraft extends Omit<Article, 'revision'> {
  /** hash of title and text: a different one makes a revision */
  hash: string;
  lists: { key: string; title: string }[];
  /** keys under which reprints are found; absent = not compared */
  bands?: number[];
  /** articles this one reprints: together they are a story */
  alike?: string[];
  /** addresses of the pictures to keep local copies of; absent = none are kept */
  pictures?: string[];
}

export interface EntryCommit {
  /** identity inside the source: guid, else address, else title */
  key: string;
  url: string;
  /** hash of what the feed says; a different one is a change */
  hash: string;
  entry: Entry;
  /** the article, where the entry brought its own body */
  article?: ArticleDraft;
  /** the page is to be read: by which host, from when (ms) */
  read?: { host: string; dueAt: number };
  /** filter or reason for which it was left out */
  dropped?: string;
}

export interface PollCommit {
  sourceId: string;
  /** ms */
  at: number;
  state: unknown;
  /** ms; undefined mutes the source */
  dueAt: number | undefined;
  entries: EntryCommit[];
  /** the host asks for a pause until then (ms) */
  hostNotBefore?: number;
}

export interface ReadCommit {
  sourceId: string;
  key: string;
  at: number;
  article?: ArticleDraft;
  problem?: { code: ProblemCode; why?: string };
  /** ms: read again then; absent = done */
  retryAt?: number;
  hostNotBefore?: number;
}

export interface Committed {
  added: number;
  revised: number;
  queued: number;
}

export interface SearchHit {
  id: string;
  path: string;
  title: string;
  outlet: string;
  section: string;
  published?: string;
  firstSeen: string;
  /** text around the first match */
  snippet: string;
}

export interface StoreCounts {
  sources: number;
  entries: number;
  waiting: number;
  failed: number;
  articles: number;
  revisions: number;
  outbox: number;
}

/**
 * Everything Kanyin remembers, behind one asynchronous interface. Each commit is one transaction: killed anywhere, it is
 * either whole or not there. Problems: DISK_FULL, STORE_BUSY.
 */
export interface Store extends Archive {
  /** pictures of articles, to be kept when nothing else is due */
  readonly pictures: PictureQueue;
  close(): Promise<void>;

  /** Makes the stored sources those of the configuration; sources no longer named keep their articles. */
  syncSources(
    sources: readonly (SourceConfig & { host: string })[],
    now: number,
  ): Promise<Outcome<{ added: number; removed: number }>>;
  sources(): Promise<SourceRow[]>;
  source(id: string): Promise<SourceRow | undefined>;

  /** Leases the host with the longest-due work, if any is due and free. */
  claimHost(owner: string, now: number, leaseMs: number): Promise<HostLease | undefined>;
  /** Due work of a leased host: polls first. */
  dueWork(lease: HostLease, now: number, limit: number): Promise<Work[]>;
  /** All leases that have not ended. */
  heldHosts(now: number): Promise<HostLease[]>;
  renewHost(lease: HostLease, until: number): Promise<boolean>;
  releaseHost(lease: HostLease): Promise<void>;
  /** ms of the next work that will be due on a free host; undefined = none at all */
  nextDueAt(): Promise<number | undefined>;
  /** Makes sources due now; all without ids. */
  makeDue(now: number, ids?: readonly string[]): Promise<void>;

  /** articles told between `from` and `to` (ms since the epoch) that share a band with these, at most `limit`: candidates for reprints */
  sharingBands(
    bands: readonly number[],
    from: number,
    to: number,
    limit: number,
  ): Promise<{ id: string; text: string }[]>;

  /** how many articles of the source showed each of these pictures */
  pictureSightings(sourceId: string, srcs: readonly string[]): Promise<Map<string, number>>;

  /** hash by key of the entries already known */
  knownEntries(sourceId: string, keys: readonly string[]): Promise<Map<string, string>>;
  commitPoll(commit: PollCommit): Promise<Outcome<Committed>>;
  commitRead(commit: ReadCommit): Promise<Outcome<Committed>>;
  /** Files articles that come from elsewhere (import). */
  commitArticles(drafts: readonly ArticleDraft[], at: number): Promise<Outcome<Committed>>;
  /** Replaces the labels of an article and its label lists. */
  commitLabels(
    id: string,
    labels: Article['labels'],
    lists: { key: string; title: string }[],
    at: number,
  ): Promise<Outcome<void>>;

  /** outbox rows with `seq > after`, ascending */
  changes(after: number, limit: number): Promise<Change[]>;
  cursor(consumer: string): Promise<number>;
  setCursor(consumer: string, seq: number): Promise<Outcome<void>>;

  /** Newest first; every query is a phrase or several, each character a token. */
  search(query: string, options: { limit: number; section?: string; before?: string }): Promise<SearchHit[]>;
  counts(): Promise<StoreCounts>;
  /** entries whose page could not be read, newest first */
  failedEntries(limit: number): Promise<{ sourceId: string; url: string; problem: string }[]>;
  remember(key: string, value: string): Promise<void>;
  recall(key: string): Promise<string | undefined>;
  /** A consistent copy of the store in one file. */
  backup(file: string): Promise<Outcome<void>>;
}
