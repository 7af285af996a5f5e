import { decodeHTMLAttribute } from 'entities';
import type { Article } from '../../model/article.ts';
import { htmlTokens } from '../site/article/html-tokens.ts';

/** More are shown from their own address. */
const MOST = 60;
const LONGEST = 2000;
const ADDRESS = /^https?:\/\//i;

/** The pictures an article's page shows, each once, the lead first; addresses as the page has them. */
export function picturesOf(article: Pick<Article, 'lead' | 'html'>): string[] {
  const srcs = new Set<string>();
  const add = (src: string): void => {
    if (srcs.size < MOST && src.length <= LONGEST && ADDRESS.test(src) && URL.canParse(src)) srcs.add(src);
  };
  if (article.lead) add(article.lead.src);
  if (!article.html.includes('<img')) return [...srcs];
  for (const token of htmlTokens(article.html)) {
    if (token.kind !== 'open' || token.name !== 'img') continue;
    const src = token.attributes.find(([name]) => name === 'src')?.[1];
    if (src !== undefined) add(src.includes('&') ? decodeHTMLAttribute(src) : src);
  }
  return [...srcs];
}
