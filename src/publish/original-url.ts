import type { ArticleHead } from '../model/article.ts';

/** Where the outlet has the article. Undefined for one that was imported without its source: its address is our own then. */
export const originalUrl = ({ url, path }: Pick<ArticleHead, 'url' | 'path'>): string | undefined =>
  url.endsWith(path) ? undefined : url;
