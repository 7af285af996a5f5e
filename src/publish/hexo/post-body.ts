import { decodeHTMLAttribute } from 'entities';
import type { Article } from '../../model/article.ts';
import { html } from '../markup.ts';
import { originalUrl } from '../original-url.ts';
import type { PictureFor } from '../shown-picture.ts';
import { plainBody } from '../site/article/article-body.ts';
import { escapeBraces } from './escape-braces.ts';

const BLOCK_END = /<\/(?:p|h[2-4]|ul|ol|li|blockquote|pre|table|thead|tbody|tfoot|tr|figure)>|<hr>/g;

/**
 * The clean body in one `<div>`, one block a line and no line empty: Markdown sees a single HTML block and leaves it alone.
 * Line ends inside the text become references for the same reason. The link to the source stands last.
 */
export function postBody(article: Article, pictureFor?: PictureFor): string {
  const body = plainBody(article).replace(/\r\n?|\n/g, '&#10;');
  const lead = leadFigure(article, body);
  const shown = pictureFor ? localPictures(lead + body, pictureFor) : lead + body;
  const lines = `${withoutReferrer(shown).replace(BLOCK_END, '$&\n')}\n${sourceLine(article)}`
    .split('\n')
    .filter((line) => line.trim() !== '');
  return `${escapeBraces(`<div class="kanyin">\n${lines.join('\n')}\n</div>`)}\n`;
}

/** A lead picture that stands outside the body on the page. */
function leadFigure(article: Article, body: string): string {
  const { lead } = article;
  if (lead === undefined || body.includes(`src="${html`${lead.src}`.text}"`)) return '';
  const caption = oneLine(lead.caption ?? '');
  return html`<figure><img src="${lead.src}" alt="${oneLine(lead.alt ?? '')}">${
    caption !== '' && html`<figcaption>${caption}</figcaption>`
  }</figure>`.text;
}

function sourceLine(article: Article): string {
  const says = article.language?.startsWith('en') ? 'Source: ' : '来源：';
  const original = originalUrl(article);
  if (original === undefined) return html`<p class="source">${says}${oneLine(article.outlet)}</p>`.text;
  return html`<p class="source">${says}<a href="${original}" rel="noopener nofollow">${oneLine(article.outlet) || original}</a></p>`
    .text;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Outlets refuse their pictures to other sites' readers; what is shown from afar is asked for without saying where. */
const withoutReferrer = (body: string): string =>
  body.replace(/<img (?=[^>]*?\bsrc="http)/g, '<img loading="lazy" referrerpolicy="no-referrer" ');

const PICTURE = /(<img\b[^>]*? src=")([^"]*)"/g;

const localPictures = (body: string, pictureFor: PictureFor): string =>
  body.replace(PICTURE, (whole, before: string, src: string) => {
    const kept = pictureFor(decodeHTMLAttribute(src));
    return kept === undefined ? whole : `${before}${html`${kept.src}`.text}"`;
  });
