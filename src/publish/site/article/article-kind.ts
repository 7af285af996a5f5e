import type { Article } from '../../../model/article.ts';
import { pageOf } from '../../list-pages.ts';
import type { PageContext } from '../../page-context.ts';
import type { PageKind } from '../../page-kind.ts';
import { sectionAddress } from '../lists/list-kinds.ts';
import { articlePage, type Neighbours } from './article-page.ts';

const SCAN = 50;

/**
 * Keys: `yyyy/mm/dd/id`. The page says nothing that another article could change, with one exception: the headline of the
 * article before it in the section, which is published again when that headline is corrected. "Newer" is a place in the
 * section's numbered page, which is there from the first day, so a new article rewrites no older one.
 */
export const articleKind: PageKind = {
  name: 'article',
  rank: 0,
  owns: /^\d{4}\/\d\d\/\d\d\/[0-9a-z]{12}\/index\.html$/,
  async keysFor({ change, article, positions }, context) {
    const own = keyOf(article);
    if (change.kind !== 'revised') return [own];
    const filed = positions.find((position) => position.key === `section:${article.section}`);
    const after = filed && (await context.archive.list(filed.key, filed.seq + 1, filed.seq + 2))[0];
    return after ? [own, keyOf(after)] : [own];
  },
  async *all(context) {
    for await (const batch of context.archive.scan(SCAN)) {
      context.waiting.clear();
      for (const article of batch) context.waiting.set(article.id, article);
      for (const article of batch) yield keyOf(article);
    }
    context.waiting.clear();
  },
  path: (key) => `${key}/index.html`,
  async render(key, context) {
    const article = await context.article(key.slice(key.lastIndexOf('/') + 1));
    if (!article) return undefined;
    const revisions = article.revision > 1 ? await context.archive.revisions(article.id) : [];
    return articlePage(article, revisions, await neighboursOf(article, context), context);
  },
};

const keyOf = (article: { path: string }): string => article.path.replace(/^\/|\/$/g, '');

async function neighboursOf(article: Article, context: PageContext): Promise<Neighbours> {
  const list = `section:${article.section}`;
  const filed = (await context.archive.positions(article.id)).find((position) => position.key === list);
  if (!filed) return {};
  const previous = filed.seq > 0 ? (await context.archive.list(list, filed.seq - 1, filed.seq))[0] : undefined;
  return {
    newer: `${sectionAddress(article.section)}p/${pageOf(filed.seq)}/#a-${article.id}`,
    ...(previous ? { previous } : {}),
  };
}
