import type { PageTree } from '../page-tree.ts';

export interface LdPicture {
  /** as given */
  src: string;
  caption?: string;
}

/** An article, video or page object of JSON-LD, in our words. Absent is undefined; lists may be empty. */
export interface LdArticle {
  type: string;
  headline?: string;
  alternativeHeadline?: string;
  description?: string;
  authors: string[];
  editors: string[];
  published?: string;
  modified?: string;
  images: LdPicture[];
  articleBody?: string;
  publisher?: string;
  section?: string;
  keywords: string[];
  language?: string;
  url?: string;
  dateline?: string;
}

type Bag = Record<string, unknown>;

const ARTICLE =
  /article|posting|report|review|recipe|webpage|videoobject|creativework|howto|book|product|podcastepisode/i;
const MAX_SCRIPT = 1_000_000;
const MAX_OBJECTS = 3000;

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects that describe this page, articles first; broken scripts are mended where that is cheap, else skipped. */
export function readJsonLd(page: PageTree): LdArticle[] {
  const bags: Bag[] = [];
  const byId = new Map<string, Bag>();
  for (const node of page.nodes) {
    if (node.tag !== 'script') continue;
    const type = node.element.attrs.find((a) => a.name === 'type')?.value ?? '';
    if (!/ld\+json/i.test(type)) continue;
    const first = node.element.childNodes[0];
    const text = first && 'value' in first ? first.value : '';
    if (text.length === 0 || text.length > MAX_SCRIPT) continue;
    collect(parseLenient(text), bags, byId);
  }
  const found = bags.filter((bag) => ARTICLE.test(typeOf(bag))).map((bag) => toArticle(bag, byId));
  return found.sort((a, b) => rank(b) - rank(a));
}

function collect(root: unknown, bags: Bag[], byId: Map<string, Bag>): void {
  const queue: { value: unknown; depth: number; nested: boolean }[] = [{ value: root, depth: 0, nested: false }];
  for (let i = 0; i < queue.length && i < MAX_OBJECTS; i++) {
    const { value, depth, nested } = queue[i]!;
    if (depth > 6) continue;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, 500)) queue.push({ value: one, depth: depth + 1, nested });
      continue;
    }
    if (!isBag(value)) continue;
    const id = value['@id'];
    if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
    if (!nested && value['@type'] !== undefined) bags.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed', 'author', 'publisher'])
      if (typeof value[key] === 'object')
        queue.push({ value: value[key], depth: depth + 1, nested: nested || !/^(@graph|mainEntity)$/.test(key) });
  }
}

const typeOf = (bag: Bag): string => strings(bag['@type']).join(' ');

const rank = (a: LdArticle): number =>
  (/newsarticle|reportage|analysis|opinion/i.test(a.type)
    ? 6
    : /article|posting|report/i.test(a.type)
      ? 5
      : /webpage/i.test(a.type)
        ? 0
        : 2) +
  (a.headline ? 1 : 0) +
  (a.published ? 1 : 0);

function toArticle(bag: Bag, byId: Map<string, Bag>): LdArticle {
  const article: LdArticle = {
    type: typeOf(bag),
    authors: names(bag['author'] ?? bag['creator'], byId),
    editors: names(bag['editor'], byId),
    images: pictures(bag['image'] ?? bag['thumbnailUrl'], byId),
    keywords: strings(bag['keywords'])
      .flatMap((k) => k.split(/[,，;；、]/))
      .map((k) => k.trim())
      .filter((k) => k !== ''),
  };
  const put = (
    key:
      | 'headline'
      | 'alternativeHeadline'
      | 'description'
      | 'published'
      | 'modified'
      | 'articleBody'
      | 'publisher'
      | 'section'
      | 'language'
      | 'url'
      | 'dateline',
    value: string | undefined,
  ) => {
    const clean = value?.trim();
    if (clean) article[key] = clean;
  };
  put('headline', strings(bag['headline'])[0] ?? (/webpage/i.test(article.type) ? undefined : strings(bag['name'])[0]));
  put('alternativeHeadline', strings(bag['alternativeHeadline'])[0]);
  put('description', strings(bag['description'])[0]);
  put('published', strings(bag['datePublished'] ?? bag['pubDate'] ?? bag['uploadDate'] ?? bag['dateCreated'])[0]);
  put('modified', strings(bag['dateModified'] ?? bag['upDate'])[0]);
  put('articleBody', strings(bag['articleBody'] ?? bag['text'])[0]);
  put('publisher', names(bag['publisher'], byId)[0]);
  put('section', strings(bag['articleSection'])[0]);
  put('language', strings(bag['inLanguage'])[0]);
  put('url', strings(bag['url'])[0]);
  put('dateline', strings(bag['dateline'])[0]);
  return article;
}

