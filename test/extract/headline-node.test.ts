import { describe, expect, test } from 'vitest';
import { headlineNode } from '../../src/extract/head/headline-node.ts';
import { readPageTree } from '../../src/extract/page-tree.ts';

const TITLE = '湖边候鸟增多三成';
const found = (body: string): string | undefined =>
  headlineNode(readPageTree(`<head><title>${TITLE}</title></head><body>${body}</body>`), TITLE)?.name;

describe('the element of the headline', () => {
  test.each<[string, string, string | undefined]>([
    ['a heading that says it, before the only h1', `<h1 class="logo">北岭日报</h1><h2 class="it">${TITLE}</h2>`, 'it'],
    ['the only h1, if it says nearly that', `<p class="trail">${TITLE}</p><h1 class="it">${TITLE}（图）</h1>`, 'it'],
    [
      'any line that says it, before an h1 that says another thing',
      `<h1 class="logo">北岭日报</h1><div class="it"><b class="b">${TITLE}</b></div>`,
      'b',
    ],
    [
      'no link, no item of a list',
      `<a class="a">${TITLE}</a><ul><li class="li"><span class="s">${TITLE}</span></li></ul><p class="it">${TITLE}</p>`,
      'it',
    ],
    ['the only h1, if nothing does', '<h1 class="it">北岭日报</h1><p>候鸟</p>', 'it'],
    ['none of two', '<h1 class="a">北岭</h1><h1 class="b">日报</h1>', undefined],
  ])('%s', (_, body, expected) => expect(found(body)).toBe(expected));
});
