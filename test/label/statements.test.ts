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
  ['外交大臣毛明宇周二表示，希望增进了解。', '毛明宇', '希望增进了解。'],
  ['有投资人指出，新品销量平平。', '投资人', '新品销量平平。'],
  ['海内外网友纷纷表示：这才是真实的生活。', '海内外网友', '这才是真实的生活。'],
  ['江城市委办公厅信息综合室在留言板上回应称，问题已经转办。', '江城市委办公厅信息综合室', '问题已经转办。'],
  ['村民徐女士介绍，公约没有征求过意见。', '村民徐女士', '公约没有征求过意见。'],
  ['Gavin感慨说：“这里的人很有活力。”', 'Gavin', '这里的人很有活力。'],
  ['路透社援引知情人士的话报道称，谈判已经破裂。', '路透社', '谈判已经破裂。'],
  ['王凯明称对手抄袭了安全模式。', '王凯明', '对手抄袭了安全模式。'],
  ['王凯明告诉江城日报，从趋势看增速放缓。', '王凯明', '从趋势看增速放缓。'],
  ['谈及未来，王凯明充满信心：“日子会越过越好。”', '王凯明', '日子会越过越好。'],
  ['新闻发言人王凯明在发布会上介绍，投资平稳增长。', '王凯明', '投资平稳增长。'],
])('who speaks in %s', (text, speaker, words) => {
  expect(said(text)).toEqual([[speaker, words]]);
});

test('a quotation before the words that lead to its speaker, and one behind', () => {
  expect(said('“我们决定在线上办展。”开幕之际，秘书长屠友明在接受专访时表示。“准备就绪，请大家放心。”')).toEqual([
    ['屠友明', '我们决定在线上办展。'],
    ['屠友明', '准备就绪，请大家放心。'],
  ]);
});

test('what is quoted is of who is quoted', () => {
  expect(said('王凯明说：“总有游客问，这里变化大吗？我们认为，变化很大。”').map(([who]) => who)).toEqual(['王凯明']);
});

test.each([
  '该模型由王凯明提出，包含五个环节。',
  '数据显示，产量增长。',
  '市面上标称“零糖”的饮料，大多加了甜味剂。',
  '局长为大家一一做了介绍，一时间掌声雷动。',
  '看到这里，不得不感叹，变化真大。',
  '省长王凯明对来宾表示衷心感谢。',
  '省长王凯明介绍了有关情况。',
  '这一名称由来已久。',
  '深入落实省长王凯明的重要要求，取得进展。',
])('no statement in %s', (text) => {
  expect(said(text)).toEqual([]);
});

test('whom it was said to, and who attended, are no part of what was said', () => {
  expect(said('省委书记黄明强调，要狠抓落实。省领导胡明云、田庆明参加调研。')).toEqual([['黄明', '要狠抓落实。']]);
  expect(said('市长王凯明叮嘱企业负责人，要守住品质。')).toEqual([['王凯明', '要守住品质。']]);
  expect(said('秘书长古特雷斯发表声明，对事故表示关切。')).toEqual([]);
});

test('a quotation that opens a paragraph is of the only person of the next sentence', () => {
  expect(said('“政府帮我们联系了销路！”站在果园里，种植大户王建明难掩喜悦。')).toEqual([
    ['王建明', '政府帮我们联系了销路！'],
  ]);
  expect(said('“我在马路边捡到一分钱。”“把它交到他手里边。”这首歌是王建明写的。')).toEqual([]);
  expect(said('公司董秘在互动平台回复投资者称，经营正常。')).toEqual([['公司董秘', '经营正常。']]);
});

test('quotations in straight marks, in 『』 and in single marks', () => {
  expect(said('"我们村的路终于通了,"村民李大山说,"以后进城方便多了。"')).toEqual([
    ['李大山', '我们村的路终于通了,'],
    ['李大山', '以后进城方便多了。'],
  ]);
  expect(said('李大山说:"路通了,以后进城方便。"他还表示,要把果园扩大。')).toEqual([
    ['李大山', '路通了,以后进城方便。'],
    ['李大山', '要把果园扩大。'],
  ]);
  expect(said('李建国坦言：‘这件事我有责任。’')).toEqual([['李建国', '这件事我有责任。']]);
  expect(said('李建国说：『我会负责到底。』')).toEqual([['李建国', '我会负责到底。']]);
});

test('a quotation in two parts around a mood', () => {
  expect(said('“今年收成好，”种粮大户王家兴乐得合不拢嘴，“一亩能打一千多斤。”')).toEqual([
    ['王家兴', '今年收成好，'],
    ['王家兴', '一亩能打一千多斤。'],
  ]);
});

test.each([
  [
    '“最近很多车都停在外面，里面要收费的。”有村民如是说，记者随后查看发现，收费标准一样。',
    ['村民', '最近很多车都停在外面，里面要收费的。'],
  ],
  ['得到公司联合创始人兼CEO脱不花表示，坚持学习需要时间。', ['脱不花', '坚持学习需要时间。']],
  ['制作人茄子在贴吧中发帖称：“听大家说难度太低，接下来会调整。”', ['茄子', '听大家说难度太低，接下来会调整。']],
  ['Axis Bank 首席执行官透露，新产品将在明年推出。', ['Axis Bank 首席执行官', '新产品将在明年推出。']],
  ['外交部对周小林此前的评论表示坚决反对，并强调这一立场不会改变。', ['外交部', '这一立场不会改变。']],
  [
    '“感谢民警帮我找回钱包！”近日，市民刘女士把一面锦旗送到派出所，激动地说。',
    ['市民刘女士', '感谢民警帮我找回钱包！'],
  ],
  ['报道举例称，一位外国人回国后建议增设器材。', ['报道', '一位外国人回国后建议增设器材。']],
])('who speaks: %s', (text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test.each([
  '虽然嘴上这么说，其实是抑制不住好奇心。',
  '通俗地说，全局说明就是那些你懒得写第二次的东西。',
  '受访者中，15.9%的人报告称没有发烧和咳嗽症状。',
  '5.5"屏幕的手机说，"不"字当头。',
])('nobody speaks: %s', (text) => {
  expect(said(text)).toEqual([]);
});
