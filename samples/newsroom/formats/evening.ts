import { EVENING } from '../articles/evening.ts';
import { bodyHtml, escapeXml, isoTime } from '../markup.ts';
import type { SampleArticle } from '../sample-article.ts';

const path = (article: SampleArticle): string => `/evening/${article.slug}.html`;

export function eveningSitemap(origin: string): string {
  const rows = EVENING.map(
    (article) =>
      `<url><loc>${origin}${path(article)}</loc><lastmod>${isoTime(article)}</lastmod><news:news><news:publication><news:name>边城晚报</news:name><news:language>zh-cn</news:language></news:publication><news:publication_date>${isoTime(article)}</news:publication_date><news:title>${escapeXml(article.title)}</news:title></news:news></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${rows.join('\n')}
</urlset>
`;
}

export function eveningPage(wanted: string): string | undefined {
  const article = EVENING.find((a) => path(a) === wanted);
  if (!article) return undefined;
  const picture = (name: string, caption: string): string =>
    `<figure><noscript><img src="/img/${name}.jpg" alt=""></noscript><img class="lazyload" data-srcset="/img/${name}.jpg 1200w" alt=""><figcaption>${escapeXml(caption)}</figcaption></figure>`;
  const [day, clock] = article.time.split('T');
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>${escapeXml(article.title)} - 边城晚报</title><meta name="description" content="${escapeXml((article.paragraphs[0] ?? '').slice(0, 60))}"></head><body>
<header><a href="/evening/">边城晚报</a><nav><a href="/evening/city">城事</a><a href="/evening/life">生活</a><a href="/evening/sport">体育</a></nav></header>
<article><h1>${escapeXml(article.title)}</h1><p class="meta"><time datetime="${isoTime(article)}">${day} ${clock}</time>　${article.origin ? `来源：${article.origin}` : '边城晚报'}　记者 ${(article.authors ?? []).join(' ')}</p>
${bodyHtml(article, article.paragraphs, picture)}
<p>（责任编辑：${article.editor}）</p></article>
<aside><h3>热门文章</h3><ol>${EVENING.filter((a) => a !== article)
    .map((a) => `<li><a href="${path(a)}">${escapeXml(a.title)}</a></li>`)
    .join('')}</ol></aside>
<section class="comments"><h3>网友评论</h3><p>登录后可以发表评论</p></section><footer>边城晚报社 版权所有</footer></body></html>`;
}
