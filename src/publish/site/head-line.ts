import { hostOf } from '../../kit/url.ts';
import type { ArticleHead } from '../../model/article.ts';
import { html, type Raw } from '../markup.ts';
import { type PageContext, timeOf } from '../page-context.ts';
import { clip } from '../plain.ts';
import { clauses } from './clauses.ts';
import { tongue } from './tongue.ts';

/** In lists a headline of 10,000 characters must not bury its neighbours. */
export const HEADLINE_LIMIT = 160;

export const headline = (head: Pick<ArticleHead, 'title' | 'url'>): string =>
  clip(head.title.trim() === '' ? head.url : head.title.trim(), HEADLINE_LIMIT);

/** What a list says of itself to search engines: its first headlines. */
export const headlines = (heads: readonly Pick<ArticleHead, 'title' | 'url'>[]): string =>
  heads.slice(0, 5).map(headline).join(' · ');

/** The outlet's name, or its host where it has none. */
export const outletName = (head: Pick<ArticleHead, 'outlet' | 'url'>): string =>
  clip(head.outlet.trim() === '' ? hostOf(head.url) : head.outlet.trim(), 40);

/** A link to the article; direction of hostile or mixed titles stays inside. */
export const headLink = (head: Pick<ArticleHead, 'path' | 'title' | 'url' | 'language'>, context: PageContext): Raw =>
  html`<a href="${context.href(head.path)}"><bdi${tongue(head.title, head.language, context)}>${clauses(headline(head))}</bdi></a>`;

/** `<time>` with hh:mm on the given day, else month and day (and year where it differs). */
export function headTime(head: ArticleHead, context: PageContext, today?: string): Raw | undefined {
  const stamp = timeOf(head);
  const local = context.clock.local(stamp);
  if (!local) return undefined;
  const date = new Date(`${local.day}T00:00:00Z`);
  const shown =
    local.day === today && local.time !== undefined
      ? local.time
      : local.day.slice(0, 4) === today?.slice(0, 4)
        ? context.words.shortDay(date)
        : local.day;
  return html`<time datetime="${stamp}">${shown}</time>`;
}
