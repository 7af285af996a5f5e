import type { DefaultTreeAdapterTypes as T } from 'parse5';
import { Parser, parse, parseFragment } from 'parse5';
import { PageTokenizer } from './tokenizer.ts';

export type Node = T.Node;
export type ChildNode = T.ChildNode;
export type Element = T.Element;
export type TextNode = T.TextNode;
export type Document = T.Document;
export type Fragment = T.DocumentFragment;
export type ParentNode = T.ParentNode;

const OPTIONS = { scriptingEnabled: false } as const;

/** A whole page; `noscript` content is parsed as markup. */
export function parseDocument(html: string): Document {
  const text = plainInput(html);
  if (text === undefined) return parse(html, OPTIONS);
  const parser = new Parser<T.DefaultTreeAdapterMap>(OPTIONS);
  build(parser, text);
  return parser.document;
}

/** As the content of a <body>. */
export function parseBody(html: string): Fragment {
  const text = plainInput(html);
  if (text === undefined) return parseFragment(html, OPTIONS);
  const parser = Parser.getFragmentParser<T.DefaultTreeAdapterMap>(null, OPTIONS);
  build(parser, text);
  return parser.getFragment();
}

function build(parser: Parser<T.DefaultTreeAdapterMap>, html: string): void {
  const tokenizer = new PageTokenizer(html, parser as unknown as Parser<never>);
  tokenizer.inForeignNode = parser.tokenizer.inForeignNode;
  parser.tokenizer = tokenizer as unknown as typeof parser.tokenizer;
  tokenizer.run();
}

/** Input as the page tokenizer wants it; undefined: it holds U+0000, which has rules of its own everywhere. */
function plainInput(html: string): string | undefined {
  if (html.includes('\0')) return undefined;
  return html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is TextNode => node.nodeName === '#text';

export function attr(element: Element, name: string): string | undefined {
  for (const a of element.attrs) if (a.name === name) return a.value;
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
