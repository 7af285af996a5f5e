import type { Article } from '../model/article.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { hexoPost } from '../publish/hexo/write-post.ts';
import type { PictureFor } from '../publish/shown-picture.ts';
import { folderSink, SinkFailure } from '../publish/sink.ts';
import { shippedLooks } from '../publish/site/shipped-looks.ts';
import { hexoPictures } from './hexo-pictures.ts';
import type { LineNeeds } from './needs.ts';
import type { PublishOptions, PublishReport } from './publish-report.ts';

const AT_ONCE = 500;
/** Tells how the posts of the folder were written, by which templates and choices; another mark, or none: every post is due. Written last. */
const MARK = '.kanyin-posts';

/** One post per article, rewritten when its text or labels change. */
export async function publishHexo(line: LineNeeds, options: PublishOptions): Promise<Outcome<PublishReport>> {
  const { store, newsroom, now } = line;
  const report: PublishReport = { considered: 0, written: 0, unchanged: 0, removed: 0 };
  const hexo = newsroom.outputs.hexo;
  if (!hexo) return ok(report);
  const out = folderSink(hexo.dir);
  const pictures = hexoPictures(line);
  const mark = `${shippedLooks().hash.slice(0, 12)} ${hexo.profile} ${newsroom.site.timeZone} ${hexo.labelsAsTags} ${JSON.stringify(newsroom.site.sections)}${pictures ? ' pictures' : ''}`;
  const titles = new Map(newsroom.site.sections.map(({ slug, title }) => [slug, title]));
  const began = now();
  const writeAll = async (articles: readonly Article[]): Promise<void> => {
    const images = await pictures?.(articles);
    for (const article of articles) write(article, images);
  };
  const write = (article: Article, images: PictureFor | undefined): void => {
    const post = hexoPost(article, {
      ...(images ? { images } : {}),
      profile: hexo.profile,
      sectionTitle: (slug) => titles.get(slug),
      timeZone: newsroom.site.timeZone,
      labelsAsTags: hexo.labelsAsTags,
    });
    report.considered++;
    report[out.write(post.file, post.text)]++;
  };
  let after = await store.cursor('hexo');
  const before = after;
  try {
    const marked = out.read(MARK);
    const full = options.everything || !marked || Buffer.from(marked).toString() !== mark;
    if (full) {
      let last = after;
      for (
        let changes = await store.changes(last, AT_ONCE);
        changes.length > 0;
        changes = await store.changes(last, AT_ONCE)
      ) {
        last = changes.at(-1)!.seq;
      }
      for await (const articles of store.scan(AT_ONCE)) await writeAll(articles);
      after = last;
    }
    for (;;) {
      const changes = await store.changes(after, AT_ONCE);
      if (changes.length === 0) break;
      await writeAll(await store.articles([...new Set(changes.map((change) => change.articleId))]));
      after = changes.at(-1)!.seq;
    }
    if (full) out.write(MARK, mark);
    out.settle();
  } catch (error) {
    if (error instanceof SinkFailure) return fail(error.problem);
    throw error;
  }
  if (after !== before) {
    const moved = await store.setCursor('hexo', after);
    if (!moved.ok) return moved;
  }
  if (report.written > 0) {
    line.report?.({
      kind: 'published',
      output: 'hexo',
      written: report.written,
      considered: report.considered,
      ms: now() - began,
    });
  }
  return ok(report);
}
