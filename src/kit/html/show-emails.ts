import { attr, type Element, elements, type ParentNode, type TextNode } from './tree.ts';

/** Longest address that is decoded, hexadecimal digits. */
const LONGEST = 2000;
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+$/;
const LINK = /\/cdn-cgi\/l\/email-protection#([\da-f]+)$/i;

/**
 * Mail addresses that Cloudflare hides from machines until a script shows them: the words `[email protected]` and links to a page of its
 * own become the address, as readers see it. Nothing else changes.
 */
export function showEmails(root: ParentNode, html: string): void {
  if (!html.includes('data-cfemail') && !html.includes('email-protection#')) return;
  for (const element of [...elements(root)]) {
    const shown = decode(attr(element, 'data-cfemail'));
    if (shown !== undefined && ADDRESS.test(shown)) showText(element, shown);
    const href = element.attrs.find(({ name }) => name === 'href');
    const target = decode(LINK.exec(href?.value ?? '')?.[1]);
    if (href && target !== undefined && ADDRESS.test(target.split('?')[0]!)) href.value = `mailto:${target}`;
  }
}

function showText(element: Element, value: string): void {
  const text: TextNode = { nodeName: '#text', value, parentNode: element };
  element.childNodes = [text];
}

/** The first byte is the key to all others. */
function decode(hex: string | undefined): string | undefined {
  if (hex === undefined || hex.length < 6 || hex.length > LONGEST || !/^(?:[\da-f]{2})+$/i.test(hex)) return undefined;
  const [key = 0, ...bytes] = Buffer.from(hex, 'hex');
  return Buffer.from(bytes.map((byte) => byte ^ key)).toString('utf8');
}
