import { decodeHTMLStrict } from 'entities';

/** What stands in these is no text. */
const SCRIPTS = /<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Title as plain text: markup out, references decoded once more where the title was HTML. */
export function plainTitle(text: string): string | undefined {
  const html = text.includes('<') && (/<\/?[a-z][^<>]*>/i.test(text) || /<!--|<!\[CDATA\[/.test(text));
  const bare = html
    ? text.replace(SCRIPTS, '').replace(/<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>|<\/?[a-z][^<>]*>/gi, '')
    : text;
  const decoded = bare.includes('&') && /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(bare) ? decodeHTMLStrict(bare) : bare;
  const title = decoded.replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
