import { decodeHTMLStrict } from 'entities';
import { resolve } from './xml/read-xml.ts';

const ADDRESS =
  /(\s(?:href|src|action|background|cite|classid|codebase|data|longdesc|poster|profile|usemap)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const TAG = /<[a-z][^<>]*>/gi;

/** Relative addresses in HTML made absolute; anything else is left as it stands. */
export function absoluteMarkup(html: string, base: string): string {
  const readable = html.includes('&#1')
    ? html.replace(/&#(1[2-5]\d);/g, (reference) => decodeHTMLStrict(reference))
    : html;
  if (base === '' || !readable.includes('<')) return readable;
  return readable.replace(TAG, (tag) =>
    !/\s(?:href|src|action|background|cite|classid|codebase|data|longdesc|poster|profile|usemap)\s*=/i.test(tag)
      ? tag
      : tag.replace(ADDRESS, (whole, before: string, value: string) => {
          const quote = value[0] === '"' || value[0] === "'" ? value[0] : '';
          const address = quote ? value.slice(1, -1) : value;
          if (/^(?:https?:\/\/|mailto:|data:|javascript:|#\B)/i.test(address)) return whole;
          return `${before}${quote || '"'}${resolve(decodeHTMLStrict(address), base).replaceAll('"', '%22').replaceAll('&', '&amp;')}${quote || '"'}`;
        }),
  );
}

/** Title as plain text: markup out, references decoded once more where the title was HTML. */
export function plainTitle(text: string): string | undefined {
  const html = /<\/?[a-z][^<>]*>/i.test(text) || /<!--|<!\[CDATA\[/.test(text);
  const bare = html ? text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>|<\/?[a-z][^<>]*>/gi, '') : text;
  const decoded = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(bare) ? decodeHTMLStrict(bare) : bare;
  const title = decoded.replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title;
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
