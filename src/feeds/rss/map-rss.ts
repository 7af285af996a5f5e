import type { Enclosure, Entry, Feed } from '../../model/feed.ts';
import { absoluteMarkup } from '../absolute-markup.ts';
import { type FeedDates, known } from '../feed-dates.ts';
import { oneLine, plainTitle } from '../markup.ts';
import { child, children, textOf, type XmlNode } from '../xml/node.ts';
import { resolve } from '../xml/resolve.ts';

/** HTML of a text element, addresses absolute. */
function htmlOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  const html = node.markup ?? node.text;
  return html.trim() === '' ? undefined : absoluteMarkup(html.trim(), node.base);
}

const first = (node: XmlNode, ...names: string[]): XmlNode | undefined => {
  for (const name of names)
    for (const c of node.children) if (c.name === name && (c.text.trim() !== '' || c.markup)) return c;
  return undefined;
};

const titleOf = (node: XmlNode, ...names: string[]): string | undefined => {
  const found = first(node, ...names);
  return found && plainTitle(found.markup ?? found.text);
};

/** RSS 0.9x, 1.0 (RDF), 2.0 and CDF: channel and items, wherever the items stand. */
export function mapRss(root: XmlNode, dates: FeedDates, verbatim: boolean): Feed {
  const channel = child(root, 'channel') ?? root;
  const items = collectItems(root, channel);
  const language = textOf(channel, 'language', 'dc:language') ?? channel.lang ?? root.lang;
  const zone = dates.of(language);
  const feedLink = linkOf(channel);
  const self = atomLink(channel, 'self');
  const hub = atomLink(channel, 'hub');
  const next = atomLink(channel, 'next');
  return {
    format: root.name === 'rdf:rdf' ? 'rdf' : root.name === 'channel' && channel.attributes['href'] ? 'cdf' : 'rss',
    entries: items.map((item) =>
      verbatim ? { ...mapItem(item, zone), verbatim: verbatimOf(item) } : mapItem(item, zone),
    ),
    ...known({
      title: titleOf(channel, 'title', 'dc:title', 'atom:title', 'itunes:title'),
      link: feedLink,
      id: textOf(channel, 'guid', 'atom:id', 'id', 'dc:identifier') ?? channel.attributes['rdf:about'],
      description: htmlOf(
        first(
          channel,
          'description',
          'tagline',
          'subtitle',
          'atom:subtitle',
          'dc:description',
          'abstract',
          'itunes:summary',
          'itunes:subtitle',
        ),
      ),
      language,
      updated: zone.read(
        textOf(
          channel,
          'lastbuilddate',
          'atom:updated',
          'pubdate',
          'dc:date',
          'dcterms:modified',
          'updated',
          'dcterms:created',
        ) ?? channel.attributes['lastmod'],
      ),
      self,
      hub,
      next,
      rhythm: rhythmOf(channel),
    }),
  };
}

function collectItems(root: XmlNode, channel: XmlNode): XmlNode[] {
  const items: XmlNode[] = [];
  const stack = [...root.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.name === 'item' || node.name === 'entry') items.push(node);
    else if (node === channel || node.name === 'channel' || node.name === 'items' || node.name === 'rss')
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return items;
}

function atomLink(node: XmlNode, rel: string): string | undefined {
  for (const link of node.children) {
    if (link.name !== 'atom:link' && link.name !== 'link') continue;
    const href = link.attributes['href'];
    if (href && (link.attributes['rel'] ?? 'alternate').toLowerCase() === rel) return resolve(href, link.base);
  }
  return undefined;
}

function linkOf(node: XmlNode): string | undefined {
  const bare = children(node, 'link').findLast(
    (link) => link.attributes['href'] && link.attributes['rel'] === undefined,
  );
  if (bare) return resolve(bare.attributes['href']!, bare.base);
  for (const link of children(node, 'link')) {
    const text = link.text.trim();
    if (text !== '') return resolve(text, link.base);
  }
  const alternate = atomLink(node, 'alternate');
  if (alternate) return alternate;
  const href = node.attributes['href'];
  return href ? resolve(href, node.base) : undefined;
}

