import type { Label } from './label.ts';
import type { Note } from './note.ts';
import type { Picture } from './picture.ts';

/** One state of an article's text. */
export interface Revision {
  /** 1-based */
  number: number;
  /** SHA-256 over title and html, hex */
  hash: string;
  title: string;
  html: string;
  text: string;
  /** ISO UTC, when this text was first seen */
  seen: string;
}

/** Cleaned, labelled, publishable. Permanent; the current text is the last revision. Absent = unknown. */
export interface Article {
  /** 12 characters of Crockford base32 of SHA-256 over the canonical address */
  id: string;
  /** canonical address at the outlet */
  url: string;
  /** `/yyyy/mm/dd/id/`, given out once, never changed */
  path: string;
  sourceId: string;
  /** section slug */
  section: string;
  outlet: string;
  title: string;
  originalTitle?: string;
  dek?: string;
  authors: string[];
  editor?: string;
  origin?: string;
  dateline?: string;
  /** ISO UTC instant; or `yyyy-mm-dd` where only the day is known */
  published?: string;
  updated?: string;
  /** ISO UTC */
  firstSeen: string;
  language?: string;
  categories: string[];
  keywords: string[];
  document?: { number?: string; issuer?: string; issued?: string };
  attachments: { url: string; title: string }[];
  lead?: Picture;
  images: Picture[];
  /** clean HTML */
  html: string;
  /** plain text, one line per block */
  text: string;
  /** number of the current revision, 1-based */
  revision: number;
  labels: Label[];
  notes: Note[];
  /** the entry as the feed had it, kept only where an output repeats it (`profile: rsshub-page`) */
  raw?: { title?: string; description?: string; published?: string; channel?: string };
}

/** What a list shows of an article. */
export interface ArticleHead {
  id: string;
  path: string;
  url: string;
  sourceId: string;
  section: string;
  outlet: string;
  title: string;
  /** dek, or the first characters of the text, at most 200 */
  lead: string;
  published?: string;
  firstSeen: string;
  picture?: Picture;
  /** BCP 47; articles filed before heads told it have it from their next revision on */
  language?: string;
  revision: number;
}
