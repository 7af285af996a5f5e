import { describe, expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/clean-html.ts';
import { htmlToText } from '../../src/kit/html/text.ts';

describe('text of HTML', () => {
  test.each([
    [
      'a block is a line, white space is one',
      '<p>The  harbour\nis <b>full</b>.</p><p>Nobody sails.</p>',
      'The harbour is full.\nNobody sails.',
    ],
    ['cells are spaces', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n3'],
    [
      'code keeps its line ends',
      '<p>See:</p><pre>if full:\r\n    wait\n\n<b>sail</b>()</pre><p>x\ny</p>',
      'See:\nif full:\nwait\nsail()\nx y',
    ],
    ['inside, too', '<pre><code><span>a\n</span><span>b</span></code></pre>', 'a\nb'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
    expect(cleanHtml(html, {}).text).toBe(text);
  });
});
