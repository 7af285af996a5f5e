import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteMarkup } from '../../src/feeds/absolute-markup.ts';
import { parseFeed } from '../../src/feeds/parse-feed.ts';
import { parseSitemap } from '../../src/feeds/sitemap/parse-sitemap.ts';
import type { Feed } from '../../src/model/feed.ts';

const FOLDER = new URL('../../fixtures/feeds/', import.meta.url);
const GOOD = readdirSync(FOLDER).map((name) => {
  const folder = new URL(`${name}/`, FOLDER);
  return readFileSync(new URL(readdirSync(folder).find((file) => file.startsWith('input.'))!, folder));
});
const NEEDS = { url: 'https://h.example/feed', headers: {}, now: new Date('2026-09-01T04:00:00Z') };

/** What holds for every feed, whatever the bytes were. */
function isSound(feed: Feed): void {
  for (const entry of feed.entries) {
    for (const [name, value] of Object.entries(entry)) if (name !== 'title') expect(value).not.toBe('');
    for (const date of [entry.published, entry.updated])
      if (date !== undefined) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    if (entry.title !== undefined) expect(entry.title).toBe(entry.title.replace(/\s+/g, ' ').trim());
    for (const enclosure of entry.enclosures) expect(enclosure.length ?? 1).toBeGreaterThan(0);
  }
}

const survives = (bytes: Uint8Array): void => {
  const parsed = parseFeed(bytes, NEEDS);
  if (parsed.ok) isSound(parsed.value);
  else expect(parsed.problem.code).toBe('FEED_NOT_A_FEED');
  parseSitemap(bytes, NEEDS);
};

describe('any bytes', () => {
  test('never crash', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 300 });
  });
  test('of markup never crash', () => {
    const piece = fc.constantFrom(
      '<rss>',
      '<feed>',
      '<channel>',
      '<item>',
      '</item>',
      '<entry',
      ' xmlns="',
      'http://www.w3.org/2005/Atom',
      '"',
      "'",
      '>',
      '/>',
      '<',
      '</',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml',
      '?>',
      '<!DOCTYPE',
      '[<!ENTITY a "&a;">]>',
      '&a;',
      '&#',
      ';',
      '=',
      '<title>',
      '</title>',
      '<content type="xhtml">',
      '<b>',
      '</b>',
      ' xml:base="',
      '..',
      '<link href=',
      'x',
      ' ',
      '\u0000',
      '字',
      '<description>',
      '<!',
      '__proto__',
      '<constructor>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => survives(Buffer.from(pieces.join('')))),
      { numRuns: 1500 },
    );
  });
});

describe('a good feed', () => {
  test('cut anywhere keeps the entries that were whole', () => {
    const items = Array.from(
      { length: 5 },
      (_, i) => `<item><title>第 ${i} 条</title><link>https://h.example/${i}</link></item>`,
    );
    const head = '<?xml version="1.0"?><rss><channel><title>t</title>';
    const bytes = Buffer.from(head + items.join(''));
    for (let end = Buffer.byteLength(head); end <= bytes.length; end++) {
      const parsed = parseFeed(bytes.subarray(0, end), NEEDS);
      const whole = items.filter((_, i) => Buffer.byteLength(head + items.slice(0, i + 1).join('')) <= end).length;
      expect(parsed.ok && parsed.value.entries.slice(0, whole).map((entry) => entry.url)).toEqual(
        Array.from({ length: whole }, (_, i) => `https://h.example/${i}`),
      );
    }
  });
  test('of every kind survives any cut and any change', () => {
    const change = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('cut', 'drop', 'set', 'double'),
      byte: fc.integer({ min: 0, max: 255 }),
      length: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...GOOD), fc.array(change, { minLength: 1, maxLength: 4 }), (good, changes) => {
        let bytes = Buffer.from(good);
        for (const { at, kind, byte, length } of changes) {
          const from = at % (bytes.length + 1);
          const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
          if (kind === 'cut') bytes = Buffer.from(before);
          else if (kind === 'drop') bytes = Buffer.concat([before, after.subarray(length)]);
          else if (kind === 'set') bytes = Buffer.concat([before, Buffer.of(byte), after.subarray(1)]);
          else bytes = Buffer.concat([before, after.subarray(0, length), after]);
        }
        survives(bytes);
      }),
      { numRuns: 1500 },
    );
  });
  test('with one entry more has exactly one more, the others unchanged', () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => /\S/.test(text) && !/[<&\u0000-\u001f]|\]\]>/.test(text));
    const document = (titles: string[]): Buffer =>
      Buffer.from(
        `<rss><channel><title>t</title>${titles.map((text, i) => `<item><title><![CDATA[${text}]]></title><guid>${i}</guid></item>`).join('')}</channel></rss>`,
      );
    const entries = (titles: string[]) => {
      const parsed = parseFeed(document(titles), NEEDS);
      return parsed.ok ? parsed.value.entries : [];
    };
    fc.assert(
      fc.property(fc.array(title, { maxLength: 8 }), title, (titles, one) => {
        expect(entries([...titles, one]).slice(0, -1)).toEqual(entries(titles));
      }),
    );
  });
});

