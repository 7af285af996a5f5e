import { describe, expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const people = (text: string): string[] => [
  ...new Set(
    labelArticle({ title: '', text })
      .filter((label) => label.kind === 'person')
      .map((label) => label.surface),
  ),
];

describe('a name without an office is known by its letters', () => {
  test.each([
    ['据翟凤岭透露，今年的培训明显增多。', ['翟凤岭']],
    ['葛素琴是江北人，早年在外求学。', ['葛素琴']],
    ['一个多月后，覃博辉伤愈出院。', ['覃博辉']],
    ['厂主庞凤岭、陆新平二人心里着急。', ['庞凤岭', '陆新平']],
    ['他向邹聿文请教了半年。', ['邹聿文']],
  ])('%s', (text, names) => {
    expect(people(text)).toEqual(names);
  });
});

describe('words that begin like a name are none', () => {
  test.each([
    '小小的纪念章托在手心。',
    '游客登上滕王阁，远眺大江。',
    '这款手机支持双卡双通。',
    '农转非、农迁农手续一次办好。',
    '王老师和徐女士都来了，李大娘没来。',
    '实控人、董事长兼总经理计划增持股份。',
    '三国外长曾进行多次会晤。',
    '卫生巾、陈列柜、麦克风和毛玻璃都卖光了。',
  ])('%s', (text) => {
    expect(people(text)).toEqual([]);
  });
});

test('where a word begins behind a name, the name ends', () => {
  expect(people('董事长兼总经理宋飞计划六个月内增持。')).toEqual(['宋飞']);
});

test('a foreign name is whole on both sides of its dots', () => {
  expect(people('外长侯赛因·阿米尔·拉希安会见了总理爱德华·约翰逊。')).toEqual([
    '侯赛因·阿米尔·拉希安',
    '爱德华·约翰逊',
  ]);
});

test('a foreign name without dots before a standing or a verb of speech', () => {
  expect(people('会见结束后，贝尔蒙特副总理说，合作很好。')).toEqual(['贝尔蒙特']);
});

test('a doctrine is no person', () => {
  expect(people('坚持马克思列宁主义、毛泽东思想、邓小平理论。')).toEqual([]);
  expect(people('毛泽东和邓小平会见了代表。')).toEqual(['毛泽东', '邓小平']);
});

test('月 ends a name where a sign follows', () => {
  expect(people('首届班长张巧月，如今自己创业。')).toEqual(['张巧月']);
});

test('letters of grammar in the middle, and names of peoples with a surname or in a list', () => {
  expect(people('某镇某村党支部书记赵会杰建议，加大投入。')).toEqual(['赵会杰']);
  expect(people('锡林郭勒盟委书记罗青格勒参加座谈。')).toEqual(['罗青格勒']);
  expect(people('市领导王刚、刘玉珠、额尔敦仓、哈斯巴根参加。')).toEqual(['王刚', '刘玉珠', '额尔敦仓', '哈斯巴根']);
});
