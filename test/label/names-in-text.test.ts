import { expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const people = (text: string) => [
  ...new Set(
    labelArticle({ title: '', text })
      .filter((label) => label.kind === 'person')
      .map((label) => label.id),
  ),
];

test.each([
  [
    '董又霖主持了颁奖礼。董又霖发文道歉。网友整理董又霖语录。',
    ['董又霖'],
    'a letter of grammar in a name that comes back',
  ],
  ['县教育局局长龙峰不知道，龙峰自己都觉得不切实际。', ['龙峰'], 'a rare surname that comes back'],
  ['季红真指出这是独特的现象。', ['季红真'], 'a rare surname before a verb of speech'],
  ['原财政司司长唐英年出席。', ['唐英年'], '年 as last letter'],
  ['白宫发言人让-皮埃尔说，总统将出访。', ['让-皮埃尔'], 'two sounds around a hyphen'],
  ['卡里娜·让-皮埃尔表示，总统将出访。', ['卡里娜·让-皮埃尔'], 'a hyphen behind a dot'],
  ['她和丈夫吐尔逊江·艾合买提住在喀什。', ['吐尔逊江·艾合买提'], 'known parts before a dot'],
  ['乌兹别克斯坦总统米尔济约耶夫抵达北京。', ['米尔济约耶夫'], 'a foreign office before a name by sound'],
  ['巴西球员内马尔和维尼修斯首发。', ['内马尔', '维尼修斯'], 'a list of names by sound'],
  ['高平、向辉、时光辉、成岳冲、应勇出席。', ['高平', '向辉', '时光辉', '成岳冲', '应勇'], 'rare surnames open a list'],
  ['欧阳晓明和同事参加。', ['欧阳晓明'], 'a surname of two letters'],
])('%s: %s', (text, names) => {
  expect(people(text)).toEqual(names);
});

test.each([
  ['潘老晚年还在教书，潘老说乐趣在其中。', 'a form of address'],
  ['乔治·梅森大学发布报告。', 'a name that goes on as a body'],
  ['白皮书呼吁各方合作。', 'a document'],
  ['官微发布了消息，官微说情况属实。', 'an account'],
  ['上海申浩律师事务所提供帮助。', 'the name of a firm'],
  ['周大生的毛利率只有两成，周大生说明了原因。', 'a listed firm'],
])('nobody in %s: %s', (text) => {
  expect(people(text)).toEqual([]);
});

test('ranks and Latin titles are offices, what opens the sentence is none', () => {
  const roles = (text: string) => labelArticle({ title: '', text }).find((label) => label.kind === 'person')?.role;
  expect(roles('国家发展改革委价格司副司长、一级巡视员彭绍明表示，要保供。')).toEqual([
    '国家发展改革委价格司副司长',
    '一级巡视员',
  ]);
  expect(roles('北岭汽车CEO王凯明到会。')).toEqual(['北岭汽车CEO']);
  expect(roles('25日获公司总裁助理王凯明增持。')).toEqual(['公司总裁助理']);
  expect(roles('对话江城金融业联合会秘书长王凯明：彰显担当。')).toEqual(['江城金融业联合会秘书长']);
});

test('a body that ends in a word of grammar keeps its office', () => {
  const role = (text: string) => labelArticle({ title: '', text }).find((label) => label.kind === 'person')?.role;
  expect(role('商务部研究院电商所副研究员洪明认为，市场在扩大。')).toEqual(['商务部研究院电商所副研究员']);
  expect(role('江城大学经济学系副教授丁长明表示，榜单变化很快。')).toEqual(['江城大学经济学系副教授']);
});

test.each([
  ['美国宇航员 Jessica Watkins 在空间站工作。Watkins 毕业于斯坦福大学。', ['Jessica Watkins'], 'Latin letters'],
  ['副总裁Fawzi Mesmar承诺会有改变。', ['Fawzi Mesmar'], 'Latin letters that touch'],
  ['市委书记 张 军 主持会议，市长 李 红 出席。', ['张军', '李红'], 'letters set apart'],
  ['北岭县党支部书记吉克尔合说，路通了。彝族小伙阿木子且参加了比赛。', ['吉克尔合', '阿木子且'], 'Yi names'],
  [
    '俄罗斯外长谢尔盖•拉夫罗夫、球星克里斯蒂亚诺.罗纳尔多到场。',
    ['谢尔盖•拉夫罗夫', '克里斯蒂亚诺.罗纳尔多'],
    'any dot',
  ],
  ['北岭化物所周雍进研究员取得了进展。\n图 | 周雍进（来源：周雍进）', ['周雍进'], 'credited with a picture of his own'],
  ['张猛是毕业于中央戏剧学院的导演。', ['张猛'], 'the sentence tells an office'],
  ['产品副总裁黄韬表示：“我们将它定位为旗舰。”', ['黄韬'], 'a rare letter between office and verb'],
  ['李白、杜甫的诗句被刻在墙上。', ['李白', '杜甫'], 'known by everybody'],
  ['苗族姑娘龙仙娥参加了比赛。', ['龙仙娥'], 'behind a standing'],
])('%s → %s: %s', (text, expected) => {
  expect(people(text)).toEqual(expected);
});

test.each(['安装安卓子系统。', '（雷锋网讯）', '使用 Windows 系统的总监 Office 套件。', '高管 iPhone 用户说，好用。'])(
  'no people in %s',
  (text) => {
    expect(people(text)).toEqual([]);
  },
);

test('the noun of 该, and what was borrowed or adapted, are no part of an office', () => {
  const roles = (text: string) =>
    labelArticle({ title: '', text })
      .filter((label) => label.kind === 'person')
      .map((label) => label.role);
  expect(roles('该院副主任医师杨国禹回忆说，没发现异常。')).toEqual([['副主任医师']]);
  expect(roles('倪阳平在致辞中借用词作家田汉创作歌曲的故事。').at(-1)).toEqual(['词作家']);
  expect(roles('该剧改编自法国剧作家莫里哀的同名剧作。')).toEqual([['法国剧作家']]);
});
