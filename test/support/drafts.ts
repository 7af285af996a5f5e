import { articleId } from '../../src/kit/id.ts';
import type { SourceConfig } from '../../src/model/newsroom.ts';
import type { ArticleDraft } from '../../src/store/store.ts';

export const aSource = (id: string, more: Partial<SourceConfig> = {}): SourceConfig & { host: string } => ({
  id,
  url: `https://${id}.example/feed.xml`,
  kind: 'feed',
  section: 'news',
  fullText: 'auto',
  host: `${id}.example`,
  ...more,
});

/** An article draft with invented text; `n` makes it unique. */
export function aDraft(n: number, more: Partial<ArticleDraft> = {}): ArticleDraft {
  const url = more.url ?? `https://a.example/${n}`;
  const id = articleId(url);
  const text = more.text ?? `第${n}篇：草原上的风电项目并网发电。`;
  return {
    id,
    url,
    path: `/2026/03/05/${id}/`,
    sourceId: 'a',
    section: 'news',
    outlet: '北岭日报',
    title: `标题${n}`,
    authors: [],
    firstSeen: '2026-03-05T00:00:00.000Z',
    categories: [],
    keywords: [],
    attachments: [],
    images: [],
    html: `<p>${text}</p>`,
    text,
    labels: [],
    notes: [],
    hash: `${n}:${text}`,
    lists: [
      { key: 'all', title: '全部' },
      { key: 'section:news', title: '要闻' },
    ],
    ...more,
  };
}
