import { attr } from '../../kit/html/tree.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Picture } from '../../model/picture.ts';
import type { ExtractNeeds } from '../extract-page.ts';
import { type Head, metaOf } from '../head/read-head.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { captionFromAlt, readCaption } from './caption.ts';
import { headPicture } from './head-picture.ts';
import { pictureFurniture } from './picture-furniture.ts';
import { pictureRange } from './picture-range.ts';
import { type PictureSource, pictureSource } from './picture-source.ts';

export interface PagePictures {
  /** lead picture, absolute */
  image?: string;
  /** pictures of the article in document order, the lead first */
  images: Picture[];
  from: Extraction['from'];
}

const MAX_PICTURES = 200;
const ASIDE =
  /(^|[\s_-])(related|recommend|recommended|sidebar|side-bar|aside|footer|comments?|promo|newsletter|teaser|teasers|more|author|bio|share|social|hot|rank|ranking|ad|ads|advert|advertisement|sponsored|outbrain|taboola|relate|xiangguan|tuijian|read-?more|also|nav|menu|breadcrumbs?|logo|topbar|navbar|masthead)(?=[\s_-]|$)/;

/** Pictures of the article with captions, and the lead: the first of them, else what the head names. None is a fine answer. */
export function readImages(
  page: PageTree,
  head: Head,
  body: { root: PageNode } | undefined,
  needs: ExtractNeeds,
): PagePictures {
  const base = head.base ?? needs.url;
  const chinese = body !== undefined && body.root.textLength > 0 && body.root.cjk / body.root.textLength > 0.3;
  const title = metaOf(head, ['og:title'])?.value ?? head.titleTag;
  const range = pictureRange(page, head, body);
  const images: Picture[] = [];
  const seen = new Set<string>();
  let small = 0;
  let at = range.from;
  while (at < range.to && images.length < MAX_PICTURES) {
    const node = page.nodes[at]!;
    if (isAside(node, range.inside(node)) || (node.gone !== undefined && !range.inside(node))) {
      at = node.end;
      continue;
    }
    at++;
    if (node.tag !== 'img' && node.tag !== 'amp-img' && !(node.tag === 'video' && attr(node.element, 'poster')))
      continue;
    const source = sourceOf(node, base);
    if (!source || pictureFurniture(node.element, source, around(page, node)) !== undefined) {
      small++;
      continue;
    }
    const key = keyOf(source.src);
    if (seen.has(key)) continue;
    seen.add(key);
    const caption = readCaption(page, node, chinese) ?? (chinese ? undefined : captionFromAlt(node.element, title));
    const alt = attr(node.element, 'alt')?.replace(/\s+/g, ' ').trim();
    images.push({ ...source, ...(caption === undefined ? {} : { caption }), ...(alt ? { alt } : {}) });
  }
  const lead = headPicture(page, head, images, base, range);
  const out: PagePictures = { images, from: {} };
  if (lead) {
    out.image = lead.value;
    out.from.image = lead.from;
  }
  return small < 0 ? { images: [], from: {} } : out;
}

function sourceOf(node: PageNode, base: string | undefined): PictureSource | undefined {
  if (node.tag !== 'video') return pictureSource(node.element, base);
  const poster = attr(node.element, 'poster');
  return poster === undefined
    ? undefined
    : pictureSource({ ...node.element, attrs: [{ name: 'src', value: poster }] }, base);
}

const isAside = (node: PageNode, inside: boolean): boolean =>
  node.tag === 'nav' ||
  node.tag === 'footer' ||
  (node.tag === 'aside' && !inside) ||
  (node.name !== '' && !inside && ASIDE.test(node.name) && node.tag !== 'body' && node.tag !== 'html') ||
  (inside &&
    node.name !== '' &&
    /(^|[\s_-])(related|recommend\w*|outbrain|taboola|sponsored|newsletter|author-?(bio|box|info)|comments?)(?=[\s_-]|$)/.test(
      node.name,
    ) &&
    node.end - node.at < 400);

/** Names of the two elements around, where a logo or an avatar says what it is. */
function around(page: PageTree, node: PageNode): string {
  const parent = page.nodes[node.parent];
  const above = parent && page.nodes[parent.parent];
  return [parent, above].map((one) => (one && one.end - one.at < 12 && one.name.length < 80 ? one.name : '')).join(' ');
}

/** Two sizes of one picture: same path without size marks. */
function keyOf(src: string): string {
  const path = src.split(/[?#]/)[0]!;
  return path.length > 20 ? path.replace(/^https?:/, '') : src;
}
