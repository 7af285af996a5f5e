import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import type { Change, ListInfo, ListPosition } from '../../model/archive.ts';
import type { Article, ArticleHead, Revision } from '../../model/article.ts';
import type { SourceConfig } from '../../model/newsroom.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import type { PictureQueue } from '../picture-queue.ts';
import type {
  ArticleDraft,
  Committed,
  HostLease,
  PollCommit,
  ReadCommit,
  SearchHit,
  SourceRow,
  Store,
  StoreCounts,
  Work,
} from '../store.ts';
import { ArchiveReader } from './archive-reader.ts';
import { Filing } from './filing.ts';
import { Frontier } from './frontier.ts';
import { GroupCommit } from './group-commit.ts';
import { openDatabase, storeProblem } from './open-database.ts';
import { openPictureQueue } from './open-picture-queue.ts';
import { Pictures } from './pictures.ts';
import { SearchIndex } from './search-index.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Opens (and migrates) the SQLite store. Problems: STORE_NEWER, STORE_DAMAGED, STORE_BUSY, DISK_FULL. */
export function openSqliteStore(file: string): Outcome<Store> {
  const opened = openDatabase(file);
  return opened.ok ? ok(new SqliteStore(opened.value, file)) : opened;
}

class SqliteStore implements Store {
  readonly #db: Database.Database;
  readonly #file: string;
  readonly #group: GroupCommit;
  readonly #frontier: Frontier;
  readonly #filing: Filing;
  readonly #reader: ArchiveReader;
  readonly #index: SearchIndex;
  readonly pictures: PictureQueue;

  constructor(db: Database.Database, file: string) {
    this.#db = db;
    this.#file = file;
    this.#group = new GroupCommit(db, file);
    this.#frontier = new Frontier(db);
    const pictures = new Pictures(db);
    this.#filing = new Filing(db, pictures);
    this.pictures = openPictureQueue(pictures, this.#filing, this.#group);
    this.#reader = new ArchiveReader(db);
    this.#index = new SearchIndex(db);
  }

  async close(): Promise<void> {
    this.#group.flush();
    this.#db.close();
  }

  syncSources(
    sources: readonly (SourceConfig & { host: string })[],
    now: number,
  ): Promise<Outcome<{ added: number; removed: number }>> {
    return this.#group.run(() => this.#frontier.sync(sources, now));
  }
  async sources(): Promise<SourceRow[]> {
    return this.#frontier.sources();
  }
  async source(id: string): Promise<SourceRow | undefined> {
    return this.#frontier.sources(id)[0];
  }

  async claimHost(owner: string, now: number, leaseMs: number): Promise<HostLease | undefined> {
    return this.#frontier.claim(owner, now, leaseMs);
  }
  async dueWork(lease: HostLease, now: number, limit: number): Promise<Work[]> {
    return this.#frontier.dueWork(lease, now, limit);
  }
  async heldHosts(now: number): Promise<HostLease[]> {
    return this.#frontier.held(now);
  }
  async renewHost(lease: HostLease, until: number): Promise<boolean> {
    return this.#frontier.renew(lease, until);
  }
  async releaseHost(lease: HostLease): Promise<void> {
    this.#group.flush();
    this.#frontier.release(lease);
  }
  async nextDueAt(): Promise<number | undefined> {
    return this.#frontier.nextDueAt();
  }
  async makeDue(now: number, ids?: readonly string[]): Promise<void> {
    this.#frontier.makeDue(now, ids);
  }

  async sharingBands(
    bands: readonly number[],
    from: number,
    to: number,
    limit: number,
  ): Promise<{ id: string; text: string }[]> {
    return bands.length === 0 ? [] : this.#reader.sharingBands(bands, from, to, limit);
  }
  async pictureSightings(sourceId: string, srcs: readonly string[]): Promise<Map<string, number>> {
    return this.#filing.pictureSightings(sourceId, srcs);
  }
  async knownEntries(sourceId: string, keys: readonly string[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const rows = this.#db
      .prepare('SELECT key, hash FROM entry WHERE source_id = ? AND key IN (SELECT value FROM json_each(?))')
      .all(sourceId, JSON.stringify(keys)) as { key: string; hash: string }[];
    return new Map(rows.map((row) => [row.key, row.hash]));
  }

  commitPoll(commit: PollCommit): Promise<Outcome<Committed>> {
    return this.#group.run(() => {
      const counts: Committed = { added: 0, revised: 0, queued: 0 };
      const hosts = new Set<string>();
      for (const entry of commit.entries) {
        const what = this.#filing.fileEntry(commit.sourceId, entry, iso(commit.at));
        if (what !== 'same') counts[what]++;
        if (entry.read) hosts.add(entry.read.host);
      }
      this.#frontier.savePoll(commit.sourceId, commit.state, commit.dueAt);
      for (const host of hosts) this.#frontier.touchHost(host);
      if (commit.hostNotBefore !== undefined) this.#holdSourceHost(commit.sourceId, commit.hostNotBefore);
      return counts;
    });
  }

