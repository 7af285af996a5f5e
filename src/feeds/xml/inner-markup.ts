import { ADDRESS_ATTRIBUTES } from '../address-attributes.ts';
import type { Entities } from './entities.ts';
import type { XmlNode } from './node.ts';
import { resolve } from './resolve.ts';

const VOID = new Set([
  'br',
  'img',
  'hr',
  'input',
  'meta',
  'link',
  'area',
  'base',
  'col',
  'embed',
  'source',
  'wbr',
  'param',
]);
const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

/** Elements inside a text construct, written back as HTML with absolute addresses, while the document is read. */
export class InnerMarkup {
  readonly node: XmlNode;
  readonly #entities: Entities;
  readonly #open: string[] = [];
  #base: string;

  constructor(node: XmlNode, entities: Entities) {
    this.node = node;
    this.#entities = entities;
    this.#base = node.base;
    node.markup = escapeText(node.text);
  }

  open(raw: string, attributes: readonly string[] | undefined, closed: boolean): void {
    let html = `<${localOf(raw)}`;
    const pairs = attributes ?? [];
    for (let i = 0; i < pairs.length; i += 2)
      if (pairs[i] === 'xml:base') this.#base = resolve(this.#entities.decode(pairs[i + 1]!), this.#base);
    for (let i = 0; i < pairs.length; i += 2) {
      const name = pairs[i]!.toLowerCase();
      if (name.startsWith('xmlns') || name === 'xml:base') continue;
      const value = this.#entities.decode(pairs[i + 1]!);
      html += ` ${name}="${escapeAttribute(ADDRESS_ATTRIBUTES.has(name) ? resolve(value, this.#base) : value)}"`;
    }
    this.node.markup += `${html}>`;
    if (closed) this.#end(raw);
    else this.#open.push(raw);
  }

  /** True when the tag belonged to the markup. */
  close(raw: string): boolean {
    const at = this.#open.lastIndexOf(raw);
    if (at < 0) return false;
    this.#endFrom(at);
    return true;
  }

  closeAll(): void {
    this.#endFrom(0);
  }

  text(decoded: string, cdata: boolean): void {
    this.node.markup += cdata ? decoded : escapeText(decoded);
    this.node.text += decoded;
  }

  #endFrom(at: number): void {
    for (const name of this.#open.splice(at).reverse()) this.#end(name);
  }

  #end(raw: string): void {
    const local = localOf(raw);
    if (!VOID.has(local.toLowerCase())) this.node.markup += `</${local}>`;
  }
}

const localOf = (raw: string): string => raw.slice(raw.indexOf(':') + 1);
