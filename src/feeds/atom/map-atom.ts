import type { Enclosure, Entry, Feed } from '../../model/feed.ts';
import { absoluteMarkup } from '../absolute-markup.ts';
import { type FeedDates, known } from '../feed-dates.ts';
import { escapeHtml, oneLine, plainTitle } from '../markup.ts';
import { child, children, textOf, type XmlNode } from '../xml/node.ts';
import { resolve } from '../xml/resolve.ts';

/** Atom 1.0 (RFC 4287) and 0.3; a document that is one entry is a feed of one. */
export function mapAtom(root: XmlNode, dates: FeedDates): Feed {
  const isEntry = root.name === 'entry';
  const language = root.lang ?? root.attributes['lang'] ?? textOf(root, 'language', 'dc:language');
  const zone = dates.of(language);
  const entries = (
    isEntry ? [root] : root.children.filter((node) => node.name === 'entry' || node.name === 'item')
  ).map((entry) => mapEntry(entry, zone));
  if (!isEntry) inheritAuthors(root, entries);
  if (isEntry) return { format: 'atom', entries };
  return {
    format: 'atom',
    entries,
    ...known({
      title: titleOf(child(root, 'title', 'dc:title')),
      link: linkOf(root, 'alternate') ?? linkOf(root, undefined),
      id: textOf(root, 'id'),
      description: htmlOf(child(root, 'subtitle', 'tagline', 'info', 'description', 'dc:description')),
      language,
      updated: zone.read(textOf(root, 'updated', 'modified', 'dc:date', 'dcterms:modified', 'published')),
      self: linkOf(root, 'self'),
      hub: linkOf(root, 'hub'),
      next: linkOf(root, 'next'),
    }),
  };
}

/** Of several forms of one content (0.3, multipart/alternative) the one that is markup. */
function alternativeOf(node: XmlNode | undefined): XmlNode | undefined {
  if (!node || !/^multipart\//i.test(node.attributes['type'] ?? '')) return node;
  const forms = children(node, 'content');
  return forms.find((form) => /html/i.test(form.attributes['type'] ?? '')) ?? forms[0] ?? node;
}

/** HTML of a text construct by its type (RFC 4287, 3.1) or, in 0.3, its mode. */
function htmlOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  const type = (node.attributes['type'] ?? '').toLowerCase();
  const mode = (node.attributes['mode'] ?? '').toLowerCase();
  let html: string;
  if (isBase64(node)) {
    html = Buffer.from(node.text, 'base64').toString('utf8');
    if (type === 'text/plain') html = escapeHtml(html);
  } else if (node.markup !== undefined) {
    html = node.markup;
  } else if (
    (type === 'text' || type === 'text/plain' || type === '') &&
    mode !== 'escaped' &&
    !/<[a-z/!]/i.test(node.text)
  ) {
    html = escapeHtml(node.text);
    if (/&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(node.text)) html = node.text;
  } else if (type === 'text' || type === 'text/plain') html = escapeHtml(node.text);
  else html = node.text;
  return html.trim() === '' ? undefined : absoluteMarkup(html.trim(), node.base);
}

/** Mode base64 of 0.3, or a type that is neither text nor XML and whose text is base64. */
function isBase64(node: XmlNode): boolean {
  if (node.attributes['mode']?.toLowerCase() === 'base64') return true;
  const type = (node.attributes['type'] ?? '').toLowerCase();
  if (!type.includes('/') || type.startsWith('text/') || type.includes('xml') || node.markup !== undefined)
    return false;
  const text = node.text.replace(/\s+/g, '');
  return text.length >= 4 && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}

function titleOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  const type = (node.attributes['type'] ?? '').toLowerCase();
  if (isBase64(node)) return plainTitle(Buffer.from(node.text, 'base64').toString('utf8'));
  if (
    node.markup === undefined &&
    (type === 'text' || type === 'text/plain') &&
    node.attributes['mode'] !== 'escaped'
  ) {
    const text = oneLine(node.text);
    return text === '' ? undefined : text;
  }
  return plainTitle(node.markup ?? node.text);
}

/** `undefined` asks for any link at all. */
function linkOf(node: XmlNode, rel: string | undefined): string | undefined {
  let found: string | undefined;
  for (const link of node.children) {
    if (link.name !== 'link') continue;
    const href = link.attributes['href'] ?? (link.text.trim() || undefined);
    if (!href) continue;
    const own = (link.attributes['rel'] ?? 'alternate')
      .toLowerCase()
      .replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
    if (
      rel === undefined
        ? !['enclosure', 'hub', 'next', 'prev', 'replies', 'edit', 'search', 'license'].includes(own)
        : own === rel
    ) {
      const type = link.attributes['type'] ?? '';
      if (rel !== 'alternate' || type === '' || /html/.test(type)) return resolve(href, link.base);
      found ??= resolve(href, link.base);
    }
  }
  return found;
}

