import { isPicture } from '../../kit/html/is-picture.ts';
import { type PictureSource, pictureSource } from '../../kit/html/picture-source.ts';
import { attr, type Element } from '../../kit/html/tree.ts';
import { pictureFile, pictureKey } from '../../kit/picture-key.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Picture } from '../../model/picture.ts';
import type { ExtractNeeds } from '../extract-needs.ts';
import { foldText } from '../fields/fold-text.ts';
import type { LdPicture } from '../head/json-ld.ts';
import { type Head, metaOf } from '../head/read-head.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { BLOCKS } from '../trim/lines.ts';
import { captionFromAlt, captionTold, isPromo, orphanCaption, readCaption } from './caption.ts';
import { leadPicture } from './lead-picture.ts';
import { pictureFurniture } from './picture-furniture.ts';
import { type PictureRange, pictureRange } from './picture-range.ts';
import { shownText } from './shown-text.ts';

export interface PagePictures {
  /** lead picture, absolute */
  image?: string;
  /** pictures of the article in document order, the lead first */
  images: Picture[];
  /** every picture that was looked at, with the address chosen for it; undefined: it does not belong to the article */
  sources: Map<Element, PictureSource | undefined>;
  from: Extraction['from'];
}

const MAX_PICTURES = 200;
/** Names of blocks beside the article; `has-sidebar` and `teaser-image` are none. */
const ASIDE =
  /(?:^|\s)(?!has-|with-|no-)(?:[\w-]*[-_])?(related|recommend(?:ed|ations?)?|sidebar|aside|footer|comments?|promo|newsletter|teasers|author|authors|bio|share|sharing|social|rank|ranking|ads?|advert|advertisement|sponsored|outbrain|taboola|xiangguan|tuijian|nav|navbar|menu|breadcrumbs?|topbar|masthead)(?:[-_](?:box|list|block|area|container|wrapper|section|widget|module|bar|posts?|articles?|stor(?:y|ies)|links?|news|info|card|cards|items?))?(?=\s|$)/;
const ASIDE_INSIDE =
  /(?:^|\s)(?:[\w-]*[-_])?(related|recommend(?:ed|ations?)?|outbrain|taboola|sponsored|newsletter|author[-_](?:bio|box|info|card)|comments?)(?:[-_](?:box|list|block|area|container|wrapper|section|widget|module|posts?|articles?|stor(?:y|ies)|links?|news|items?))?(?=\s|$)/;

/** In a figure such a line may name the photographer. */
const BYLINE = /^(?:by|von|par|por|di|door|av|af|text)[\s:]+\p{Lu}/iu;

/** Reasons against a picture of the article that are none against its place in the text; the small ones only among words. */
const DOUBTFUL = new Set(['drawn', 'not loaded']);
const SMALL = new Set(['small', 'ratio']);

/** A picture that asks for readers. */
const NEWSLETTER =
  /^(?:newsletter|subscribe|abonnieren|sign up|订阅)(?![\p{L}])|newsletter (?:abonnieren|bestellen|signup)/iu;

/** Removals by which a picture is somebody else's; captions, links and credits go from the text while their picture stays. */
const NOT_OURS =
  /^named .*(?:relate|recommend|recirc|sidebar|comment|shar|social|newsletter|promo|read-?(?:more|next)|most-?read|teaser|tuijian|trending|\bad\b|advert|footer|\bnav|banner|cookie|sponsor|registration)|^end: after|^<(?:footer|nav)>|^role (?:banner|navigation|contentinfo)|^lexicon|^links: link density|^cards|^credits: named (?!.*caption).*author|^tail/;

