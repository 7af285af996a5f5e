import type { Article, ArticleHead } from '../../model/article.ts';
import { escapeText } from '../markup.ts';
import type { PageContext } from '../page-context.ts';
import { withoutBidi } from '../plain.ts';
import { safeJson } from '../safe-json.ts';
import { plainBody } from '../site/article/article-body.ts';
import { outletName } from '../site/head-line.ts';
import { labelListTitle, sourceTitle } from '../site/lists/list-kinds.ts';
import type { EntryFormat, FeedDocument, FeedEntry } from './feed-document.ts';

/** Entries of the feed of the whole, and of a section or a source, where fewer come between two visits of a reader. */
export const feedSize = (list: string): number => (list === 'all' ? 30 : 20);
/** of entries in one feed; at least three entries are given whatever their size */
const FEED_BYTES = 1_000_000;
const LEAST = 3;
const DAY = /^\d{4}-\d\d-\d\d$/;

const WRITE: Record<EntryFormat['body'], (html: string) => string> = { xml: escapeText, json: safeJson };

export async function gatherFeed(
  list: string,
  feed: { format: EntryFormat; folder: string; file: string; size?: number },
  context: PageContext,
): Promise<FeedDocument> {
  const count = await context.count(list);
  const heads = (await context.heads(list, Math.max(0, count - (feed.size ?? feedSize(list))), count)).reverse();
  const { format } = feed;
  const remembered = (what: string, head: ArticleHead): Uint8Array | undefined =>
    context.memory.get(`${what} ${head.id} ${head.revision}`);
  const known = heads.map((head) => [remembered(format.name, head), remembered(`${format.body} body`, head)] as const);
  const missing = heads.filter((_head, i) => known[i]?.includes(undefined));
  const articles = new Map((await context.archive.articles(missing.map((head) => head.id))).map((a) => [a.id, a]));

  const entries: Uint8Array[][] = [];
  let size = 0;
  for (const [i, head] of heads.entries()) {
    let [open, body] = known[i]!;
    if (!open || !body) {
      const article = articles.get(head.id);
      if (!article) continue;
      const remember = (what: string, text: string): Uint8Array => {
        const bytes = Buffer.from(text);
        context.memory.set(`${what} ${head.id} ${head.revision}`, head.id, bytes);
        return bytes;
      };
      open ??= remember(format.name, format.open(entryOf(article, context)));
      body ??= remember(`${format.body} body`, WRITE[format.body](plainBody(article)));
    }
    size += open.length + body.length;
    if (entries.length >= LEAST && size > FEED_BYTES) break;
    entries.push([open, body, format.close]);
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
