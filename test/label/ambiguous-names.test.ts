import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fittedWeights } from '../../src/label/companies/fit-weights.ts';
import { labelArticle } from '../../src/label/label-article.ts';

const data = (name: string): string =>
  readFileSync(new URL(`../../src/label/companies/data/${name}`, import.meta.url), 'utf8');
const rows = (name: string): string[][] =>
  data(name)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
const ids = new Map(rows('a-shares.tsv').map(([id = '', name = '']) => [name.replace(/\s/g, ''), id]));
const ambiguous = rows('ambiguous.tsv').map(([name = '', strength = '']) => ({
  name,
  strength,
  id: ids.get(name) ?? '',
}));
const companies = (text: string): string[] =>
  labelArticle({ title: '', text }).flatMap((label) => (label.kind === 'company' && label.id ? [label.id] : []));

test('there are 220 short names that are also words', () => {
  expect(ambiguous.length).toBe(220);
  expect(ambiguous.filter(({ id }) => id === '')).toEqual([]);
});

describe('those that are ordinary words, places or other names are no companies by themselves', () => {
  test.each([
    '当地的{n}深受群众喜爱。',
    '这些{n}，人人都知道。',
    '说起{n}，孩子们很高兴。',
    '他们从小就喜欢{n}。',
    '游客来到这里，第一次见到{n}。',
    '{n}是这座小城的骄傲。',
    '展览以“{n}”为主题，吸引了不少市民。',
    '记者在{n}看到，项目建设正在推进，企业和合作社忙着生产。',
    '{n}、果蔬和粮食都卖到了城里。',
  ])('%s', (sentence) => {
    const wrong = ambiguous
      .filter(({ strength }) => strength !== 'plain')
      .filter(({ name, id }) => companies(sentence.replaceAll('{n}', name)).includes(id));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('each of the 220 is the company where the text says so', () => {
  test.each([
    '{n}（{c}）发布公告，拟回购股份。',
    '{n}({c}.{e})今日收涨。',
    '证券代码：{c} 证券简称：{n}',
    '{n}公告，上半年实现净利润1.2亿元，同比增长30%。',
    '截至收盘，{n}涨停，股价创年内新高，成交额3亿元。',
  ])('%s', (sentence) => {
    const missed = ambiguous.filter(
      ({ name, id }) =>
        !companies(
          sentence.replaceAll('{n}', name).replace('{c}', id.slice(2)).replace('{e}', id.slice(0, 2)),
        ).includes(id),
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
});

test('the shipped weights are what the script makes of the shipped sentences', () => {
  expect(fittedWeights()).toBe(data('weights.json'));
});
