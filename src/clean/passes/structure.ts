import { pictureKey } from '../../kit/picture-key.ts';
import {
  attributeOf,
  CAPTION_MARK,
  type CleanElement,
  type CleanNode,
  changeChildren,
  cleanElements,
  cleanText,
  isCleanElement,
  keepChildren,
} from '../clean-tree.ts';
import { type Pass, removed } from './pass.ts';

/** Pictures that stand alone become figures, lines marked as captions go into them, the same picture stands once. */
export const figures: Pass = {
  name: 'figures',
  run(root, harvest) {
    const seen = new Set<string>();
    for (const element of [root, ...cleanElements(root)]) {
      keepChildren(element, (child) => {
        if (child.tag !== 'img') return true;
        const src = attributeOf(child, 'src')!;
        const key = pictureKey(src);
        if (!seen.has(key)) {
          seen.add(key);
          return true;
        }
        removed(harvest, 'figures', 'removed-repeated-picture', 'the same picture stood here before', src);
        return false;
      });
    }
    for (const element of [root, ...cleanElements(root)]) {
      if (element.tag === 'figure') continue;
      changeChildren(element, (child) =>
        child.tag === 'p' || isPictureHeading(child) ? asFigures(child, element) : undefined,
      );
    }
    const kept: CleanNode[] = [];
    for (const child of root.children) {
      if (
        isCleanElement(child) &&
        child.tag === 'p' &&
        child.children.every((c) => typeof c === 'string' && c.trim() === '')
      )
        continue;
      const before = kept[kept.length - 1];
      if (isCleanElement(child) && attributeOf(child, CAPTION_MARK) !== undefined) {
        child.attributes = child.attributes.filter(([name]) => name !== CAPTION_MARK);
        if (
          isCleanElement(before) &&
          before.tag === 'figure' &&
          !before.children.some((c) => isCleanElement(c) && c.tag === 'figcaption')
        ) {
          before.children.push({ tag: 'figcaption', attributes: [], children: child.children });
          continue;
        }
      }
      kept.push(child);
    }
    root.children = kept;
  },
};

/** Width from which a picture at either end of a paragraph is no sign among its words. */
const WIDE = 200;

/** A wide picture before or behind the words of a paragraph stands by itself. */
function setApart(paragraph: CleanElement, content: readonly CleanNode[]): CleanNode[] | undefined {
  const [first, last] = [content[0], content[content.length - 1]];
  const picture = isWide(last) ? last : isWide(first) ? first : undefined;
  if (picture === undefined) return undefined;
  const words = { ...paragraph, children: paragraph.children.filter((child) => child !== picture) };
  const edge = picture === last ? -1 : 0;
  for (
    let child = words.children.at(edge);
    isCleanElement(child) && child.tag === 'br';
    child = words.children.at(edge)
  )
    words.children.splice(edge, 1);
  const figure: CleanElement = { tag: 'figure', attributes: [], children: [picture] };
  return picture === last ? [words, figure] : [figure, words];
}

function isWide(node: CleanNode | undefined): node is CleanElement {
  if (!isCleanElement(node)) return false;
  const [inner] = node.children;
  const picture = node.tag === 'a' && node.children.length === 1 && isCleanElement(inner) ? inner : node;
  return picture.tag === 'img' && Number(attributeOf(picture, 'width') ?? 0) >= WIDE;
}

/** A picture that its page calls a heading. */
const isPictureHeading = (child: CleanElement): boolean =>
  /^h[2-4]$/.test(child.tag) && cleanText(child).trim() === '' && cleanElements(child).some(({ tag }) => tag === 'img');

function asFigures(paragraph: CleanElement, parent: CleanElement): CleanNode[] | undefined {
  if (parent.tag === 'td' || parent.tag === 'th' || parent.tag === 'li') return undefined;
  const content = paragraph.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const onlyPictures =
    content.length > 0 &&
    content.every(
      (child) =>
        isCleanElement(child) &&
        (child.tag === 'img' || child.tag === 'br' || (child.tag === 'a' && cleanText(child).trim() === '')),
    );
  if (!onlyPictures) return captioned(content) ?? setApart(paragraph, content);
  return content
    .filter((child): child is CleanElement => isCleanElement(child) && child.tag !== 'br')
    .map((child) => ({ tag: 'figure', attributes: [], children: [child] }));
}

