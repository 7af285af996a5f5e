import type { SampleArticle } from './sample-article.ts';

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const isoTime = (article: SampleArticle): string => `${article.time}:00+08:00`;

/** RFC 822 in GMT, as RSSHub prints it. */
export function rfc822(article: SampleArticle): string {
  const date = new Date(isoTime(article));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${WEEKDAYS[date.getUTCDay()]}, ${two(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:00 GMT`;
}

/** Body paragraphs with their pictures; `picture` decides how an outlet marks one up. */
export function bodyHtml(
  article: SampleArticle,
  paragraphs: readonly string[],
  picture: (name: string, caption: string) => string,
  from = 0,
  paragraph: (text: string) => string = (text) => `<p>${escapeXml(text)}</p>`,
): string {
  if (article.html !== undefined) return article.html;
  return paragraphs
    .map((text, i) => {
      const here = (article.pictures ?? []).filter((p) => p.after === from + i);
      return paragraph(text) + here.map((p) => picture(p.name, p.caption)).join('');
    })
    .join('\n');
}
