import { attr, type Element } from '../kit/html/tree.ts';
import { absoluteUrl } from '../kit/url.ts';

/** Longer addresses are data, not addresses. */
const LENGTH = 2000;

/** `undefined`: the link goes nowhere safe, its text stays. */
export function linkAttributes(node: Element, base: string | undefined): [string, string][] | undefined {
  const href = attr(node, 'href');
  const address = href === undefined ? undefined : safeAddress(href, base);
  return address === undefined
    ? undefined
    : [
        ['href', address],
        ['rel', 'noopener nofollow'],
      ];
}

/** http, https and mailto; relative addresses only where there is a base; places on the page itself are none. */
function safeAddress(href: string, base: string | undefined): string | undefined {
  const plain = href.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  if (plain === '' || plain.startsWith('#') || plain.length > LENGTH) return undefined;
  if (/^mailto:[^?\s]+@[^?\s]+$/i.test(plain)) return plain;
  return absoluteUrl(href, base);
}