/** Strings of a value or list; numbers as text; objects by name. */
function strings(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, 100) : [value];
  const out: string[] = [];
  for (const one of list) {
    const text = isBag(one) ? (one['@value'] ?? one['name']) : one;
    if (typeof text === 'string' && text.trim() !== '') out.push(text);
    else if (typeof text === 'number') out.push(String(text));
  }
  return out;
}

/** Names of people or organisations; an `@id` alone is looked up. */
function names(value: unknown, byId: Map<string, Bag>): string[] {
  const list = Array.isArray(value) ? value.slice(0, 50) : [value];
  return list.flatMap((one) => {
    if (isBag(one) && one['name'] === undefined) {
      const id = one['@id'];
      const other = typeof id === 'string' ? byId.get(id) : undefined;
      if (other && other['name'] !== undefined) return strings(other);
      const given = strings(one['givenName'])[0];
      const family = strings(one['familyName'])[0];
      return given || family ? [[given, family].filter(Boolean).join(' ')] : [];
    }
    return isBag(one) ? strings(one['name']) : strings(one);
  });
}

function pictures(value: unknown, byId: Map<string, Bag>): LdPicture[] {
  const list = Array.isArray(value) ? value.slice(0, 50) : [value];
  return list.flatMap((one) => {
    if (!isBag(one)) return strings(one).map((src) => ({ src }));
    const id = one['@id'];
    const bag =
      one['url'] === undefined && one['contentUrl'] === undefined && typeof id === 'string'
        ? (byId.get(id) ?? one)
        : one;
    const [src] = strings(bag['url'] ?? bag['contentUrl']);
    const caption = strings(bag['caption'] ?? bag['name'] ?? bag['description'])[0]
      ?.replace(/\s+/g, ' ')
      .trim();
    return src === undefined ? [] : [{ src, ...(caption ? { caption } : {}) }];
  });
}

/** JSON as sites write it: comment and CDATA wrappers, raw line breaks in strings, trailing commas, several documents. */
export function parseLenient(text: string): unknown {
  const direct = tryParse(text);
  if (direct !== undefined) return direct;
  let body = text
    .replace(/\/\*\s*<!\[CDATA\[\s*\*\/|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>|<!--|-->/g, '')
    .trim();
  const start = body.search(/[[{]/);
  if (start < 0) return undefined;
  body = body.slice(start);
  const mended = mend(body);
  return (
    tryParse(mended) ??
    tryParse(mended.slice(0, Math.max(mended.lastIndexOf('}'), mended.lastIndexOf(']')) + 1)) ??
    loose(body)
  );
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** One pass: control characters inside strings escaped, bad escapes doubled, commas before a closing bracket dropped. */
function mend(text: string): string {
  const out: string[] = [];
  let inside = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inside) {
      if (c === 92) {
        if (!/["\\/bfnrtu]/.test(text[i + 1] ?? '')) {
          out.push(text.slice(from, i), '\\\\');
          from = i + 1;
        } else i++;
      } else if (c === 34) inside = false;
      else if (c < 32) {
        out.push(text.slice(from, i), c === 10 ? '\\n' : ' ');
        from = i + 1;
      }
    } else if (c === 34) inside = true;
    else if (c === 44) {
      let next = i + 1;
      while (next < text.length && text.charCodeAt(next) <= 32) next++;
      if (next >= text.length || text[next] === '}' || text[next] === ']') {
        out.push(text.slice(from, i));
        from = i + 1;
      }
      i = next - 1;
    }
  }
  out.push(text.slice(from));
  return out.join('');
}

/** The last resort for JSON no parser takes: plain string members by key. */
function loose(text: string): Bag | undefined {
  const bag: Bag = {};
  for (const key of [
    '@type',
    'headline',
    'datePublished',
    'dateModified',
    'pubDate',
    'upDate',
    'description',
    'articleSection',
  ]) {
    const match = new RegExp(`"${key}"\\s{0,9}:\\s{0,9}"([^"\\n]{1,2000})"`).exec(text);
    if (match?.[1]) bag[key] = match[1];
  }
  const author =
    /"author"\s{0,9}:\s{0,9}[[{\s]{0,20}(?:"@type"\s{0,9}:\s{0,9}"[^"]{1,40}"\s{0,9},\s{0,9})?"name"\s{0,9}:\s{0,9}"([^"\n]{1,200})"/.exec(
      text,
    );
  if (author?.[1]) bag['author'] = author[1];
  return bag['@type'] === undefined && bag['headline'] === undefined && bag['datePublished'] === undefined
    ? undefined
    : { '@type': 'Article', ...bag };
}