  #holdSourceHost(sourceId: string, notBefore: number): void {
    const row = this.#db.prepare('SELECT host FROM source WHERE id = ?').get(sourceId) as { host: string } | undefined;
    if (row) this.#frontier.holdHost(row.host, notBefore);
  }

  commitRead(commit: ReadCommit): Promise<Outcome<Committed>> {
    return this.#group.run(() => {
      const row = this.#db
        .prepare('SELECT host FROM entry WHERE source_id = ? AND key = ?')
        .get(commit.sourceId, commit.key) as { host: string | null } | undefined;
      const counts = this.#filing.fileRead(commit, iso(commit.at));
      if (commit.hostNotBefore !== undefined && row?.host) this.#frontier.holdHost(row.host, commit.hostNotBefore);
      return counts;
    });
  }

  commitArticles(drafts: readonly ArticleDraft[], at: number): Promise<Outcome<Committed>> {
    return this.#group.run(() => {
      const counts: Committed = { added: 0, revised: 0, queued: 0 };
      for (const draft of drafts) {
        const what = this.#filing.fileArticle(draft, iso(at));
        if (what !== 'same') counts[what]++;
      }
      return counts;
    });
  }

  commitLabels(
    id: string,
    labels: Article['labels'],
    lists: { key: string; title: string }[],
    at: number,
  ): Promise<Outcome<void>> {
    return this.#group.run(() => this.#filing.relabel(id, labels, lists, iso(at)));
  }

  async article(id: string): Promise<Article | undefined> {
    return this.#reader.article(id);
  }
  async articles(ids: readonly string[]): Promise<Article[]> {
    return this.#reader.articles(ids);
  }
  async revisions(id: string): Promise<Revision[]> {
    return this.#reader.revisions(id);
  }
  async list(key: string, from: number, to: number): Promise<(ArticleHead & { seq: number })[]> {
    return this.#reader.list(key, from, to);
  }
  async count(key: string): Promise<number> {
    return this.#reader.count(key);
  }
  async lists(prefix: string): Promise<ListInfo[]> {
    return this.#reader.lists(prefix);
  }
  async positions(id: string, prefix?: string): Promise<ListPosition[]> {
    return this.#reader.positions(id, prefix);
  }
  async *scan(batch: number): AsyncIterable<Article[]> {
    for (let after = 0; ; ) {
      const { last, articles } = this.#reader.batchAfter(after, batch);
      if (articles.length === 0) return;
      yield articles;
      after = last;
    }
  }

  async changes(after: number, limit: number): Promise<Change[]> {
    return this.#reader.changes(after, limit);
  }
  async cursor(consumer: string): Promise<number> {
    const row = this.#db.prepare('SELECT seq FROM consumer WHERE name = ?').get(consumer) as
      | { seq: number }
      | undefined;
    return row?.seq ?? 0;
  }
  setCursor(consumer: string, seq: number): Promise<Outcome<void>> {
    return this.#group.run(() => {
      this.#db
        .prepare('INSERT INTO consumer (name, seq) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq')
        .run(consumer, seq);
    });
  }

  async search(query: string, options: { limit: number; section?: string; before?: string }): Promise<SearchHit[]> {
    return this.#index.search(query, options);
  }
  async counts(): Promise<StoreCounts> {
    return this.#db
      .prepare(
        `SELECT (SELECT count(*) FROM source WHERE active = 1) AS sources, (SELECT count(*) FROM entry) AS entries,
           (SELECT count(*) FROM entry WHERE read_at IS NOT NULL) AS waiting,
           (SELECT count(*) FROM entry WHERE problem IS NOT NULL AND read_at IS NULL) AS failed,
           (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM revision) AS revisions,
           (SELECT count(*) FROM outbox) AS outbox`,
      )
      .get() as StoreCounts;
  }
  async failedEntries(limit: number): Promise<{ sourceId: string; url: string; problem: string }[]> {
    return this.#db
      .prepare(
        'SELECT source_id AS sourceId, url, problem FROM entry WHERE problem IS NOT NULL ORDER BY first_seen DESC LIMIT ?',
      )
      .all(limit) as { sourceId: string; url: string; problem: string }[];
  }
  async remember(key: string, value: string): Promise<void> {
    this.#db
      .prepare('INSERT INTO memory (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
      .run(key, value);
  }
  async recall(key: string): Promise<string | undefined> {
    return (this.#db.prepare('SELECT value FROM memory WHERE key = ?').get(key) as { value: string } | undefined)
      ?.value;
  }
  async backup(file: string): Promise<Outcome<void>> {
    if (!existsSync(dirname(resolve(file))))
      return fail(problem('FILE_UNWRITABLE', { where: file, why: 'there is no such folder' }));
    try {
      await this.#db.backup(file);
      return ok(undefined);
    } catch (error) {
      return fail(storeProblem(error, this.#file));
    }
  }
}
