import { GOV } from '../articles/gov.ts';
import { bodyHtml, escapeXml } from '../markup.ts';
import type { SampleArticle } from '../sample-article.ts';

const path = (article: SampleArticle): string => `/gov/zwgk/${article.slug}.html`;

const frame = (
  title: string,
  main: string,
): string => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" /><title>${escapeXml(title)}</title></head><body>
<div id="head"><a href="/gov/">首页</a> | <a href="/gov/zwgk/">政务公开</a> | <a href="/gov/wsbs/">网上办事</a> | <a href="/gov/hdjl/">互动交流</a></div>
${main}
<div id="foot">主办：白桦县人民政府办公室　政府网站标识码：0000000000　<a href="/gov/map/">网站地图</a></div></body></html>`;

/** The list page: no feed anywhere, encoded in GB18030 by the server. */
export function govList(): string {
  const rows = GOV.map(
    (article) =>
      `<li><span class="date">${article.time.slice(0, 10)}</span><a href="${path(article)}" title="${escapeXml(article.title)}">${escapeXml(article.title.length > 26 ? `${article.title.slice(0, 26)}...` : article.title)}</a></li>`,
  );
  return frame(
    '政务公开_白桦县人民政府',
    `<div class="list"><h2>政务公开</h2><ul class="newslist">${rows.join('\n')}</ul><div class="pager">共1页 首页 上一页 下一页 尾页</div></div>`,
  );
}

export function govPage(wanted: string): string | undefined {
  const article = GOV.find((a) => path(a) === wanted);
  if (!article) return undefined;
  const [day, clock] = article.time.split('T');
  const picture = (name: string, caption: string): string =>
    `<p align="center"><img src="/img/${name}.jpg" border="0" /></p><p align="center">${escapeXml(caption)}</p>`;
  const number = article.documentNumber
    ? `<table class="wjxx"><tr><td>发文机关</td><td>${article.issuer}</td><td>文　　号</td><td>${article.documentNumber}</td></tr><tr><td>成文日期</td><td>2026年11月20日</td><td>发布日期</td><td>${day}</td></tr></table>`
    : '';
  const files = article.documentNumber ? '<p>附件：<a href="/gov/files/fujian1.doc">补贴登记表.doc</a></p>' : '';
  return frame(
    `${article.title}_白桦县人民政府`,
    `<div class="content"><h1 class="title">${escapeXml(article.title)}</h1>${number}
<div class="xinxi">发布时间：${day} ${clock}　来源：${article.origin}${article.authors ? `　作者：${article.authors.join(' ')}` : ''}　浏览次数：<span id="hits"></span></div>
<div class="TRS_Editor">${bodyHtml(article, article.paragraphs, picture, 0, (text) => `<p style="text-indent:2em"><span style="font-size:16px"><font face="宋体">　　${escapeXml(text)}</font></span></p>`)}${files}</div>
${article.editor ? `<div class="bianji">责任编辑：${article.editor}</div>` : ''}<div class="tools"><a href="javascript:window.print()">打印</a> <a href="javascript:window.close()">关闭</a></div></div>`,
  );
}