const ADDRESS = /^(?:https?:\/\/|\/\/)\S+$/i;

function verbatimOf(item: XmlNode): NonNullable<Entry['verbatim']> {
  const printed = (name: string): string | undefined => {
    const node = child(item, name);
    return node && (node.markup ?? node.text);
  };
  return known({
    published: printed('pubdate')?.trim(),
    title: printed('title')?.trim(),
    description: printed('content:encoded') ?? printed('description'),
  });
}

function mapItem(item: XmlNode, zone: ReturnType<FeedDates['of']>): Entry {
  const guid = child(item, 'guid');
  const guidText = guid?.text.trim() || undefined;
  const permalink =
    guid !== undefined && guid.attributes['ispermalink']?.toLowerCase() !== 'false' ? guidText : undefined;
  const about = item.attributes['rdf:about'];
  const content = first(
    item,
    'content:encoded',
    'xhtml:body',
    'body',
    'xhtml:div',
    'fullitem',
    'content',
    'atom:content',
  );
  const description = first(item, 'description');
  const lead = first(item, 'summary', 'atom:summary', 'itunes:summary');
  const both = !content && description && lead && lead.text.trim() !== description.text.trim();
  const summary = both
    ? lead
    : first(
        item,
        'description',
        'atom:summary',
        'summary',
        'dc:description',
        'abstract',
        'itunes:summary',
        'media:description',
        'itunes:subtitle',
      );
  const published =
    textOf(
      item,
      'pubdate',
      'dc:date',
      'atom:published',
      'dcterms:issued',
      'dcterms:created',
      'published',
      'issued',
      'created',
      'date',
      'dcterms:date',
    ) ?? item.attributes['lastmod'];
  const updated = textOf(item, 'atom:updated', 'dcterms:modified', 'updated', 'modified', 'lastbuilddate');
  const source = child(item, 'source');
  const link =
    linkOf(item) ??
    (permalink && (ADDRESS.test(permalink) || guid?.attributes['ispermalink'])
      ? resolve(permalink, guid!.base)
      : undefined) ??
    (about ? resolve(about, item.base) : undefined);
  return {
    authors: authorsOf(item),
    categories: categoriesOf(item),
    enclosures: enclosuresOf(item),
    ...known({
      id: guidText ?? textOf(item, 'atom:id', 'id') ?? about ?? textOf(item, 'dc:identifier'),
      url: link,
      title: titleOf(item, 'title', 'dc:title', 'atom:title', 'media:title', 'itunes:title'),
      published: zone.read(published),
      updated: zone.read(updated),
      summary: htmlOf(summary),
      content: htmlOf(content ?? (both ? description : undefined)),
      image: imageOf(item),
      origin: source?.text.trim() || (source && textOf(source, 'title', 'atom:title')) || undefined,
    }),
  };
}

const AUTHORS = new Set([
  'author',
  'dc:creator',
  'dc:author',
  'itunes:author',
  'atom:author',
  'dc:contributor',
  'managingeditor',
  'creator',
]);

function authorsOf(item: XmlNode): string[] {
  const found = new Set<string>();
  for (const node of item.children) {
    if (!AUTHORS.has(node.name)) continue;
    const name = (node.text.trim() || textOf(node, 'atom:name', 'name', 'atom:email', 'email'))?.replace(/\s+/g, ' ');
    if (name) found.add(EMAIL_AND_NAME.exec(name)?.[1] ?? plainTitle(name) ?? name);
  }
  return [...found];
}

/** RSS 2.0 asks for `editor@news.example (Name)`. */
const EMAIL_AND_NAME = /^\S+@\S+\s*\((.*\S.*)\)$/;

