import type { Archive } from '../model/archive.ts';
import type { Article, ArticleHead } from '../model/article.ts';
import type { Site, SourceConfig } from '../model/newsroom.ts';
import type { PictureShelf } from './images/picture-shelf.ts';
import type { NumberedHead } from './list-tails.ts';
import { createPublishMemory, type PublishMemory } from './publish-memory.ts';
import { type RunPictures, runPictures } from './run-pictures.ts';
import type { Sink } from './sink.ts';
import type { Neighbours } from './site/article/neighbours.ts';
import { type Looks, loadLooks } from './site/looks.ts';
import { type Words, wordsOf } from './site/words.ts';
import type { ZoneClock } from './zone-clock.ts';

/** What every page kind renders with. One per run. */
export interface PageContext {
  archive: Archive;
  site: Site;
  sources: readonly SourceConfig[];
  words: Words;
  looks: Looks;
  clock: ZoneClock;
  /** ms since the epoch at which the hour of this run began */
  hour: number;
  memory: PublishMemory;
  pictures: RunPictures;
  pictureFor: RunPictures['pictureFor'];
  /** `/section/china/` -> the same below the path of the base address */
  href(path: string): string;
  /** with the base address */
  absolute(path: string): string;
  article(id: string): Promise<Article | undefined>;
  /** counts are read once a run */
  count(list: string): Promise<number>;
  sectionTitle(slug: string): string;
  /** members `from <= seq < to` of a list, ascending; the newest of a list are read once */
  heads(list: string, from: number, to: number): Promise<NumberedHead[]>;
  /** what stands at a path of the output, as an earlier run left it */
  published(path: string): Uint8Array | undefined;
  /** the article a full run is about to render, with what the run knows of its neighbours */
  waiting: { article: Article; neighbours: Neighbours } | undefined;
}

export interface ContextNeeds {
  archive: Archive;
  site: Site;
  sources: readonly SourceConfig[];
  pictures?: PictureShelf;
  memory?: PublishMemory;
  out: Pick<Sink, 'read'>;
  now: () => Date;
}

const HOUR_MS = 3_600_000;

export async function createPageContext(needs: ContextNeeds): Promise<PageContext> {
  const { archive, site } = needs;
  const base = site.baseUrl.replace(/\/+$/, '');
  const prefix = pathOf(base);
  const counts = new Map<string, number>();
  const memory = needs.memory ?? createPublishMemory();
  const pictures = runPictures(needs.pictures);
  const titles = new Map<string, string>();
  // what most pages count is counted before the first is written: articles filed meanwhile are shown by the run that writes their pages
  counts.set('all', await archive.count('all'));
  for (const list of await archive.lists('section:')) {
    titles.set(list.key.slice('section:'.length), list.title);
    counts.set(list.key, list.count);
  }
  for (const section of site.sections) titles.set(section.slug, section.title);
  const count = async (list: string): Promise<number> => {
    const known = counts.get(list) ?? (await archive.count(list));
    counts.set(list, known);
    return known;
  };
  return {
    archive,
    site,
    sources: needs.sources,
    words: wordsOf(site.language),
    looks: loadLooks(site, needs.sources),
    clock: memory.clock(site.timeZone),
    hour: Math.floor(needs.now().getTime() / HOUR_MS) * HOUR_MS,
    memory,
    pictures,
    pictureFor: pictures.pictureFor,
    href: (path) => prefix + path,
    absolute: (path) => base + path,
    published: (path) => needs.out.read(path),
    waiting: undefined,
    article: (id) => archive.article(id),
    async heads(list, from, to) {
      const end = await count(list);
      if (from >= end) return [];
      return to < end ? archive.list(list, from, to) : memory.tails.read(list, from, end, archive);
    },
    count,
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
