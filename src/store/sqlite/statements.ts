import type Database from 'better-sqlite3';

/** Statements prepared once, on first use, by their text. */
export class Statements {
  readonly #db: Database.Database;
  readonly #prepared = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  get<Row>(sql: string): Database.Statement<unknown[], Row> {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#db.prepare<unknown[], unknown>(sql);
      this.#prepared.set(sql, statement);
    }
    return statement as Database.Statement<unknown[], Row>;
  }
}