/** Pictures of the article with captions, and the lead: the first of them, else what the head names. None is a fine answer. */
export function readImages(
  page: PageTree,
  head: Head,
  body: { root: PageNode } | undefined,
  needs: ExtractNeeds,
  authors: readonly string[] = [],
): PagePictures {
  const base = head.base ?? needs.url;
  const chinese = body !== undefined && body.root.textLength > 0 && body.root.cjk / body.root.textLength > 0.3;
  const title = metaOf(head, ['og:title'])?.value ?? head.titleTag;
  const range = pictureRange(page, body);
  const hint = { at: range.body, text: body ? shownText(page, body.root).text : 0 };
  const images: Picture[] = [];
  const sources: PagePictures['sources'] = new Map();
  const seen = new Set<string>();
  const posters = new Set<string>();
  let firstAt: number | undefined;
  let at = range.from;
  while (at < range.to && images.length < MAX_PICTURES) {
    const node = page.nodes[at]!;
    if (isAside(node, range) || (node.gone !== undefined && NOT_OURS.test(node.gone) && range.inside(node))) {
      for (; at < node.end; at++)
        if (isPicture(page.nodes[at]!.element)) sources.set(page.nodes[at]!.element, undefined);
      continue;
    }
    at++;
    if (!isPicture(node.element) && !(node.tag === 'video' && attr(node.element, 'poster'))) continue;
    const source = sourceOf(node, base);
    sources.set(node.element, undefined);
    if (!source) continue;
    const reason =
      pictureFurniture(node.element, source, around(page, node), inFigure(page, node)) ??
      (isCard(page, node) ? 'card' : chinese && isPromo(page, node) ? 'promo' : undefined);
    if (reason !== undefined) {
      needs.trace?.('images', `left out (${reason})`, source.src);
      if (DOUBTFUL.has(reason) || (SMALL.has(reason) && standsInText(page, node))) sources.set(node.element, source);
      continue;
    }
    const key = pictureKey(source.src);
    if (seen.has(key)) continue;
    seen.add(key);
    const caption =
      captionUnlessHeadline(readCaption(page, node, chinese, hint), title) ??
      (chinese ? undefined : captionFromAlt(node.element, title));
    const alt = attr(node.element, 'alt')?.replace(/\s+/g, ' ').trim();
    if (caption !== undefined && (NEWSLETTER.test(caption) || isPortrait(caption, alt, inFigure(page, node)))) continue;
    if (authors.some((name) => isOf(name, source.src, alt, caption))) continue;
    sources.set(node.element, source);
    if (node.tag === 'video') posters.add(source.src);
    else if (firstAt === undefined) firstAt = node.at;
    images.push({ ...source, ...(caption === undefined ? {} : { caption }), ...(alt ? { alt } : {}) });
  }
  const lead = leadPicture(page, head, { images: images.filter((one) => !posters.has(one.src)), firstAt }, base, range);
  const out: PagePictures = { images, sources, from: {} };
  const told = toldCaptions(head, title);
  for (const one of images) {
    const caption = one.caption ?? told.get(pictureFile(one.src));
    if (caption !== undefined) one.caption = caption;
  }
  if (lead) {
    const caption =
      told.get(pictureFile(lead.value)) ??
      (images.length === 0 ? orphanCaption(page, range.from, range.to) : undefined);
    if (caption !== undefined && !images.some((one) => one.src === lead.value))
      images.unshift({ src: lead.value, caption });
    out.image = lead.value;
    out.from.image = lead.from;
  }
  return out;
}

/** A picture whose file or alt is the writer's name, and that no caption says to be more. */
function isOf(author: string, src: string, alt: string | undefined, caption: string | undefined): boolean {
  if (!author.includes(' ')) return false;
  if (caption?.startsWith(author) && OFFICE.test(caption) && caption.length < author.length + 60) return true;
  if (caption !== undefined && caption !== alt && !caption.startsWith(author)) return false;
  const name = foldText(author);
  const says = foldText((alt ?? '').replace(PORTRAIT, ''));
  return says === name || foldText(pictureFile(src).replace(/\d+/g, '')) === name;
}
const OFFICE =
  /\b(?:editor|founder|director|writer|reporter|correspondent|columnist|contributor|author|ceo|manager|redakteur\w*)\b/i;
const PORTRAIT =
  /^(?:headshot|portrait|photo|picture|profile (?:photo|picture|image)|image|foto|author|avatar)(?: (?:of|von|de|di))?\b|\b(?:headshot|portrait|profile|author|avatar|photo)$/i;

