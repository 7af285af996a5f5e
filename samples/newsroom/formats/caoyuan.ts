import { CAOYUAN } from '../articles/caoyuan.ts';
import { bodyHtml, escapeXml, rfc822 } from '../markup.ts';
import type { SampleArticle } from '../sample-article.ts';

const pagePath = (slug: string, page: number): string => `/caoyuan/2026/11/${slug}${page > 1 ? `_${page}` : ''}.html`;

/** RSS 2.0 with leads only; every text has to be read on its page. */
export function caoyuanRss(origin: string): string {
  const items = CAOYUAN.map(
    (article) => `<item><title>${escapeXml(article.title)}</title><link>${origin}${pagePath(article.slug, 1)}</link>
<description>${escapeXml(`${(article.paragraphs[0] ?? '').slice(0, 42)}……`)}</description><pubDate>${rfc822(article)}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>草原日报</title><link>${origin}/caoyuan/</link><description>草原日报要闻</description>
${items.join('\n')}
</channel></rss>
`;
}

/** The page of an article, with the furniture a newspaper's site has around it. `undefined`: no such page. */
export function caoyuanPage(origin: string, path: string): string | undefined {
  for (const article of CAOYUAN) {
    const perPage = article.perPage ?? article.paragraphs.length;
    const pages = Math.ceil(article.paragraphs.length / perPage);
    for (let page = 1; page <= pages; page++)
      if (path === pagePath(article.slug, page)) return render(origin, article, page, pages, perPage);
  }
  return undefined;
}

function render(origin: string, article: SampleArticle, page: number, pages: number, perPage: number): string {
  const from = (page - 1) * perPage;
  const picture = (name: string, caption: string): string =>
    `<p style="text-align:center"><img class="lazy" src="/img/blank.gif" data-original="/img/${name}.jpg" width="600" height="400"></p><p style="text-align:center"><font size="2">${escapeXml(caption)}</font></p>`;
  const links = Array.from({ length: pages }, (_, i) =>
    i + 1 === page
      ? `<span class="current">${i + 1}</span>`
      : `<a href="${pagePath(article.slug, i + 1)}">${i + 1}</a>`,
  ).join(' ');
  const others = CAOYUAN.filter((a) => a !== article)
    .map(
      (a) => `<li><a href="${pagePath(a.slug, 1)}">${escapeXml(a.title)}</a><span>${a.time.slice(0, 10)}</span></li>`,
    )
    .join('');
  const [day, clock] = article.time.split('T');
  const schema = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: `${article.time}:00+08:00`,
    author: (article.authors ?? []).map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: '草原日报' },
  };
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeXml(article.title)}_草原日报</title>
<meta name="keywords" content="草原,北岭"><meta property="og:title" content="${escapeXml(article.title)}">${article.pictures ? `<meta property="og:image" content="${origin}/img/${article.pictures[0]!.name}.jpg">` : ''}
<link rel="canonical" href="${origin}${pagePath(article.slug, 1)}"><script type="application/ld+json">${JSON.stringify(schema)}</script>
<script>window.tracker=window.tracker||[];</script></head><body>
<div class="top-nav"><a href="/caoyuan/">首页</a> <a href="/caoyuan/news/">要闻</a> <a href="/caoyuan/local/">盟市</a> <a href="/caoyuan/video/">视频</a> <a href="/caoyuan/app/">客户端下载</a></div>
<div class="crumbs">当前位置：<a href="/caoyuan/">首页</a> &gt; <a href="/caoyuan/news/">要闻</a> &gt; 正文</div>
<div class="main"><h1>${escapeXml(article.title)}</h1>${article.dek ? `<h2 class="sub">${escapeXml(article.dek)}</h2>` : ''}
<div class="info"><span class="time">${day} ${clock}</span> <span class="source">来源：${article.origin ?? '草原日报'}</span> <span class="author">记者：${(article.authors ?? []).join('、')}</span> <span>字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a></span></div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="article-content" id="content">
${bodyHtml(article, article.paragraphs.slice(from, from + perPage), picture, from)}
</div>
${pages > 1 ? `<div class="pages">${links} ${page < pages ? `<a href="${pagePath(article.slug, page + 1)}">下一页</a>` : ''}</div>` : ''}
<p class="editor">责任编辑：${article.editor ?? ''}</p>
<div class="scan"><img src="/img/qr.jpg" alt="二维码"><p>扫一扫，在手机上阅读本文</p></div>
<div class="related"><h3>相关阅读</h3><ul>${others}</ul></div></div>
<div class="footer">版权所有 草原日报社　未经授权不得转载　<a href="/caoyuan/about/">关于我们</a></div></body></html>`;
}
