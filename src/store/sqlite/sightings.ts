import type Database from 'better-sqlite3';
import { sha256 } from '../../kit/hash.ts';

/** Hexadecimal digits of the hash that make a key: 52 bits, which a number holds exactly. */
const DIGITS = 13;

/** How often a source has shown a picture; a number per picture, for archives of hundreds of thousands. */
export class Sightings {
  readonly #add: Database.Statement;
  readonly #count: Database.Statement<unknown[], { articles: number }>;

  constructor(db: Database.Database) {
    this.#add = db.prepare(
      'INSERT INTO picture_sighting (key, articles) VALUES (?, 1) ON CONFLICT (key) DO UPDATE SET articles = articles + 1',
    );
    this.#count = db.prepare('SELECT articles FROM picture_sighting WHERE key = ?');
  }

  /** Called inside a transaction, once for an article. */
  add(sourceId: string, srcs: Iterable<string>): void {
    for (const src of srcs) this.#add.run(keyOf(sourceId, src));
  }

  count(sourceId: string, src: string): number {
    return this.#count.get(keyOf(sourceId, src))?.articles ?? 0;
  }
}

const keyOf = (sourceId: string, src: string): number =>
  Number.parseInt(sha256(`${sourceId}\n${src}`).slice(0, DIGITS), 16);
