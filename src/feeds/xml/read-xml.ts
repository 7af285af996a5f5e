import { withoutDoctype } from './doctype.ts';
import { Entities } from './entities.ts';
import { InnerMarkup } from './inner-markup.ts';
import { prefixOf } from './names.ts';
import type { XmlNode } from './node.ts';
import { resolve } from './resolve.ts';
import { scanXml, type XmlEvents } from './scan-xml.ts';

/** Deeper elements are read as if they stood at this depth. */
const DEPTH = 100;
const NODES = 400_000;

/** Elements whose inner elements are markup of a text, not structure. */
const TEXTS = new Set([
  'title',
  'subtitle',
  'tagline',
  'summary',
  'content',
  'description',
  'rights',
  'copyright',
  'info',
  'body',
  'xhtml:body',
  'xhtml:div',
  'content:encoded',
  'fullitem',
  'atom:title',
  'atom:summary',
  'atom:content',
  'atom:subtitle',
  'dc:title',
  'dc:description',
  'media:title',
  'media:description',
  'itunes:summary',
  'abstract',
  'prodlink',
]);

/** Elements that never stand inside a title: its end is missing. */
const NO_TITLE = new Set([
  'link',
  'description',
  'guid',
  'pubdate',
  'content:encoded',
  'dc:date',
  'dc:creator',
  'updated',
  'summary',
  'item',
  'entry',
]);

export interface XmlDocument {
  root: XmlNode;
  /** local name of the root element, lower case */
  kind: string;
}

/** Prefixes in force, and what names mean under them. */
interface Scope {
  uris: Record<string, string>;
  names: Map<string, string>;
}

interface Open {
  node: XmlNode;
  raw: string;
  scope: Scope;
}

const NONE: Readonly<Record<string, string>> = Object.freeze({});

/**
 * A feed document as a shallow tree: namespaces to known prefixes, xml:base and xml:lang in force, references decoded once, markup inside
 * texts written back as HTML. Iterative; whatever is cut short or wrongly nested keeps what could be read. `undefined`: no element at all.
 */
export function readXml(source: string, base: string): XmlDocument | undefined {
  const entities = new Entities();
  const text = withoutDoctype(source, entities);
  const tree = new Tree(entities, base);
  scanXml(text, tree);
  return tree.finish();
}

class Tree implements XmlEvents {
  readonly #entities: Entities;
  readonly #base: string;
  readonly #stack: Open[] = [];
  readonly #outer: Scope = { uris: {}, names: new Map() };
  #root: XmlNode | undefined;
  #kind = '';
  #nodes = 0;
  #atomRoot = false;
  /** innermost text construct that is collecting markup */
  #markup: InnerMarkup | undefined;

  constructor(entities: Entities, base: string) {
    this.#entities = entities;
    this.#base = base;
  }

  finish(): XmlDocument | undefined {
    this.#markup?.closeAll();
    return this.#root && { root: this.#root, kind: this.#kind };
  }

  open(raw: string, pairs: string[] | undefined, closed: boolean): void {
    if (++this.#nodes > NODES) return;
    const stack = this.#stack;
    if (this.#markup) {
      this.#markup.open(raw, pairs, closed);
      return;
    }
    const top = stack[stack.length - 1];
    let scope = top?.scope ?? this.#outer;
    let attributes: Record<string, string> | undefined;
    if (pairs) [scope, attributes] = this.#attributes(pairs, scope);
    if (!this.#root) {
      this.#kind = raw.slice(raw.indexOf(':') + 1).toLowerCase();
      this.#atomRoot = this.#kind === 'feed' || this.#kind === 'entry';
    }
    if (top?.node.name === 'title' && NO_TITLE.has(raw.toLowerCase())) {
      stack.pop();
      this.open(raw, pairs, closed);
      return;
    }
    if (top && isText(top.node)) {
      // A text construct holds markup once an element opens in it.
      this.#markup = new InnerMarkup(top.node, this.#entities);
      this.#markup.open(raw, pairs, closed);
      return;
    }
    const name = this.#nameOf(raw, scope);
    if (name === 'item' || name === 'entry') this.#closeUnclosed(name);
    const parent = stack[stack.length - 1]?.node;
    const outer = parent?.base ?? this.#base;
    const own = attributes?.['xml:base'];
    const node: XmlNode = {
      name,
      attributes: attributes ?? NONE,
      text: '',
      markup: undefined,
      children: [],
      base: own === undefined ? outer : resolve(own, outer),
      lang: attributes?.['xml:lang'] ?? parent?.lang,
    };
    if (!this.#root) this.#root = node;
    else (parent ?? this.#root).children.push(node);
    if (!closed && stack.length < DEPTH) stack.push({ node, raw, scope });
  }

  close(raw: string): void {
    if (this.#markup?.close(raw)) return;
    const stack = this.#stack;
    for (let i = stack.length - 1; i >= 0; i--) {
      if (stack[i]!.raw !== raw) continue;
      this.#markup?.closeAll();
      this.#markup = undefined;
      stack.length = i;
      return;
    }
  }

  text(part: string, cdata: boolean): void {
    if (this.#markup) {
      this.#markup.text(cdata ? part : this.#entities.decode(part), cdata);
      return;
    }
    const top = this.#stack[this.#stack.length - 1];
    if (top) top.node.text += cdata ? part : this.#entities.decode(part);
  }

  /** An item inside an item: the end of the first is missing. */
  #closeUnclosed(name: string): void {
    const at = this.#stack.findLastIndex((open) => open.node.name === name);
    if (at >= 0) this.#stack.length = at;
  }

  #attributes(pairs: readonly string[], scope: Scope): [Scope, Record<string, string>] {
    const attributes: Record<string, string> = {};
    let uris: Record<string, string> | undefined;
    for (let i = 0; i < pairs.length; i += 2) {
      const name = pairs[i]!.toLowerCase();
      const value = this.#entities.decode(pairs[i + 1]!);
      if (name === 'xmlns' || name.startsWith('xmlns:')) {
        uris ??= { ...scope.uris };
        uris[name === 'xmlns' ? '' : name.slice(6)] = value;
      } else attributes[name] ??= value;
    }
    return [uris ? { uris, names: new Map() } : scope, attributes];
  }

  #nameOf(raw: string, scope: Scope): string {
    let name = scope.names.get(raw);
    if (name === undefined) {
      name = nameIn(raw, scope.uris, this.#atomRoot);
      // A document may make up names without end.
      if (scope.names.size < 500) scope.names.set(raw, name);
    }
    return name;
  }
}

function nameIn(raw: string, uris: Readonly<Record<string, string>>, atomRoot: boolean): string {
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? '' : raw.slice(0, colon).toLowerCase();
  const local = raw.slice(colon + 1).toLowerCase();
  const uri = Object.hasOwn(uris, prefix) ? uris[prefix] : undefined;
  let known = uri === undefined ? prefix : (prefixOf(uri) ?? prefix);
  if (known === 'atom' && atomRoot) known = '';
  if (known === 'xhtml' && prefix === '' && local !== 'body' && local !== 'div') known = '';
  return known === '' ? local : `${known}:${local}`;
}

/** Atom content of an XML type other than XHTML, or of several forms, is structure of its own. */
function isText(node: XmlNode): boolean {
  if (!TEXTS.has(node.name)) return false;
  const type = node.attributes['type'] ?? '';
  return !(node.name === 'content' && /xml$|^multipart\//i.test(type) && !type.includes('xhtml'));
}
