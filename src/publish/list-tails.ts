import type { Archive } from '../model/archive.ts';
import type { ArticleHead } from '../model/article.ts';

export type NumberedHead = ArticleHead & { seq: number };

interface Tail {
  /** `from <= seq < to` are here */
  from: number;
  to: number;
  heads: NumberedHead[];
}

/** thirty labels an article: lists of up to forty heads each */
const MOST_LISTS = 600;
const MOST_HEADS = 300;

/** The newest members of lists, which most pages show: a new article adds one to each instead of reading them all again. */
export class ListTails {
  readonly #tails = new Map<string, Tail>();

  /** Members `from <= seq < to`, ascending, where `to` is the end of the list. */
  async read(list: string, from: number, to: number, archive: Archive): Promise<NumberedHead[]> {
    let tail = this.#tails.get(list);
    if (!tail || tail.to > to || tail.to <= from) tail = { from: to, to, heads: [] };
    else this.#tails.delete(list);
    if (tail.to < to) tail = { ...tail, to, heads: [...tail.heads, ...(await archive.list(list, tail.to, to))] };
    if (tail.from > from)
      tail = { ...tail, from, heads: [...(await archive.list(list, from, tail.from)), ...tail.heads] };
    const first = tail.heads.findIndex((head) => head.seq >= from);
    const wanted = first < 0 ? [] : tail.heads.slice(first);
    const kept = Math.max(tail.from, to - MOST_HEADS);
    this.#tails.set(
      list,
      kept === tail.from ? tail : { from: kept, to, heads: tail.heads.filter((head) => head.seq >= kept) },
    );
    for (const oldest of this.#tails.keys()) {
      if (this.#tails.size <= MOST_LISTS) break;
      this.#tails.delete(oldest);
    }
    return wanted;
  }

  /** What the article's head says, or where it stands, has changed. */
  forget(articleId: string): void {
    for (const [list, tail] of this.#tails)
      if (tail.heads.some((head) => head.id === articleId)) this.#tails.delete(list);
  }

  clear(): void {
    this.#tails.clear();
  }
}
