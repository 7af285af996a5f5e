import { cleanHtml } from '../clean/clean-html.ts';
import type { HexoPostRead } from '../feeds/hexo-post/read-hexo-post.ts';
import { readDate } from '../kit/dates.ts';
import { absoluteUrl } from '../kit/url.ts';
import type { Newsroom, SourceConfig } from '../model/newsroom.ts';
import type { ArticleDraft } from '../store/store.ts';
import { draftArticle } from './draft.ts';

/** The source that imported posts belong to; it is never polled. */
export const IMPORT_SOURCE = 'import';
/** A post from before is a broken clock, not a post. */
const EARLIEST = Date.UTC(1990, 0);

/** A post as an article. `name`: its file without folder and ending, its identity when it names no original. */
export function postToDraft(
  post: HexoPostRead,
  name: string,
  options: { newsroom: Newsroom; section?: string; now: Date },
): ArticleDraft {
  const { newsroom, now } = options;
  const body = cleanHtml(post.html, post.source === undefined ? {} : { url: post.source });
  const timeZone = newsroom.site.timeZone;
  const time = (written: string | undefined): string | undefined => {
    const read = written === undefined ? undefined : readDate(written, { now, timeZone });
    if (!read || Date.parse(read.iso) < EARLIEST) return undefined;
    return read.precision === 'day' ? read.iso.slice(0, 10) : read.iso;
  };
  const published = time(post.date);
  const updated = time(post.updated);
  const source: SourceConfig = {
    id: IMPORT_SOURCE,
    title: newsroom.site.language === 'en' ? 'Imported' : '旧文导入',
    kind: 'feed',
    url: newsroom.site.baseUrl,
    section: options.section ?? newsroom.site.sections[0]?.slug ?? 'news',
    fullText: 'never',
    outlet: post.author ?? post.categories[1] ?? newsroom.site.title,
    categories: post.categories,
  };
  // A head image that the body does not hold is decoration, often at random.
  const images =
    post.image === undefined
      ? body.images
      : [...body.images].sort((a, b) => Number(b.src === post.image) - Number(a.src === post.image));
  return draftArticle({
    entry: {
      url: post.source ?? absoluteUrl(`/import/${encodeURIComponent(name)}`, newsroom.site.baseUrl)!,
      title: post.title,
      authors: [],
      categories: [],
      enclosures: [],
      ...(published === undefined ? {} : { published }),
      ...(updated === undefined ? {} : { updated }),
    },
    source,
    newsroom,
    firstSeen: published !== undefined && published.length > 10 ? published : now.toISOString(),
    body: { ...body, images },
  });
}
