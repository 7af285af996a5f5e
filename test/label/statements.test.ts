import { expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const said = (text: string) =>
  labelArticle({ title: '', text })
    .filter((label) => label.kind === 'statement')
    .map((label) => [label.speaker, label.surface]);

test('each demand of a speech is an item of its own', () => {
  expect(said('市委书记林向荣指出，要加强合作。统筹好资金。要推进绿色发展。我们将全力支持。')).toEqual([
    ['林向荣', '要加强合作。统筹好资金。'],
    ['林向荣', '要推进绿色发展。'],
    ['林向荣', '我们将全力支持。'],
  ]);
});

test('meetings speak', () => {
  expect(said('会议强调，要落实责任。')).toEqual([['会议', '要落实责任。']]);
});

test('a pronoun is the speaker before, else the subject', () => {
  expect(said('孙绍明在讲话中回顾了历程，省长孙绍明致辞。他说，站在新的起点上。').at(-1)).toEqual([
    '孙绍明',
    '站在新的起点上。',
  ]);
});

test('quotations before and behind the verb', () => {
  expect(said('“产量连续三年增长。”省长王凯明说，牢记嘱托。')).toEqual([
    ['王凯明', '产量连续三年增长。'],
    ['王凯明', '牢记嘱托。'],
  ]);
  expect(said('发言人汪文明表示，“任何分歧都不应影响关系”。')).toEqual([['汪文明', '任何分歧都不应影响关系']]);
});

test('the subject speaks, not who was met', () => {
  expect(said('秘鲁总统博鲁阿尔在利马会见应邀来访的国务委员王志强时表示，两国友好。')).toEqual([
    ['博鲁阿尔', '两国友好。'],
  ]);
});

test.each([
  '省长王凯明对来宾表示衷心感谢。',
  '省长王凯明介绍了有关情况。',
  '这一名称由来已久。',
  '深入落实省长王凯明的重要要求，取得进展。',
])('no statement in %s', (text) => {
  expect(said(text)).toEqual([]);
});
