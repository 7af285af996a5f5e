import type { Article } from '../../model/article.ts';
import { hexoMarkup } from './hexo-markup.ts';
import { rsshubPagePost } from './rsshub-page.ts';
import { yamlDate, yamlList, yamlText } from './yaml.ts';

export interface HexoOptions {
  profile: 'hexo' | 'rsshub-page';
  /** IANA */
  timeZone: string;
  /** companies, people, places, organisations and topics become tags */
  labelsAsTags: boolean;
}

export interface HexoPost {
  /** name inside _posts */
  file: string;
  text: string;
}

const TAGGED = new Set(['company', 'person', 'place', 'org', 'topic']);
const TAGS = 20;

/**
 * One article as a post for Hexo 8. Profile `hexo`: everything quoted, dates local and zone-less (Hexo shifts dates with an offset by the
 * machine's zone), the permalink given, braces escaped (one template sign stops the whole site), no blank line inside HTML (it would
 * switch Markdown back on). Profile `rsshub-page`: the predecessor's format, from the entry as the feed had it.
 */
export function hexoPost(article: Article, options: HexoOptions): HexoPost {
  if (options.profile === 'rsshub-page') return { file: `${article.id}.md`, text: predecessorPost(article) };
  const { timeZone } = options;
  const labels = options.labelsAsTags
    ? article.labels.filter((label) => label.id !== undefined && TAGGED.has(label.kind)).map((label) => label.surface)
    : [];
  const tags = [...new Set([...article.keywords, ...labels])].slice(0, TAGS);
  const categories = article.categories.length > 0 ? article.categories : [article.section];
  const lines = [
    '---',
    `title: ${yamlText(article.title)}`,
    `date: ${yamlDate(article.published ?? article.firstSeen, timeZone)}`,
    ...(article.updated ? [`updated: ${yamlDate(article.updated, timeZone)}`] : []),
    `permalink: ${yamlText(article.path.replace(/^\//, ''))}`,
    `categories: ${yamlList(categories, true)}`,
    `tags: ${yamlList(tags, false)}`,
    ...(article.authors.length > 0 ? [`author: ${yamlText(article.authors.join('、'))}`] : []),
    `outlet: ${yamlText(article.outlet)}`,
    ...(article.origin ? [`origin: ${yamlText(article.origin)}`] : []),
    ...(article.editor ? [`editor: ${yamlText(article.editor)}`] : []),
    ...(article.lead ? [`cover: ${yamlText(article.lead.src)}`] : []),
    `source_url: ${yamlText(article.url)}`,
    ...(article.published === undefined ? ['date_known: false'] : []),
    'disableNunjucks: true',
    '---',
    '',
  ];
  const link = `<p class="source"><a href="${escapeAttribute(article.url)}" rel="noopener nofollow">${escapeText(article.outlet)}</a></p>`;
  return { file: `${article.id}.md`, text: `${lines.join('\n')}${hexoMarkup(`${article.html}${link}`)}\n` };
}

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

function predecessorPost(article: Article): string {
  const [category = article.section, site = article.outlet, route] = article.categories;
  return rsshubPagePost(
    {
      title: article.raw?.title ?? article.title,
      description: article.raw?.description ?? article.html,
      pubDate: article.raw?.published ?? new Date(article.published ?? article.firstSeen).toUTCString(),
    },
    { category, site, channel: article.raw?.channel ?? route ?? article.outlet },
  );
}
