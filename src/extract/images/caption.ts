import { attr, descendants, type Element, isElement, isText, textContent } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { shownText } from './shown-text.ts';

const CAPTION_NAME =
  /(^|[\s_-])(img_?descr?|img[_-]?desc|image[_-]?desc(?:ription)?|pic[_-]?desc|photo[_-]?desc|captions?|wp-caption-text|figcaption|legend|bildunterschrift|bildtext|mediasubtitle|cutline|pictext|imgtext|img-tit|pic-txt|pictitle|image-note|img-note|photo-info|media-info|leyenda|pie-foto|didascalia)([\s_-]|$)/;
/** A line that can only be a caption: photographer, source of the picture, triangle. */
const MARKED =
  /^[▲△↑▼▽◆]|(?:摄|供图|图|资料|资料图片?|截图|制图|视觉中国|摄影)[）)】。]{0,2}$|^(?:资料图|图为|图源|图片来源|图\/|图｜|图：)|(?:新华社|中新社|人民网|本报|视觉中国|记者|供图).{0,12}(?:摄|图|发)[）)。]?$/u;
const LIST_MARK =
  /^[一二三四五六七八九十\da-z]{1,2}[、.．)）]|^第[一二三四五六七八九十\d]|^[·●•■◆▪○-]|^(?:全文)?完[。）]?$|^end$/i;
/** The block of names at the end of an article is no caption. */
const CREDITS = /(?:作者|编辑|排版|校对|责编|监制)\s?[/：:|｜丨]/u;
/** Words of the box where readers comment. */
const NOT_CAPTION =
  /^(?:(?:image |photo |bild)?(?:source|credit|quelle|via|author|autor)s?|content blocker|watch now|watch live|play(?: video)?)\s*:?$|^(?:hier klicken|click here)\b|浏览器.{0,8}(?:无法|不支持)|browser (?:does not|doesn.t) support|^need more\b|\bsubscribe to (?:our|the) /i;
const COMMENTS = /跟帖|跟贴|已输入|发表评论|登录后|我要评论|leave a (?:reply|comment)/i;
const MAX = 400;
/** What machines are told is one caption, however long; a longer alt describes the picture to those who cannot see it. */
const LONGEST_TOLD = 600;
const LONGEST_ALT = 300;
const STOP = /^(?:body|article|main|section|td|p|a|li)$/;

export interface BodyHint {
  /** position of the body's root */
  at: number;
  /** characters of the body */
  text: number;
}

/** Caption of a picture: figcaption, a CMS's description block, the little text its box holds, in Chinese pages the short line that follows. */
export function readCaption(page: PageTree, node: PageNode, chinese: boolean, body: BodyHint): string | undefined {
  const says =
    fromFigure(page, node) ??
    fromBlock(page, node) ??
    captionBox(page, node, body)?.says ??
    (chinese ? fromNextLine(page, node) : undefined);
  return says === undefined || NOT_CAPTION.test(says) ? undefined : says;
}

function fromFigure(page: PageTree, node: PageNode): string | undefined {
  let at = page.nodes[node.parent];
  for (let up = 0; at && up < 8; up++, at = page.nodes[at.parent]) {
    if (at.tag === 'body' || at.tag === 'article' || at.tag === 'main') return undefined;
    if (at.tag !== 'figure') continue;
    for (let i = at.at + 1; i < at.end; i++)
      if (page.nodes[i]!.tag === 'figcaption') return clean(page.nodes[i]!.element);
    return undefined;
  }
  return undefined;
}

/** A block named as caption, or a stray figcaption, in the nearest ancestors that hold no third picture. */
function fromBlock(page: PageTree, node: PageNode): string | undefined {
  let at: PageNode = node;
  for (let up = 0; up < 6; up++) {
    const parent = page.nodes[at.parent];
    if (!parent || parent.tag === 'body' || parent.end - parent.at > 80) return undefined;
    let pictures = 0;
    let found: PageNode | undefined;
    for (let i = parent.at + 1; i < parent.end; i++) {
      const one = page.nodes[i]!;
      if (one.tag === 'img') pictures++;
      if (
        found === undefined &&
        i >= node.end &&
        (one.tag === 'figcaption' || (one.name !== '' && one.name.length < 160 && CAPTION_NAME.test(one.name)))
      )
        found = one;
    }
    if (pictures > 2) return undefined;
    const text = found && clean(found.element);
    if (text !== undefined) return text.length <= MAX ? text : undefined;
    at = parent;
  }
  return undefined;
}

