import type { Article } from '../../../model/article.ts';
import { type Raw, raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';

export function articleBody(article: Article, _context: PageContext): { html: Raw; plain: string } {
  return { html: raw(article.html), plain: article.html };
}
