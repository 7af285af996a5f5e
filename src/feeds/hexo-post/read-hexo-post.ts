import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readPostBody } from './read-post-body.ts';

/** A post as it stands in a `_posts` folder, its format taken off. Absent = not stated. */
export interface HexoPost {
  /** file name without folder and extension */
  slug: string;
  title: string;
  /** as printed: ISO, RFC 822, 2022年9月26日; zone-less means the newsroom's zone */
  date?: string;
  updated?: string;
  categories: string[];
  tags: string[];
  permalink?: string;
  headimg?: string;
  /** address of the original article */
  source?: string;
  outlet?: string;
  authors: string[];
  editor?: string;
  origin?: string;
  description?: string;
  language?: string;
  /** post of the ancestor: its titles have lost `: / \ ? * “ ” < > | [ ]` to `_` */
  ancestor: boolean;
  /** hostile HTML */
  html: string;
}

/** UTF-16 units; longer ones are no posts */
const LONGEST = 10_000_000;

/** Front matter (YAML, JSON, or YAML that only the ancestor could love) and a body in HTML or Markdown. Problems: IMPORT_UNREADABLE. */
export function readHexoPost(file: string, text: string): Outcome<HexoPost> {
  const unreadable = (why: string): Outcome<never> => fail(problem('IMPORT_UNREADABLE', { where: file, why }));
  if (text.length > LONGEST) return unreadable('it is longer than ten million characters');
  if (text.includes('\u0000')) return unreadable('it is no text');
  const front = readFrontMatter(text);
  if (front === undefined) return unreadable('it does not begin with front matter');
  const { fields, rest } = front;
  const one = (...keys: string[]): string | undefined => keys.map((key) => fields.get(key)?.[0]).find(Boolean);
  const all = (key: string): string[] => [...new Set(fields.get(key) ?? [])];
  const slug = file.replace(/^.*[/\\]/, '').replace(/\.(?:md|markdown|html?)$/i, '');
  const title = one('title')?.replace(/\s+/g, ' ').trim();
  if (title === undefined || title === '') return unreadable('it has no title');
  const html = readPostBody(rest);
  if (html === undefined) return unreadable('its Markdown cannot be read');

  const categories = [...(fields.get('categories') ?? fields.get('category') ?? [])];
  const author = one('author');
  const ancestor =
    categories.length === 3 && author === categories[1] && fields.has('thumbnail') && !fields.has('permalink');
  const source = one('source', 'source_url', 'original', 'original_url', 'canonical', 'canonical_url', 'link', 'url');
  const known = {
    date: one('undated') === 'true' ? undefined : one('date', 'created'),
    updated: one('updated', 'lastmod'),
    permalink: one('permalink'),
    headimg: one('headimg', 'thumbnail', 'cover', 'banner_img', 'index_img', 'photos', 'image'),
    source: source !== undefined && /^https?:\/\/[^\s]+$/i.test(source) ? source : undefined,
    outlet: one('outlet') ?? (ancestor ? author : undefined),
    editor: one('editor'),
    origin: one('origin'),
    description: one('description', 'excerpt'),
    language: one('lang', 'language'),
  };
  return ok({
    slug,
    title,
    categories: [...new Set(categories)],
    tags: [...new Set([...all('tags'), ...all('tag'), ...all('keywords')])],
    authors: ancestor
      ? []
      : (fields.get('author') ?? fields.get('authors') ?? []).flatMap((name) => name.split(/\s*[、,，;；]\s*/)),
    ancestor,
    html,
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<HexoPost>),
  });
}