/** A line under the masthead is named a caption too. */
const OF_SITE = /(?:^|[^a-z])(?:nav|masthead|logo|menu|topbar)(?![a-z])/;

/** The first caption whose picture a script would have put there: it belongs to the lead that only the head names. */
export function orphanCaption(page: PageTree, from: number, to: number): string | undefined {
  for (let i = from; i < to; i++) {
    const { tag, name, words, element, end, at } = page.nodes[i]!;
    if (end - at > 20 || (tag !== 'figcaption' && (name === '' || name.length > 160 || !CAPTION_NAME.test(name))))
      continue;
    if (OF_SITE.test(words)) continue;
    const text = clean(element);
    if (text !== undefined && text.length >= 12 && text.length <= MAX) return text;
  }
  return undefined;
}

/** The smallest box around with any text holds this picture alone and a line or two. */
export function captionBox(
  page: PageTree,
  node: PageNode,
  body: BodyHint,
): { box: PageNode; says: string } | undefined {
  let at = page.nodes[node.parent];
  for (let up = 0; at && up < 7; up++, at = page.nodes[at.parent]) {
    if (at.at <= body.at && at.end > body.at) return undefined;
    if (at.end - at.at > 40) return undefined;
    const { text, link } = shownText(page, at);
    if (text === 0) continue;
    if (STOP.test(at.tag) || text > MAX || text > body.text * 0.3 || link > text / 2) return undefined;
    let pictures = 0;
    let paragraphs = 0;
    for (let i = at.at + 1; i < at.end; i++) {
      const { tag, own } = page.nodes[i]!;
      if (tag === 'img') pictures++;
      if (tag === 'p' && own > 0) paragraphs++;
      if (/^(?:h[1-4]|button|ul|ol|time|input)$/.test(tag)) return undefined;
    }
    const says = clean(at.element);
    return pictures > 2 ||
      paragraphs > 1 ||
      says === undefined ||
      says.length < 8 ||
      CREDITS.test(says) ||
      COMMENTS.test(says)
      ? undefined
      : { box: at, says };
  }
  return undefined;
}

const PROMO =
  /(?:APP|客户端|公众号|小程序)[。！!]?$|尽在.{2,12}(?:APP|客户端|公众号)|点击(?:进入|查看|购买|下载|报名|观看|领取|上方|下方|阅读)|扫码|扫描|长按|二维码|关注我们|识别图中/i;

/** The short line after a picture, or a link right before it, invites to click, scan or follow: an advertisement. */
export function isPromo(page: PageTree, node: PageNode): boolean {
  let seen = 0;
  for (let i = node.end; i < Math.min(page.nodes.length, node.end + 10) && seen < 1; i++) {
    const next = page.nodes[i]!;
    if (next.tag === 'img') return false;
    if (next.own === 0) continue;
    seen++;
    const text = clean(next.element) ?? '';
    if (text.length < 40 && PROMO.test(text)) return true;
  }
  for (let i = node.at - 1; i > Math.max(0, node.at - 8); i--) {
    const before = page.nodes[i]!;
    if (before.tag === 'img') return false;
    if (before.own === 0) continue;
    return before.inLink && before.own < 40 && PROMO.test(clean(before.element) ?? '');
  }
  return false;
}

