import { NO_KEYS, type PageKind } from '../page-kind.ts';
import { sourceAddress } from '../site/lists/list-kinds.ts';
import { sectionAddress } from '../site/section-address.ts';
import { atomEntry, atomFeed } from './atom.ts';
import type { EntryFormat, FeedDocument } from './feed-document.ts';
import { feedSize, gatherFeed } from './gather-feed.ts';
import { jsonFeed, jsonItem } from './json-feed.ts';
import { rssFeed, rssItem } from './rss.ts';

/** One format of the feeds of the whole, of each section and of each source. Keys are list keys. */
function feedKind(format: EntryFormat, file: string, write: (feed: FeedDocument) => Uint8Array[]): PageKind {
  return {
    name: format.name,
    rank: 2,
    feeds: true,
    owns: new RegExp(`^(?:(?:section|source)/[^/]+/)?${file.replace('.', '\\.')}$`),
    keysFor: ({ positions }) => {
      const keys = positions
        .filter(({ key, seq, count }) => isFed(key) && seq >= count - feedSize(key))
        .map(({ key }) => key);
      return keys.length > 0 ? keys : NO_KEYS;
    },
    async *all(context) {
      yield 'all';
      for (const prefix of ['section:', 'source:']) {
        for (const list of await context.archive.lists(prefix)) yield list.key;
      }
    },
    path: (list) => `${feedFolder(list).slice(1)}${file}`,
    async render(list, context) {
      return write(await gatherFeed(list, { format, folder: feedFolder(list), file }, context));
    },
  };
}

const isFed = (list: string): boolean => list === 'all' || list.startsWith('section:') || list.startsWith('source:');

function feedFolder(list: string): string {
  if (list.startsWith('section:')) return sectionAddress(list.slice('section:'.length));
  if (list.startsWith('source:')) return sourceAddress(list.slice('source:'.length));
  return '/';
}

export const atomKind = feedKind(atomEntry, 'atom.xml', atomFeed);
export const rssKind = feedKind(rssItem, 'rss.xml', rssFeed);
export const jsonFeedKind = feedKind(jsonItem, 'feed.json', jsonFeed);
