import type { ArticleHead } from '../../model/article.ts';
import type { Statements } from './statements.ts';

/** About 12 MB. */
const MOST = 12_000;

/**
 * Heads lately read, by article: a full publish run asks for each about seven times, once per list it stands in. Any write, of this
 * process or another, empties it.
 */
export class HeadShelf {
  readonly #statements: Statements;
  readonly #heads = new Map<string, ArticleHead>();
  #state = '';

  constructor(statements: Statements) {
    this.#statements = statements;
  }

  of(ids: readonly string[]): ReadonlyMap<string, ArticleHead> {
    this.#emptyIfWritten();
    const missing = ids.filter((id) => !this.#heads.has(id));
    if (missing.length > 0) {
      if (this.#heads.size + missing.length > MOST) this.#heads.clear();
      const wanted = this.#heads.size === 0 ? ids : missing;
      const rows = this.#statements
        .get<{ id: string; head: string }>(
          'SELECT article.id, article.head FROM json_each(?) AS wanted JOIN article ON article.id = wanted.value',
        )
        .all(JSON.stringify(wanted));
      for (const { id, head } of rows) this.#heads.set(id, JSON.parse(head) as ArticleHead);
    }
    return this.#heads;
  }

  /** data_version counts commits of others, total_changes() the rows this connection wrote. */
  #emptyIfWritten(): void {
    const [others, ours] = this.#statements
      .get<[number, number]>('SELECT data_version, total_changes() FROM pragma_data_version')
      .raw(true)
      .get() as [number, number];
    const state = `${others} ${ours}`;
    if (state === this.#state) return;
    this.#state = state;
    this.#heads.clear();
  }
}