/** The next line of text, when the picture stands alone in its block (or a break stands between them). */
function fromNextLine(page: PageTree, node: PageNode): string | undefined {
  let block = node;
  for (let up = 0; up < 5; up++) {
    const parent = page.nodes[block.parent];
    if (!parent || parent.end - parent.at > 12) break;
    if (shownText(page, parent).text > 0) break;
    block = parent;
  }
  const holder = page.nodes[node.parent];
  if (holder && block === node && holder.tag === 'p') {
    const { text } = shownText(page, holder);
    if (text > 3 && text < 120) return marked(clean(holder.element));
  }
  const bare = textBehind(block.element);
  if (bare !== '') return MARKED.test(bare) ? marked(bare) : undefined;
  for (let i = block.end; i < Math.min(page.nodes.length, block.end + 10); i++) {
    const next = page.nodes[i]!;
    if (next.tag === 'img' || /^h[1-6]$/.test(next.tag)) return undefined;
    if (next.own === 0 && shownText(page, next).text === 0) continue;
    const { text, link } = shownText(page, next);
    return text > 150 || link > text / 2 ? undefined : marked(markedLines(next.element) ?? clean(next.element));
  }
  return undefined;
}

/** Of lines that only breaks divide, the first ones that can only be a caption. */
function markedLines(element: Element): string | undefined {
  const lines = [''];
  for (const node of descendants(element))
    if (isText(node)) lines[lines.length - 1] += node.value;
    else if (isElement(node) && node.tagName === 'br') lines.push('');
  const texts = lines.map((line) => line.replace(/[\s\u00a0\u3000]+/g, ' ').trim());
  const end = texts.findIndex((text) => !MARKED.test(text));
  return end < 1 ? undefined : texts.slice(0, end).join(' ');
}

/** The text that stands right behind an element in no box of its own, up to the next break or block. */
function textBehind(element: Element): string {
  const siblings = element.parentNode?.childNodes ?? [];
  let text = '';
  for (let i = siblings.indexOf(element) + 1; i < siblings.length && text.length < MAX; i++) {
    const next = siblings[i]!;
    if (isText(next)) text += next.value;
    else if (isElement(next)) break;
  }
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}

function marked(text: string | undefined): string | undefined {
  if (text === undefined || text.length < 3 || !/[\u3400-\u9fff]/.test(text) || LIST_MARK.test(text)) return undefined;
  if (CREDITS.test(text) || COMMENTS.test(text)) return undefined;
  if (MARKED.test(text)) return text.length < 150 ? text : undefined;
  return text.length >= 4 && text.length <= 24 && !/[：:！？?…]$/u.test(text) ? text : undefined;
}

/** What stands on the button beside a caption. */
const BUTTON =
  /^(?:(?:click|tap)? ?(?:to )?enlarge(?: (?:this )?(?:image|photo|picture))?|(?:view|open|see) (?:full(?:-?size)?|larger?|the) (?:image|photo|picture)(?: in (?:new tab|fullscreen|gallery))?|(?:toggle|hide|show) caption|bild vergrößern|agrandir l[’']image|ampliar (?:imagen|foto)|image (?:copyright|source)|点击(?:查看|放大)(?:大图|图片)?|查看大图)(?:[\s:：]+|$)/i;

function clean(element: Element): string | undefined {
  const whole = textContent(element)
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim()
    .replace(BUTTON, '');
  // one caption for wide screens, the same again for narrow ones
  const half = (whole.length - 1) / 2;
  const text = half >= 8 && whole === `${whole.slice(0, half)} ${whole.slice(0, half)}` ? whole.slice(0, half) : whole;
  return text === '' || text.length > 1500 ? undefined : text;
}

/** alt as the last resort, when it reads like a caption and not like a file name or the headline. */
export function captionFromAlt(element: Element, title: string | undefined): string | undefined {
  return captionTold(attr(element, 'alt'), title, LONGEST_ALT);
}

/** Words about a picture that say what it shows: no file's name, and not the headline again. */
export function captionTold(
  told: string | undefined,
  title: string | undefined,
  longest = LONGEST_TOLD,
): string | undefined {
  const says = (told ?? '').replace(/\s+/g, ' ').trim();
  if (
    says.length < 8 ||
    says.length > longest ||
    NOT_CAPTION.test(says) ||
    /\.(jpe?g|png|gif|webp)$|^(img|image|dsc|photo|图片|pic)[\s_\d-]*$/i.test(says)
  )
    return undefined;
  return title !== undefined && (says === title || title.includes(says) || says.includes(title)) ? undefined : says;
}
