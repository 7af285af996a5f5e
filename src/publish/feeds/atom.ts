import { xml } from '../markup.ts';
import { originalUrl } from '../original-url.ts';
import { withoutBidi } from '../plain.ts';
import type { EntryFormat, FeedDocument, FeedEntry } from './feed-document.ts';

/** RFC 4287. */
export function atomFeed(feed: FeedDocument): Uint8Array[] {
  const head = xml`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${feed.home}</id>
<title>${withoutBidi(feed.title)}</title>
<subtitle>${withoutBidi(feed.description)}</subtitle>
<updated>${feed.updated ?? '1970-01-01T00:00:00Z'}</updated>
<link rel="self" type="application/atom+xml" href="${feed.self}"/>
<link rel="alternate" type="text/html" href="${feed.home}"/>
${feed.hub && xml`<link rel="hub" href="${feed.hub}"/>\n`}<icon>${feed.icon}</icon>
<author><name>${withoutBidi(feed.title)}</name></author>
<generator>Kanyin</generator>
`.text;
  return [Buffer.from(head), ...feed.entries.flat(), Buffer.from('</feed>\n')];
}

export const atomEntry: EntryFormat = {
  name: 'atom',
  open: openEntry,
  body: 'xml',
  close: Buffer.from('</content>\n</entry>\n'),
};

function openEntry({ article, url, published, updated, section, authors }: FeedEntry): string {
  const original = originalUrl(article);
  return xml`<entry>
<id>${url}</id>
<title>${withoutBidi(article.title)}</title>
<link rel="alternate" type="text/html" href="${url}"/>
${original && xml`<link rel="via" href="${original}"/>\n`}${published && xml`<published>${published}</published>\n`}<updated>${updated}</updated>
${authors.map((name) => xml`<author><name>${name}</name></author>\n`)}<category term="${section}"/>
${article.dek && xml`<summary>${withoutBidi(article.dek)}</summary>\n`}<content type="html">`.text;
}
