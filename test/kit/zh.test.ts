import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicNumber, chineseNumber, multiplier, toHalfWidth } from '../../src/kit/zh.ts';

describe('chineseNumber', () => {
  test.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一千二', 1200],
    ['三万五', 35_000],
    ['两千三百', 2300],
    ['十二亿', 1_200_000_000],
    ['一亿三千万', 130_000_000],
    ['二〇二二', 2022],
    ['百', 100],
  ])('%s is %d', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  test.each(['', '北京', '一百元', '九'.repeat(30)])('%j is none', (text) => {
    expect(chineseNumber(text)).toBeUndefined();
  });

  test('reads back what is written out below ten thousand', () => {
    const digits = '零一二三四五六七八九';
    const write = (n: number): string => {
      const [k, h, t, o] = [Math.floor(n / 1000), Math.floor(n / 100) % 10, Math.floor(n / 10) % 10, n % 10] as const;
      const parts = [
        k > 0 ? `${digits[k]}千` : '',
        h > 0 ? `${digits[h]}百` : k > 0 && (t > 0 || o > 0) ? '零' : '',
        t > 0 ? `${digits[t]}十` : (h > 0 || (k > 0 && h > 0)) && o > 0 ? '零' : '',
        o > 0 ? digits[o]! : '',
      ];
      return parts.join('').replace(/零+/g, '零');
    };
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => chineseNumber(write(n)) === n));
  });
});

test('full-width signs become ASCII one for one', () => {
  expect(toHalfWidth('１２％Ａ。')).toBe('12%A。');
  expect(arabicNumber('１，２３４．５'.replace('，', ','))).toBe(1234.5);
  expect(multiplier('万亿')).toBe(1e12);
});
