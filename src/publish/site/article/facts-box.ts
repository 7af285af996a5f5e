import type { Article } from '../../../model/article.ts';
import type { Raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';

export function factsBox(_article: Article, _context: PageContext): Raw | undefined {
  return undefined;
}
