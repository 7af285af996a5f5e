import type { Archive } from '../model/archive.ts';
import type { Article, ArticleHead } from '../model/article.ts';
import type { Site, SourceConfig } from '../model/newsroom.ts';
import { createPublishMemory, type PublishMemory } from './publish-memory.ts';
import type { PictureFor } from './shown-picture.ts';
import { type Looks, loadLooks } from './site/looks.ts';
import { type Words, wordsOf } from './site/words.ts';
import { ZoneClock } from './zone-clock.ts';

/** What every page kind renders with. One per run. */
export interface PageContext {
  archive: Archive;
  site: Site;
  sources: readonly SourceConfig[];
  words: Words;
  looks: Looks;
  clock: ZoneClock;
  memory: PublishMemory;
  pictureFor: PictureFor;
  /** `/section/china/` -> the same below the path of the base address */
  href(path: string): string;
  /** with the base address */
  absolute(path: string): string;
  article(id: string): Promise<Article | undefined>;
  /** counts are read once a run */
  count(list: string): Promise<number>;
  sectionTitle(slug: string): string;
  /** articles read in bulk, waiting to be rendered */
  waiting: Map<string, Article>;
}

export interface ContextNeeds {
  archive: Archive;
  site: Site;
  sources: readonly SourceConfig[];
  pictureFor?: PictureFor;
  memory?: PublishMemory;
}

export async function createPageContext(needs: ContextNeeds): Promise<PageContext> {
  const { archive, site } = needs;
  const base = site.baseUrl.replace(/\/+$/, '');
  const prefix = pathOf(base);
  const counts = new Map<string, number>();
  const waiting = new Map<string, Article>();
  const titles = new Map<string, string>();
  for (const list of await archive.lists('section:')) titles.set(list.key.slice('section:'.length), list.title);
  for (const section of site.sections) titles.set(section.slug, section.title);
  return {
    archive,
    site,
    sources: needs.sources,
    words: wordsOf(site.language),
    looks: loadLooks(site),
    clock: new ZoneClock(site.timeZone),
    memory: needs.memory ?? createPublishMemory(),
    pictureFor: needs.pictureFor ?? (() => undefined),
    href: (path) => prefix + path,
    absolute: (path) => base + path,
    waiting,
    async article(id) {
      const known = waiting.get(id);
      if (known) {
        waiting.delete(id);
        return known;
      }
      return archive.article(id);
    },
    async count(list) {
      let count = counts.get(list);
      if (count === undefined) {
        count = await archive.count(list);
        counts.set(list, count);
      }
      return count;
    },
    sectionTitle: (slug) => titles.get(slug) ?? slug,
  };
}

function pathOf(base: string): string {
  try {
    return new URL(base).pathname.replace(/\/+$/, '');
  } catch {
    return '';
  }
}

/** The time a reader thinks of: published, else first seen. */
export const timeOf = (head: Pick<ArticleHead, 'published' | 'firstSeen'>): string => head.published ?? head.firstSeen;
