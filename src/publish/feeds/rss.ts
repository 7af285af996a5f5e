import { leadText } from '../../kit/lead-text.ts';
import { xml } from '../markup.ts';
import { originalUrl } from '../original-url.ts';
import { withoutBidi } from '../plain.ts';
import type { EntryFormat, FeedDocument, FeedEntry } from './feed-document.ts';

/** RSS 2.0 with content:encoded, dc:creator and atom:link. */
export function rssFeed(feed: FeedDocument): Uint8Array[] {
  const head = xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${withoutBidi(feed.title)}</title>
<link>${feed.home}</link>
<description>${withoutBidi(feed.description)}</description>
<language>${feed.language.toLowerCase()}</language>
${feed.updated && xml`<lastBuildDate>${new Date(feed.updated).toUTCString()}</lastBuildDate>\n`}<generator>Kanyin</generator>
<atom:link rel="self" type="application/rss+xml" href="${feed.self}"/>
${feed.hub && xml`<atom:link rel="hub" href="${feed.hub}"/>\n`}`.text;
  return [Buffer.from(head), ...feed.entries.flat(), Buffer.from('</channel>\n</rss>\n')];
}

export const rssItem: EntryFormat = {
  name: 'rss',
  open: openItem,
  body: 'xml',
  close: Buffer.from('</content:encoded>\n</item>\n'),
};

function openItem({ article, url, published, section, authors }: FeedEntry): string {
  const original = originalUrl(article);
  return xml`<item>
<title>${withoutBidi(article.title)}</title>
<link>${url}</link>
<guid isPermaLink="true">${url}</guid>
${published && xml`<pubDate>${new Date(published).toUTCString()}</pubDate>\n`}${authors.map((name) => xml`<dc:creator>${name}</dc:creator>\n`)}<category>${section}</category>
${original && xml`<source url="${original}">${withoutBidi(article.outlet)}</source>\n`}<description>${withoutBidi(leadText(article).slice(0, 200).toWellFormed())}</description>
<content:encoded>`.text;
}
