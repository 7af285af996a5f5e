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
      '国家林草局局长郑文、江苏省委书记吴晓峰先后发言。',
      [
        ['郑文', '国家林草局局长'],
        ['吴晓峰', '江苏省委书记'],
      ],
    ],
    ['据某省地质研究所研究员韩伟波介绍，情况良好。', [['韩伟波', expect.stringContaining('地质研究所研究员')]]],
    [
      '县水务局局长何明，县粮食局党组书记、局长谢云峰听取了汇报。',
      [
        ['何明', '县水务局局长'],
        ['谢云峰', '县粮食局党组书记', '局长'],
      ],
    ],
    ['他来到68岁养殖户何春生的院里。', [['何春生', '养殖户']]],
    ['某集团昆明分公司总监罗敏参加了评审。', [['罗敏', expect.stringContaining('总监')]]],
    [
      '华丰电气有限公司（简称华丰公司）副总经理许岚表示，前景很好。',
      [['许岚', '华丰电气有限公司（简称华丰公司）副总经理']],
    ],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });
});

test('offices behind names and stated by a verb', () => {
  expect(people('茶叶流通协会梁玉芬秘书长到场。')[0]).toEqual(['梁玉芬', '秘书长']);
  expect(people('谭志远于2011年3月起担任华丰公司总经理、董事。')[0]).toEqual(['谭志远', '华丰公司总经理', '董事']);
});

test('names of a list share the title, and later mentions are found', () => {
  expect(people('三地领导陈岚、谢志勇、郑立群，市政府秘书长潘彬到会。会后，谢志勇致辞。')).toEqual([
    ['陈岚', '三地领导'],
    ['谢志勇', '三地领导'],
    ['郑立群', '三地领导'],
    ['潘彬', '市政府秘书长'],
    ['谢志勇'],
  ]);
});

test('surname and title point to the one person of that surname', () => {
  const labels = labelArticle({ title: '', text: '副县长李文斌主持会议。李县长强调，要抓好落实。' }).filter(
    (label) => label.kind === 'person',
  );
  expect(labels.at(-1)).toMatchObject({ surface: '李县长', id: '李文斌' });
});

test('foreign names by sound, whole with their dots', () => {
  expect(people('秘鲁总统马科罗在纽约表示，愿意合作。')).toEqual([['马科罗', '秘鲁总统']]);
  expect(people('时任能源部长埃米利奥·萨拉查三世表示，项目暂停。')[0]).toEqual([
    '埃米利奥·萨拉查三世',
    expect.stringContaining('能源部长'),
  ]);
});

test.each([
  '记者王小明、通讯员李大力报道。',
  '责任编辑：张倩',
  '党委书记高度重视这项工作。',
  '各部门主任全面负责。',
  '书记关于古树保护的批示。',
  '会长时间进行。',
  '学生方面反映良好，任何人不得例外。',
  '男子曲棍球比赛开始。',
])('no person in %s', (text) => {
  expect(people(text)).toEqual([]);
});

test('offices in brackets behind a name', () => {
  const found = labelArticle({
    title: '',
    text: '张晓军（江城市委书记）、王丽（市长）陪同，刘芳（右二）在场。',
  }).filter((label) => label.kind === 'person');
  expect(found.map(({ surface, role }) => [surface, role?.join()])).toEqual([
    ['张晓军', '江城市委书记'],
    ['王丽', '市长'],
    ['刘芳', undefined],
  ]);
});

test.each([
  ['古巴全国人民代表大会主席拉索到访。', ['拉索', ['古巴全国人民代表大会主席']]],
  ['天津中医药大学名誉校长张伯礼发言。', ['张伯礼', ['天津中医药大学名誉校长']]],
  ['会议任命李明华为最高人民法院审判委员会委员。', ['李明华', ['最高人民法院审判委员会委员']]],
  ['受国家主席习近平邀请，代表团来访。', ['习近平', ['国家主席']]],
  ['联合国秘书长古特雷斯发言人迪雅里克说，会议推迟。', ['古特雷斯', ['联合国秘书长']]],
  ['商水县舒庄乡农机手邱守先高兴地说。', ['邱守先', ['商水县舒庄乡农机手']]],
  ['急诊科护士长王萍正带着同事给患者输液。', ['王萍', ['急诊科护士长']]],
])('offices as printed: %s', (text, [name, role]) => {
  const found = labelArticle({ title: '', text }).find((label) => label.kind === 'person');
  expect([found?.id, found?.role]).toEqual([name, role]);
});

test('a school is the body of its head; a model worker has none', () => {
  const body = (text: string) => labelArticle({ title: '', text }).find((label) => label.kind === 'person')?.body;
  expect(body('北京大学校长龚旗煌发言。')).toBe('北京大学');
  expect(body('全国劳动模范许启金发言。')).toBeUndefined();
});

test.each(['堆满了金灿灿的玉米。', '茅盾文学奖揭晓。', '责任编辑：刘明 监制：陈强'])('no people: %s', (text) => {
  expect(labelArticle({ title: '', text }).filter((label) => label.kind === 'person')).toEqual([]);
});

test.each([
  '深圳大学光电工程学院的老师说，实验成功。',
  '他先后任职于兰馨亚洲，不同于余杭的做法。',
  '这个补丁很可能会在本周作为更新发布。',
  '学子成功申研、申博。',
])('letters of bodies, and 于 behind a verb, are no people: %s', (text) => {
  expect(labelArticle({ title: '', text }).filter((label) => label.kind === 'person')).toEqual([]);
});

test.each([
  ['泰国总理赛塔·他威信访问意大利。', '赛塔·他威信'],
  ['自治区副主席凯赛尔·阿不都克热木出席。', '凯赛尔·阿不都克热木'],
  ['走进牧民包格日乐图家中。', '包格日乐图'],
  ['决赛中，广东选手严海滨以10秒19夺冠。', '严海滨'],
])('whole names: %s', (text, name) => {
  expect(labelArticle({ title: '', text }).find((label) => label.kind === 'person')?.surface).toBe(name);
});

test.each([
  ['其中包括老艺术家骆玉笙的作品。', '骆玉笙'],
  ['前锋巴蒂斯图塔两次抢断。', '巴蒂斯图塔'],
  ['泰中友协会长差猜·春哈旺逝世。', '差猜·春哈旺'],
  ['村民茅小春说，路通了。', '茅小春'],
])('names with rarer letters in front: %s', (text, name) => {
  expect(labelArticle({ title: '', text }).find((label) => label.kind === 'person')?.surface).toBe(name);
});

test.each(['北京多云转雷阵雨。', '他从研究生班毕业。', '危险品仓库在杭州。', '贡献大，茅台涨，浦东新区骆驼多。'])(
  'words that open with a rare surname: %s',
  (text) => {
    expect(labelArticle({ title: '', text }).filter((label) => label.kind === 'person')).toEqual([]);
  },
);

test('offices of bodies with 和 in their names, and units of police', () => {
  const first = (text: string) => labelArticle({ title: '', text }).find((label) => label.kind === 'person');
  expect(first('洛阳市文化广电和旅游局局长周志军介绍。')?.role).toEqual(['洛阳市文化广电和旅游局局长']);
  expect(first('上海市公安局交警总队副总队长葛启斌通报。')?.body).toBe('上海市公安局交警总队');
});
