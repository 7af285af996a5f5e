import { parse } from 'yaml';

/** Every value as texts: a scalar is one, lists and lists of lists are flattened in order. */
export type FrontFields = Map<string, string[]>;

/** Characters; more is no front matter */
const LONGEST = 200_000;

/** 1 the part between the marks, 2 as JSON or YAML as a whole, 3 else key by key, a broken line as it stands. */
export function readFrontMatter(text: string): { fields: FrontFields; rest: string } | undefined {
  const parts = split(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  if (parts === undefined) return undefined;
  const { mark, head, rest } = parts;
  if (mark === ';;;') {
    const value = quietly(() => JSON.parse(/^\s*\{/.test(head) ? head : `{${head}}`) as unknown);
    return isRecord(value) ? { fields: fieldsOf(value), rest } : undefined;
  }
  const whole = quietly(() => parse(head, YAML) as unknown);
  const fields = isRecord(whole) ? fieldsOf(whole) : readByKey(head);
  return fields.size > 0 ? { fields, rest } : undefined;
}

/** Dates stay texts; a key given twice (a post touched by several tools) is no reason to lose the post. */
const YAML = { schema: 'core', uniqueKeys: false, logLevel: 'silent', maxAliasCount: 50 } as const;

function split(text: string): { mark: string; head: string; rest: string } | undefined {
  const body = text.replace(/^\s*\n/, '');
  const opened = /^(-{3,}|;{3,})[ \t]*\n/.exec(body);
  const mark = opened?.[1]?.slice(0, 3) ?? '---';
  const from = opened?.[0].length ?? 0;
  const end = /^(?:-{3,}|;{3,})[ \t]*$/gm;
  end.lastIndex = from;
  for (let found = end.exec(body); found; found = end.exec(body)) {
    if (found[0].slice(0, 3) !== mark) continue;
    if (found.index > LONGEST) return undefined;
    const head = body.slice(from, found.index);
    // Without an opening mark only what looks like keys is front matter, not a Markdown rule.
    if (!opened && !/^[\w-]+\s*:/.test(head)) return undefined;
    return { mark, head, rest: body.slice(found.index + found[0].length).replace(/^\n/, '') };
  }
  return undefined;
}

/** Titles such as `'it's'`, `[Live] x`, `@name`, `a: b` break YAML: each key is read alone, and as it stands where even that fails. */
function readByKey(head: string): FrontFields {
  const fields: FrontFields = new Map();
  const chunks: string[] = [];
  for (const line of head.split('\n')) {
    if (/^[\w-]+\s*:/.test(line)) chunks.push(line);
    else if (chunks.length > 0 && line.trim() !== '') chunks[chunks.length - 1] += `\n${line}`;
  }
  for (const chunk of chunks) {
    const value = quietly(() => parse(chunk, YAML) as unknown);
    if (isRecord(value)) {
      for (const [key, texts] of fieldsOf(value)) fields.set(key, texts);
      continue;
    }
    const [, key = '', first = ''] = /^([\w-]+)\s*:[ \t]*(.*)/.exec(chunk) ?? [];
    const items = chunk
      .split('\n')
      .slice(1)
      .flatMap((line) => /^\s*-\s+(.*)$/.exec(line)?.[1] ?? []);
    const texts = [first, ...items].map(bare).filter((text) => text !== '');
    if (texts.length > 0) fields.set(key, texts);
  }
  return fields;
}

const bare = (text: string): string => decodeBraces(text.trim().replace(/^(['"])(.*)\1$/, '$2')).trim();

function fieldsOf(record: Record<string, unknown>): FrontFields {
  const fields: FrontFields = new Map();
  for (const [key, value] of Object.entries(record)) {
    const texts = textsOf(value);
    if (texts.length > 0) fields.set(key, texts);
  }
  return fields;
}

function textsOf(value: unknown): string[] {
  const texts: string[] = [];
  const stack: unknown[] = [value];
  while (stack.length > 0 && texts.length < 1000) {
    const next = stack.pop();
    if (Array.isArray(next)) for (let i = next.length - 1; i >= 0; i--) stack.push(next[i]);
    else if (isRecord(next)) stack.push(...Object.keys(next).reverse());
    else if (next !== null && next !== undefined) texts.push(decodeBraces(String(next)).trim());
  }
  return texts.filter((text) => text !== '');
}

/** The ancestor escapes braces in front matter too. */
const decodeBraces = (text: string): string => text.replaceAll('&#123;', '{').replaceAll('&#125;', '}');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parsers of outside data throw for what they cannot read; nesting beyond their stack is a RangeError. */
function quietly(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
