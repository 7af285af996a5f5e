/** A value of front matter; `date` is written bare, as Hexo wants it: `yyyy-mm-dd hh:mm:ss`, no zone. */
export type FrontValue = string | boolean | { date: string } | readonly string[] | readonly (readonly [string])[];

/** YAML in which every text is double-quoted, so that no title can be read as anything else. Absent values leave no line. */
export function frontMatter(fields: readonly (readonly [string, FrontValue | undefined])[]): string {
  const lines = fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${written(value)}`]));
  return `---\n${lines.join('\n')}\n---\n`;
}

function written(value: FrontValue): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return String(value);
  if ('date' in value) return value.date;
  return `[${value.map((item) => (typeof item === 'string' ? quoted(item) : `[${quoted(item[0])}]`)).join(', ')}]`;
}

/** One line, whatever is inside. Braces and line separators as escapes: YAML gives them back, a template engine never sees them. */
const quoted = (text: string): string => `"${text.toWellFormed().replace(SPECIAL, escaped)}"`;

const SPECIAL = /["\\{}\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

const escaped = (c: string): string =>
  c === '"' || c === '\\' ? `\\${c}` : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
