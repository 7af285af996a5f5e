import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DuplicateIndex } from '../../src/cluster/duplicate-index.ts';
import { alike, signatureOf } from '../../src/cluster/find-alike.ts';
import { BANDS, bandKeys, containment, shingles } from '../../src/cluster/min-hash.ts';

/** Invented sentences; each seed another text. */
function story(seed: number, sentences = 12): string {
  const who = ['牧民', '工程师', '县长', '教师', '护林员', '司机', '医生'];
  const what = ['修好了风机', '清理了积雪', '登记了羊群', '送来了棉衣', '量完了血压', '验收了农田', '画好了图纸'];
  const where = ['在老岭', '在河边', '在车站', '在学校', '在嘎查', '在旗里', '在草场'];
  let x = seed * 7919 + 13;
  const pick = (list: string[]): string => {
    x = (x * 1103515245 + 12345) & 0x7fffffff;
    return list[(x >> 8) % list.length]! + ((x >> 16) % 97);
  };
  return Array.from({ length: sentences }, () => `${pick(who)}${pick(where)}${pick(what)}。`).join('');
}

const found = (a: string, b: string): boolean => {
  const index = new DuplicateIndex();
  index.add('a', a);
  return index.add('b', b).duplicates.some((d) => d.id === 'a');
};

describe('a reprint is found whatever was done to it', () => {
  const text = story(1);
  test.each([
    ['unchanged', text],
    ['with a header of its own', `岭新社北岭电（记者某某）${text}`],
    ['with other punctuation and spacing', text.replaceAll('。', '．　\n')],
    ['with the last fifth cut off', text.slice(0, Math.floor(text.length * 0.8))],
    ['with two more sentences', text + story(99, 2)],
    ['with one sentence changed', text.replace(/。[^。]+。/, '。这一句被改写成了别的样子。')],
  ])('%s', (_, copy) => {
    expect(found(text, copy)).toBe(true);
  });
});

describe('what is no reprint', () => {
  test('another story of the same words', () => {
    for (let seed = 2; seed < 40; seed++) expect(found(story(1), story(seed)), String(seed)).toBe(false);
  });
  test('a quotation of three sentences', () => {
    expect(found(story(1, 20), `${story(1, 3)}${story(7, 15)}`)).toBe(false);
  });
  test('short texts, however alike', () => {
    expect(found('快讯：明日复课。', '快讯：明日复课。')).toBe(false);
    expect(found('', '')).toBe(false);
  });
});

test('groups carry the id of their first text', () => {
  const index = new DuplicateIndex();
  expect(index.add('first', story(3))).toEqual({ group: 'first', duplicates: [] });
  expect(index.add('other', story(4)).group).toBe('other');
  expect(index.add('copy', `转载：${story(3)}`)).toMatchObject({ group: 'first', duplicates: [{ id: 'first' }] });
  expect(index.add('copy of the copy', `再转：${story(3)}`).group).toBe('first');
});

test('properties: symmetric, in 0..1, deterministic, bounded number of bands', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (a, b) => {
      const [x, y] = [shingles(a), shingles(b)];
      const share = containment(x, y);
      expect(share).toBe(containment(y, x));
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(alike(signatureOf(a), signatureOf(b))).toBe(alike(signatureOf(b), signatureOf(a)));
      const keys = bandKeys(x);
      expect(keys).toEqual(bandKeys(shingles(a)));
      expect(keys).toHaveLength(x.size === 0 ? 0 : BANDS);
      for (const key of keys) expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
    }),
  );
});
