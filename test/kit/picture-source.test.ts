import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PictureSource, pictureSource } from '../../src/kit/html/picture-source.ts';
import { readSrcset } from '../../src/kit/html/srcset.ts';
import { elements, parseBody } from '../../src/kit/html/tree.ts';

function read(html: string): PictureSource | undefined {
  for (const element of elements(parseBody(html)))
    if (element.tagName === 'img') return pictureSource(element, 'https://a.example/n/1.html');
  throw new Error(`no <img> in ${html}`);
}
const address = (html: string): string | undefined => read(html)?.src;

describe('the address', () => {
  test.each([
    ['lazy over src', '<img src="/small.jpg" data-original="/large.jpg">', '/large.jpg'],
    ['a set over a small src', '<img src="/s.jpg" srcset="/s.jpg 300w, /l.jpg 1200w">', '/l.jpg'],
    ['src over a set of thumbnails', '<img src="/s.jpg" srcset="/t.jpg 90w, /u.jpg 180w">', '/s.jpg'],
    ['no larger than anyone needs', '<img srcset="/a.jpg 2400w, /b.jpg 6000w">', '/a.jpg'],
    ['picture', '<picture><source srcset="/p.webp 900w"><img src="/p.jpg"></picture>', '/p.webp'],
    ['no avif', '<picture><source type="image/avif" srcset="/p.avif 900w"><img src="/p.jpg"></picture>', '/p.jpg'],
    ['forum', '<img src="static/none.gif" file="data/attachment/1.jpg">', '/n/data/attachment/1.jpg'],
    ['a word that means a page', '<img src="/p.jpg" data-url="https://a.example/share?id=1">', '/p.jpg'],
    ['that word alone', '<img src="/blank.gif" data-url="https://a.example/p?id=1">', '/p?id=1'],
    ['proxy', '<img src="https://i.example/?https://a.example/p.jpg">', '/p.jpg'],
  ])('%s', (_, html, path) => expect(address(html)).toBe(`https://a.example${path}`));
});

describe('what is no picture', () => {
  test.each([
    '/spacer.gif',
    '/img/loading-spinner.svg',
    '/lazy_placeholder_16x9.png',
    '/gray.gif',
    '/x/1x1.png?t=3',
    '/default-image.png',
    '/track/open?id=1',
    'https://pixel.wp.com/g.gif?v=1',
    'data:image/png;base64,AA',
    'javascript:alert(1)',
    `/${'a'.repeat(3000)}.jpg`,
  ])('%s', (src) => expect(address(`<img src="${src}">`)).toBeUndefined());

  test.each([
    ['a word in the name', '/2026/customer-loading-truck.jpg'],
    ['a word in a folder', '/transparent-city/council.jpg'],
    ['digits that look like one', '/crop/184x240/2641x1878/a.jpg'],
    ['a store’s host', 'https://stat.example/user/1.jpg'],
    ['a host of that name', 'https://pixel.example/imgs/daily/1.jpg'],
  ])('but %s', (_, src) => expect(address(`<img src="${src}">`)).toContain(src));
});

test('the size: attributes, what a store says beside them, style', () => {
  expect(read('<img src="/a.jpg" width="600px" height="400">')).toMatchObject({ width: 600, height: 400 });
  expect(read('<img src="/a.jpg" width="100%" data-w="1080">')).toEqual({
    src: 'https://a.example/a.jpg',
    width: 1080,
  });
  expect(read('<img src="/a.jpg" style="max-width: 90px; width: 640px">')).toMatchObject({ width: 640 });
});

test('what was chosen once is chosen again', () => {
  const names = ['src', 'data-src', 'srcset', 'data-url', 'file', 'data-srcset'];
  const value = fc.oneof(
    fc.webUrl(),
    fc.constantFrom('/a.jpg', '/blank.gif', 'https://i.example/?https://b.example/c.png', '/s.jpg 300w, /l.jpg 900w'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (attributes) => {
      const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
      const [image] = [...elements(parseBody('<img>'))];
      const first = pictureSource({ ...image!, attrs }, 'https://a.example/');
      if (first === undefined) return;
      const again = pictureSource({ ...image!, attrs: [{ name: 'src', value: first.src }] }, undefined);
      expect(again?.src).toBe(first.src);
    }),
  );
});

test('srcset with commas inside addresses', () => {
  expect(
    readSrcset('https://c.example/w_300,h_200/a.jpg 300w, https://c.example/w_900,h_600/a.jpg 900w').map(
      (one) => one.width,
    ),
  ).toEqual([300, 900]);
  fc.assert(fc.property(fc.string(), (text) => void readSrcset(text)));
});
