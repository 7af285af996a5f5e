import type { Article } from '../../../model/article.ts';
import { html, type Piece, type Raw } from '../../markup.ts';
import { originalUrl } from '../../original-url.ts';
import type { PageContext } from '../../page-context.ts';
import { clip } from '../../plain.ts';
import { outletName } from '../head-line.ts';

/** outlet · 来源 · 作者 · 责编 · published (updated): what is known, in this order. */
export function metaLine(article: Article, marked: boolean, context: PageContext): Raw {
  const { words } = context;
  const original = originalUrl(article);
  const parts: Piece[] = [
    original === undefined
      ? html`<bdi>${outletName(article)}</bdi>`
      : html`<a rel="noopener external" href="${original}"><bdi>${outletName(article)}</bdi></a>`,
    article.origin !== undefined &&
      article.origin !== article.outlet &&
      named(words.origin, article.origin, words.colon),
    article.authors.length > 0 && named(words.author, article.authors.join(words.comma), words.colon),
    article.editor !== undefined && named(words.editor, article.editor, words.colon),
    times(article, context),
  ];
  return html`<p class="meta">${parts.filter((part) => part !== false).map((part) => html`<span>${part}</span> `)}<span class="acts">${
    marked && html`<label title="${words.marksHelp}"><input type="checkbox" id="marks"> ${words.marks}</label> `
  }<button type="button" class="star" aria-pressed="false" hidden>${words.star}</button></span></p>`;
}

/** A name of 10,000 characters must not bury the article. */
const FIELD_LIMIT = 120;

const named = (name: string, value: string, colon: string): Raw =>
  html`${name}${colon}<bdi>${clip(value, FIELD_LIMIT)}</bdi>`;

function times(article: Article, context: PageContext): Piece {
  const { words } = context;
  const local = (time: string | undefined) => (time === undefined ? undefined : context.clock.local(time));
  /** a day that was just named is not named again */
  const shown = (time: string | undefined, named?: string): Raw | undefined => {
    const at = local(time);
    const parts = at && [at.day === named && at.time ? undefined : at.day, at.time].filter(Boolean);
    return parts && html`<time datetime="${time}">${parts.join(' ')}</time>`;
  };
  const published = shown(article.published);
  const updated =
    article.updated === article.published ? undefined : shown(article.updated, local(article.published)?.day);
  if (!published) return html`${words.firstSeen} ${shown(article.firstSeen)}`;
  return html`${published}${updated && html` (${words.updated} ${updated})`}`;
}
