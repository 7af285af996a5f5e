import type { Article } from '../../model/article.ts';

/** An entry is `open`, then the body, then `close`. Bodies are the greater part: Atom and RSS share theirs. */
export interface EntryFormat {
  name: 'atom' | 'rss' | 'json';
  open(entry: FeedEntry): string;
  body: 'xml' | 'json';
  close: Uint8Array;
}

/** A feed before it is written: entries newest first, already in the format's markup, in UTF-8, each in parts. */
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
  entries: Uint8Array[][];
}

/** What an entry is written from; its body, the full text, is written apart. */
export interface FeedEntry {
  article: Article;
  url: string;
  /** at least one: the outlet where no author is known */
  authors: string[];
  /** with the newsroom's offset */
  published?: string;
  updated: string;
  section: string;
}
