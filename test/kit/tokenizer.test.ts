import fc from 'fast-check';
import { parse, parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import {
  elements,
  isCutShort,
  isElement,
  isText,
  type Node,
  parseBody,
  parseDocument,
} from '../../src/kit/html/tree.ts';

const OPTIONS = { scriptingEnabled: false } as const;

/** Everything a tree says, iteratively: hostile nesting must not end the test instead of the parser. */
function dump(root: Node): string {
  let out = '';
  const stack: (Node | string)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') {
      out += node;
      continue;
    }
    if (isText(node)) {
      out += `T${JSON.stringify(node.value)}`;
      continue;
    }
    const rest = isElement(node)
      ? `${node.namespaceURI} ${JSON.stringify(node.attrs)}`
      : JSON.stringify({ ...node, childNodes: 0, parentNode: 0, content: 0 });
    out += `<${node.nodeName} ${rest}`;
    stack.push('>');
    const children = [
      ...('content' in node ? node.content.childNodes : []),
      ...('childNodes' in node ? node.childNodes : []),
    ];
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!);
  }
  return out;
}

/** U+0000 is no part of any tree of ours. */
const same = (html: string): void => {
  const plain = html.replaceAll('\0', '');
  expect(dump(parseDocument(html))).toBe(dump(parse(plain, OPTIONS)));
  expect(dump(parseBody(html))).toBe(dump(parseFragment(plain, OPTIONS)));
};

const WORDS =
  '<p> </p> <div > = " \' < <! <!-- --> --!> - -- <?x </ / <script> </script> <SCRIPT|a> </ScRipt <style> </style> <title> </title|> <textarea> </textarea/> <pre> <svg> </svg> <math> <mi> <![CDATA[ ]]> <table> <tr> <td> </table> <select> <option> &amp; & &am &notit; &#10; &#0; &#x80; &nbsp &lt a 字 word İ K <a|href=x&y=1&copy=2> <b|a=1|A=2|b=\'&lt;\'> </b> <i> <template> </template> <frameset> <frame> <noscript> </noscript> <plaintext> <xmp> </xmp> <iframe> </iframe> <!doctype|html> <!DOCTYPE|html|PUBLIC|"-//W3C//DTD|HTML|3.2//EN"> <!doctype <html> <head> <body> </body> </html> <br/> <img|a=b/> <foreignObject> <desc> 😀 <col> <caption> <li> <form> <input> <A|B=C <x='.split(
    ' ',
  );
const PIECES = [
  ...WORDS.map((word) => word.replaceAll('|', ' ')),
  ' ',
  '\n',
  '\n\n',
  '\t',
  '\r\n',
  '\r',
  '\f',
  '\0',
  '\ud800',
];

describe('page tokenizer', () => {
  test('builds the tree that parse5 builds of the same input', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }), (pieces) => same(pieces.join(''))),
      { numRuns: 8000 },
    );
  });
  test('the same for any text and bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => same(`<div a="${text}">${text}`)),
      { numRuns: 1500 },
    );
  });
  test.each([
    ['scripts in comments in scripts', '<script><!--<script></script>--></script>a<script><!--></script>b'],
    ['a comment left open in a script', '<script>a<!-- <script> </script> x </script> y'],
    ['an end tag that only begins alike', '<title>a</titles></title>b'],
    ['attributes without end', '<p>a<b c="d>e'],
    ['line breaks after pre', '<pre>\n\na</pre><textarea>\n</textarea><pre>&#10;b'],
    ['200 attributes, some twice', `<p ${Array.from({ length: 200 }, (_, i) => `a${i % 150}=${i}`).join(' ')}>`],
    ['capitals outside ASCII', '<İ K="K" Ä=ä>'],
    ['text in tables', '<table> a <tr> <td> b </table> c'],
    ['words before the body', ' a <head> b <title> c'],
  ])('%s', (_, html) => same(html));
  test.each([
    [
      'formatting opened again in every paragraph',
      Array.from({ length: 25_000 }, (_, i) => `<p><b id=${i}>x`).join(''),
    ],
    ['the same with U+0000', Array.from({ length: 25_000 }, (_, i) => `<p><b id=${i}>\0x`).join('')],
    ['elements beyond counting', '<i>x</i>'.repeat(200_000)],
  ])('a tree ends where it has too many elements: %s', (_, html) => {
    for (const root of [parseDocument(html), parseBody(html)]) {
      expect(isCutShort(root)).toBe(true);
      expect([...elements(root)].length).toBeLessThan(80_000);
    }
    expect(isCutShort(parseDocument('<p>x'))).toBe(false);
  });
  test('long hostile input takes linear time', () => {
    for (const piece of [
      '<',
      '</',
      '<!--',
      '<!',
      '<a ',
      '<a b="',
      '<a b',
      '--',
      ']]>',
      '<script>',
      '<title>',
      '&',
      '<![CDATA[',
    ])
      parseDocument(piece.repeat(200_000));
    parseDocument('<script></script>'.repeat(100_000));
    parseDocument('<title></title>x'.repeat(100_000));
    parseDocument(`<svg>${'<![CDATA['.repeat(100_000)}`);
    parseDocument(`<script><!--${'<script>'.repeat(100_000)}`);
    parseDocument(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(' ')}>`);
  });
});

test('an element of more attributes than any page has keeps the first thousand', () => {
  const many = Array.from({ length: 3000 }, (_, i) => `a${i}=${i}`).join(' ');
  const [p, next] = [...elements(parseBody(`<p ${many}>x</p><p a=b>y</p>`))];
  expect(p!.attrs).toHaveLength(1000);
  expect(p!.attrs[999]).toEqual({ name: 'a999', value: '999' });
  expect(next!.attrs).toEqual([{ name: 'a', value: 'b' }]);
});
