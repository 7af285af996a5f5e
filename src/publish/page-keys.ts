import { atomKind, jsonFeedKind, rssKind } from './feeds/feed-kinds.ts';
import { labelFeedKind } from './feeds/label-feed.ts';
import type { PageContext } from './page-context.ts';
import type { ChangedArticle, PageKind } from './page-kind.ts';
import { SEARCH_KINDS } from './search/search-kinds.ts';
import { aboutKind } from './site/about.ts';
import { archiveKind } from './site/archive.ts';
import { articleKind } from './site/article/article-kind.ts';
import { assetKind } from './site/assets.ts';
import { frontKind } from './site/front/front-kind.ts';
import { dayKind, labelKind, latestKind, sectionKind, sourceKind } from './site/lists/list-kinds.ts';
import { newsSitemapKind, robotsKind, sitemapIndexKind, sitemapKind } from './site/machines/sitemap.ts';
import { monthKind } from './site/month.ts';
import { notFoundKind } from './site/not-found.ts';
import { ownPageKind } from './site/own-page.ts';
import { searchPageKind } from './site/search-page.ts';
import { starredPageKind } from './site/starred-page.ts';

/** Every kind of file of the newspaper. A new kind is one row here. */
export const PAGE_KINDS: readonly PageKind[] = [
  articleKind,
  sectionKind,
  latestKind,
  sourceKind,
  dayKind,
  monthKind,
  archiveKind,
  labelKind,
  ownPageKind,
  aboutKind,
  searchPageKind,
  starredPageKind,
  notFoundKind,
  atomKind,
  rssKind,
  jsonFeedKind,
  labelFeedKind,
  sitemapKind,
  sitemapIndexKind,
  newsSitemapKind,
  robotsKind,
  assetKind,
  ...SEARCH_KINDS,
  frontKind,
];

/** Page keys by kind, each once. */
export type Plan = Map<PageKind, Set<string>>;

export async function addToPlan(plan: Plan, kinds: readonly PageKind[], changed: ChangedArticle, context: PageContext) {
  for (const kind of kinds) {
    if (changed.change.kind === 'pictures' && !kind.showsPictures) continue;
    const keys = await kind.keysFor(changed, context);
    if (keys.length === 0) continue;
    const planned = plan.get(kind) ?? new Set();
    plan.set(kind, planned);
    for (const key of keys) planned.add(key);
  }
}

/** Kinds in the order their files are written. */
export const inOrder = (kinds: readonly PageKind[]): PageKind[] => kinds.toSorted((a, b) => a.rank - b.rank);
