/** Text that is markup already. */
export class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Piece = string | number | Raw | undefined | false | readonly Piece[];

export const raw = (text: string): Raw => new Raw(text);

/** Anything that is not plain text: markup, what XML 1.0 forbids, and any surrogate, whole or not. */
const SUSPECT = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff\ufffe\uffff]/;
const EACH_SPECIAL = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe in text and in quoted attributes of HTML and XML: what XML 1.0 forbids is dropped, lone surrogates become U+FFFD. */
export function escapeText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text.toWellFormed().replace(EACH_SPECIAL, (c) => ENTITY[c] ?? '');
}

function append(value: Piece): string {
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Raw) return value.text;
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === false) return '';
  let text = '';
  for (const piece of value) text += append(piece);
  return text;
}

/** Tagged template for HTML and XML: every value is escaped unless it is Raw; arrays are joined; undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Raw {
  let text = strings[0]!;
  for (let i = 0; i < values.length; i++) text += append(values[i]) + strings[i + 1]!;
  return new Raw(text);
}

export const xml: typeof html = html;
