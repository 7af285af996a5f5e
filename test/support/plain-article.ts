import { articleId } from '../../src/kit/id.ts';
import type { Article } from '../../src/model/article.ts';

export const PLAIN_SECTIONS = ['news', 'economy', 'science'];

/** Article i of an archive where nothing matters but numbers: one an hour from 2026, three sections, seven sources. */
export function plainArticle(i: number, more: Partial<Article> = {}): Article {
  const url = `https://outlet.example/${i}`;
  const id = articleId(url);
  const at = new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString();
  return {
    id,
    url,
    path: `/${at.slice(0, 10).replaceAll('-', '/')}/${id}/`,
    sourceId: `source-${i % 7}`,
    section: PLAIN_SECTIONS[i % PLAIN_SECTIONS.length]!,
    outlet: `媒体${i % 7}`,
    title: `第 ${i} 篇`,
    authors: [],
    published: at,
    firstSeen: at,
    categories: [],
    keywords: [],
    attachments: [],
    images: [],
    html: `<p>正文 ${i}</p>`,
    text: `正文 ${i}`,
    revision: 1,
    labels: [],
    notes: [],
    ...more,
  };
}
