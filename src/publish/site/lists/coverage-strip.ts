import type { ArticleHead } from '../../../model/article.ts';
import { html, type Raw } from '../../markup.ts';
import { type PageContext, timeOf } from '../../page-context.ts';

const LEAST_BARS = 30;
const MOST_BARS = 90;
const DAY_MS = 86_400_000;

/** How many of these articles fell on each day: bars from the oldest to the newest day. Fewer than two days say nothing. */
export function coverageStrip(heads: readonly ArticleHead[], context: PageContext): Raw | undefined {
  const counts = new Map<string, number>();
  for (const head of heads) {
    const day = context.clock.local(timeOf(head))?.day;
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = [...counts.keys()].sort();
  const first = Date.parse(days[0] ?? '');
  const last = Date.parse(days.at(-1) ?? '');
  if (days.length < 2) return undefined;
  const from = Math.max(Math.min(first, last - (LEAST_BARS - 1) * DAY_MS), last - (MOST_BARS - 1) * DAY_MS);
  const bars: [string, number][] = [];
  for (let at = from; at <= last; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    bars.push([day, counts.get(day) ?? 0]);
  }
  return barStrip(bars, context);
}

/** Bars of 6 units beside one another, at most 32 high. */
export function barStrip(bars: readonly (readonly [string, number])[], context: PageContext): Raw | undefined {
  const most = Math.max(...bars.map(([, n]) => n));
  if (bars.length < 2 || most <= 0) return undefined;
  const { words } = context;
  return html`<svg class="strip" viewBox="0 0 ${bars.length * 8} 32" width="${bars.length * 8}" height="32" role="img" aria-label="${words.coverage}">${bars.map(
    ([day, n], i) => {
      const height = n === 0 ? 1 : Math.max(2, Math.round((30 * n) / most));
      return html`<rect x="${i * 8}" y="${32 - height}" width="6" height="${height}"><title>${words.coverageOf(day, n)}</title></rect>`;
    },
  )}</svg>`;
}
