import type Database from 'better-sqlite3';
import type { Article } from '../../model/article.ts';
import type { SearchHit } from '../store.ts';

/** A token no reader types: keeps a phrase from matching across punctuation. */
const BREAK = ' qzq ';
const CJK = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
const PUNCTUATION = /[\p{P}\p{S}\n]+/gu;
const BATCH = 200;
const SNIPPET_BEFORE = 40;
const SNIPPET_LENGTH = 160;

/** One token per CJK character, one per Latin word; every query term is a phrase. */
export const searchTokens = (text: string): string => text.replace(PUNCTUATION, BREAK).replace(CJK, ' $& ');

interface Row {
  rowid: number;
  title: string;
  text: string;
}

/** The full-text index follows the outbox: brought up to date before a query and after each publish, never inside a poll. */
export class SearchIndex {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  catchUp(): void {
    for (;;) {
      const more = this.#db.transaction(() => this.#step()).immediate();
      if (!more) return;
    }
  }

  #step(): boolean {
    const from =
      (this.#db.prepare("SELECT seq FROM consumer WHERE name = 'search'").get() as { seq: number } | undefined)?.seq ??
      0;
    const rows = this.#db
      .prepare(
        `SELECT max(outbox.seq) AS seq, article.rowid, json_extract(article.data, '$.title') AS title, article.text
         FROM (SELECT seq, kind, article_id FROM outbox WHERE seq > ? ORDER BY seq LIMIT ${BATCH}) AS outbox
         JOIN article ON article.id = outbox.article_id WHERE outbox.kind IN ('new', 'revised') GROUP BY article.rowid`,
      )
      .all(from) as (Row & { seq: number })[];
    const last = this.#db
      .prepare(`SELECT max(seq) AS seq FROM (SELECT seq FROM outbox WHERE seq > ? ORDER BY seq LIMIT ${BATCH})`)
      .get(from) as { seq: number | null };
    if (last.seq === null) return false;
    const put = this.#db.prepare('INSERT OR REPLACE INTO search (rowid, body) VALUES (?, ?)');
    for (const row of rows) put.run(row.rowid, searchTokens(`${row.title}\n${row.text}`));
    this.#db
      .prepare(
        "INSERT INTO consumer (name, seq) VALUES ('search', ?) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq",
      )
      .run(last.seq);
    return true;
  }

  search(query: string, options: { limit: number; section?: string; before?: string }): SearchHit[] {
    this.catchUp();
    const terms = query.split(/[\s\u3000]+/).filter((term) => term !== '');
    const phrases = terms
      .map((term) => searchTokens(term).replaceAll('"', ' ').replace(/\s+/g, ' ').trim())
      .filter((phrase) => phrase.replaceAll(BREAK.trim(), '').trim() !== '')
      .map((phrase) => `"${phrase}"`);
    if (phrases.length === 0) return [];
    const rows = this.#db
      .prepare(
        `SELECT article.data, article.text FROM search JOIN article ON article.rowid = search.rowid
         WHERE search MATCH @match AND (@section IS NULL OR article.section = @section) AND (@before IS NULL OR article.first_seen < @before)
         ORDER BY search.rowid DESC LIMIT @limit`,
      )
      .all({
        match: phrases.join(' AND '),
        section: options.section ?? null,
        before: options.before ?? null,
        limit: options.limit,
      }) as {
      data: string;
      text: string;
    }[];
    return rows.map((row) => {
      const article = JSON.parse(row.data) as Article;
      const { id, path, title, outlet, section, firstSeen, published } = article;
      const snippet = snippetOf(row.text, terms);
      return {
        id,
        path,
        title,
        outlet,
        section,
        firstSeen,
        snippet,
        ...(published === undefined ? {} : { published }),
      };
    });
  }
}

function snippetOf(text: string, terms: string[]): string {
  const lower = text.toLowerCase();
  const at = Math.max(0, ...terms.map((term) => lower.indexOf(term.toLowerCase())));
  const from = Math.max(0, at - SNIPPET_BEFORE);
  const part = text
    .slice(from, from + SNIPPET_LENGTH)
    .replaceAll('\n', ' ')
    .toWellFormed();
  return `${from > 0 ? '…' : ''}${part}${from + SNIPPET_LENGTH < text.length ? '…' : ''}`;
}
