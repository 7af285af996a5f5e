import { describe, expect, test } from 'vitest';
import { pictureFile, pictureKey } from '../../src/kit/picture-key.ts';

describe('one picture', () => {
  test.each([
    ['protocol', 'http://a.example/n/1.jpg', 'https://a.example/n/1.jpg'],
    ['size at the end', 'https://a.example/n/harbour-824x412.jpg', 'https://a.example/n/harbour.jpg'],
    ['format', 'https://a.example/n/harbour_w948.webp', 'https://a.example/n/harbour_w948.jpg'],
    ['format in capitals', 'https://a.example/n/harbour.JPG', 'https://a.example/n/harbour.webp'],
    ['two formats', 'https://a.example/n/harbour.jpg.webp', 'https://a.example/n/harbour.jpg'],
    ['folder of a size', 'https://a.example/480x270/harbour.jpg', 'https://a.example/1600x900/harbour.jpg'],
    ['width with its unit', 'https://a.example/images/1280w/d09eab.jpg', 'https://a.example/images/960w/d09eab.jpg'],
    ['crop', 'https://a.example/x/wide__900x506__desktop', 'https://a.example/x/wide__980x551'],
    ['query', 'https://a.example/h.jpg?w=300&sum=_b', 'https://a.example/h.jpg?w=1200&sum=w9'],
    [
      'query without a file',
      'https://a.example/resizer/v2/PSKV?auth=71&width=1200',
      'https://a.example/resizer/v2/PSKV?width=414',
    ],
    [
      'proxy',
      'https://a.example/_next/image?url=https%3A%2F%2Fb.example%2Fn%2F1.jpg&w=640',
      'https://a.example/_next/image?url=https%3A%2F%2Fb.example%2Fn%2F1.jpg&w=1920',
    ],
    [
      'name given once',
      'https://a.example/2023/08/30/0/0/5000/900/dd85876_1693399249509-000.jpg',
      'https://a.example/2023/08/30/664/0/dd85876_1693399249509-000.jpg',
    ],
  ])('%s', (_, one, other) => expect(pictureKey(one)).toBe(pictureKey(other)));
});

describe('two pictures', () => {
  test.each([
    ['numbers of a series', 'https://a.example/n/img_1234.jpg', 'https://a.example/n/img_1235.jpg'],
    ['one name in two folders', 'https://a.example/0521/1.jpg', 'https://a.example/0522/1.jpg'],
    ['named by the query', 'https://a.example/image.php?id=1', 'https://a.example/image.php?id=2'],
    [
      'behind one proxy',
      'https://a.example/image?url=https%3A%2F%2Fb.example%2F1.jpg',
      'https://a.example/image?url=https%3A%2F%2Fb.example%2F2.jpg',
    ],
    ['hosts', 'https://a.example/n/1.jpg', 'https://b.example/n/1.jpg'],
    [
      'folders that are names',
      'https://q.example/mmbiz/aKv0/640?wx_fmt=png',
      'https://q.example/mmbiz/bJu1/640?wx_fmt=png',
    ],
  ])('%s', (_, one, other) => expect(pictureKey(one)).not.toBe(pictureKey(other)));
});

test('an address that cannot be decoded is no error', () => {
  expect(pictureKey('https://a.example/i?url=https%3A%2F%2Fb.example%ZZ')).toContain('https');
});

test('one picture in two stores has one file', () => {
  expect(pictureFile('https://a.example/n/Harbour-824x412.jpg')).toBe(pictureFile('https://b.example/og/harbour.webp'));
  expect(pictureFile('https://a.example/n/img_1.jpg')).not.toBe(pictureFile('https://a.example/n/img_2.jpg'));
});
