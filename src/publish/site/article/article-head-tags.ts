import type { Article } from '../../../model/article.ts';
import { html, type Raw, raw } from '../../markup.ts';
import { mentions } from '../../mentions.ts';
import { originalUrl } from '../../original-url.ts';
import type { PageContext } from '../../page-context.ts';
import { clip, withoutBidi } from '../../plain.ts';
import { safeJson } from '../../safe-json.ts';
import { outletName } from '../head-line.ts';
import { validTag } from '../tongue.ts';

/** Open Graph and schema.org NewsArticle. */
export function articleHeadTags(
  article: Article,
  { title, summary }: { title: string; summary: string },
  context: PageContext,
): Raw {
  const { site, clock } = context;
  const plainTitle = clip(withoutBidi(title), 110);
  const kept = article.lead && context.pictureFor(article.lead.src);
  const image = kept ? (kept.src.startsWith('/') ? context.absolute(kept.src) : kept.src) : article.lead?.src;
  const published = clock.withOffset(article.published ?? article.firstSeen);
  const modified = article.updated === undefined ? undefined : clock.withOffset(article.updated);
  const mentioned = mentions(article);
  const original = originalUrl(article);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: plainTitle,
    url: context.absolute(article.path),
    mainEntityOfPage: context.absolute(article.path),
    ...(original === undefined ? {} : { isBasedOn: original }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(modified === undefined ? {} : { dateModified: modified }),
    ...(summary === '' ? {} : { description: summary }),
    ...(image === undefined ? {} : { image: [image] }),
    author:
      article.authors.length > 0
        ? article.authors.map((name) => ({ '@type': 'Person', name }))
        : [{ '@type': 'Organization', name: outletName(article) }],
    articleSection: context.sectionTitle(article.section),
    inLanguage: article.language !== undefined && validTag(article.language) ? article.language : site.language,
    sourceOrganization: { '@type': 'NewsMediaOrganization', name: article.outlet },
    publisher: { '@type': 'Organization', name: site.title, url: context.absolute('/') },
    ...(mentioned.length === 0 ? {} : { mentions: mentioned }),
    isAccessibleForFree: true,
  };
  return html`<meta property="og:type" content="article">
<meta property="og:title" content="${plainTitle}">
<meta property="og:url" content="${context.absolute(article.path)}">
<meta property="og:site_name" content="${withoutBidi(site.title)}">
${summary !== '' && html`<meta property="og:description" content="${summary}">\n`}${image !== undefined && html`<meta property="og:image" content="${image}">\n`}${
  published !== undefined && html`<meta property="article:published_time" content="${published}">\n`
}<meta property="article:section" content="${context.sectionTitle(article.section)}">
<script type="application/ld+json">${raw(jsonForScript(data))}</script>
`;
}

/** JSON that can stand inside <script>: no `<`, so neither `</script>` nor `<!--`. */
export const jsonForScript = (data: unknown): string =>
  safeJson(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
