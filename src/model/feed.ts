/**
 * What a source says exists. Dates ISO 8601 UTC, addresses absolute, titles plain text (`''`: a picture or markup without a word),
 * summary and content HTML. Absent = unknown.
 */
export interface Entry {
  /** the feed's own identifier (guid, atom:id), verbatim */
  id?: string;
  url?: string;
  title?: string;
  published?: string;
  updated?: string;
  authors: string[];
  categories: string[];
  summary?: string;
  content?: string;
  enclosures: Enclosure[];
  /** picture the feed itself names for the entry (media:content, media:thumbnail, itunes:image) */
  image?: string;
  /** outlet named by the entry (RSS source, atom:source) when it is not the feed itself */
  origin?: string;
  /** exactly as printed (after the XML layer), for a format that repeats it; RSS alone, and only when asked for */
  verbatim?: { published?: string; title?: string; description?: string };
}

export interface Enclosure {
  url: string;
  type?: string;
  /** bytes, as the feed states them */
  length?: number;
}

/** A parsed feed, list page or sitemap. */
export interface Feed {
  format: 'rss' | 'atom' | 'rdf' | 'json' | 'listing' | 'sitemap' | 'cdf';
  title?: string;
  link?: string;
  id?: string;
  description?: string;
  language?: string;
  updated?: string;
  entries: Entry[];
  /** charset the bytes were read as, lower case */
  encoding?: string;
  /** rel=next page of the feed (RFC 5005), absolute */
  next?: string;
  /** WebSub hub and self, absolute */
  hub?: string;
  self?: string;
  /** what the feed asks of its readers; hours 0–23 and days 0 (Sunday) – 6 in GMT */
  rhythm?: { ttlMinutes?: number; skipHours?: number[]; skipDays?: number[]; updatePeriodMinutes?: number };
  /** for a sitemap index: addresses of the sitemaps inside */
  sitemaps?: { url: string; lastmod?: string }[];
}
