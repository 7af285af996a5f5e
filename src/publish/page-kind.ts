import type { Change, ListPosition } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import type { PageContext } from './page-context.ts';
import type { Bytes } from './sink.ts';

/** A change with what page kinds need to know where it shows. `count` is the length of the list now. */
export interface ChangedArticle {
  change: Change;
  article: Article;
  positions: (ListPosition & { count: number })[];
}

/** `undefined` means that there is no such page (any more): its file is removed. */
export type PageBytes = Bytes | undefined;

/**
 * One kind of file of the newspaper. Keys are opaque strings of the kind's own; the same key is rendered once a run.
 * Adding a kind is one row in PAGE_KINDS; nothing else knows it.
 */
export interface PageKind {
  name: string;
  /** written in this order: 0 articles, 1 lists, 2 feeds, sitemaps and assets, 3 front page */
  rank: 0 | 1 | 2 | 3;
  /** the pages a change shows on; must be O(1) in the size of the archive */
  keysFor(changed: ChangedArticle, context: PageContext): readonly string[] | Promise<readonly string[]>;
  all(context: PageContext): AsyncIterable<string> | Iterable<string>;
  /** its pages show pictures, and so change when local copies arrive */
  showsPictures?: boolean;
  /** pages that grow old by themselves: considered in every run, and in one an hour where nothing is new */
  aging?: readonly string[];
  /** its files are feeds: a hub is told of those that were written */
  feeds?: boolean;
  /** file under the output folder, no leading slash */
  path(key: string): string;
  /** every file the kind may ever write: what matches and is no longer due is removed by a full run */
  owns: RegExp;
  render(key: string, context: PageContext): PageBytes | Promise<PageBytes>;
}

export const NO_KEYS: readonly string[] = [];
