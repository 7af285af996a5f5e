import { Parser } from 'htmlparser2';
import { Entities } from './entities.ts';
import { prefixOf } from './names.ts';
import type { XmlNode } from './node.ts';

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
/** Attributes of inner markup that hold addresses. */
const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'background',
  'cite',
  'classid',
  'codebase',
  'data',
  'longdesc',
  'poster',
  'profile',
  'usemap',
]);

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

export interface XmlDocument {
  root: XmlNode;
  /** local name of the root element, lower case */
  kind: string;
}

/**
 * A feed document as a shallow tree: namespaces to known prefixes, xml:base and xml:lang in force, references decoded once, markup inside
 * texts written back as HTML. Iterative; whatever is cut short or wrongly nested keeps what could be read. `undefined`: no element at all.
 */
export function readXml(source: string, base: string): XmlDocument | undefined {
  const entities = new Entities();
  const text = withoutDoctype(source, entities);
  let root: XmlNode | undefined;
  let kind = '';
  let nodes = 0;
  let cdata = false;
  let atomRoot = false;
  /** innermost text construct that is collecting markup, and its open inner elements */
  let markup: { node: XmlNode; open: string[]; base: string; plain: string } | undefined;
  const stack: { node: XmlNode; raw: string; scope: Record<string, string> }[] = [];

  const nameOf = (raw: string, scope: Record<string, string>): string => {
    const colon = raw.indexOf(':');
    const prefix = colon < 0 ? '' : raw.slice(0, colon).toLowerCase();
    const local = raw.slice(colon + 1).toLowerCase();
    const uri = scope[prefix];
    let known = uri === undefined ? prefix : (prefixOf(uri) ?? prefix);
    if (known === 'atom' && atomRoot) known = '';
    if (known === 'xhtml' && prefix === '' && local !== 'body' && local !== 'div') known = '';
    return known === '' ? local : `${known}:${local}`;
  };

  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        if (++nodes > NODES) return;
        const top = stack[stack.length - 1];
        if (markup) {
          openMarkup(raw, attributes);
          return;
        }
        let scope = top?.scope ?? {};
        let own: Record<string, string> | undefined;
        const attrs: Record<string, string> = {};
        for (const key in attributes) {
          const lower = key.toLowerCase();
          const value = entities.decode(attributes[key]!);
          if (lower === 'xmlns' || lower.startsWith('xmlns:')) {
            own ??= { ...scope };
            own[lower === 'xmlns' ? '' : lower.slice(6)] = value;
          } else attrs[lower] = value;
        }
        scope = own ?? scope;
        if (!root) {
          kind = raw.slice(raw.indexOf(':') + 1).toLowerCase();
          atomRoot = kind === 'feed' || kind === 'entry';
        }
        const name = nameOf(raw, scope);
        // A text construct holds markup once an element opens in it.
        if (
          top &&
          TEXTS.has(top.node.name) &&
          !(
            top.node.name === 'content' &&
            /xml$/.test(top.node.attributes['type'] ?? '') &&
            !/xhtml/.test(top.node.attributes['type'] ?? '')
          )
        ) {
          markup = { node: top.node, open: [], base: top.node.base, plain: top.node.text };
          top.node.markup = escapeText(top.node.text);
          openMarkup(raw, attributes);
          return;
        }
        // An item inside an item: the end of the first is missing.
        if ((name === 'item' || name === 'entry') && stack.some((s) => s.node.name === name)) {
          while (stack.length > 0 && stack[stack.length - 1]!.node.name !== name) stack.pop();
          stack.pop();
        }
        const parent = stack[stack.length - 1]?.node;
        const xmlBase = attrs['xml:base'];
        const lang = attrs['xml:lang'] ?? parent?.lang;
        const node: XmlNode = {
          name,
          attributes: attrs,
          text: '',
          children: [],
          base: xmlBase === undefined ? (parent?.base ?? base) : resolve(xmlBase, parent?.base ?? base),
          ...(lang === undefined ? {} : { lang }),
        };
        if (!root) root = node;
        else (parent ?? root).children.push(node);
        if (stack.length < DEPTH) stack.push({ node, raw, scope });
      },
      onclosetag(raw) {
        if (markup) {
          if (markup.open.length > 0) {
            const at = markup.open.lastIndexOf(raw);
            if (at >= 0) {
              for (const name of markup.open.splice(at).reverse()) closeMarkup(name);
              return;
            }
          }
          if (stack[stack.length - 1]?.raw !== raw) return;
          for (const name of markup.open.splice(0).reverse()) closeMarkup(name);
          markup = undefined;
          stack.pop();
          return;
        }
        for (let i = stack.length - 1; i >= 0; i--) {
          if (stack[i]!.raw !== raw) continue;
          stack.length = i;
          return;
        }
      },
      ontext(part) {
        const decoded = cdata ? part : entities.decode(part);
        if (markup) {
          markup.node.markup += cdata ? part : escapeText(decoded);
          markup.node.text += decoded;
          return;
        }
        const top = stack[stack.length - 1];
        if (top) top.node.text += decoded;
      },
      oncdatastart() {
        cdata = true;
      },
      oncdataend() {
        cdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );

  function openMarkup(raw: string, attributes: Record<string, string>): void {
    const at = markup!;
    at.open.push(raw);
    const local = raw.slice(raw.indexOf(':') + 1);
    let html = `<${local}`;
    const inner = attributes['xml:base'];
    if (inner !== undefined) at.base = resolve(entities.decode(inner), at.base);
    for (const key in attributes) {
      const lower = key.toLowerCase();
      if (lower.startsWith('xmlns') || lower === 'xml:base') continue;
      const value = entities.decode(attributes[key]!);
      html += ` ${lower}="${escapeAttribute(ADDRESSES.has(lower) ? resolve(value, at.base) : value)}"`;
    }
    at.node.markup += `${html}>`;
  }
  function closeMarkup(raw: string): void {
    const local = raw.slice(raw.indexOf(':') + 1);
    if (!VOID.has(local.toLowerCase())) markup!.node.markup += `</${local}>`;
  }

  parser.write(text);
  parser.end();
  return root && { root, kind };
}

/** An address against a base, or as it stands where that cannot be. */
export function resolve(address: string, base: string): string {
  const trimmed = address.trim();
  try {
    return new URL(trimmed, base === '' ? undefined : base).href;
  } catch {
    return trimmed;
  }
}

/** Takes the DOCTYPE out; its internal subset may declare entities. Scanned once. */
function withoutDoctype(text: string, entities: Entities): string {
  const prolog = /^(?:[\s\ufeff]|<\?[^>]{0,2000}>|<!--[\s\S]{0,4000}?-->)*(?=<!DOCTYPE)/i.exec(text);
  if (!prolog) return text;
  const at = prolog[0].length;
  let quote = '';
  let depth = 0;
  for (let i = at + 9; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && depth <= 1) quote = c;
    else if (c === '[') depth++;
    else if (c === ']') depth = Math.max(0, depth - 1);
    else if (c === '>' && depth === 0) {
      entities.declare(text.slice(at, Math.min(i, at + 1_000_000)));
      return text.slice(0, at) + text.slice(i + 1);
    }
  }
  return text;
}
