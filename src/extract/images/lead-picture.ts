import { pictureSource } from '../../kit/html/picture-source.ts';
import { pictureFile, pictureKey } from '../../kit/picture-key.ts';
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
/** What a site says of itself where an article has no picture; `silicon`, `catalogo` and Drupal's folder `sites/default` are none. */
const SITE_DEFAULT =
  /(?:^|[/_.-])(?:(?:site|web|fb|og|app|my|new|share)?logos?|favicons?|icons?|share|sharing|placeholder|fallback|avatars?|qrcode|weixin|wechat|social|social[-_]?(?:card|image|media)|og[-_]?image|opengraph|open-graph|brand|branding|blank|no[-_]?(?:image|photo|pic)|apple-touch|site[-_]?image|tpl|cropped|templates?|skins?|themes?)\d{0,4}(?=[/_.?-]|$)|(?:^|[/_.-])(?:default[\w-]*|share\w{0,6})$/i;
const DRAWN = /\.(?:svg|gif)(?=$|[?#])/i;
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

const isOfSite = (url: string): boolean => DRAWN.test(url) || SITE_DEFAULT.test(pictureKey(url).replace(/^[^/]+/, ''));

function namedPicture(head: Head, base: string | undefined): { value: string; from: string } | undefined {
  const options = [
    ...NAMES.map((name) => metaOf(head, [name])),
    ...head.jsonLd
      .filter((one) => /article|posting|report/i.test(one.type))
      .map((one) => (one.images[0] === undefined ? undefined : { value: one.images[0].src, from: 'json-ld' })),
  ];
  for (const one of options) {
    const url = one && absoluteUrl(one.value, base);
    if (one && url && !isOfSite(url)) return { value: url, from: one.from };
  }
  return undefined;
}

/** Characters between two positions of the tree. */
function textBefore(page: PageTree, from: number, to: number): number {
  let text = 0;
  for (let i = from; i < to; i++) text += page.nodes[i]!.own;
  return text;
}
