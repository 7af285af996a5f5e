import { decodeHTMLStrict } from 'entities';

/** What stands in these is no text. */
const SCRIPTS = /<(script|style|applet)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Title as plain text: markup out, references decoded once more where the title was HTML. `''`: markup without a word in it. */
export function plainTitle(text: string): string | undefined {
  const html = text.includes('<') && (/<\/?[a-z][^<>]*>/i.test(text) || /<!--|<!\[CDATA\[/.test(text));
  const bare = html
    ? withoutComments(text.replace(SCRIPTS, '')).replace(/<!\[CDATA\[|\]\]>|<\/?[a-z][^<>]*>/gi, '')
    : text;
  const decoded = bare.includes('&') && /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(bare) ? decodeHTMLStrict(bare) : bare;
  const title = oneLine(decoded);
  return title === '' && !html ? undefined : title;
}

/** Control characters that no text may hold; white space of every kind is one blank. */
export const oneLine = (text: string): string =>
  ODD.test(text) ? text.replace(CONTROLS, '').replace(/\s+/g, ' ').trim() : text.trim();
/** What most titles hold nothing of: controls, white space but single blanks. */
const ODD = /[\u0000-\u001f\u007f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}/;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));

/** A comment that does not end is none. */
function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const from = text.indexOf('<!--', at);
    const to = from < 0 ? -1 : text.indexOf('-->', from + 4);
    if (to < 0) return at === 0 ? text : out + text.slice(at);
    out += text.slice(at, from);
    at = to + 3;
  }
}
