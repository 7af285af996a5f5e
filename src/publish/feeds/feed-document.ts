import type { Article } from '../../model/article.ts';

export type FeedFormat = 'atom' | 'rss' | 'json';

/** A feed before it is written: entries newest first, already in the format's markup, in UTF-8. */
export interface FeedDocument {
  title: string;
  description: string;
  /** address of the page the feed belongs to, and of the feed itself */
  home: string;
  self: string;
  language: string;
  /** ISO UTC: newest filing; undefined for an empty feed */
  updated?: string;
  hub?: string;
  icon: string;
  entries: Uint8Array[];
}

/** What an entry is written from. `html` is the full body. */
export interface FeedEntry {
  article: Article;
  url: string;
  html: string;
  /** at least one: the outlet where no author is known */
  authors: string[];
  /** with the newsroom's offset */
  published?: string;
  updated: string;
  section: string;
}
