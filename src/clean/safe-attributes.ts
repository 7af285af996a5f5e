import { attr, type Element } from '../kit/html/tree.ts';
import { absoluteUrl } from '../kit/url.ts';

const LAZY = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-original-src',
  'data-actualsrc',
  'data-echo',
  'data-url',
  'data-lazy',
  'data-img',
  'original',
  'file',
  'zoomfile',
];
/** Names under which sites serve spacers, counters and their like. */
const NO_PICTURE =
  /(^|[/_.-])(blank|spacer|pixel|1x1|transparent|placeholder|loading|lazyload|grey|gray)([_.-]?\w{0,4})?\.(gif|png|jpe?g|webp|svg)($|\?)|\/(beacon|stat|count|track)[/.?]/i;
const LENGTH = 2000;

/** `undefined`: the link goes nowhere safe, its text stays. */
export function linkAttributes(node: Element, base: string | undefined): [string, string][] | undefined {
  const href = attr(node, 'href');
  const address = href === undefined ? undefined : safeAddress(href, base);
  return address === undefined
    ? undefined
    : [
        ['href', address],
        ['rel', 'noopener nofollow'],
      ];
}

/** http, https and mailto; relative addresses only where there is a base. */
function safeAddress(href: string, base: string | undefined): string | undefined {
  const plain = href.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  if (plain === '' || plain.startsWith('#') || plain.length > LENGTH) return undefined;
  if (/^mailto:[^?\s]+@[^?\s]+$/i.test(plain)) return plain;
  return absoluteUrl(href, base);
}

/** The real picture behind lazy loading; `undefined` for spacers, trackers and what has no address. */
export function pictureAttributes(node: Element, base: string | undefined): [string, string][] | undefined {
  const [width, height] = [size(attr(node, 'width')), size(attr(node, 'height'))];
  if ((width !== undefined && width <= 3) || (height !== undefined && height <= 3)) return undefined;
  const src = [
    ...LAZY.map((name) => attr(node, name)),
    largestOf(attr(node, 'data-srcset')),
    attr(node, 'src'),
    largestOf(attr(node, 'srcset')),
  ]
    .map((value) =>
      value === undefined || value.length > LENGTH || /^data:/i.test(value.trim())
        ? undefined
        : absoluteUrl(value, base),
    )
    .find((address) => address !== undefined && !NO_PICTURE.test(address));
  if (src === undefined) return undefined;
  const alt = attr(node, 'alt')?.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed() ?? '';
  return [
    ['src', src],
    ['alt', alt],
    ...(width === undefined ? [] : ([['width', String(width)]] as [string, string][])),
    ...(height === undefined ? [] : ([['height', String(height)]] as [string, string][])),
    ['referrerpolicy', 'no-referrer'],
  ];
}

function largestOf(srcset: string | undefined): string | undefined {
  let best: { url: string; size: number } | undefined;
  for (const part of (srcset ?? '').slice(0, 8000).split(/,\s+|,(?=https?:|\/)/)) {
    const [url = '', descriptor = '1x'] = part.trim().split(/\s+/);
    const value = Number.parseFloat(descriptor) || 1;
    if (url !== '' && (!best || value > best.size)) best = { url, size: value };
  }
  return best?.url;
}

function size(value: string | undefined): number | undefined {
  const m = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(value ?? '');
  const number = m ? Number(m[1]) : 0;
  return number > 0 ? number : undefined;
}

export interface MediaCard {
  link: [string, string][];
  poster?: [string, string][];
}

/** Where a video or sound can be found, with its poster; both become links. */
export function posterOf(node: Element, base: string | undefined): MediaCard | undefined {
  const sources = [
    attr(node, 'src'),
    ...node.childNodes.map((child) =>
      'tagName' in child && child.tagName === 'source' ? attr(child, 'src') : undefined,
    ),
  ];
  const href = sources
    .map((src) => (src === undefined ? undefined : absoluteUrl(src, base)))
    .find((address) => address !== undefined);
  if (href === undefined) return undefined;
  const poster = attr(node, 'poster');
  const picture = poster === undefined ? undefined : absoluteUrl(poster, base);
  return {
    link: [
      ['href', href],
      ['rel', 'noopener nofollow'],
    ],
    ...(picture === undefined
      ? {}
      : {
          poster: [
            ['src', picture],
            ['alt', ''],
            ['referrerpolicy', 'no-referrer'],
          ] as [string, string][],
        }),
  };
}
