import type { ArticleHead } from '../../../model/article.ts';

export interface Neighbours {
  /** the article filed before this one in its section */
  previous?: Pick<ArticleHead, 'path' | 'title' | 'url'>;
  /** place in the section's numbered page where newer articles stand */
  newer?: string;
}
