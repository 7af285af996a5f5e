import { decodeHTML } from 'entities';
import type { Picture } from '../model/picture.ts';

/** A figure of clean HTML that has no caption: its picture, perhaps linked, and nothing else; and the paragraph behind it. */
const BARE =
  /<figure>((?:<a [^>]*>)?<img [^>]*?src="([^"]*)"[^>]*>(?:<\/a>)?)<\/figure>(\s*<p>((?:[^<]|<(?!\/?p>))*)<\/p>)?/g;
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };

/**
 * Clean HTML in which pictures carry the captions that were found on the page; extraction keeps them apart from the text. A paragraph behind
 * its picture that is nothing but the caption goes into the figure.
 */
export function captionedHtml(html: string, images: readonly Picture[]): string {
  const captions = new Map(images.flatMap(({ src, caption }) => (caption ? [[escapeText(src), caption]] : [])));
  if (captions.size === 0) return html;
  return html.replace(BARE, (whole, picture: string, src: string, after: string = '', line: string = '') => {
    const caption = captions.get(src);
    if (caption === undefined) return whole;
    const rest = after !== '' && bare(decodeHTML(line.replace(/<[^>]*>/g, ''))) === bare(caption) ? '' : after;
    return `<figure>${picture}<figcaption>${escapeText(caption)}</figcaption></figure>${rest}`;
  });
}

const bare = (text: string): string => text.replace(/\s+/g, '');

const escapeText = (text: string): string => text.replace(/[&<>\u00a0]/g, (c) => ESCAPED[c]!);
