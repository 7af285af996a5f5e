import type { Picture } from '../model/picture.ts';

/** A figure of clean HTML that has no caption: its picture, perhaps linked, and nothing else. */
const BARE = /<figure>((?:<a [^>]*>)?<img [^>]*?src="([^"]*)"[^>]*>(?:<\/a>)?)<\/figure>/g;
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };

/**
 * Clean HTML in which pictures carry the captions that were found on the page; extraction keeps them apart from the text. The lead's stays
 * with the lead.
 */
export function captionedHtml(html: string, images: readonly Picture[], lead: string | undefined): string {
  const captions = new Map(
    images.flatMap(({ src, caption }) => (caption && src !== lead ? [[escapeText(src), caption]] : [])),
  );
  if (captions.size === 0) return html;
  return html.replace(BARE, (whole, picture: string, src: string) => {
    const caption = captions.get(src);
    return caption === undefined ? whole : `<figure>${picture}<figcaption>${escapeText(caption)}</figcaption></figure>`;
  });
}

const escapeText = (text: string): string => text.replace(/[&<>\u00a0]/g, (c) => ESCAPED[c]!);
