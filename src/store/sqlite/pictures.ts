import type Database from 'better-sqlite3';
import { hostOf } from '../../kit/url.ts';
import type { Note } from '../../model/note.ts';
import type { KeptPicture } from '../../model/picture.ts';
import { PROBLEMS, type ProblemCode } from '../../model/problem.ts';
import type { PictureCommit, PictureCounts, PictureRow } from '../picture-queue.ts';
import type { HostLease } from '../store.ts';
import { Statements } from './statements.ts';

const NOTE = 'picture-not-kept';

/** Pictures by host, and which article shows which; writes are called inside a transaction. */
export class Pictures {
  readonly #statements: Statements;

  constructor(db: Database.Database) {
    this.#statements = new Statements(db);
  }

  #sql<Row>(sql: string): Database.Statement<unknown[], Row> {
    return this.#statements.get<Row>(sql);
  }

  /** A host with pictures due and nothing else, of those that are free. */
  claim(owner: string, now: number, leaseMs: number): HostLease | undefined {
    const row = this.#sql<{ host: string }>(
      `UPDATE host SET owner = @owner, until = @until WHERE host =
         (SELECT host FROM host WHERE picture_at <= @now AND not_before <= @now AND until <= @now
            AND (due_at IS NULL OR due_at > @now) ORDER BY picture_at LIMIT 1)
       RETURNING host`,
    ).get({ owner, until: now + leaseMs, now });
    return row && { host: row.host, owner, until: now + leaseMs };
  }

  due(host: string, now: number, limit: number): PictureRow[] {
    return this.#sql<PictureRow>(
      'SELECT src, attempts FROM picture WHERE host = ? AND due_at <= ? ORDER BY due_at LIMIT ?',
    ).all(host, now, limit);
  }

  /** The pictures an article shows now. What is already kept needs no announcement: the article is about to be published. */
  use(articleId: string, srcs: readonly string[], at: number): void {
    this.#sql('DELETE FROM picture_use WHERE article_id = ? AND src NOT IN (SELECT value FROM json_each(?))').run(
      articleId,
      JSON.stringify(srcs),
    );
    for (const src of srcs) {
      const host = hostOf(src);
      const { changes } = this.#sql('INSERT OR IGNORE INTO picture (src, host, due_at) VALUES (?, ?, ?)').run(
        src,
        host,
        at,
      );
      this.#sql(
        `INSERT OR IGNORE INTO picture_use (src, article_id, shown)
         VALUES (@src, @articleId, (SELECT kept IS NOT NULL FROM picture WHERE src = @src))`,
      ).run({ src, articleId });
      if (changes > 0) this.#touch(host);
    }
    this.#note(articleId);
  }

  isKnown(articleId: string): boolean {
    return this.#sql('SELECT 1 FROM picture_use WHERE article_id = ? LIMIT 1').get(articleId) !== undefined;
  }

  /** Answers the articles that are to be announced. */
  settle(commit: PictureCommit): string[] {
    const { src, kept, problem, retryAt, hostNotBefore } = commit;
    this.#sql(
      'UPDATE picture SET due_at = @retryAt, attempts = attempts + 1, kept = coalesce(@kept, kept), problem = @problem WHERE src = @src',
    ).run({
      src,
      retryAt: retryAt ?? null,
      kept: kept ? JSON.stringify(kept) : null,
      problem: problem ? JSON.stringify(problem) : null,
    });
    const host = hostOf(src);
    if (hostNotBefore !== undefined)
      this.#sql('UPDATE host SET not_before = max(not_before, ?) WHERE host = ?').run(hostNotBefore, host);
    this.#touch(host);
    return this.#sql<{ article_id: string }>('SELECT article_id FROM picture_use WHERE src = ?')
      .all(src)
      .map((row) => row.article_id)
      .filter((id) => this.#isComplete(id) && this.#arrive(id));
  }

  #isComplete(articleId: string): boolean {
    return !this.#sql(
      `SELECT 1 FROM picture_use JOIN picture USING (src)
       WHERE article_id = ? AND due_at IS NOT NULL AND attempts = 0 LIMIT 1`,
    ).get(articleId);
  }

  /** true when the article has copies that its page does not show yet */
  #arrive(articleId: string): boolean {
    this.#note(articleId);
    return (
      this.#sql(
        `UPDATE picture_use SET shown = 1 WHERE article_id = ? AND shown = 0
           AND src IN (SELECT src FROM picture WHERE kept IS NOT NULL)`,
      ).run(articleId).changes > 0
    );
  }

  /** What could not be kept is said in the notes of the article. */
  #note(articleId: string): void {
    const failed = this.#sql<{ src: string; problem: string }>(
      `SELECT src, problem FROM picture_use JOIN picture USING (src)
       WHERE article_id = ? AND due_at IS NULL AND kept IS NULL AND problem IS NOT NULL ORDER BY src`,
    ).all(articleId);
    const row = this.#sql<{ data: string }>('SELECT data FROM article WHERE id = ?').get(articleId);
    if (!row) return;
    const data = JSON.parse(row.data) as { notes: Note[] };
    const others = data.notes.filter((note) => note.code !== NOTE);
    if (failed.length === 0 && others.length === data.notes.length) return;
    data.notes = [
      ...others,
      ...failed.map(({ src, problem }) => {
        const { code, why } = JSON.parse(problem) as { code: ProblemCode; why?: string };
        return {
          code: NOTE,
          says: `shown from its own address: ${PROBLEMS[code].says}${why === undefined ? '' : ` (${why})`}`,
          step: 'pictures',
          text: src.slice(0, 120),
        };
      }),
    ];
    this.#sql('UPDATE article SET data = ? WHERE id = ?').run(JSON.stringify(data), articleId);
  }

  lost(srcs: readonly string[], at: number): void {
    for (const src of srcs) {
      this.#sql('UPDATE picture SET kept = NULL, problem = NULL, attempts = 0, due_at = ? WHERE src = ?').run(at, src);
      this.#sql('UPDATE picture_use SET shown = 0 WHERE src = ?').run(src);
      this.#touch(hostOf(src));
    }
  }

  kept(srcs: readonly string[]): Map<string, KeptPicture> {
    const rows = this.#sql<{ src: string; kept: string }>(
      'SELECT src, kept FROM json_each(?) AS wanted JOIN picture ON picture.src = wanted.value WHERE kept IS NOT NULL',
    ).all(JSON.stringify(srcs));
    return new Map(rows.map((row) => [row.src, JSON.parse(row.kept) as KeptPicture]));
  }

  counts(): PictureCounts {
    return this.#sql<PictureCounts>(
      `SELECT count(*) FILTER (WHERE due_at IS NOT NULL) AS waiting, count(*) FILTER (WHERE kept IS NOT NULL) AS kept,
         count(*) FILTER (WHERE due_at IS NULL AND kept IS NULL) AS failed FROM picture`,
    ).get()!;
  }

  #touch(host: string): void {
    this.#sql(
      `INSERT INTO host (host, picture_at) VALUES (@host, (SELECT min(due_at) FROM picture WHERE host = @host AND due_at IS NOT NULL))
       ON CONFLICT (host) DO UPDATE SET picture_at = excluded.picture_at`,
    ).run({ host });
  }
}
