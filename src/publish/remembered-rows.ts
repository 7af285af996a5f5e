import type { ArticleHead } from '../model/article.ts';
import type { Raw } from './markup.ts';

/** A full run of 10,000 articles sets each in four lists and more; half a kilobyte each. */
const MOST = 12_000;

/** An article's row in dense lists, as it was set last. */
export class RememberedRows {
  readonly #rows = new Map<string, { revision: number; row: Raw }>();

  of(head: Pick<ArticleHead, 'id' | 'revision'>, set: () => Raw): Raw {
    const known = this.#rows.get(head.id);
    if (known?.revision === head.revision) return known.row;
    const row = set();
    if (this.#rows.size >= MOST) this.#rows.clear();
    this.#rows.set(head.id, { revision: head.revision, row });
    return row;
  }

  forget(articleId: string): void {
    this.#rows.delete(articleId);
  }

  clear(): void {
    this.#rows.clear();
  }
}
