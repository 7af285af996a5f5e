import type { Article, ArticleHead, Revision } from './article.ts';

/**
 * A list is a named, append-only sequence of articles, numbered from 0 in the order they were filed:
 * `all`, `section:<slug>`, `source:<id>`, `day:<yyyy-mm-dd>`, `month:<yyyy-mm>`, `label:<kind>:<id>`.
 * Page n of a list with pages of size k holds the sequence numbers n*k … n*k+k-1, so adding never shifts a page.
 */
export type ListKey = string;

export interface ListInfo {
  key: ListKey;
  title: string;
  count: number;
  /** ISO UTC of the newest member's filing */
  latest: string;
}

export interface ListPosition {
  key: ListKey;
  seq: number;
}

/** The read side of the store, as publishing sees it. All methods cost O(what they return). */
export interface Archive {
  article(id: string): Promise<Article | undefined>;
  articles(ids: readonly string[]): Promise<Article[]>;
  revisions(id: string): Promise<Revision[]>;
  /** members with `from <= seq < to`, ascending */
  list(key: ListKey, from: number, to: number): Promise<(ArticleHead & { seq: number })[]>;
  count(key: ListKey): Promise<number>;
  /** lists whose key begins with the prefix, by key */
  lists(prefix: string): Promise<ListInfo[]>;
  /** every list an article stands in, with its number there; with a prefix those whose key begins with it */
  positions(id: string, prefix?: string): Promise<ListPosition[]>;
  /** all articles in filing order, in batches; for cold builds */
  scan(batch: number): AsyncIterable<Article[]>;
}

/** An outbox row: something publishing has to show. `seq` ascends. */
export interface Change {
  seq: number;
  kind: 'new' | 'revised' | 'relabelled' | 'pictures';
  articleId: string;
  /** ISO UTC */
  at: string;
  /** lists the article no longer stands in because of this change, with the numbers it had there */
  left?: ListPosition[];
}
