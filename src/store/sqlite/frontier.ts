import type Database from 'better-sqlite3';
import type { Entry } from '../../model/feed.ts';
import type { SourceConfig } from '../../model/newsroom.ts';
import type { HostLease, SourceRow, Work } from '../store.ts';
import { Statements } from './statements.ts';

interface SourceRecord {
  id: string;
  host: string;
  config: string;
  state: string | null;
  due_at: number | null;
}

const EARLIEST = `
  SELECT min(at) FROM (
    SELECT min(due_at) AS at FROM source WHERE host = @host AND active = 1 AND due_at IS NOT NULL
    UNION ALL SELECT min(read_at) FROM entry WHERE host = @host AND read_at IS NOT NULL)`;

/** Sources, hosts and what is due on them. */
export class Frontier {
  readonly #statements: Statements;

  constructor(db: Database.Database) {
    this.#statements = new Statements(db);
  }

  #sql<Row>(sql: string): Database.Statement<unknown[], Row> {
    return this.#statements.get<Row>(sql);
  }

  sync(sources: readonly (SourceConfig & { host: string })[], now: number): { added: number; removed: number } {
    const known = new Map(
      this.#sql<SourceRecord & { active: number }>('SELECT id, host, config, state, due_at, active FROM source')
        .all()
        .map((row) => [row.id, row]),
    );
    let added = 0;
    for (const { host, ...config } of sources) {
      const row = known.get(config.id);
      known.delete(config.id);
      const json = JSON.stringify(config);
      if (!row) {
        added++;
        this.#sql('INSERT INTO source (id, host, config, due_at) VALUES (?, ?, ?, ?)').run(config.id, host, json, now);
      } else if (row.config !== json || row.host !== host || row.active === 0) {
        const moved = (JSON.parse(row.config) as SourceConfig).url !== config.url;
        this.#sql(
          `UPDATE source SET host = ?, config = ?, active = 1, state = iif(?, NULL, state),
             due_at = iif(? OR due_at IS NULL, ?, due_at) WHERE id = ?`,
        ).run(host, json, moved ? 1 : 0, moved ? 1 : 0, now, config.id);
      } else {
        continue;
      }
      this.touchHost(host);
    }
    let removed = 0;
    for (const row of known.values()) {
      if (row.active === 0) continue;
      removed++;
      this.#sql('UPDATE source SET active = 0 WHERE id = ?').run(row.id);
    }
    return { added, removed };
  }

  sources(id?: string): SourceRow[] {
    return this.#sql<SourceRecord & { entries: number; articles: number }>(
      `SELECT id, host, config, state, due_at,
         (SELECT count(*) FROM entry WHERE source_id = source.id) AS entries,
         (SELECT count FROM list WHERE key = 'source:' || source.id) AS articles
       FROM source WHERE active = 1 AND (@id IS NULL OR id = @id) ORDER BY id`,
    )
      .all({ id: id ?? null })
      .map((row) => ({ ...readSource(row), entries: row.entries, articles: row.articles ?? 0 }));
  }

  claim(owner: string, now: number, leaseMs: number): HostLease | undefined {
    const row = this.#sql<{ host: string }>(
      `UPDATE host SET owner = @owner, until = @until WHERE host =
         (SELECT host FROM host WHERE due_at <= @now AND not_before <= @now AND until <= @now ORDER BY due_at LIMIT 1)
       RETURNING host`,
    ).get({ owner, until: now + leaseMs, now });
    return row && { host: row.host, owner, until: now + leaseMs };
  }

  dueWork(lease: HostLease, now: number, limit: number): Work[] {
    const polls = this.#sql<SourceRecord>(
      `SELECT id, host, config, state, due_at FROM source
       WHERE host = ? AND active = 1 AND due_at IS NOT NULL AND due_at <= ? ORDER BY due_at LIMIT ?`,
    ).all(lease.host, now, limit);
    const work: Work[] = polls.map((row) => ({ kind: 'poll', source: readSource(row) }));
    if (work.length >= limit) return work;
    const reads = this.#sql<ReadRecord & SourceRecord>(
      `SELECT entry.source_id, entry.key, entry.url, entry.data, entry.attempts, entry.first_seen,
         source.id, source.host, source.config, source.state, source.due_at
       FROM entry JOIN source ON source.id = entry.source_id
       WHERE entry.host = ? AND entry.read_at IS NOT NULL AND entry.read_at <= ? ORDER BY entry.read_at LIMIT ?`,
    ).all(lease.host, now, limit - work.length);
    for (const row of reads) {
      work.push({
        kind: 'read',
        source: readSource(row),
        entry: {
          sourceId: row.source_id,
          key: row.key,
          url: row.url,
          entry: JSON.parse(row.data ?? '{"authors":[],"categories":[],"enclosures":[]}') as Entry,
          attempts: row.attempts,
          firstSeen: row.first_seen,
        },
      });
    }
    return work;
  }

  held(now: number): HostLease[] {
    return this.#sql<HostLease>('SELECT host, owner, until FROM host WHERE owner IS NOT NULL AND until > ?').all(now);
  }

  renew(lease: HostLease, until: number): boolean {
    return (
      this.#sql('UPDATE host SET until = ? WHERE host = ? AND owner = ?').run(until, lease.host, lease.owner).changes >
      0
    );
  }

  release(lease: HostLease): void {
    this.#sql(
      `UPDATE host SET owner = NULL, until = 0, due_at = (${EARLIEST}) WHERE host = @host AND owner = @owner`,
    ).run({
      host: lease.host,
      owner: lease.owner,
    });
  }

  /** Recomputes when a host has work; adds hosts seen for the first time. */
  touchHost(host: string): void {
    this.#sql(
      `INSERT INTO host (host, due_at) VALUES (@host, (${EARLIEST}))
       ON CONFLICT (host) DO UPDATE SET due_at = excluded.due_at`,
    ).run({ host });
  }

  holdHost(host: string, notBefore: number): void {
    this.#sql('UPDATE host SET not_before = max(not_before, ?) WHERE host = ?').run(notBefore, host);
  }

  nextDueAt(): number | undefined {
    const row = this.#sql<{ at: number | null }>(
      `SELECT min(max(min(ifnull(due_at, picture_at), ifnull(picture_at, due_at)), not_before, until)) AS at
       FROM host WHERE due_at IS NOT NULL OR picture_at IS NOT NULL`,
    ).get();
    return row?.at ?? undefined;
  }

  makeDue(now: number, ids?: readonly string[]): void {
    const only = ids ? JSON.stringify(ids) : null;
    const where = 'active = 1 AND (@only IS NULL OR id IN (SELECT value FROM json_each(@only)))';
    const hosts = this.#sql<{ host: string }>(`SELECT DISTINCT host FROM source WHERE ${where}`).all({ only });
    this.#sql(`UPDATE source SET due_at = @now WHERE ${where}`).run({ only, now });
    for (const { host } of hosts) {
      this.touchHost(host);
      this.#sql('UPDATE host SET not_before = 0 WHERE host = ?').run(host);
    }
  }

  savePoll(sourceId: string, state: unknown, dueAt: number | undefined): void {
    this.#sql('UPDATE source SET state = ?, due_at = ? WHERE id = ?').run(
      JSON.stringify(state),
      dueAt ?? null,
      sourceId,
    );
  }
}

interface ReadRecord {
  source_id: string;
  key: string;
  url: string;
  data: string | null;
  attempts: number;
  first_seen: string;
}

const readSource = (row: SourceRecord): SourceRow => ({
  id: row.id,
  host: row.host,
  config: JSON.parse(row.config) as SourceConfig,
  state: row.state === null ? undefined : (JSON.parse(row.state) as unknown),
  dueAt: row.due_at ?? undefined,
  entries: 0,
  articles: 0,
});