/** A box that also holds the headline is more than a caption. */
const captionUnlessHeadline = (caption: string | undefined, title: string | undefined): string | undefined =>
  caption !== undefined && title !== undefined && title.length > 20 && caption.includes(title) && caption !== title
    ? undefined
    : caption;

/** A picture whose line is a byline is the writer's portrait. */
function isPortrait(caption: string, alt: string | undefined, figure: boolean): boolean {
  const by = BYLINE.exec(caption);
  if (!by) return false;
  return !figure || (alt !== undefined && alt.length > 4 && caption.startsWith(alt, by[0].length - 1));
}

/** Of what machines are told only sentences and credits are captions; the rest are names of files and words for search engines. */
const SENTENCE = /[.!?。！？…)）][\s"'”’»]*$/;

/** By the picture's file: what a page tells machines that it shows. */
function toldCaptions(head: Head, title: string | undefined): Map<string, string> {
  const captions = new Map<string, string>();
  const about: LdPicture[] = head.jsonLd.flatMap((one) => one.images);
  const named = metaOf(head, ['og:image', 'twitter:image'])?.value;
  const alt = metaOf(head, ['og:image:alt', 'twitter:image:alt'])?.value;
  if (named !== undefined && alt !== undefined) about.push({ src: named, caption: alt });
  for (const { src, caption } of about) {
    const says = captionTold(caption, title);
    if (says !== undefined && SENTENCE.test(says) && !captions.has(pictureFile(src)))
      captions.set(pictureFile(src), says);
  }
  return captions;
}

function sourceOf(node: PageNode, base: string | undefined): PictureSource | undefined {
  if (node.tag !== 'video') return pictureSource(node.element, base);
  const poster = attr(node.element, 'poster');
  return poster === undefined
    ? undefined
    : pictureSource({ ...node.element, attrs: [{ name: 'src', value: poster }] }, base);
}

function isAside(node: PageNode, range: PictureRange): boolean {
  if (node.tag === 'nav' || node.tag === 'footer') return true;
  // what holds the body is never beside it
  if (node.end > range.body && node.at <= range.body) return false;
  if (range.inside(node)) return node.name !== '' && node.end - node.at < 400 && ASIDE_INSIDE.test(node.name);
  return node.tag === 'aside' || (node.name !== '' && ASIDE.test(node.name));
}

/** Names of the elements that hold little but this picture, where a logo, an avatar or an author says what it is. */
function around(page: PageTree, node: PageNode): string {
  const names: string[] = [];
  let at = page.nodes[node.parent];
  for (let up = 0; at && up < 4 && at.end - at.at < 24; up++, at = page.nodes[at.parent])
    if (at.name !== '' && at.name.length < 120) names.push(at.name);
  return names.join(' ');
}

/** A card: the picture and all text beside it are one link to another page. */
function isCard(page: PageTree, node: PageNode): boolean {
  let linked = false;
  let at = page.nodes[node.parent];
  for (let up = 0; at && up < 5 && at.end - at.at < 30; up++, at = page.nodes[at.parent]) {
    if (at.tag === 'figure') return false;
    if (at.tag === 'a' && !/\.(?:jpe?g|png|webp|gif)(?:[?#]|$)|^#|^javascript/i.test(attr(at.element, 'href') ?? '#'))
      linked = true;
    const { text, link } = shownText(page, at);
    if (linked && text > 3) return link >= text * 0.8;
  }
  return false;
}

/** A formula, a face or a sign: its block has words beside it, or a figure says that it is meant. */
function standsInText(page: PageTree, node: PageNode): boolean {
  if (inFigure(page, node)) return true;
  for (let at = page.nodes[node.parent]; at; at = page.nodes[at.parent]) {
    if (at.own > 0) return true;
    if (BLOCKS.has(at.tag)) return false;
  }
  return false;
}

function inFigure(page: PageTree, node: PageNode): boolean {
  let at = page.nodes[node.parent];
  for (let up = 0; at && up < 6; up++, at = page.nodes[at.parent]) if (at.tag === 'figure') return true;
  return false;
}
