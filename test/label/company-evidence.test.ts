import { describe, expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const companies = (text: string) => labelArticle({ title: '', text }).filter((label) => label.kind === 'company');
const pairs = (text: string): string[] => companies(text).map((label) => `${label.surface} ${label.id}`);

describe('a code with its exchange names a listing no list holds', () => {
  test.each([
    ['参股的北岭医学（NASDAQ: BLMD）和岭南细胞（06699.HK）已经上市。', ['北岭医学 US:BLMD', '岭南细胞 HK06699']],
    ['投资了 Norderney Bio（NYSE:NRDY）。', ['Norderney Bio US:NRDY']],
    ['青禾光电（SH:688999）中标。', ['青禾光电 SH688999']],
  ])('%s', (text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });
  test('a number in brackets is no code', () => {
    expect(pairs('青禾小学（1998）和邮编（100081）没有上市。')).toEqual([]);
  });
});

test('an old name says until when it was one', () => {
  const [label] = companies('隆基股份公告，2021年净利润增长。');
  expect(label).toMatchObject({ surface: '隆基股份', id: 'SH601012' });
  expect(label!.evidence[0]).toBe('name of SH601012 until 2022-05');
});

describe('the same letters, other words', () => {
  test.each([
    '这里的小米亩产三百斤，熬粥很香。',
    '果园里的苹果熟了，农户忙着采摘。',
    '在这么美的季节里，他舍得花时间。',
    '高原之美的奥秘，在于风。',
    '星期六上线的新歌很好听。',
    '央行担心高通胀会持续。',
    '研究员吴高盛认为，法律已有规定。',
    '骏马在草原上奔驰，令人心动。',
    '亚马逊雨林的面积正在缩小。',
    '不知道这个产品的，请出门百度，或者以后再说。',
    '机器人概念股走强。',
    '中国银行业协会和中国移动互联网大会都发布了报告。',
  ])('%s', (text) => {
    expect(pairs(text)).toEqual([]);
  });
});

test('what shares do, directly behind a word, makes it the firm', () => {
  expect(pairs('截至收盘，机器人涨停，太平洋跌超3%。')).toEqual(['机器人 SZ300024', '太平洋 SH601099']);
});

test('names with blanks are one name, not two', () => {
  expect(pairs('He met the Beyond Meat team.')).toEqual(['Beyond Meat US:BYND']);
  expect(pairs('Super Meat Boy and Live music.')).toEqual([]);
});

test('a longer name elsewhere speaks for the short one', () => {
  const labels = companies('联想集团发布财报。之后，联想的负责人回答了提问。');
  expect(labels.map((label) => label.id)).toEqual(['HK00992', 'HK00992']);
  expect(labels[1]!.evidence.join()).toContain('its longer name in the text');
});

describe("a publisher's link to a quotation", () => {
  const linked = (text: string, word: string) =>
    labelArticle({ title: '', text, linked: [word] }).filter((label) => label.kind === 'company');
  test('is evidence for a name', () => {
    const [plain] = companies('他在比亚迪工作了十年。');
    const [more] = linked('他在比亚迪工作了十年。', '比亚迪');
    expect(more!.confidence).toBeGreaterThan(plain!.confidence);
    expect(more!.evidence).toContain('the publisher links it to a quotation');
  });
  test('says nothing of a word', () => {
    expect(linked('老百姓的日子越过越好。', '老百姓')).toEqual([]);
    expect(linked('进口的农产品增多。', '农产品')).toEqual([]);
  });
});

test('a group is not the listed firm of its name, unless the list says so', () => {
  expect(pairs('市政府与华能集团、格力集团签约，公司代表出席。')).toEqual([]);
  expect(pairs('小米集团发布财报，净利润增长。')).toEqual(['小米集团 HK01810']);
});

test('in a row of companies a word is one too', () => {
  expect(pairs('涨停：贵州茅台、日出东方、宁德时代。').map((pair) => pair.split(' ')[0])).toEqual([
    '贵州茅台',
    '日出东方',
    '宁德时代',
  ]);
  expect(pairs('红日出东方，大地一片金黄。')).toEqual([]);
});

describe('a name that is also a word', () => {
  test.each([
    ['与本土运动品牌李宁的联动很受欢迎。', '李宁 HK02331', 'a kind of firm right before it'],
    ['今天凌晨，苹果向iPhone用户推送更新。', '苹果 US:AAPL', 'what the firm makes near it'],
    ['甲骨文开始审计，Oracle数据库的用户不受影响。', '甲骨文 US:ORCL', 'its Latin name near it'],
  ])('%s', (text, pair) => {
    expect(pairs(text)).toContain(pair);
  });
  test.each(['李宁今年三十岁，爱好登山。', '孩子们吃了苹果和梨，手机放在一边。', '专家释读了甲骨文上的两个字。'])(
    'none in %s',
    (text) => {
      expect(pairs(text)).toEqual([]);
    },
  );
});

test('joint ventures and sister firms are not the listed firm they begin like', () => {
  expect(pairs('上汽大众和一汽大众公布销量，紫光展锐发布芯片。')).toEqual([]);
});

test('names without the prefix ST, names given up, and the code printed beside them', () => {
  expect(pairs('精功科技公告，收到行政监管措施决定书。')).toEqual(['精功科技 SZ002006']);
  expect(pairs('天喻信息、云内动力股价上涨，公司发布财报。')).toEqual(['天喻信息 SZ300205', '云内动力 SZ000903']);
  expect(pairs('835305 云创数据 涨停')).toEqual(['云创数据 BJ835305']);
});

test('a misprint between listed firms of a row is the only name one letter away', () => {
  expect(pairs('油气板块走弱，贵州茅台、宁德时化、三一重工股价跌逾3%。')).toContain('宁德时化 SZ300750');
  expect(pairs('贵州茅台、宁德时化和他们的朋友来了。').join()).not.toContain('宁德时化');
});

test('letters of a person, and the parent group of a listed firm, are no mention of it', () => {
  const ids = (text: string) =>
    labelArticle({ title: '', text }).flatMap((label) => (label.kind === 'company' ? [label.surface] : []));
  expect(ids('小鹏汽车董事长何小鹏表示，今年股价上涨。')).toEqual(['小鹏汽车']);
  expect(ids('国家电网、南方电网、中国华能等央企负责人参会。')).toEqual([]);
  expect(ids('四川长虹电子控股集团有限公司投产，股价上涨。')).toEqual([]);
  expect(ids('历任上海华谊（集团）公司财务部副总经理。炒股就看金麒麟分析师研报。')).toEqual([]);
  expect(ids('珠海格力电器（集团）股份有限公司公告，股价上涨。')).toEqual(['格力电器']);
});
