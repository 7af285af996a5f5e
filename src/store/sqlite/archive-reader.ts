import type Database from 'better-sqlite3';
import type { Change, ListInfo, ListPosition } from '../../model/archive.ts';
import type { Article, ArticleHead, Revision } from '../../model/article.ts';
import { HeadShelf } from './head-shelf.ts';
import { Statements } from './statements.ts';

interface ArticleRecord {
  rowid: number;
  data: string;
  html: Uint8Array;
  text: Uint8Array;
  labels: string;
}

/** Articles of one band that are looked at, the newest: of thousands that are nearly one text, some say what all would. */
const BAND_MOST = 64;

/** Long texts as bytes: Node turns them into strings four times as fast as the database's binding does. */
const COLUMNS = 'article.rowid, data, CAST(html AS BLOB) AS html, CAST(text AS BLOB) AS text, labels';

/** The read side; each method costs O(what it returns). */
export class ArchiveReader {
  readonly #statements: Statements;
  readonly #heads: HeadShelf;

  constructor(db: Database.Database) {
    this.#statements = new Statements(db);
    this.#heads = new HeadShelf(this.#statements);
  }

  #sql<Row>(sql: string): Database.Statement<unknown[], Row> {
    return this.#statements.get<Row>(sql);
  }

  article(id: string): Article | undefined {
    const row = this.#sql<ArticleRecord>(`SELECT ${COLUMNS} FROM article WHERE id = ?`).get(id);
    return row && readArticle(row);
  }

  articles(ids: readonly string[]): Article[] {
    return this.#sql<ArticleRecord>(
      `SELECT ${COLUMNS} FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value ORDER BY wanted.key`,
    )
      .all(JSON.stringify(ids))
      .map(readArticle);
  }

  revisions(id: string): Revision[] {
    return this.#sql<Revision>(
      'SELECT number, hash, title, html, text, seen FROM revision WHERE article_id = ? ORDER BY number',
    ).all(id);
  }

  list(key: string, from: number, to: number): (ArticleHead & { seq: number })[] {
    const members = this.#sql<{ seq: number; id: string }>(
      'SELECT seq, article_id AS id FROM list_member WHERE list = ? AND seq >= ? AND seq < ? ORDER BY seq',
    ).all(key, from, to);
    const heads = this.#heads.of(members.map(({ id }) => id));
    return members.flatMap(({ seq, id }) => {
      const head = heads.get(id);
      return head ? [{ ...head, seq }] : [];
    });
  }

  count(key: string): number {
    return this.#sql<{ count: number }>('SELECT count FROM list WHERE key = ?').get(key)?.count ?? 0;
  }

  lists(prefix: string): ListInfo[] {
    return this.#sql<ListInfo>(
      'SELECT key, title, count, latest FROM list WHERE key >= @prefix AND key < @prefix || char(1114111) ORDER BY key',
    ).all({ prefix });
  }

  positions(id: string, prefix?: string): ListPosition[] {
    if (prefix === undefined)
      return this.#sql<ListPosition>('SELECT list AS key, seq FROM list_member WHERE article_id = ? ORDER BY list').all(
        id,
      );
    return this.#sql<ListPosition>(
      'SELECT list AS key, seq FROM list_member WHERE article_id = ? AND list >= ? AND list < ? ORDER BY list',
    ).all(id, prefix, `${prefix}\u{10ffff}`);
  }

  sharingBands(bands: readonly number[], from: number, to: number, limit: number): { id: string; text: string }[] {
    const shared = new Map<string, number>();
    const inBand = this.#sql<{ id: string }>(
      'SELECT article_id AS id FROM band WHERE key = ? AND at BETWEEN ? AND ? ORDER BY at DESC LIMIT ?',
    );
    for (const band of bands)
      for (const { id } of inBand.all(band, from, to, BAND_MOST)) shared.set(id, (shared.get(id) ?? 0) + 1);
    const nearest = [...shared].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
    if (nearest.length === 0) return [];
    return this.#sql<{ id: string; text: string }>(
      'SELECT article.id, article.text FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value ORDER BY wanted.key',
    ).all(JSON.stringify(nearest.map(([id]) => id)));
  }

  batchAfter(rowid: number, limit: number): { last: number; articles: Article[] } {
    const rows = this.#sql<ArticleRecord>(`SELECT ${COLUMNS} FROM article WHERE rowid > ? ORDER BY rowid LIMIT ?`).all(
      rowid,
      limit,
    );
    return { last: rows.at(-1)?.rowid ?? rowid, articles: rows.map(readArticle) };
  }

  changes(after: number, limit: number): Change[] {
    return this.#sql<Omit<Change, 'left'> & { left: string | null }>(
      'SELECT seq, kind, article_id AS articleId, at, left_lists AS "left" FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?',
    )
      .all(after, limit)
      .map(({ left, ...change }) => (left === null ? change : { ...change, left: JSON.parse(left) as ListPosition[] }));
  }
}

const readText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

function readArticle(row: ArticleRecord): Article {
  return {
    ...(JSON.parse(row.data) as Omit<Article, 'html' | 'text' | 'labels'>),
    html: readText(row.html),
    text: readText(row.text),
    labels: JSON.parse(row.labels) as Article['labels'],
  };
}
