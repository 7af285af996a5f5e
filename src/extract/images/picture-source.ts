import { attr, type Element, isElement } from '../../kit/html/tree.ts';
import { absoluteUrl } from '../../kit/url.ts';

export interface PictureSource {
  /** absolute http(s) */
  src: string;
  /** CSS pixels as the page states them */
  width?: number;
  height?: number;
}

/** Lazy loaders keep the real address here; the first that holds one wins over src. */
const LAZY = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-original-src',
  'data-actualsrc',
  'data-real-src',
  'data-lazy',
  'data-lazyload',
  'data-echo',
  'data-url',
  'data-hi-res-src',
  'data-full-src',
  'data-large-file',
  'data-img-src',
  'data-image',
  'data-imgurl',
  'data-raw-src',
  'data-ks-lazyload',
  'data-croporisrc',
  'data-orig-file',
  'data-srcs',
  'original',
  '_src',
  'lazy-src',
  'zoomfile',
  'file',
  'lazysrc',
  'real_src',
  'actualsrc',
  'data-delayed-url',
  'data-pin-media',
];
const LAZY_SET = ['data-srcset', 'data-lazy-srcset', 'data-original-set', 'srcset'];
/** Children of a <picture> that are looked at: every <img> in it looks at all of them. */
const MOST_SOURCES = 60;
const PLACEHOLDER =
  /^data:|^about:|blank\.|spacer|placeholder|lazy(?!\w*\.jpe?g\?)[\w-]*\.(?:gif|png|svg|jpg)|loading[\w-]*\.(?:gif|png|svg|jpg)|transparent|grey\.|gray\.|pixel\.|1x1|\/t\.gif|default[\w-]*\.(?:gif|png|svg)/i;
const IMAGE = /\.(jpe?g|png|webp|gif|avif|bmp|svg)([?#!@_&=/:]|$)/i;

/** Best address of an <img> (or <amp-img>), its <picture> sources included; undefined when only a placeholder is there. */
export function pictureSource(element: Element, base: string | undefined): PictureSource | undefined {
  const src = chooseAddress(element, base);
  if (src === undefined) return undefined;
  const out: PictureSource = { src };
  const width = pixels(attr(element, 'width') ?? attr(element, 'data-w') ?? attr(element, 'data-width'));
  const height = pixels(attr(element, 'height') ?? attr(element, 'data-height'));
  if (width !== undefined) out.width = width;
  if (height !== undefined) out.height = height;
  return out;
}

function chooseAddress(element: Element, base: string | undefined): string | undefined {
  const sets: { url: string; width: number }[] = [];
  for (const name of LAZY_SET) {
    const value = attr(element, name);
    if (value !== undefined) sets.push(...readSrcset(value));
  }
  const parent = element.parentNode;
  if (parent && isElement(parent) && parent.tagName === 'picture') {
    for (const child of parent.childNodes.slice(0, MOST_SOURCES)) {
      if (!isElement(child) || child.tagName !== 'source') continue;
      if (/avif/i.test(attr(child, 'type') ?? '')) continue;
      for (const name of LAZY_SET) {
        const value = attr(child, name);
        if (value !== undefined)
          for (const one of readSrcset(value))
            sets.push({ url: one.url, width: one.width > 1 ? one.width : sourceWidth(child, one.url) });
      }
    }
  }
  let best: { url: string; width: number } | undefined;
  for (const one of sets)
    if (!PLACEHOLDER.test(one.url) && (!best || (one.width > best.width && best.width < 2400))) best = one;
  for (const name of LAZY) {
    const value = attr(element, name)?.trim();
    if (
      value &&
      !PLACEHOLDER.test(value) &&
      (IMAGE.test(value) || /^(https?:)?\/\//.test(value) || name === 'data-src' || name === 'data-original')
    ) {
      const url = absoluteUrl(value, base);
      if (url !== undefined) return url;
    }
  }
  const src = attr(element, 'src')?.trim();
  const plain = src && !PLACEHOLDER.test(src) ? absoluteUrl(src, base) : undefined;
  const large = best && (best.width >= 300 || plain === undefined) ? absoluteUrl(best.url, base) : undefined;
  return large ?? plain;
}

/** Pixels a <source> without descriptors is meant for: its media query, else a size in the address; browsers take the first. */
function sourceWidth(source: Element, url: string): number {
  const media = attr(source, 'media') ?? '';
  const least = /min-width\s?:\s?(\d{2,4})px/i.exec(media);
  if (least) return Math.max(300, Number(least[1]));
  const size = /(?<!\d)(\d{3,4})x\d{3,4}(?!\d)/.exec(url);
  if (size) return Number(size[1]);
  return media === '' ? 600 : 1;
}

/** Candidates of a srcset: `url 800w, url 2x`; a comma inside an address does not end it. */
export function readSrcset(value: string): { url: string; width: number }[] {
  const out: { url: string; width: number }[] = [];
  if (value.length > 20_000) return out;
  let at = 0;
  while (at < value.length && out.length < 60) {
    while (at < value.length && /[\s,]/.test(value[at]!)) at++;
    let end = at;
    while (end < value.length && !/\s/.test(value[end]!)) end++;
    let url = value.slice(at, end);
    let descriptor = '';
    at = end;
    if (url.endsWith(',')) url = url.replace(/,+$/, '');
    else {
      while (at < value.length && value[at] !== ',') at++;
      descriptor = value.slice(end, at).trim();
    }
    if (url === '') continue;
    const size = /(\d+(?:\.\d+)?)([wx])/.exec(descriptor);
    out.push({ url, width: size ? Number(size[1]) * (size[2] === 'x' ? 400 : 1) : 1 });
  }
  return out;
}

function pixels(value: string | undefined): number | undefined {
  const match = value === undefined ? null : /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(value);
  const size = match ? Number(match[1]) : 0;
  return size > 0 ? size : undefined;
}
