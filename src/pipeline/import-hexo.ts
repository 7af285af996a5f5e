import { cleanHtml } from '../clean/clean-html.ts';
import type { HexoPost } from '../feeds/hexo-post/read-hexo-post.ts';
import { readDate } from '../kit/dates.ts';
import { hostOf } from '../kit/url.ts';
import { localDay } from '../kit/zone.ts';
import type { Newsroom, SourceConfig } from '../model/newsroom.ts';
import type { Note } from '../model/note.ts';
import type { ArticleDraft } from '../store/store.ts';
import { draftArticle } from './draft.ts';

/** The source that imported posts belong to; it is never polled. */
export const IMPORT_SOURCE = 'import';

/**
 * A post as an article. `name`: its path below the imported folder without ending, its identity where it names no original; so
 * importing again gives the same article. A head image counts only where it stands in the body: the ancestor took QR codes and
 * stock photos at random.
 */
export function postToDraft(
  post: HexoPost,
  name: string,
  options: { newsroom: Newsroom; section?: string; now: Date },
): ArticleDraft {
  const { newsroom, now } = options;
  const { timeZone, baseUrl } = newsroom.site;
  const { originalTitle, ...body } = cleanHtml(post.html, post.source === undefined ? {} : { url: post.source });
  const notes: Note[] = [...body.notes];
  const published = timeOf(post.date, now, timeZone, notes);
  const updated = timeOf(post.updated, now, timeZone, []);
  const title = post.ancestor ? restoreTitle(post.title, originalTitle) : post.title;
  const source: SourceConfig = {
    id: IMPORT_SOURCE,
    title: newsroom.site.language === 'en' ? 'Imported' : '旧文导入',
    kind: 'feed',
    url: baseUrl,
    section: options.section ?? newsroom.site.sections[0]?.slug ?? 'news',
    fullText: 'never',
    outlet:
      post.outlet ?? (hostOf(post.source ?? '') || (post.authors[0] ?? post.categories[1] ?? newsroom.site.title)),
    categories: post.categories,
  };
  const draft = draftArticle({
    entry: {
      url: post.source ?? `hexo:${encodeURIComponent(name)}`,
      title,
      authors: post.authors,
      categories: [],
      enclosures: [],
      ...present('published', published),
      ...present('updated', updated === published ? undefined : updated),
    },
    source,
    newsroom,
    firstSeen: published !== undefined && published.length > 10 ? published : now.toISOString(),
    body: { ...body, ...present('originalTitle', originalTitle === title ? undefined : originalTitle), notes },
  });
  const path = keptPath(post.permalink, draft.id) ?? draft.path;
  return {
    ...draft,
    path,
    // Without an original the article's own address is the only one it has.
    url: post.source === undefined ? new URL(path, baseUrl).href : draft.url,
    keywords: post.tags,
    ...present('lead', body.images.find((picture) => picture.src === post.headimg) ?? body.images[0]),
    ...present('dek', post.description),
    ...present('editor', post.editor ?? draft.editor),
    ...present('origin', post.origin ?? draft.origin),
    ...present('language', post.language ?? draft.language),
  };
}

const present = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

/** Posts that were ours keep their address. */
const keptPath = (permalink: string | undefined, id: string): string | undefined =>
  permalink !== undefined && /^\/\d{4}\/\d\d\/\d\d\//.test(permalink) && permalink.slice(12) === `${id}/`
    ? permalink
    : undefined;

/** A time before the web (1970: seconds taken for milliseconds) is a broken clock: unknown stays unknown. */
const EARLIEST = '1990';

function timeOf(printed: string | undefined, now: Date, timeZone: string, notes: Note[]): string | undefined {
  if (printed === undefined) return undefined;
  const read = readDate(printed, { now, timeZone });
  if (read === undefined || read.iso < EARLIEST) {
    notes.push({
      code: 'date-unknown',
      says: 'the date of the post cannot be true',
      step: 'import',
      text: printed.slice(0, 120),
    });
    return undefined;
  }
  return read.precision === 'day' ? localDay(read.iso, timeZone) : read.iso;
}

const LOST = /[:/\\?*“”<>|[\]]/;

/** The ancestor wrote `_` for twelve characters; a 原标题 line in the body says which, where it is the same title. */
function restoreTitle(title: string, original: string | undefined): string {
  if (original === undefined || original.length !== title.length || !title.includes('_')) return title;
  for (let i = 0; i < title.length; i++) {
    if (title[i] !== original[i] && !(title[i] === '_' && LOST.test(original[i]!))) return title;
  }
  return original;
}
