import { decodeHTML } from 'entities';
import type { Picture } from '../model/picture.ts';

/** A figure of clean HTML that has no caption: its picture, perhaps linked, and nothing else; and the paragraph behind it. */
const BARE =
  /<figure>((?:<a [^>]*>)?<img [^>]*?src="([^"]*)"[^>]*>(?:<\/a>)?)<\/figure>(\s*<p>((?:[^<]|<(?!\/?p>))*)<\/p>)?/g;
/** A picture and the line behind it in one paragraph. */
const IN_LINE = /<p>((?:<a [^>]*>)?<img [^>]*?src="([^"]*)"[^>]*>(?:<\/a>)?)(?:<br>)?((?:[^<]|<(?!\/?p>|img ))*)<\/p>/g;
/** Longest line that is taken for a caption there; longer ones are paragraphs with a picture at their side. */
const LINE = 120;
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };

/**
 * Clean HTML in which pictures carry the captions that were found on the page; extraction keeps them apart from the text. A line behind its
 * picture, in a paragraph of its own or the picture's, that is nothing but the caption goes into the figure.
 */
export function captionedHtml(html: string, images: readonly Picture[]): string {
  const captions = new Map(images.flatMap(({ src, caption }) => (caption ? [[escapeText(src), caption]] : [])));
  if (captions.size === 0) return html;
  const apart = html.replace(IN_LINE, (whole, picture: string, src: string, line: string) => {
    const caption = captions.get(src);
    return caption !== undefined && caption.length <= LINE && saysNoMore(bare(caption), textOf(line))
      ? `<figure>${picture}</figure><p>${line}</p>`
      : whole;
  });
  return apart.replace(BARE, (whole, picture: string, src: string, after: string = '', line: string = '') => {
    const caption = captions.get(src);
    if (caption === undefined) return whole;
    const said = textOf(line);
    const rest = said !== '' && saysNoMore(bare(caption), said) ? '' : after;
    return `<figure>${picture}<figcaption>${escapeText(caption)}</figcaption></figure>${rest}`;
  });
}

/** Characters by which a caption may be longer than the line below it: who took the picture. */
const CREDIT = 40;

const saysNoMore = (caption: string, line: string): boolean =>
  caption === line || (line.length >= 20 && caption.length <= line.length + CREDIT && caption.startsWith(line));

const textOf = (line: string): string => bare(decodeHTML(line.replace(/<[^>]*>/g, '')));

const bare = (text: string): string => text.replace(/\s+/g, '');

const escapeText = (text: string): string => text.replace(/[&<>\u00a0]/g, (c) => ESCAPED[c]!);
