import { isPicture } from '../../kit/html/is-picture.ts';
import type { PictureSource } from '../../kit/html/picture-source.ts';
import { attr, type ChildNode, type Element, isElement, isText, type ParentNode } from '../../kit/html/tree.ts';
import { absoluteUrl } from '../../kit/url.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const SKIPPED = new Set(['script', 'style', 'template', 'head', 'title']);
/** What was kept though its tag is furniture's: whole pages stand in forms. */
const BOX = new Set(['form', 'dialog', 'menu']);
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' };
export const escapeText = (text: string): string => text.replace(/[&<>\u00a0]/g, (c) => ESCAPED[c]!);
const escapeValue = (text: string): string => text.replace(/[&"<>\u00a0]/g, (c) => ESCAPED[c]!);

/** What is kept is shown, though a script was to show it. */
const isShown = ({ name, value }: Element['attrs'][number]): boolean =>
  name !== 'hidden' && !(name === 'style' && /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value));

export interface PicturesShown {
  /** what relative addresses are relative to */
  base: string | undefined;
  /** the address chosen for a picture; undefined: it is not shown. One that is not in here was not judged. */
  sources: ReadonlyMap<Element, PictureSource | undefined>;
}

const ADDRESSES = new Set(['href', 'src', 'poster']);
/** Attributes of a picture beside its address: what it shows, and what tells a face in the text from a photograph. */
const OF_PICTURE = new Set(['alt', 'title', 'class', 'style']);

/** Says what a browser without scripts is told; its pictures are the page's. */
const isNoscript = (node: ParentNode | null): boolean => node?.nodeName === 'noscript';

/** HTML of a subtree without what is gone. Iterative, and leaves the tree as it is. */
export function writeBody(page: PageTree, root: PageNode, shown?: PicturesShown): string {
  const out: string[] = [];
  const stack: (ChildNode | string)[] = [root.element];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') out.push(node);
    else if (isText(node)) {
      if (!page.goneText.has(node) && !isNoscript(node.parentNode)) out.push(escapeText(node.value));
    } else if (isElement(node)) {
      if (SKIPPED.has(node.tagName) || page.of.get(node)?.gone !== undefined) continue;
      const judged = shown !== undefined && isPicture(node) && shown.sources.has(node);
      const refused = judged && shown.sources.get(node) === undefined;
      const tag = BOX.has(node.tagName) ? 'div' : node.tagName;
      if (refused ? VOID.has(tag) : isSourceOfJudged(node, shown)) continue;
      if (!refused) {
        const attributes = judged ? pictureAttributes(node, shown.sources.get(node)!) : ownAttributes(node, shown);
        out.push(`<${tag}${attributes.map(([name, value]) => ` ${name}="${escapeValue(value)}"`).join('')}>`);
        if (VOID.has(tag)) continue;
        stack.push(`</${tag}>`);
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  return out.join('');
}

/** Children of a <picture> that are looked at: every <source> in it looks at all of them. */
const MOST_SOURCES = 200;

/** A <source> beside an <img> whose address is chosen already. */
function isSourceOfJudged(node: Element, shown: PicturesShown | undefined): boolean {
  const { parentNode } = node;
  if (shown === undefined || node.tagName !== 'source' || !parentNode || !isElement(parentNode)) return false;
  return (
    parentNode.tagName === 'picture' &&
    parentNode.childNodes.slice(0, MOST_SOURCES).some((one) => isElement(one) && shown.sources.has(one))
  );
}

const ownAttributes = (node: Element, shown: PicturesShown | undefined): [string, string][] =>
  node.attrs
    .filter(isShown)
    .map(({ name, value }) => [
      name,
      shown !== undefined && ADDRESSES.has(name) && !value.startsWith('#')
        ? (absoluteUrl(value, shown.base) ?? value)
        : value,
    ]);

const pictureAttributes = (node: Element, { src, width, height }: PictureSource): [string, string][] => [
  ['src', src],
  ...[...OF_PICTURE].flatMap((name): [string, string][] => {
    const value = attr(node, name);
    return value === undefined || !isShown({ name, value }) ? [] : [[name, value]];
  }),
  ...(width === undefined ? [] : ([['width', String(width)]] as [string, string][])),
  ...(height === undefined ? [] : ([['height', String(height)]] as [string, string][])),
];
