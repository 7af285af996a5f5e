import type { ArticleHead } from '../../../model/article.ts';
import { type PageContext, timeOf } from '../../page-context.ts';
import type { Others } from '../../stories.ts';

/** What stands where on the front page. */
export interface FrontLayout {
  lead?: ArticleHead;
  seconds: ArticleHead[];
  strips: { slug: string; title: string; heads: ArticleHead[] }[];
  river: ArticleHead[];
  /** by article: the reports of other outlets that stand behind it */
  others: ReadonlyMap<string, Others>;
  /** newest firstSeen of all that is shown: the edition's time */
  latest?: string;
  outlets: number;
  articles: number;
}

/** newest articles that are considered; bounds the work, whatever the archive */
const WINDOW = 120;
const SECONDS = 4;
const STRIP = 4;
const MOST_STRIPS = 10;
const RIVER = 30;
const HOUR_MS = 3_600_000;

/** From the newest articles of the archive alone: the same archive gives the same front page at any hour. */
export async function layOut(context: PageContext): Promise<FrontLayout> {
  const count = await context.count('all');
  const recent = inTime(await context.heads('all', Math.max(0, count - WINDOW), count));
  const latest = recent.reduce<string | undefined>(
    (max, h) => (max === undefined || h.firstSeen > max ? h.firstSeen : max),
    undefined,
  );
  const newest = recent.reduce((max, head) => Math.max(max, Date.parse(timeOf(head)) || 0), 0);
  const ranked = recent
    .map((head, i) => ({ head, score: weight(head, newest) - i / 1000 }))
    .sort((a, b) => b.score - a.score)
    .map(({ head }) => head);

  const others = new Map<string, Others>();
  const used = new Set<string>();
  const outletsUsed = new Map<string, number>();
  /** Shows the article; the same story in other words has no second place. */
  const show = async (head: ArticleHead): Promise<void> => {
    used.add(head.id);
    const story = await context.memory.stories.of(head, context.archive);
    if (story.others.length > 0) others.set(head.id, story.others);
    for (const member of story.members) used.add(member);
  };
  const take = async (from: readonly ArticleHead[], wanted: number, mostPerOutlet: number): Promise<ArticleHead[]> => {
    const taken: ArticleHead[] = [];
    for (const head of from) {
      if (taken.length === wanted) break;
      const there = outletsUsed.get(head.outlet) ?? 0;
      if (used.has(head.id) || there >= mostPerOutlet) continue;
      await show(head);
      outletsUsed.set(head.outlet, there + 1);
      taken.push(head);
    }
    return taken;
  };
  const [lead] = await take(ranked, 1, 1);
  const seconds = await take(ranked, SECONDS, 2);
  if (seconds.length < SECONDS)
    seconds.push(...(await take(ranked, SECONDS - seconds.length, Number.POSITIVE_INFINITY)));

  const strips: FrontLayout['strips'] = [];
  for (const { slug, title } of context.site.sections) {
    if (strips.length === MOST_STRIPS) break;
    const list = `section:${slug}`;
    const filed = await context.count(list);
    const newestOfSection = inTime(await context.heads(list, Math.max(0, filed - STRIP - SECONDS - 1), filed));
    const heads = await take(newestOfSection, STRIP, Number.POSITIVE_INFINITY);
    if (heads.length > 0) strips.push({ slug, title, heads });
  }
  const river = await take(recent, RIVER, Number.POSITIVE_INFINITY);
  const shown = [...(lead ? [lead] : []), ...seconds, ...strips.flatMap((strip) => strip.heads), ...river];
  return {
    ...(lead ? { lead } : {}),
    seconds,
    strips,
    river,
    others,
    ...(latest === undefined ? {} : { latest }),
    outlets: new Set(shown.map((head) => head.outlet)).size,
    articles: shown.length,
  };
}

/** The newest first: a first poll files months of each source one after the other. */
const inTime = (heads: readonly ArticleHead[]): ArticleHead[] =>
  heads
    .map((head, i) => ({ head, at: Date.parse(timeOf(head)) || 0, i }))
    .sort((a, b) => b.at - a.at || b.i - a.i)
    .map(({ head }) => head);

/** Newer first; a picture and a real summary weigh as much as a few hours. */
function weight(head: ArticleHead, newest: number): number {
  const age = Math.max(0, newest - (Date.parse(timeOf(head)) || 0)) / HOUR_MS;
  return (
    -Math.min(age, 240) -
    Math.min(age / 1000, 40) +
    (head.picture ? 5 : 0) +
    (head.lead.length >= 60 ? 3 : head.lead.length >= 30 ? 1 : -4)
  );
}