/** Megabytes of what costs other parsers quadratic time or their stack; the limit is a hundred times what it takes. */
describe('bounded time and depth', () => {
  const wrap = (inner: string): string =>
    `<rss><channel><title>t</title><item><title>x</title><description>${inner}</description></item></channel></rss>`;
  const times = (text: string, bytes = 2_000_000): string => text.repeat(Math.ceil(bytes / text.length));
  test.each<[string, string]>([
    ['open tags', times('<a>')],
    ['open tags inside a text', wrap(times('<a>'))],
    ['crossed tags', wrap(times('<a><b></a>'))],
    ['items that never end', `<rss><channel>${times('<item>')}`],
    ['ends without beginnings', `<rss><channel>${times('</item></x>')}`],
    ['attributes', `<rss ${times('a="b" ')}>`],
    ['one attribute that never ends', `<rss a="${times('x ')}`],
    ['open comments', wrap(times('<!--'))],
    ['open CDATA', wrap(times('<![CDATA['))],
    ['open CDATA in fields', wrap(times('<![CDATA[</title>'))],
    ['declarations before a feed', times('<br/><?xml ')],
    ['ampersands', wrap(times('&'))],
    ['escaped open tags', wrap(times('&lt;a '))],
    ['escaped equals', wrap(`&lt;a ${times(' href=')}`)],
    ['relative addresses outside tags', wrap(`&lt;p ${times(' src=a')}`)],
    ['relative addresses in tags', wrap(times('&lt;a href=a&gt;'))],
    [
      'white space in a title',
      `<rss><channel><title>${times(' ')}</title><item><title>${times(' \n')}x</title></item></channel></rss>`,
    ],
    [
      'scripts in a title',
      `<rss><channel><title>t</title><item><title>${times('&lt;script')}</title></item></channel></rss>`,
    ],
    [
      'comments in a title',
      `<rss><channel><title>t</title><item><title>${times('&lt;!--')}</title></item></channel></rss>`,
    ],
    ['a DOCTYPE without end', `<!DOCTYPE rss [${times('<!ENTITY a "b">')}`],
    ['processing instructions', `${times('<?a')}<rss>`],
    ['namespaces', `<rss>${times('<x xmlns:a="b">')}`],
    ['bases', `<feed xmlns="http://www.w3.org/2005/Atom">${times('<entry xml:base="a/">')}`],
    ['categories', `<rss><channel><item>${times('<category>a</category>')}</item></channel></rss>`],
    ['links', `<rss><channel><item>${times('<link>a</link>')}</item></channel></rss>`],
    ['enclosures', `<rss><channel><item>${times('<enclosure url="x"/>')}</item></channel></rss>`],
    ['digits in a date', `<rss><channel><item><pubDate>${times('1 ')}</pubDate></item></channel></rss>`],
  ])(
    '%s',
    (_, text) => {
      const began = performance.now();
      parseFeed(Buffer.from(text), NEEDS);
      expect(performance.now() - began).toBeLessThan(15_000);
    },
    60_000,
  );
});

describe('absoluteMarkup', () => {
  test('leaves what is absolute or no address exactly as it stands', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', 'a', ' ', '=', '"', "'", 'href', 'src', 'https://x.example/', '&', '\n'),
        }),
        (html) => {
          const made = absoluteMarkup(html, 'https://h.example/d/');
          expect(absoluteMarkup(html, '')).toBe(html);
          expect(absoluteMarkup(made, 'https://h.example/d/')).toBe(made);
        },
      ),
      { numRuns: 1000 },
    );
  });
  test('a tag behind a `<` that is none', () => {
    expect(absoluteMarkup('1 < 2 <a href="x">y</a> 3 > 2 <img src=b>', 'https://h.example/')).toBe(
      '1 < 2 <a href="https://h.example/x">y</a> 3 > 2 <img src="https://h.example/b">',
    );
  });
});
