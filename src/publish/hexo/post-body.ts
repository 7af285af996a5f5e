import type { Article } from '../../model/article.ts';
import { escapeBraces } from './escape-braces.ts';
import { escapeAttribute, escapeText } from './escape-html.ts';

/** Local address of a picture, where it was kept. */
export type LocalPicture = (src: string) => string | undefined;

const BLOCK_END = /<\/(?:p|h[2-4]|ul|ol|li|blockquote|pre|table|thead|tbody|tfoot|tr|figure)>|<hr>/g;

/**
 * The clean body in one `<div>`, one block a line and no line empty: Markdown sees a single HTML block and leaves it alone.
 * Line ends inside `<pre>` become references for the same reason. The link to the source stands last.
 */
export function postBody(article: Article, local?: LocalPicture): string {
  const html = linesInside(local ? withLocalPictures(article.html, local) : article.html);
  const lines = [
    '<div class="kanyin">',
    leadFigure(article, local),
    html.replace(BLOCK_END, '$&\n'),
    sourceLine(article),
    '</div>',
  ];
  const body = lines
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
  return `${escapeBraces(body)}\n`;
}

/** Only `<pre>` may hold line ends in clean HTML; they are content there and must not look like the end of a block. */
const linesInside = (html: string): string => html.replace(/\r\n?|\n/g, '&#10;');

/** A lead picture that stands outside the body on the page. */
function leadFigure(article: Article, local?: LocalPicture): string {
  const lead = article.lead;
  if (lead === undefined || article.images.some((picture) => picture.src === lead.src)) return '';
  if (article.html.includes(`src="${escapeAttribute(lead.src)}"`)) return '';
  const caption = lead.caption === undefined ? '' : `<figcaption>${oneLine(lead.caption)}</figcaption>`;
  const src = escapeAttribute(local?.(lead.src) ?? lead.src);
  return `<figure><img src="${src}" alt="${escapeAttribute(lead.alt ?? '')}" referrerpolicy="no-referrer">${caption}</figure>`;
}

const sourceLine = (article: Article): string => {
  const says = article.language?.startsWith('en') ? 'Source: ' : '来源：';
  return `<p class="source">${says}<a href="${escapeAttribute(article.url)}" rel="noopener nofollow">${oneLine(article.outlet)}</a></p>`;
};

const oneLine = (text: string): string => escapeText(text.replace(/\s+/g, ' ').trim());

const PICTURE = /(<img src=")([^"]*)(")/g;

function withLocalPictures(html: string, local: LocalPicture): string {
  return html.replace(PICTURE, (whole, before: string, src: string, after: string) => {
    const kept = local(
      src.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    );
    return kept === undefined ? whole : `${before}${escapeAttribute(kept)}${after}`;
  });
}
