import { DATA_POST } from '../articles/data-post.ts';
import { bodyHtml, isoTime } from '../markup.ts';

/** JSON Feed 1.1 with whole articles. */
export function dataJson(origin: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: '数字岭报',
    home_page_url: `${origin}/data/`,
    feed_url: `${origin}/data/feed.json`,
    language: 'zh-CN',
    items: DATA_POST.map((article) => ({
      id: `${origin}/data/${article.slug}`,
      url: `${origin}/data/${article.slug}`,
      title: article.title,
      date_published: isoTime(article),
      authors: (article.authors ?? []).map((name) => ({ name })),
      tags: ['数据'],
      content_html: bodyHtml(article, article.paragraphs, () => ''),
    })),
  });
}
