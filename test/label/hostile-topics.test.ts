import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const repeated: Record<string, string> = {
  'one letter': '王'.repeat(5_000_000),
  digits: '1'.repeat(2_000_000),
  'names and verbs': '张伟说'.repeat(100_000),
  titles: '书记'.repeat(200_000),
  'straight quotes': '他说"好"，'.repeat(60_000),
  'things by number': '第一百二十届'.repeat(60_000),
  'names set apart': '市长 张 三、'.repeat(50_000),
  'schools that come back': '大涧学校'.repeat(90_000),
  quotes: '“'.repeat(400_000),
  'closing quotes with verbs': '”他说'.repeat(100_000),
  organisations: '公司'.repeat(200_000),
  dots: '卡·'.repeat(200_000),
  brackets: '（以下简称'.repeat(80_000),
  numerals: '十万亿'.repeat(130_000),
  lines: '\n'.repeat(400_000),
  places: '北京'.repeat(200_000),
  'names that come back': '董又霖主'.repeat(100_000),
  'rows of firms': '腾讯、安天、'.repeat(60_000),
  'words between speaker and verb': '王明说对对对对对对对对对对'.repeat(30_000),
};

describe('bounded on hostile text', () => {
  test.each(Object.keys(repeated))('%s', (name) => {
    expect(labelArticle({ title: '', text: repeated[name]! })).toBeInstanceOf(Array);
  });

  test('empty and binary', () => {
    expect(labelArticle({ title: '', text: '' })).toEqual([]);
    const binary = String.fromCharCode(...Array.from({ length: 60_000 }, (_, i) => i));
    expect(labelArticle({ title: binary.slice(0, 100), text: binary })).toBeInstanceOf(Array);
  });
});

test('every span holds its surface, whatever the text', () => {
  const letters = fc.constantFrom(...'北京市委书记李强说，要。“”0123456789亿元年月日、张家口镇村（）·\n王小明局公司 a');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 120 }), (chars) => {
      const text = chars.join('');
      const full = `标题\n${text}`;
      for (const label of labelArticle({ title: '标题', text })) {
        if (full.slice(label.start, label.end) !== label.surface || label.surface === '') return false;
        if (label.confidence <= 0 || label.confidence > 1 || label.evidence.length === 0) return false;
      }
      return true;
    }),
    { numRuns: 300 },
  );
});

test('the same article always has the same labels', () => {
  const input = { title: '市长李文华到北京考察', text: '5月9日，市长李文华在北京说，投资5亿元。' };
  expect(labelArticle(input)).toEqual(labelArticle(input));
});
