import { attr, type Element, isElement } from '../kit/html/tree.ts';
import { absoluteUrl } from '../kit/url.ts';

/** Where scripts keep the address until the picture is scrolled to: these win over `src`. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-original-src', 'data-actualsrc', 'data-echo'];
/** Names that also mean other things: only where `src` gives no picture. */
const PERHAPS = ['data-lazy', 'data-url', 'data-img', 'original', 'file', 'zoomfile'];

/** Names under which sites serve spacers, counters and their like. */
const NO_PICTURE =
  /(^|[/_.-])(blank|spacer|pixel|1x1|transparent|placeholder|loading|lazyload|grey|gray)([_.-]?\w{0,4})?\.(gif|png|jpe?g|webp|svg)($|\?)|\/(beacon|stat|count|track)[/.?]|^https?:\/\/(?:pixel\.wp\.com|stats\.wordpress\.com|feeds\.feedburner\.com\/~|ad\.doubleclick\.net|www\.google-analytics\.com|b\.scorecardresearch\.com|hm\.baidu\.com|cnzz\.mmstat\.com)/i;
/** A proxy whose whole query is the address of the picture; the innermost of several. */
const PROXIED = /^https?:\/\/[^/?#]+\/\?(?:.*\/\?)?(https?:\/\/.+)$/;
const LENGTH = 2000;
/** CSS pixels: up to this no picture but a spacer; up to that a face or an icon in the text */
const SPACER = 3;
const ICON = 40;

export type PictureFound = { attributes: [string, string][] } | { words: string };

/** The real picture behind lazy loading, or the words of a small one (a face, an icon). `undefined` for spacers, trackers and what has no address. */
export function pictureAttributes(node: Element, base: string | undefined): PictureFound | undefined {
  const style = attr(node, 'style');
  const width = size(attr(node, 'width')) ?? styled(style, 'width');
  const height = size(attr(node, 'height')) ?? styled(style, 'height');
  if ((width !== undefined && width <= SPACER) || (height !== undefined && height <= SPACER)) return undefined;
  const alt = attr(node, 'alt')?.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed() ?? '';
  if (isIcon(node, width, height)) return alt !== '' && alt.length <= 12 ? { words: alt } : undefined;
  const src = addressOf(node, base);
  if (src === undefined) return undefined;
  return {
    attributes: [
      ['src', src],
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

function addressOf(node: Element, base: string | undefined): string | undefined {
  const given = [
    ...LAZY.map((name) => attr(node, name)),
    largestOf(attr(node, 'data-srcset')),
    attr(node, 'src'),
    largestOf(attr(node, 'srcset')),
    ...PERHAPS.map((name) => attr(node, name)),
  ];
  for (const value of given) {
    const address = pictureAddress(value, base);
    if (address !== undefined) return address;
  }
  const picture = node.parentNode;
  if (picture === null || !isElement(picture) || picture.tagName !== 'picture') return undefined;
  for (const source of picture.childNodes.slice(0, 20)) {
    if (!isElement(source) || source.tagName !== 'source') continue;
    const address = pictureAddress(largestOf(attr(source, 'srcset') ?? attr(source, 'data-srcset')), base);
    if (address !== undefined) return address;
  }
  return undefined;
}

function pictureAddress(value: string | undefined, base: string | undefined): string | undefined {
  if (value === undefined || value.length > LENGTH || /^\s*data:/i.test(value)) return undefined;
  const address = absoluteUrl(value, base);
  if (address === undefined || NO_PICTURE.test(address)) return undefined;
  const inner = PROXIED.exec(address)?.[1];
  return inner === undefined ? address : (absoluteUrl(inner) ?? address);
}

function largestOf(srcset: string | undefined): string | undefined {
  let best: { url: string; size: number } | undefined;
  for (const part of (srcset ?? '').slice(0, 8000).split(/,\s+|,(?=https?:|\/)/)) {
    const [url = '', descriptor = '1x'] = part.trim().split(/\s+/);
    const value = Number.parseFloat(descriptor) || 1;
    if (url !== '' && !/^data:/i.test(url) && (!best || value > best.size)) best = { url, size: value };
  }
  return best?.url;
}

function size(value: string | undefined): number | undefined {
  const m = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(value ?? '');
  const number = m ? Number(m[1]) : 0;
  return number > 0 ? number : undefined;
}

const styled = (style: string | undefined, name: 'width' | 'height'): number | undefined =>
  size(new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*(\\d{1,5}(?:\\.\\d+)?px)`, 'i').exec(style?.slice(0, 500) ?? '')?.[1]);
