import { describe, expect, test } from 'vitest';
import { inertMarkup } from '../../src/feeds/inert-markup.ts';

describe('HTML of a feed without what runs or loads', () => {
  const cases: [string, string, string][] = [
    ['a script goes with what it says', 'a<script type="x">if (1 < 2) b()</script>c', 'ac'],
    ['a style too, in any case', 'a<STYLE>p { color: red }</Style >c', 'ac'],
    ['a script that does not end takes the rest', 'a<script>b <p>c', 'a'],
    ['a script that ends in itself takes nothing', 'a<script src="x"/>b', 'ab'],
    ['a lonely end of a script', 'a</script>b', 'ab'],
    ['of a frame the words inside stay', 'a<iframe src="https://x.example/?a>b"> <b>c</b></iframe>d', 'a <b>c</b>d'],
    [
      'frames, objects, links, meta',
      'a<frameset rows="*"><frame src="/x"/></frameset><link href=x><meta a="b">b',
      'ab',
    ],
    [
      'a comment is left as it is',
      '<!-- <script>a</script> --><p>b</p><script>c</script>',
      '<!-- <script>a</script> --><p>b</p>',
    ],
    ['a comment that does not end too', '<p>b</p><!-- <script>a', '<p>b</p><!-- <script>a'],
    ['names that only begin so are others', '<scripture>a</scripture><linked>b', '<scripture>a</scripture><linked>b'],
    [
      'an address that runs becomes empty',
      `<a class=x href=" JavaScript:a()">b</a><img src='vbscript:c'>`,
      `<a class=x href="">b</a><img src="">`,
    ],
    ['but not one that is told of', '<p>href="javascript:a()"</p><script></script>', '<p>href="javascript:a()"</p>'],
    ['CDATA marks are text', '<![CDATA[<script></script>]]&gt;', '<![CDATA[]]&gt;'],
  ];
  for (const [says, html, expected] of cases) test(says, () => expect(inertMarkup(html)).toBe(expected));

  test('without any of it the same text comes back', () => {
    const html = '<p onclick="x()">1 < 2 <a href="/script">script</a></p>';
    expect(inertMarkup(html)).toBe(html);
  });

  test('hostile text costs no more than its length', () => {
    const began = process.cpuUsage();
    inertMarkup('<script>'.repeat(50_000));
    inertMarkup('<iframe a="'.repeat(50_000));
    inertMarkup('<!--<script'.repeat(50_000));
    inertMarkup(`<script></script>${'<p a="'.repeat(50_000)}`);
    inertMarkup(`<script></script>${'<p href="javascript'.repeat(50_000)}`);
    inertMarkup(`<script></script><p${' href='.repeat(50_000)}>`);
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  });
});