function mapEntry(entry: XmlNode, zone: ReturnType<FeedDates['of']>): Entry {
  const content = alternativeOf(child(entry, 'content', 'content:encoded', 'xhtml:body', 'body'));
  const source = child(entry, 'source');
  const published = textOf(
    entry,
    'published',
    'issued',
    'created',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'pubdate',
  );
  const id = textOf(entry, 'id', 'guid', 'dc:identifier');
  const src = content?.attributes['src'];
  return {
    authors: peopleOf(entry, source),
    categories: categoriesOf(entry),
    enclosures: enclosuresOf(entry),
    ...known({
      id,
      url:
        linkOf(entry, 'alternate') ??
        linkOf(entry, 'related') ??
        linkOf(entry, undefined) ??
        (src ? resolve(src, content!.base) : undefined) ??
        (id && /^(https?:\/\/|urn:)/i.test(id) ? id : undefined),
      title: titleOf(child(entry, 'title', 'dc:title', 'media:title')),
      published: zone.read(published),
      updated: zone.read(textOf(entry, 'updated', 'modified', 'dcterms:modified')),
      summary:
        htmlOf(child(entry, 'summary', 'description', 'dc:description', 'media:description')) ??
        htmlOf(mediaOf(entry, 'media:description')),
      content: htmlOf(content),
      image: imageOf(entry),
      origin: source && titleOf(child(source, 'title')),
    }),
  };
}

/** An entry that names nobody has the authors of its feed (RFC 4287, 4.2.1); not where the feed only names itself. */
function inheritAuthors(root: XmlNode, entries: readonly Entry[]): void {
  const title = titleOf(child(root, 'title'));
  const whole = peopleOf(root, undefined).filter((name) => name !== title);
  for (const entry of entries) if (entry.authors.length === 0) entry.authors = [...whole];
}

function peopleOf(entry: XmlNode, source: XmlNode | undefined): string[] {
  const found = new Set<string>();
  const own = entry.children.filter((node) =>
    ['author', 'dc:creator', 'dc:author', 'itunes:author'].includes(node.name),
  );
  for (const node of own.length > 0 ? own : source ? children(source, 'author') : []) {
    const name = textOf(node, 'name') ?? (node.text.trim() || textOf(node, 'email', 'uri', 'url'));
    if (name) found.add(name.replace(/\s+/g, ' '));
  }
  if (found.size === 0)
    for (const node of children(entry, 'contributor')) {
      const name = textOf(node, 'name', 'email');
      if (name) found.add(name);
    }
  return [...found];
}

function categoriesOf(entry: XmlNode): string[] {
  const found = new Set<string>();
  for (const node of entry.children) {
    if (node.name !== 'category' && node.name !== 'dc:subject') continue;
    for (const value of [node.attributes['term'], node.attributes['label'], plainTitle(node.text)]) {
      if (value?.trim()) {
        found.add(value.trim());
        if (value === node.attributes['term'] && node.attributes['label'] === undefined) break;
      }
    }
  }
  return [...found];
}

function enclosuresOf(entry: XmlNode): Enclosure[] {
  const found = new Map<string, Enclosure>();
  const group = child(entry, 'media:group');
  for (const node of [...entry.children, ...(group?.children ?? [])]) {
    const link = node.name === 'link' && /(^|\/)enclosure$/i.test(node.attributes['rel'] ?? '');
    if (!link && node.name !== 'media:content' && node.name !== 'enclosure') continue;
    const address = node.attributes['href'] ?? node.attributes['url'];
    if (!address) continue;
    const url = resolve(address, node.base);
    const bytes = Number(node.attributes['length'] ?? node.attributes['filesize']);
    if (!found.has(url))
      found.set(url, { url, ...known({ type: node.attributes['type'], length: bytes > 0 ? bytes : undefined }) });
  }
  return [...found.values()];
}

const mediaOf = (entry: XmlNode, name: string): XmlNode | undefined => {
  const group = child(entry, 'media:group');
  return child(entry, name) ?? (group && child(group, name));
};

function imageOf(entry: XmlNode): string | undefined {
  const found =
    mediaOf(entry, 'media:thumbnail') ??
    [mediaOf(entry, 'media:content')].find(
      (node) => node?.attributes['medium'] === 'image' || node?.attributes['type']?.startsWith('image/'),
    );
  const url = found?.attributes['url'];
  return found && url ? resolve(url, found.base) : undefined;
}
