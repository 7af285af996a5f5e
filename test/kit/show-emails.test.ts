import { expect, test } from 'vitest';
import { showEmails } from '../../src/kit/html/show-emails.ts';
import { attr, elements, parseBody, textContent } from '../../src/kit/html/tree.ts';

/** As Cloudflare writes it: a key, then every byte with the key. */
const hide = (text: string, key = 0x2a): string =>
  Buffer.from([key, ...Buffer.from(text).map((byte) => byte ^ key)]).toString('hex');

function shown(html: string): { text: string; href: string | undefined } {
  const root = parseBody(html);
  showEmails(root, html);
  const link = [...elements(root)].find(({ tagName }) => tagName === 'a');
  return { text: textContent(root), href: link && attr(link, 'href') };
}

test('a hidden address is read, and so is the link to it', () => {
  const hex = hide('pilots@harbour.example');
  expect(
    shown(
      `Write to <a href="/cdn-cgi/l/email-protection#${hex}"><span class="__cf_email__" data-cfemail="${hex}">[email&#160;protected]</span></a>.`,
    ),
  ).toEqual({ text: 'Write to pilots@harbour.example.', href: 'mailto:pilots@harbour.example' });
});

test.each(['', 'zz', '2a', 'abc', hide('no address'), hide('<b>@x'), 'ab'.repeat(5000)])(
  'anything else stays: %s',
  (hex) => {
    expect(shown(`<a href="/cdn-cgi/l/email-protection#${hex}" data-cfemail="${hex}">[email protected]</a>`)).toEqual({
      text: '[email protected]',
      href: `/cdn-cgi/l/email-protection#${hex}`,
    });
  },
);
