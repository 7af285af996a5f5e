import { feedLabels } from '../mentions.ts';
import { originalUrl } from '../original-url.ts';
import { withoutBidi } from '../plain.ts';
import { safeJson } from '../safe-json.ts';
import { validTag } from '../site/tongue.ts';
import type { EntryFormat, FeedDocument, FeedEntry } from './feed-document.ts';

/** JSON Feed 1.1. Entries arrive as JSON already. */
export function jsonFeed(feed: FeedDocument): Uint8Array[] {
  const head = safeJson({
    version: 'https://jsonfeed.org/version/1.1',
    title: withoutBidi(feed.title),
    description: withoutBidi(feed.description),
    home_page_url: feed.home,
    feed_url: feed.self,
    language: feed.language,
    icon: feed.icon,
    ...(feed.hub === undefined ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
  });
  const comma = Buffer.from(',\n');
  const items = feed.entries.flatMap((entry, i) => (i === 0 ? entry : [comma, ...entry]));
  return [Buffer.from(`${head.slice(0, -1)},"items":[\n`), ...items, Buffer.from('\n]}\n')];
}

export const jsonItem: EntryFormat = { name: 'json', open: openItem, body: 'json', close: Buffer.from('}') };

function openItem({ article, url, published, updated, section, authors }: FeedEntry): string {
  const labels = feedLabels(article);
  const original = originalUrl(article);
  const fields = safeJson({
    id: url,
    url,
    ...(original === undefined ? {} : { external_url: original }),
    title: withoutBidi(article.title),
    ...(article.dek === undefined ? {} : { summary: withoutBidi(article.dek) }),
    ...(article.lead === undefined ? {} : { image: article.lead.src }),
    ...(published === undefined ? {} : { date_published: published }),
    date_modified: updated,
    authors: authors.map((name) => ({ name })),
    tags: [section],
    ...(article.language === undefined || !validTag(article.language) ? {} : { language: article.language }),
    ...(labels.length === 0 ? {} : { _labels: labels }),
  });
  return `${fields.slice(0, -1)},"content_html":`;
}
