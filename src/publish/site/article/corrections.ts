import type { Revision } from '../../../model/article.ts';
import type { Raw } from '../../markup.ts';
import type { PageContext } from '../../page-context.ts';

export function corrections(_revisions: readonly Revision[], _context: PageContext): Raw | undefined {
  return undefined;
}
