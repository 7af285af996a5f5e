import type { DefaultTreeAdapterTypes as T } from 'parse5';
import { defaultTreeAdapter, Parser } from 'parse5';
import { PageTokenizer } from './tokenizer.ts';

export type Node = T.Node;
export type ChildNode = T.ChildNode;
export type Element = T.Element;
export type TextNode = T.TextNode;
export type Document = T.Document;
export type Fragment = T.DocumentFragment;
export type ParentNode = T.ParentNode;

/**
 * Elements of one tree, twelve times as many as the largest of 490 pages of news has: what is more takes longer than 2 s. Formatting
 * left open is made anew in every paragraph, so a megabyte of tags can ask for millions.
 */
const MOST_ELEMENTS = 50_000;

let made = 0;
const COUNTING: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  createElement(tagName, namespaceURI, attrs) {
    made++;
    return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
  },
};
const OPTIONS = { scriptingEnabled: false, treeAdapter: COUNTING } as const;
const cut = new WeakSet<ParentNode>();

/** A whole page; `noscript` content is parsed as markup. A page of too many elements ends early: `isCutShort`. */
export function parseDocument(html: string): Document {
  const parser = new Parser<T.DefaultTreeAdapterMap>(OPTIONS);
  return build(parser, html, () => parser.document);
}

/** As the content of a <body>. */
export function parseBody(html: string): Fragment {
  const parser = Parser.getFragmentParser<T.DefaultTreeAdapterMap>(null, OPTIONS);
  return build(parser, html, () => parser.getFragment());
}

/** The tree ends before its text did: it holds as many elements as one may. */
export const isCutShort = (root: ParentNode): boolean => cut.has(root);

function build<Root extends ParentNode>(
  parser: Parser<T.DefaultTreeAdapterMap>,
  html: string,
  rootOf: () => Root,
): Root {
  made = 0;
  const text = plainInput(html);
  const tokenizer = new PageTokenizer(text, parser as unknown as Parser<never>);
  tokenizer.inForeignNode = parser.tokenizer.inForeignNode;
  parser.tokenizer = tokenizer as unknown as typeof parser.tokenizer;
  const whole = tokenizer.run(() => made > MOST_ELEMENTS);
  const root = rootOf();
  if (!whole) cut.add(root);
  return root;
}

/** Input as the page tokenizer wants it: U+0000, which no reader sees, is dropped, line ends are one character. */
function plainInput(html: string): string {
  const text = html.includes('\0') ? html.replaceAll('\0', '') : html;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is TextNode => node.nodeName === '#text';

export function attr(element: Element, name: string): string | undefined {
  const { attrs } = element;
  for (let i = 0; i < attrs.length; i++) if (attrs[i]!.name === name) return attrs[i]!.value;
  return undefined;
}

/** All descendants in document order, iterative: hostile nesting cannot overflow the stack. */
export function* descendants(root: ParentNode): Generator<ChildNode> {
  const stack: { nodes: ChildNode[]; at: number }[] = [{ nodes: root.childNodes, at: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const node = top.nodes[top.at++];
    if (node === undefined) {
      stack.pop();
      continue;
    }
    yield node;
    if ('childNodes' in node && node.childNodes.length > 0) stack.push({ nodes: node.childNodes, at: 0 });
  }
}

export function* elements(root: ParentNode): Generator<Element> {
  for (const node of descendants(root)) if (isElement(node)) yield node;
}

/** Text of all descendants, concatenated, script and style left out. */
export function textContent(root: ParentNode | TextNode): string {
  if (isText(root)) return root.value;
  let text = '';
  const stack: { of: ParentNode; at: number }[] = [];
  let of = root;
  let at = 0;
  for (;;) {
    const node = of.childNodes[at++];
    if (node === undefined) {
      const above = stack.pop();
      if (above === undefined) return text;
      ({ of, at } = above);
    } else if (isText(node)) {
      if (of.nodeName !== 'script' && of.nodeName !== 'style') text += node.value;
    } else if ('childNodes' in node && node.childNodes.length > 0) {
      stack.push({ of, at });
      of = node;
      at = 0;
    }
  }
}

export function removeNode(node: ChildNode): void {
  const siblings = node.parentNode?.childNodes;
  const at = siblings?.indexOf(node) ?? -1;
  if (siblings && at >= 0) siblings.splice(at, 1);
  node.parentNode = null;
}
