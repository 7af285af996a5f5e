import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, serialize, html as spec } from 'parse5';
import { attr, type Document, descendants, type Element, isElement, parseDocument } from '../../src/kit/html/tree.ts';

type Change = (document: Document) => void;

/** What one site does otherwise than another: each is done to a whole page, which keeps its words. */
const CHANGES = {
  'names hashed': names,
  'machines told nothing': told,
  'no tags of landmarks': landmarks,
  'div for p': (document) => rename(document, /^p$/, () => 'div'),
  'br for p': lineBreaks,
  'bold for headings': headings,
  'a box around each p': boxes,
  'all in a table': table,
} satisfies Record<string, Change>;

/** Changes of one kind, and what is left of a page when several come together. */
export const VARIANTS: Record<string, readonly Change[]> = {
  ...Object.fromEntries(Object.entries(CHANGES).map(([name, change]) => [name, [change]])),
  'no names, nothing told, no landmarks': [names, told, landmarks],
  'that, with div for p and bold for headings': [names, told, landmarks, CHANGES['div for p'], headings],
  'that, with br for p': [names, told, landmarks, lineBreaks],
};

export function pageVariant(html: string, changes: readonly Change[]): string {
  const document = parseDocument(html);
  for (const change of changes) change(document);
  return serialize(document, { scriptingEnabled: false });
}

const elements = (document: Document): Element[] => [...descendants(document)].filter(isElement);

/** Equal names stay equal, and say nothing. */
function names(document: Document): void {
  for (const element of elements(document))
    for (const one of element.attrs)
      if (one.name === 'class' || one.name === 'id')
        one.value = one.value
          .split(/\s+/)
          .filter((name) => name !== '')
          .map((name) => `x${createHash('sha256').update(name).digest('hex').slice(0, 7)}`)
          .join(' ');
}

/** No JSON-LD, no microdata, no meta but the character set: the title alone is left. */
function told(document: Document): void {
  for (const element of elements(document)) {
    element.attrs = element.attrs.filter(
      ({ name }) => !/^(item(prop|type|scope|ref|id)|property|typeof|vocab)$/.test(name),
    );
    const json = element.tagName === 'script' && /json/i.test(attr(element, 'type') ?? '');
    if (json || (element.tagName === 'meta' && attr(element, 'charset') === undefined)) remove(element);
  }
}

function landmarks(document: Document): void {
  rename(document, /^(article|main|section|aside|header|footer|nav)$/, () => 'div');
  for (const element of elements(document))
    element.attrs = element.attrs.filter(({ name }) => !/^(role|aria-.*)$/.test(name));
}

function headings(document: Document): void {
  for (const element of elements(document)) {
    if (!/^h[1-6]$/.test(element.tagName)) continue;
    const strong = made('strong', element.childNodes);
    become(element, 'p');
    adopt(element, [strong]);
  }
}

function lineBreaks(document: Document): void {
  for (const element of elements(document))
    if (element.tagName === 'p' && element.parentNode)
      replace(element, [...element.childNodes, made('br', []), made('br', [])]);
}

function boxes(document: Document): void {
  for (const element of elements(document))
    if (element.tagName === 'p' && element.parentNode) {
      const box = made('div', []);
      replace(element, [box]);
      adopt(box, [element]);
    }
}

function table(document: Document): void {
  const body = elements(document).find(({ tagName }) => tagName === 'body');
  if (!body) return;
  const inside = body.childNodes;
  adopt(body, [made('table', [made('tbody', [made('tr', [made('td', [made('div', inside)])])])])]);
}

function rename(document: Document, tags: RegExp, to: (element: Element) => string): void {
  for (const element of elements(document)) if (tags.test(element.tagName)) become(element, to(element));
}

function become(element: Element, tag: string): void {
  element.tagName = tag;
  element.nodeName = tag;
}

type Child = DefaultTreeAdapterTypes.ChildNode;

function made(tag: string, children: Child[]): Element {
  const element: Element = {
    nodeName: tag,
    tagName: tag,
    attrs: [],
    namespaceURI: spec.NS.HTML,
    childNodes: [],
    parentNode: null,
  };
  adopt(element, children);
  return element;
}

function adopt(parent: Element, children: Child[]): void {
  parent.childNodes = [...children];
  for (const child of children) child.parentNode = parent;
}

function replace(element: Element, by: Child[]): void {
  const parent = element.parentNode!;
  parent.childNodes.splice(parent.childNodes.indexOf(element), 1, ...by);
  for (const child of by) child.parentNode = parent;
}

const remove = (element: Element): void => {
  if (element.parentNode) replace(element, []);
};
