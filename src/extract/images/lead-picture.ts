import { pictureSource } from '../../kit/html/picture-source.ts';
import { pictureFile } from '../../kit/picture-key.ts';
import { absoluteUrl } from '../../kit/url.ts';
import type { Picture } from '../../model/picture.ts';
import { type Head, metaOf } from '../head/read-head.ts';
import type { PageTree } from '../page-tree.ts';
import type { PictureRange } from './picture-range.ts';

const NAMES = [
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
];
const SITE_DEFAULT =
  /logo|default|favicon|icon|share|sharing|placeholder|fallback|avatar|qrcode|weixin|wechat|social[-_]?(?:card|image|media)?|og[-_]?image\.|opengraph|open-graph|brand|blank|no[-_]?(?:image|photo|pic)|apple-touch|site[-_]?image|_?tpl_|template|\/skins?\/|\/themes?\/|\.(?:svg|gif)([?#]|$)/i;
/** Characters of body text before the first picture beyond which the head's picture leads, when it is another. */
const LATE = 600;

/** The lead: the picture of the article that the head names, else the first when it stands at the top, else the head's own. */
export function leadPicture(
  page: PageTree,
  head: Head,
  found: { images: Picture[]; firstAt: number | undefined },
  base: string | undefined,
  range: PictureRange,
): { value: string; from: string } | undefined {
  const named = namedPicture(head, base);
  const first = found.images[0];
  if (!first) return named;
  if (!named) return { value: first.src, from: 'visible:img' };
  const file = pictureFile(named.value);
  const same = found.images.find((one) => pictureFile(one.src) === file);
  if (same) return { value: same.src, from: 'visible:img' };
  if (found.firstAt !== undefined && found.firstAt > range.body && textBefore(page, range.body, found.firstAt) > LATE)
    return sameOnPage(page, file, base) ?? named;
  return { value: first.src, from: 'visible:img' };
}

/** The head's picture where it stands on the page outside the body, in the page's own size. */
function sameOnPage(
  page: PageTree,
  file: string,
  base: string | undefined,
): { value: string; from: string } | undefined {
  for (const node of page.nodes) {
    if (node.tag !== 'img') continue;
    const source = pictureSource(node.element, base);
    if (source && pictureFile(source.src) === file) return { value: source.src, from: 'visible:img' };
  }
  return undefined;
}

function namedPicture(head: Head, base: string | undefined): { value: string; from: string } | undefined {
  const options = [
    ...NAMES.map((name) => metaOf(head, [name])),
    ...head.jsonLd
      .filter((one) => /article|posting|report/i.test(one.type))
      .map((one) => (one.images[0] === undefined ? undefined : { value: one.images[0], from: 'json-ld' })),
  ];
  for (const one of options) {
    const url = one && absoluteUrl(one.value, base);
    if (one && url && !SITE_DEFAULT.test(url.replace(/^https?:\/\/[^/]+/, ''))) return { value: url, from: one.from };
  }
  return undefined;
}

/** Characters between two positions of the tree. */
function textBefore(page: PageTree, from: number, to: number): number {
  let text = 0;
  for (let i = from; i < to; i++) text += page.nodes[i]!.own;
  return text;
}
