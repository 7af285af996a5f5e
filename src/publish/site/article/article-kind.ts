import type { Article } from '../../../model/article.ts';
import { picturesOf } from '../../images/pictures-of.ts';
import { pageOf } from '../../list-pages.ts';
import type { PageContext } from '../../page-context.ts';
import type { ChangedArticle, PageKind } from '../../page-kind.ts';
import { LABEL_LEAST } from '../lists/list-kinds.ts';
import { sectionAddress } from '../section-address.ts';
import { articlePage } from './article-page.ts';
import { labelsWithPages } from './facts-box.ts';
import type { Neighbours } from './neighbours.ts';

const SCAN = 10;

/**
 * Keys: `yyyy/mm/dd/id`. The page says nothing that another article could change, with two exceptions: other outlets' reports of
 * the same story, whose joining is a change of its own, and the headline of the article before it in the section. Where such a
 * headline is corrected, the pages that show it are written again. A label's page is there from its second article on: the first
 * is written once more then, to lead to it. "Newer" is a place in the
 * section's numbered page, which is there from the first day, so a new article rewrites no older one.
 */
export const articleKind: PageKind = {
  name: 'article',
  rank: 0,
  showsPictures: true,
  owns: /^\d{4}\/\d\d\/\d\d\/[0-9a-z]{12}\/index\.html$/,
  async keysFor({ change, article, positions }, context) {
    const own = keyOf(article);
    const linked = await firstOfTwo(positions, context);
    if (change.kind !== 'revised') return [own, ...linked];
    const filed = positions.find((position) => position.key === `section:${article.section}`);
    const after = filed ? await context.archive.list(filed.key, filed.seq + 1, filed.seq + 2) : [];
    const besides = await context.memory.stories.showing(positions, context.archive);
    return [own, ...linked, ...[...after, ...besides].map(keyOf)];
  },
  /** In filing order, so that each article's predecessor in its section has just gone by and need not be looked up. */
  async *all(context) {
    const filed = new Map<string, { count: number; last: Article | undefined }>();
    for await (const batch of context.archive.scan(SCAN)) {
      for (const article of batch) {
        const section = filed.get(article.section) ?? { count: 0, last: undefined };
        context.waiting = { article, neighbours: neighbours(article, section.count, section.last) };
        filed.set(article.section, { count: section.count + 1, last: article });
        yield keyOf(article);
      }
    }
    context.waiting = undefined;
  },
  path: (key) => `${key}/index.html`,
  async render(key, context) {
    const id = key.slice(key.lastIndexOf('/') + 1);
    const waiting = context.waiting?.article.id === id ? context.waiting : undefined;
    const article = waiting?.article ?? (await context.article(id));
    if (!article) return undefined;
    await context.pictures.load(picturesOf(article));
    const revisions = article.revision > 1 ? await context.archive.revisions(article.id) : [];
    const around = waiting?.neighbours ?? (await neighboursOf(article, context));
    const { others } = await context.memory.stories.of(article, context.archive);
    const linked = await labelsWithPages(article, context);
    return articlePage(article, { revisions, neighbours: around, others, linked }, context);
  },
};

/** The first articles of labels that got their second one by this change. */
async function firstOfTwo(positions: ChangedArticle['positions'], context: PageContext): Promise<string[]> {
  const keys: string[] = [];
  for (const { key, seq } of positions) {
    if (seq !== LABEL_LEAST - 1 || !key.startsWith('label:')) continue;
    const [first] = await context.archive.list(key, 0, 1);
    if (first) keys.push(keyOf(first));
  }
  return keys;
}

const keyOf = (article: { path: string }): string => article.path.replace(/^\/|\/$/g, '');

async function neighboursOf(article: Article, context: PageContext): Promise<Neighbours> {
  const list = `section:${article.section}`;
  const seq = (await context.archive.positions(article.id, list)).find((position) => position.key === list)?.seq;
  if (seq === undefined) return {};
  const [previous] = seq > 0 ? await context.archive.list(list, seq - 1, seq) : [];
  return neighbours(article, seq, previous);
}

const neighbours = (article: Article, seq: number, previous: Neighbours['previous']): Neighbours => ({
  newer: `${sectionAddress(article.section)}p/${pageOf(seq)}/#a-${article.id}`,
  ...(previous ? { previous } : {}),
});
