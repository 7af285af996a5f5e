import { describe, expect, test } from 'vitest';
import { canonicalUrl, entryAddress } from '../../src/kit/url.ts';

describe('the form under which an article is identified', () => {
  const cases: [string, string][] = [
    ['HTTPS://News.Example:443/a?utm_source=x&id=1&from=y#top', 'https://news.example/a?id=1'],
    ['https://user:secret@news.example/a?spm=1', 'https://news.example/a'],
    ['https://news.example/a#', 'https://news.example/a'],
    ['https://news.example/a#comments', 'https://news.example/a'],
    ['https://news.example/#/detail/12?id=3', 'https://news.example/#/detail/12?id=3'],
    ['https://news.example/#!news', 'https://news.example/#!news'],
    ['https://news.example/#!/news', 'https://news.example/#!/news'],
    ['https://news.example/#/', 'https://news.example/'],
  ];
  for (const [given, expected] of cases) test(given, () => expect(canonicalUrl(given)).toBe(expected));

  test('an entry without an address has one of its own, which stays as it is', () => {
    const [a, b] = ['a', 'b'].map((c) => entryAddress('https://news.example/feed#x', c.repeat(64)));
    expect(a).toBe('https://news.example/feed#entry-aaaaaaaaaaaaaaaa');
    expect(canonicalUrl(a!)).toBe(a);
    expect(a).not.toBe(b);
  });
});
