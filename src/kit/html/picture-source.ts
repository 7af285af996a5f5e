import { absoluteUrl } from '../url.ts';
import { readSrcset } from './srcset.ts';
import { attr, type Element, isElement } from './tree.ts';

export interface PictureSource extends PictureSize {
  /** absolute http(s) */
  src: string;
}

/** CSS pixels as the page states them. */
export interface PictureSize {
  width?: number;
  height?: number;
}

/** Where scripts keep the address until the picture is scrolled to: the first that holds one wins over `src`. */
const LAZY =
  'data-original data-src data-lazy-src data-original-src data-actualsrc data-real-src data-lazyload data-echo data-hi-res-src data-full-src data-large-file data-img-src data-imgurl data-raw-src data-ks-lazyload data-croporisrc data-orig-file data-srcs _src lazy-src lazysrc real_src actualsrc data-delayed-url'.split(
    ' ',
  );
/** Names that hold nothing but an address, whatever it ends with. */
const CERTAIN = new Set(['data-original', 'data-src']);
/** Names that also mean other things: over `src` only with the ending of a picture. */
const PERHAPS = 'data-lazy data-url data-image data-img original zoomfile file data-pin-media'.split(' ');
const SETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set', 'srcset'];
/** Children of a <picture> that are looked at: every <img> in it looks at all of them. */
const MOST_SOURCES = 60;
/** Longest address, UTF-16 units. */
const LONGEST = 2000;
/** CSS pixels from which a candidate of a set is better than `src`, and from which none better is looked for. */
const LARGE = 300;
const ENOUGH = 2400;

/** Names under which sites serve spacers, what stands in for a picture until it is loaded, and counters. */
const NO_PICTURE =
  /(?:^|[/_.-])(?:blank|spacer|1x1|transparent|placeholder|loading|lazy(?:load)?|gr[ae]y|default)[\w-]{0,24}\.(?:gif|png|svg)(?=$|[?#])|(?:^|[/_.-])(?:blank|spacer|pixel|1x1|transparent|placeholder|loading|lazy(?:load)?|gr[ae]y)(?:[_.-]?\w{0,4})?\.(?:gif|png|svg|jpe?g|webp)(?=$|[?#])|\/(?:t|none)\.gif(?=$|[?#])|(?<!\/)\/(?:beacon|stat|count|track)[/.?]|^https?:\/\/(?:pixel\.wp\.com|stats\.wordpress\.com|feeds\.feedburner\.com\/~|ad\.doubleclick\.net|www\.google-analytics\.com|b\.scorecardresearch\.com|hm\.baidu\.com|cnzz\.mmstat\.com)/i;
const IMAGE = /\.(?:jpe?g|png|webp|gif|avif|bmp|svg)(?:[?#!@_&=/:]|$)/i;
const ABSOLUTE = /^(?:https?:)?\/\//i;
/** A proxy whose whole query is the address of the picture; the innermost of several. */
const PROXIED = /^https?:\/\/[^/?#]+\/\?(?:.*\/\?)?(https?:\/\/.+)$/;

/**
 * The real picture behind an <img> and what stands for one, lazy loading and the <picture> around it seen through; undefined for spacers,
 * counters and what has no address. Order: 1 where lazy loaders keep it, 2 the largest of the sets, 3 `src`, 4 names that may mean others.
 */
export function pictureSource(element: Element, base: string | undefined): PictureSource | undefined {
  const src = addressOf(element, base);
  return src === undefined ? undefined : { src, ...pictureSize(element) };
}

export function pictureSize(element: Element): PictureSize {
  const style = attr(element, 'style');
  const width =
    pixels(attr(element, 'width')) ??
    pixels(attr(element, 'data-w') ?? attr(element, 'data-width')) ??
    styled(style, STYLED_WIDTH);
  const height =
    pixels(attr(element, 'height')) ?? pixels(attr(element, 'data-height')) ?? styled(style, STYLED_HEIGHT);
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

function addressOf(element: Element, base: string | undefined): string | undefined {
  const given = new Map(element.attrs.map(({ name, value }) => [name, value]));
  for (const name of LAZY) {
    const value = given.get(name)?.trim();
    if (!value || !(CERTAIN.has(name) || IMAGE.test(value) || ABSOLUTE.test(value))) continue;
    const address = pictureAddress(value, base);
    if (address !== undefined) return address;
  }
  const perhaps = PERHAPS.map((name) => given.get(name)?.trim()).filter((value) => value !== undefined);
  for (const value of perhaps) {
    const address = IMAGE.test(value) ? pictureAddress(value, base) : undefined;
    if (address !== undefined) return address;
  }
  const plain = pictureAddress(given.get('src'), base);
  const best = largest(element, given, base);
  if (best && (best.width >= LARGE || plain === undefined)) return best.address;
  if (plain !== undefined) return plain;
  for (const value of perhaps) {
    const address = ABSOLUTE.test(value) ? pictureAddress(value, base) : undefined;
    if (address !== undefined) return address;
  }
  return undefined;
}

function largest(
  element: Element,
  given: ReadonlyMap<string, string>,
  base: string | undefined,
): { address: string; width: number } | undefined {
  let best: { address: string; width: number } | undefined;
  const offer = (url: string, width: number): void => {
    if (best && (width <= best.width || best.width >= ENOUGH)) return;
    const address = pictureAddress(url, base);
    if (address !== undefined) best = { address, width };
  };
  for (const name of SETS) for (const { url, width } of readSrcset(given.get(name) ?? '')) offer(url, width);
  const parent = element.parentNode;
  if (!parent || !isElement(parent) || parent.tagName !== 'picture') return best;
  for (const child of parent.childNodes.slice(0, MOST_SOURCES)) {
    if (!isElement(child) || child.tagName !== 'source' || /avif/i.test(attr(child, 'type') ?? '')) continue;
    for (const name of SETS)
      for (const { url, width } of readSrcset(attr(child, name) ?? ''))
        offer(url, width > 1 ? width : sourceWidth(child, url));
  }
  return best;
}

function pictureAddress(value: string | undefined, base: string | undefined): string | undefined {
  if (!value || value.length > LONGEST) return undefined;
  const address = absoluteUrl(value, base);
  if (address === undefined || NO_PICTURE.test(address)) return undefined;
  const inner = PROXIED.exec(address)?.[1];
  return inner === undefined ? address : (absoluteUrl(inner) ?? address);
}

/** Pixels a <source> without descriptors is meant for: its media query, else a size in the address; browsers take the first. */
function sourceWidth(source: Element, url: string): number {
  const media = attr(source, 'media') ?? '';
  const least = /min-width\s?:\s?(\d{2,4})px/i.exec(media);
  if (least) return Math.max(LARGE, Number(least[1]));
  const size = /(?<!\d)(\d{3,4})x\d{3,4}(?!\d)/.exec(url);
  if (size) return Number(size[1]);
  return media === '' ? 2 * LARGE : 1;
}

function pixels(value: string | undefined): number | undefined {
  const match = value === undefined ? null : /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(value);
  const size = match ? Number(match[1]) : 0;
  return size > 0 ? size : undefined;
}

const STYLED_WIDTH = /(?:^|;)\s*width\s*:\s*(\d{1,5})(?:\.\d+)?px/i;
const STYLED_HEIGHT = /(?:^|;)\s*height\s*:\s*(\d{1,5})(?:\.\d+)?px/i;

const styled = (style: string | undefined, pattern: RegExp): number | undefined =>
  style === undefined ? undefined : pixels(pattern.exec(style.slice(0, 500))?.[1]);
