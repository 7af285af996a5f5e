import type { NumberedHead } from '../../list-tails.ts';
import { xml } from '../../markup.ts';
import { type PageContext, timeOf } from '../../page-context.ts';
import { NO_KEYS, type PageKind } from '../../page-kind.ts';
import { withoutBidi } from '../../plain.ts';
import { headline } from '../head-line.ts';

/** Addresses in one file. The protocol allows 50,000; small files keep one more article cheap. */
const SITEMAP_SIZE = 500;
const NEWS_HOURS = 48;
/** The newest of those 48 hours; Google reads at most 1,000. */
const NEWS_MOST = 250;

const NEWS_STEP = 50;
const HOUR_MS = 3_600_000;

const DAY = 'day:';

/** `sitemap/2026-08-31-1.xml`: articles of a day, oldest first. Keys: `<day>-<n>`. */
export const sitemapKind: PageKind = {
  name: 'sitemap',
  rank: 2,
  owns: /^sitemap\/\d{4}-\d\d-\d\d-\d+\.xml$/,
  keysFor: ({ positions }) =>
    positions
      .filter((p) => p.key.startsWith(DAY))
      .map((p) => `${p.key.slice(4)}-${Math.floor(p.seq / SITEMAP_SIZE) + 1}`),
  async *all(context) {
    for (const list of await context.archive.lists(DAY)) {
      for (let n = 1; n <= Math.ceil(list.count / SITEMAP_SIZE); n++) yield `${list.key.slice(4)}-${n}`;
    }
  },
  path: (key) => `sitemap/${key}.xml`,
  async render(key, context) {
    const n = Number(key.slice(11));
    const heads = await context.heads(`${DAY}${key.slice(0, 10)}`, (n - 1) * SITEMAP_SIZE, n * SITEMAP_SIZE);
    return xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${heads.map(
  (head) => xml`<url><loc>${context.absolute(head.path)}</loc></url>
`,
)}</urlset>
`.text;
  },
};

/** Only names the others: it changes when a day begins, or when a day outgrows a file. */
export const sitemapIndexKind: PageKind = {
  name: 'sitemap-index',
  rank: 2,
  owns: /^sitemap\.xml$/,
  keysFor: ({ change, positions }) =>
    change.kind === 'new' && positions.some((p) => p.key.startsWith(DAY) && p.seq % SITEMAP_SIZE === 0)
      ? ['index']
      : NO_KEYS,
  all: () => ['index'],
  path: () => 'sitemap.xml',
  async render(_key, context) {
    const files: string[] = [];
    for await (const key of sitemapKind.all(context)) files.push(sitemapKind.path(key));
    return xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.map(
  (file) => xml`<sitemap><loc>${context.absolute(`/${file}`)}</loc></sitemap>
`,
)}</sitemapindex>
`.text;
  },
};

/** The last 48 hours, before the newest article or now: it empties by the hour where nothing new comes. */
export const newsSitemapKind: PageKind = {
  name: 'news-sitemap',
  rank: 2,
  owns: /^news-sitemap\.xml$/,
  keysFor: () => NO_KEYS,
  aging: ['news'],
  all: () => ['news'],
  path: () => 'news-sitemap.xml',
  async render(_key, context) {
    const recent = await lastHours(NEWS_HOURS, context);
    return xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${recent.map(
  (
    head,
  ) => xml`<url><loc>${context.absolute(head.path)}</loc><news:news><news:publication><news:name>${context.site.title}</news:name><news:language>${
    context.site.language === 'zh-CN' ? 'zh-cn' : 'en'
  }</news:language></news:publication><news:publication_date>${context.clock.withOffset(timeOf(head))}</news:publication_date><news:title>${withoutBidi(headline(head))}</news:title></news:news></url>
`,
)}</urlset>
`.text;
  },
};

/** Newest first; reads no further back than it must. */
async function lastHours(hours: number, context: PageContext): Promise<NumberedHead[]> {
  const count = await context.count('all');
  const least = Math.max(0, count - NEWS_MOST);
  let heads: NumberedHead[] = [];
  let newest = context.hour;
  for (let from = count; from > least; ) {
    from = Math.max(least, from - NEWS_STEP);
    heads = (await context.heads('all', from, count)).reverse();
    newest = heads.reduce((max, head) => Math.max(max, Date.parse(head.firstSeen) || 0), newest);
    if (Date.parse(heads.at(-1)?.firstSeen ?? '') < newest - hours * HOUR_MS) break;
  }
  return heads.filter((head) => Date.parse(timeOf(head)) > newest - hours * HOUR_MS);
}

export const robotsKind: PageKind = {
  name: 'robots',
  rank: 2,
  owns: /^robots\.txt$/,
  keysFor: () => NO_KEYS,
  all: () => ['robots'],
  path: () => 'robots.txt',
  render: (_key, context) =>
    `User-agent: *\nAllow: /\nDisallow: ${context.href('/search/')}\n\nSitemap: ${context.absolute('/sitemap.xml')}\nSitemap: ${context.absolute('/news-sitemap.xml')}\n`,
};