/** Longest line under a picture, characters. */
const CAPTION = 300;

/** One picture, line ends, and all words behind it emphasised: a figure with its caption. */
function captioned(content: readonly CleanNode[]): CleanNode[] | undefined {
  const [first, second] = content;
  const last = content[content.length - 1];
  if (!isPicture(first) || !isTag(second, 'br') || !isTag(last, 'em') || cleanText(last).length > CAPTION)
    return undefined;
  if (!content.slice(2, -1).every((child) => isTag(child, 'br'))) return undefined;
  return [
    {
      tag: 'figure',
      attributes: [],
      children: [first, { tag: 'figcaption', attributes: [], children: last.children }],
    },
  ];
}

const isTag = (node: CleanNode | undefined, tag: string): node is CleanElement =>
  isCleanElement(node) && node.tag === tag;

const isPicture = (node: CleanNode | undefined): node is CleanElement =>
  isTag(node, 'img') ||
  (isTag(node, 'a') && cleanText(node).trim() === '' && node.children.some((c) => isTag(c, 'img')));

/** Lists without items, tables without cells' text, figures without pictures: nothing, or what is left in them. */
export const hollow: Pass = {
  name: 'hollow',
  run(root, harvest) {
    const order = [root, ...cleanElements(root)].reverse();
    for (const element of order) {
      changeChildren(element, (child) => {
        const filled = isFilled(child);
        if (child.tag === 'table' && !filled) return [];
        if (child.tag === 'table' && cleanElements(child).filter((e) => e.tag === 'td' || e.tag === 'th').length === 1)
          return soleCell(child);
        if (
          (child.tag === 'td' ||
            child.tag === 'th' ||
            child.tag === 'hr' ||
            child.tag === 'br' ||
            child.tag === 'img') &&
          element.tag !== '#root'
        )
          return undefined;
        if (child.tag === 'hr' || child.tag === 'img') return undefined;
        if (!filled) {
          if (child.children.length > 0)
            removed(harvest, 'hollow', 'removed-empty', 'nothing to read or see', child.tag);
          return [];
        }
        if (
          child.tag === 'figure' &&
          !cleanElements(child).some((e) => ['img', 'table', 'pre', 'blockquote', 'a'].includes(e.tag))
        ) {
          return child.children.map((c) => (isCleanElement(c) && c.tag === 'figcaption' ? { ...c, tag: 'p' } : c));
        }
        return undefined;
      });
      if (element.tag === 'td' || element.tag === 'th' || element.tag === 'li') unwrapSole(element);
      if (element.tag === 'figure') captionLast(element);
    }
    while (isCleanElement(root.children[0]) && root.children[0].tag === 'hr') root.children.shift();
    for (let last = root.children.at(-1); isCleanElement(last) && last.tag === 'hr'; last = root.children.at(-1))
      root.children.pop();
  },
};

/** Something to read or see in it. */
function isFilled(element: CleanElement): boolean {
  const stack: CleanElement[] = [element];
  for (let next = stack.pop(); next; next = stack.pop())
    for (const child of next.children)
      if (typeof child !== 'string') {
        if (child.tag === 'img') return true;
        stack.push(child);
      } else if (child.trim() !== '') return true;
  return false;
}

/** A table of one cell was layout. */
function soleCell(table: CleanElement): CleanNode[] {
  const cell = cleanElements(table).find((e) => e.tag === 'td' || e.tag === 'th')!;
  return cell.children.some(
    (c) =>
      isCleanElement(c) && ['p', 'ul', 'ol', 'figure', 'blockquote', 'pre', 'h2', 'h3', 'h4', 'table'].includes(c.tag),
  )
    ? cell.children
    : [{ tag: 'p', attributes: [], children: cell.children }];
}

function unwrapSole(element: CleanElement): void {
  const paragraphs = element.children.filter((c) => isCleanElement(c) && c.tag === 'p');
  if (paragraphs.length === 1) {
    element.children = element.children.flatMap((c) => (c === paragraphs[0] ? (c as CleanElement).children : [c]));
  }
}

function captionLast(figure: CleanElement): void {
  const captions = figure.children.filter((c) => isCleanElement(c) && c.tag === 'figcaption');
  if (captions.length > 0) figure.children = [...figure.children.filter((c) => !captions.includes(c)), ...captions];
}
