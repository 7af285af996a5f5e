import type { Article, ArticleHead } from '../../model/article.ts';
import type { PageContext } from '../page-context.ts';
import { withoutBidi } from '../plain.ts';
import { plainBody } from '../site/article/article-body.ts';
import { outletName } from '../site/head-line.ts';
import { labelListTitle, sourceTitle } from '../site/lists/list-kinds.ts';
import { atomEntry } from './atom.ts';
import type { FeedDocument, FeedEntry, FeedFormat } from './feed-document.ts';
import { jsonItem } from './json-feed.ts';
import { rssItem } from './rss.ts';

/** Entries of the feed of the whole, and of a section or a source, where fewer come between two visits of a reader. */
export const feedSize = (list: string): number => (list === 'all' ? 30 : 20);
/** of entries in one feed; at least three entries are given whatever their size */
const FEED_BYTES = 1_000_000;
const LEAST = 3;
const DAY = /^\d{4}-\d\d-\d\d$/;

const ENTRY: Record<FeedFormat, (entry: FeedEntry) => string> = { atom: atomEntry, rss: rssItem, json: jsonItem };

export async function gatherFeed(
  list: string,
  feed: { format: FeedFormat; folder: string; file: string; size?: number },
  context: PageContext,
): Promise<FeedDocument> {
  const count = await context.count(list);
  const heads = (await context.heads(list, Math.max(0, count - (feed.size ?? feedSize(list))), count)).reverse();
  const keyOf = (head: ArticleHead): string => `${feed.format} ${head.id} ${head.revision}`;
  const known = heads.map((head) => context.memory.get(keyOf(head)));
  const missing = heads.filter((_head, i) => known[i] === undefined);
  const articles = new Map((await context.archive.articles(missing.map((head) => head.id))).map((a) => [a.id, a]));

  const entries: Uint8Array[] = [];
  let size = 0;
  for (const [i, head] of heads.entries()) {
    let bytes = known[i];
    if (bytes === undefined) {
      const article = articles.get(head.id);
      if (!article) continue;
      bytes = Buffer.from(ENTRY[feed.format](entryOf(article, context)));
      context.memory.set(keyOf(head), head.id, bytes);
    }
    size += bytes.length;
    if (entries.length >= LEAST && size > FEED_BYTES) break;
    entries.push(bytes);
  }
  const { site } = context;
  const name = await titleOf(list, context);
  const updated = heads.reduce<string | undefined>(
    (max, head) => (max === undefined || head.firstSeen > max ? head.firstSeen : max),
    undefined,
  );
  return {
    title: name === undefined ? site.title : `${name} - ${site.title}`,
    description: site.description ?? site.title,
    home: context.absolute(feed.folder),
    self: context.absolute(`${feed.folder}${feed.file}`),
    language: site.language,
    icon: context.absolute('/icon-180.png'),
    entries,
    ...(updated === undefined ? {} : { updated }),
    ...(site.hub === undefined ? {} : { hub: site.hub }),
  };
}

function entryOf(article: Article, context: PageContext): FeedEntry {
  const stamp = (time: string | undefined): string | undefined =>
    time !== undefined && DAY.test(time) ? `${time}T00:00:00Z` : context.clock.withOffset(time ?? '');
  const authors = article.authors.map((name) => withoutBidi(name).trim()).filter((name) => name !== '');
  const published = stamp(article.published ?? article.firstSeen);
  return {
    article,
    url: context.absolute(article.path),
    html: plainBody(article),
    section: context.sectionTitle(article.section),
    authors: authors.length > 0 ? authors : [withoutBidi(outletName(article))],
    ...(published === undefined ? {} : { published }),
    updated: stamp(article.updated) ?? stamp(article.published) ?? stamp(article.firstSeen) ?? article.firstSeen,
  };
}

async function titleOf(list: string, context: PageContext): Promise<string | undefined> {
  if (list.startsWith('label:')) return labelListTitle(list, context);
  if (list.startsWith('section:')) return context.sectionTitle(list.slice('section:'.length));
  if (list.startsWith('source:'))
    return sourceTitle(list.slice('source:'.length), context) ?? list.slice('source:'.length);
  return undefined;
}
