import { describe, expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const people = (text: string) =>
  labelArticle({ title: '', text })
    .filter((label) => label.kind === 'person')
    .map((label) => [label.surface, ...(label.role ?? [])]);

describe('offices before names', () => {
  test.each([
    [
      '北京市委书记林向荣，市委副书记、市长周立华出席。',
      [
        ['林向荣', '北京市委书记'],
        ['周立华', '市委副书记', '市长'],
      ],
    ],
    [
      '国家发展改革委主任郑文、江苏省委书记吴晓峰先后发言。',
      [
        ['郑文', '国家发展改革委主任'],
        ['吴晓峰', '江苏省委书记'],
      ],
    ],
    ['据某省地质研究所研究员韩伟波介绍，情况良好。', [['韩伟波', expect.stringContaining('地质研究所研究员')]]],
    [
      '县人武部部长刘政，县应急管理局党组书记、局长赵千峰参加了会议。',
      [
        ['刘政', '县人武部部长'],
        ['赵千峰', '县应急管理局党组书记', '局长'],
      ],
    ],
    ['他走进71岁脱贫户孙喜林的家中。', [['孙喜林', '脱贫户']]],
    ['某集团西安分公司总监康敏参加了会议。', [['康敏', expect.stringContaining('总监')]]],
    [
      '华丰电气有限公司（简称华丰公司）副董事长杨霖表示，前景很好。',
      [['杨霖', '华丰电气有限公司（简称华丰公司）副董事长']],
    ],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
});

test('offices behind names and stated by a verb', () => {
  expect(people('金融业联合会陈伊芬秘书长到场。')[0]).toEqual(['陈伊芬', '秘书长']);
  expect(people('杜晋钧于2015年9月至今担任华丰公司总经理、董事。')[0]).toEqual(['杜晋钧', '华丰公司总经理', '董事']);
});

test('names of a list share the title, and later mentions are found', () => {
  expect(people('两地领导刘爽、黄志强、于立新，市政府秘书长戴彬参加。会后，黄志强致辞。')).toEqual([
    ['刘爽', '两地领导'],
    ['黄志强', '两地领导'],
    ['于立新', '两地领导'],
    ['戴彬', '市政府秘书长'],
    ['黄志强'],
  ]);
});

test('surname and title point to the one person of that surname', () => {
  const labels = labelArticle({ title: '', text: '副县长李光辉主持会议。李县长强调，要抓好落实。' }).filter(
    (label) => label.kind === 'person',
  );
  expect(labels.at(-1)).toMatchObject({ surface: '李县长', id: '李光辉' });
});

test('foreign names by sound, whole with their dots', () => {
  expect(people('菲律宾总统马科罗在纽约表示，愿意合作。')).toEqual([['马科罗', '菲律宾总统']]);
  expect(people('时任财政部长卡洛斯·多明戈三世表示，谈判终止。')[0]).toEqual([
    '卡洛斯·多明戈三世',
    expect.stringContaining('财政部长'),
  ]);
});

test.each([
  '记者王小明、通讯员李大力报道。',
  '责任编辑：张倩',
  '党委书记高度重视这项工作。',
  '各部门主任全面负责。',
  '总书记关于长城保护的回信。',
  '会长时间进行。',
  '学生方面反映良好，任何人不得例外。',
  '男子曲棍球比赛开始。',
])('no person in %s', (text) => {
  expect(people(text)).toEqual([]);
});
