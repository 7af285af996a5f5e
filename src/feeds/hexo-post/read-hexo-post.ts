import { marked } from 'marked';
import { parse } from 'yaml';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';

/** An existing post: front matter and body. Unknown is absent. */
export interface HexoPostRead {
  title: string;
  /** as written in the front matter */
  date?: string;
  updated?: string;
  categories: string[];
  tags: string[];
  permalink?: string;
  image?: string;
  author?: string;
  /** address of the original, where the post names one */
  source?: string;
  /** body HTML, not yet clean */
  html: string;
}

const FRONT = /^\s*(?:---|;;;)[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|;;;)[ \t]*(?:\r?\n|$)([\s\S]*)$/;
const SOURCE_KEYS = ['source_url', 'source', 'original', 'original_url', 'link', 'from', 'url'];

/**
 * Reads `_posts/*.md` and `.html`: front matter in YAML, in JSON (`;;;`), or in the form of the generator before Kanyin whose titles break
 * YAML; body in HTML or Markdown. Problems: IMPORT_UNREADABLE.
 */
export function readHexoPost(file: string, text: string): Outcome<HexoPostRead> {
  const found = FRONT.exec(text.replace(/^\ufeff/, ''));
  if (!found) return fail(problem('IMPORT_UNREADABLE', { where: file, why: 'no front matter' }));
  const [, head = '', body = ''] = found;
  const fields = readFront(head, text.trimStart().startsWith(';;;'));
  if (!fields) return fail(problem('IMPORT_UNREADABLE', { where: file, why: 'the front matter cannot be read' }));
  const title = textOf(fields['title']);
  if (title === undefined) return fail(problem('IMPORT_UNREADABLE', { where: file, why: 'no title' }));
  const unescaped = body
    .replaceAll('&#123;', '{')
    .replaceAll('&#125;', '}')
    .replace(/\{%\s*(?:end)?raw\s*%\}/g, '');
  const html =
    /^\s*</.test(unescaped) || file.endsWith('.html') ? unescaped : marked.parse(unescaped, { async: false });
  if (html.replace(/<[^>]*>/g, '').trim() === '' && !/<img/i.test(html)) {
    return fail(problem('IMPORT_UNREADABLE', { where: file, why: 'the body is empty' }));
  }
  const source = SOURCE_KEYS.map((key) => textOf(fields[key])).find(
    (value) => value !== undefined && /^https?:\/\//.test(value),
  );
  const unbrace = (value: string | undefined): string | undefined =>
    value?.replaceAll('&#123;', '{').replaceAll('&#125;', '}');
  return ok({
    title: unbrace(title)!,
    categories: listOf(fields['categories'] ?? fields['category']),
    tags: listOf(fields['tags'] ?? fields['tag']),
    html,
    ...present('date', dateOf(fields['date'])),
    ...present('updated', dateOf(fields['updated'])),
    ...present('permalink', textOf(fields['permalink'])),
    ...present('image', textOf(fields['headimg'] ?? fields['cover'] ?? fields['thumbnail'] ?? fields['image'])),
    ...present('author', textOf(fields['author'])),
    ...present('source', source),
  });
}

type Fields = Record<string, unknown>;

function readFront(head: string, json: boolean): Fields | undefined {
  try {
    const data: unknown = json ? JSON.parse(`{${head}}`) : parse(head, { schema: 'failsafe', logLevel: 'silent' });
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Fields;
  } catch {
    return readLoose(head);
  }
  return readLoose(head);
}

/** Line by line, the value as it stands between its outer quotes: for titles with quotes and colons that YAML refuses. */
function readLoose(head: string): Fields | undefined {
  const fields: Fields = {};
  let list: string[] | undefined;
  for (const line of head.split(/\r?\n/)) {
    const item = /^\s+-\s+(.*)$/.exec(line);
    if (item && list) {
      list.push(unquote(item[1]!));
      continue;
    }
    const pair = /^([A-Za-z_][\w-]*)\s*:\s*(.*)$/.exec(line);
    if (!pair) continue;
    list = [];
    fields[pair[1]!] = pair[2]!.trim() === '' ? list : unquote(pair[2]!);
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}

const unquote = (text: string): string => text.trim().replace(/^(['"])([\s\S]*)\1$/, '$2');

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  return text === '' ? undefined : text;
}

const dateOf = (value: unknown): string | undefined => (value instanceof Date ? value.toISOString() : textOf(value));

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listOf);
  const text = textOf(value);
  return text === undefined ? [] : [text];
}

const present = <K extends string>(key: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
