import { pictureSize, pictureSource } from '../kit/html/picture-source.ts';
import { attr, type Element } from '../kit/html/tree.ts';

/** CSS pixels: up to this no picture but a spacer; up to that a face or an icon in the text */
const SPACER = 3;
const ICON = 40;

export type PictureFound = { attributes: [string, string][] } | { words: string };

/** The real picture behind lazy loading, or the words of a small one (a face, an icon). `undefined` for spacers, trackers and what has no address. */
export function pictureAttributes(node: Element, base: string | undefined): PictureFound | undefined {
  const { width, height } = pictureSize(node);
  if ((width !== undefined && width <= SPACER) || (height !== undefined && height <= SPACER)) return undefined;
  const alt = attr(node, 'alt')?.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed() ?? '';
  if (isIcon(node, width, height)) return alt !== '' && alt.length <= 12 ? { words: alt } : undefined;
  const source = pictureSource(node, base);
  if (source === undefined) return undefined;
  return {
    attributes: [
      ['src', source.src],
      ['alt', alt],
      ...(width === undefined ? [] : ([['width', String(width)]] as [string, string][])),
      ...(height === undefined ? [] : ([['height', String(height)]] as [string, string][])),
      ['referrerpolicy', 'no-referrer'],
    ],
  };
}

function isIcon(node: Element, width: number | undefined, height: number | undefined): boolean {
  if (width !== undefined && height !== undefined) return width <= ICON && height <= ICON;
  const small = width ?? height;
  if (small !== undefined && small <= ICON) return true;
  return /(^|[\s_-])(?:wp-smiley|emoji|emoticon|smiley|smilies)([\s_-]|$)/i.test(attr(node, 'class') ?? '');
}
