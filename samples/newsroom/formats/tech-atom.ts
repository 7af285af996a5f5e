import { TECH } from '../articles/tech.ts';
import { bodyHtml, escapeXml, isoTime } from '../markup.ts';

/** Atom 1.0 with whole articles in escaped HTML and relative addresses under xml:base. */
export function techAtom(origin: string): string {
  const entries = TECH.map((article) => {
    const picture = (name: string, caption: string): string =>
      `<figure><img src="../img/${name}.jpg" width="1200" height="800" alt="${escapeXml(caption)}"><figcaption>${escapeXml(caption)}</figcaption></figure>`;
    const english = article.slug.startsWith('open-');
    return `<entry xml:lang="${english ? 'en' : 'zh-CN'}"><id>tag:review.example,2026:${article.slug}</id><title type="text">${escapeXml(article.title)}</title>
<link rel="alternate" href="p/${article.slug}"/><published>${isoTime(article)}</published><updated>${isoTime(article)}</updated>
${(article.authors ?? []).map((name) => `<author><name>${escapeXml(name)}</name></author>`).join('')}
<category term="${english ? 'data' : '技术'}"/><content type="html">${escapeXml(bodyHtml(article, article.paragraphs, picture))}</content></entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${origin}/tech/"><id>tag:review.example,2026:feed</id><title>北岭科技评论</title>
<link rel="self" href="${origin}/tech/atom.xml"/><link rel="alternate" href="${origin}/tech/"/><updated>${isoTime(TECH[0]!)}</updated>
${entries.join('\n')}
</feed>
`;
}
