import { absoluteUrl } from '../../kit/url.ts';
import type { Picture } from '../../model/picture.ts';
import { type Head, metaOf } from '../head/read-head.ts';
import type { PageTree } from '../page-tree.ts';
import type { PictureRange } from './picture-range.ts';

const SITE_DEFAULT =
  /logo|default|favicon|icon|share|sharing|placeholder|fallback|avatar|qrcode|weixin|wechat|social[-_]?(?:card|image|media)?|og[-_]?image\.|opengraph|open-graph|brand|blank|no[-_]?(?:image|photo|pic)|apple-touch|site[-_]?image|\.svg([?#]|$)/i;

/** The lead: the first picture of the article when it stands at its top, else og:image or JSON-LD unless that is the site's own. */
export function headPicture(
  page: PageTree,
  head: Head,
  images: Picture[],
  base: string | undefined,
  range: PictureRange,
): { value: string; from: string } | undefined {
  const named = namedPicture(head, base);
  const first = images[0];
  if (!first) return named;
  if (named) {
    const same = images.find((one) => fileOf(one.src) === fileOf(named.value));
    if (same) return { value: same.src, from: 'visible:img' };
  }
  void page;
  void range;
  return { value: first.src, from: 'visible:img' };
}

function namedPicture(head: Head, base: string | undefined): { value: string; from: string } | undefined {
  const og = metaOf(head, [
    'og:image',
    'og:image:url',
    'og:image:secure_url',
    'twitter:image',
    'twitter:image:src',
    'image',
    'thumbnail',
    'weibo: article:image',
    'parsely-image-url',
    'sailthru.image.full',
  ]);
  const options = [
    og,
    ...head.jsonLd
      .filter((one) => /article|posting|report/i.test(one.type))
      .map((one) => (one.images[0] === undefined ? undefined : { value: one.images[0], from: 'json-ld' })),
  ];
  for (const one of options) {
    if (!one) continue;
    const url = absoluteUrl(one.value, base);
    if (url !== undefined && !SITE_DEFAULT.test(url.replace(/^https?:\/\/[^/]+/, '')))
      return { value: url, from: one.from };
  }
  return undefined;
}

export function fileOf(src: string): string {
  const path = src.split(/[?#]/)[0]!;
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
