import { BEILING } from '../articles/beiling.ts';
import { bodyHtml, escapeXml, rfc822 } from '../markup.ts';
import type { SampleArticle } from '../sample-article.ts';

/** RSS 2.0 in the manner of RSSHub: whole page bodies in CDATA, with everything a publisher leaves in them. */
export function beilingRss(origin: string, corrected: boolean): string {
  const items = BEILING.map((article) => {
    const link = `${origin}/beiling/c/2026-11/${article.slug}.shtml`;
    return `<item><title><![CDATA[${article.title}]]></title><description><![CDATA[${body(article, origin, corrected)}]]></description>
<pubDate>${rfc822(article)}</pubDate><guid isPermaLink="false">${link}</guid><link>${link}?from=rss&amp;utm_source=feed</link>${(article.authors ?? []).map((a) => `<author><![CDATA[${a}]]></author>`).join('')}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
<title>北岭新闻网－国内</title><link>${origin}/beiling/</link>
<atom:link href="${origin}/rsshub/beiling/china" rel="self" type="application/rss+xml"/>
<description>北岭新闻网－国内 - Made with love by RSSHub</description><generator>RSSHub</generator><language>zh-cn</language><ttl>5</ttl>
${items.join('\n')}
</channel></rss>
`;
}

/** The page of an item; the feed holds all of it but the frame. `undefined`: no such page. */
export function beilingPage(origin: string, path: string): string | undefined {
  const article = BEILING.find((a) => path === `/beiling/c/2026-11/${a.slug}.shtml`);
  if (!article) return undefined;
  const [day, clock] = article.time.split('T');
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeXml(article.title)}_北岭新闻网</title></head><body>
<div class="nav"><a href="/beiling/">首页</a> <a href="/beiling/china/">国内</a> <a href="/beiling/finance/">财经</a></div>
<h1 class="main-title">${escapeXml(article.title)}</h1><div class="date-source"><span class="date">${day} ${clock}</span> <span class="source">北岭新闻网</span></div>
<div class="article" id="artibody">${body(article, origin, false)}</div><div class="footer">北岭新闻网 版权所有</div></body></html>`;
}

function body(article: SampleArticle, origin: string, corrected: boolean): string {
  const paragraphs = (corrected && article.corrected) || article.paragraphs;
  const picture = (name: string, caption: string): string =>
    `<div class="img_wrapper"><img src="${origin}/img/blank.gif" data-src="${origin.replace('http:', '')}/img/${name}.jpg" alt="" /><span class="img_descr">${escapeXml(caption)}</span></div>`;
  const stock = (html: string): string =>
    html
      .replaceAll(
        '老百姓',
        '<span id="stock_sh603883"><a href="https://quotes.example/sh603883" class="keyword">老百姓</a></span><span id="quote_sh603883"></span>',
      )
      .replaceAll(
        '农产品',
        '<span id="stock_sz000061"><a href="https://quotes.example/sz000061" class="keyword">农产品</a></span>',
      );
  return [
    '<style type="text/css">.img_wrapper{text-align:center} .appendQr_wrap{border:1px solid #e6e6e6;padding:8px}</style>',
    article.originalTitle ? `<p>　　原标题：${article.originalTitle}</p>` : '',
    '<!-- 正文广告 begin --><ins class="ad" style="display:none"><a href="https://ads.example/x">广告</a></ins><!-- 正文广告 end -->',
    stock(bodyHtml(article, paragraphs, picture, 0, (text) => `<p>　　${escapeXml(text)}</p>`)),
    '<p></p>',
    `<div class="appendQr_wrap"><div class="appendQr_normal"><img src="${origin.replace('http:', '')}/img/qr.jpg" alt="" /></div><div class="appendQr_txt">海量资讯、精准解读，尽在北岭新闻APP</div></div>`,
    article.editor ? `<p class="article-editor">责任编辑：${article.editor} </p>` : '',
    '<!-- 编辑姓名及工作代码 --><!-- 文末二维码 -->',
  ].join('\n');
}