function categoriesOf(item: XmlNode): string[] {
  const found = new Set<string>();
  for (const node of item.children) {
    if (node.name === 'itunes:keywords' || node.name === 'media:keywords') {
      for (const word of node.text.split(/[,，]/)) if (word.trim() !== '') found.add(oneLine(word));
      continue;
    }
    if (!['category', 'dc:subject', 'atom:category', 'media:category', 'itunes:category'].includes(node.name)) continue;
    const name =
      (node.text.replace(/\s+/g, ' ').trim() || undefined) ??
      node.attributes['term'] ??
      node.attributes['label'] ??
      (node.name === 'itunes:category' ? node.attributes['text'] : undefined);
    if (name) found.add(name);
    for (const inner of node.children) {
      if (inner.name === 'itunes:category' && inner.attributes['text']) found.add(inner.attributes['text']);
    }
  }
  return [...found];
}

function enclosuresOf(item: XmlNode): Enclosure[] {
  const found = new Map<string, Enclosure>();
  const add = (node: XmlNode, address: string | undefined, length: string | undefined): void => {
    if (!address?.trim()) return;
    const url = resolve(address, node.base);
    if (found.has(url)) return;
    const bytes = Number(length);
    found.set(url, {
      url,
      ...known({
        type: node.attributes['type'],
        length: length !== undefined && Number.isFinite(bytes) && bytes > 0 ? bytes : undefined,
      }),
    });
  };
  const visit = (nodes: readonly XmlNode[], depth: number): void => {
    for (const node of nodes) {
      if (node.name === 'enclosure')
        add(node, node.attributes['url'] ?? node.attributes['href'], node.attributes['length']);
      else if (node.name === 'media:content') add(node, node.attributes['url'], node.attributes['filesize']);
      else if (node.name === 'atom:link' && node.attributes['rel'] === 'enclosure')
        add(node, node.attributes['href'], node.attributes['length']);
      else if (node.name === 'media:group' && depth < 3) visit(node.children, depth + 1);
    }
  };
  visit(item.children, 0);
  return [...found.values()];
}

function imageOf(item: XmlNode): string | undefined {
  const group = child(item, 'media:group');
  const media = group ? [...item.children, ...group.children] : item.children;
  const picture = media.find(
    (node) =>
      node.name === 'media:content' &&
      node.attributes['url'] &&
      (node.attributes['medium'] === 'image' || node.attributes['type']?.startsWith('image/')),
  );
  const thumbnail =
    media.find(
      (node) => node.name === 'media:thumbnail' && (node.attributes['url'] || ADDRESS.test(node.text.trim())),
    ) ?? media.find((node) => node.name === 'media:content')?.children.find((node) => node.name === 'media:thumbnail');
  const itunes = child(item, 'itunes:image');
  const enclosure = item.children.find(
    (node) => node.name === 'enclosure' && node.attributes['type']?.startsWith('image/'),
  );
  const found = picture ?? thumbnail ?? itunes ?? enclosure;
  const address =
    found?.attributes['url'] ??
    found?.attributes['href'] ??
    (found?.text.trim() || undefined) ??
    textOf(child(item, 'image') ?? item, 'url');
  return found && address ? resolve(address, found.base) : undefined;
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const PERIODS: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

function rhythmOf(channel: XmlNode): Feed['rhythm'] | undefined {
  const ttl = Number(textOf(channel, 'ttl'));
  const hours = children(child(channel, 'skiphours') ?? channel, 'hour')
    .map((n) => Number(n.text.trim()))
    .filter((h) => Number.isInteger(h) && h >= 0 && h <= 24)
    .map((h) => h % 24);
  const days = children(child(channel, 'skipdays') ?? channel, 'day')
    .map((n) => DAYS.indexOf(n.text.trim().toLowerCase()))
    .filter((d) => d >= 0);
  const period = PERIODS[textOf(channel, 'sy:updateperiod')?.toLowerCase() ?? ''];
  const often = Math.max(1, Number(textOf(channel, 'sy:updatefrequency')) || 1);
  const rhythm = known({
    ttlMinutes: ttl > 0 && ttl < 100_000 ? ttl : undefined,
    skipHours: hours.length > 0 && hours.length < 24 ? hours : undefined,
    skipDays: days.length > 0 && days.length < 7 ? days : undefined,
    updatePeriodMinutes: period === undefined ? undefined : Math.round(period / often),
  });
  return Object.keys(rhythm).length > 0 ? rhythm : undefined;
}
