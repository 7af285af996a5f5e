import { attr, type Element, isElement, textContent } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

const CAPTION_NAME =
  /(^|[\s_-])(img_?descr?|img[_-]?desc|image[_-]?desc(?:ription)?|pic[_-]?desc|photo[_-]?desc|caption|captions|wp-caption-text|figcaption|legend|bildunterschrift|bildtext|cutline|pictext|imgtext|img-tit|pic-txt|pictitle|image-note|img-note|photo-info|media-info|leyenda|pie-foto|didascalia)([\s_-]|$|__)/;
/** A line that can only be a caption: photographer, source of the picture, triangle. */
const MARKED =
  /^[▲△↑▼▽◆]|(摄|供图|图|资料图片?|视频截图|截图|制图|视觉中国|资料|摄影)[）)】。]?$|^(资料图|图为|图源|图片来源|图\/|图｜|图：|△)|(新华社|中新社|人民网|本报|视觉中国|记者).{0,12}(摄|图)[）)。]?$/u;
const MAX = 400;

/** Caption of a picture: figcaption, a CMS's description block beside it, the short paragraph that follows in Chinese pages. */
export function readCaption(page: PageTree, node: PageNode, chinese: boolean): string | undefined {
  return fromFigure(page, node) ?? fromBlock(page, node) ?? (chinese ? fromNextLine(page, node) : undefined);
}

function fromFigure(page: PageTree, node: PageNode): string | undefined {
  let at: PageNode | undefined = page.nodes[node.parent];
  for (let up = 0; at && up < 7; up++, at = page.nodes[at.parent]) {
    if (at.tag === 'body' || at.tag === 'article' || at.tag === 'main') return undefined;
    if (at.tag !== 'figure') continue;
    for (let i = at.at + 1; i < at.end; i++)
      if (page.nodes[i]!.tag === 'figcaption') return clean(page.nodes[i]!.element);
    return undefined;
  }
  return undefined;
}

/** A block named as caption inside the nearest ancestors, or right after them, when they hold no other picture. */
function fromBlock(page: PageTree, node: PageNode): string | undefined {
  let at: PageNode | undefined = node;
  for (let up = 0; at && up < 6; up++) {
    const parent: PageNode | undefined = page.nodes[at.parent];
    if (!parent || parent.tag === 'body' || parent.end - parent.at > 80) break;
    let pictures = 0;
    let found: string | undefined;
    for (let i = parent.at + 1; i < parent.end; i++) {
      const one = page.nodes[i]!;
      if (one.tag === 'img') pictures++;
      if (
        found === undefined &&
        one.textLength > 0 &&
        one.textLength < MAX &&
        one.name !== '' &&
        CAPTION_NAME.test(one.name)
      )
        found = clean(one.element);
    }
    if (pictures > 2) break;
    if (found !== undefined) return found;
    at = parent;
  }
  return undefined;
}

/** The next block of text, when the picture stands alone in its block. */
function fromNextLine(page: PageTree, node: PageNode): string | undefined {
  let block: PageNode = node;
  for (let up = 0; up < 5; up++) {
    const parent = page.nodes[block.parent];
    if (!parent || parent.textLength > 0) break;
    block = parent;
  }
  if (block.tag === 'img') {
    // <p><img><br>caption</p>
    const parent = page.nodes[node.parent];
    if (
      parent &&
      parent.own > 3 &&
      parent.own < 90 &&
      parent.textLength < 120 &&
      parent.element.childNodes[0] === node.element
    )
      return marked(clean(parent.element));
    return undefined;
  }
  for (let i = block.end; i < Math.min(page.nodes.length, block.end + 8); i++) {
    const next = page.nodes[i]!;
    if (next.tag === 'img' || /^h[1-6]$/.test(next.tag)) return undefined;
    if (next.textLength === 0 || next.tag === 'script' || next.tag === 'style') continue;
    if (next.textLength > 140 || next.linkLength > next.textLength / 2) return undefined;
    return marked(clean(next.element));
  }
  return undefined;
}

const marked = (text: string | undefined): string | undefined =>
  text !== undefined &&
  (MARKED.test(text)
    ? text.length < 140
    : text.length <= 24 &&
      text.length > 2 &&
      !/[：:！？?]$|^[一二三四五六七八九十\d][、.．]/u.test(text) &&
      /[\u3400-\u9fff]{3}/.test(text) &&
      /。$/.test(text))
    ? text
    : undefined;

function clean(element: Element): string | undefined {
  const text = textContent(element)
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
  return text === '' || text.length > 1500 ? undefined : text;
}

/** alt or title as the last resort, when it reads like a caption and not like a file name or the headline. */
export function captionFromAlt(element: Element, title: string | undefined): string | undefined {
  const alt = (attr(element, 'alt') ?? '').replace(/\s+/g, ' ').trim();
  if (
    alt.length < 8 ||
    alt.length > 300 ||
    /\.(jpe?g|png|gif|webp)$|^(img|image|dsc|photo|图片|pic)[\s_\d-]*$/i.test(alt)
  )
    return undefined;
  return title !== undefined && (alt === title || title.includes(alt) || alt.includes(title)) ? undefined : alt;
}

export const isElementNode = isElement;
