import { describe, expect, test } from 'vitest';
import type { LabelNeeds } from '../../src/label/document.ts';
import { labelArticle } from '../../src/label/label-article.ts';

const companies = (text: string, needs: LabelNeeds = {}, title = '', section?: string) =>
  labelArticle({ title, text, ...(section ? { section } : {}) }, needs).filter((label) => label.kind === 'company');
const ids = (...args: Parameters<typeof companies>): string[] => companies(...args).map((label) => label.id!);

describe('a listed company is labelled', () => {
  test.each([
    ['宁德时代（300750）今日收涨3.2%，成交额居前。', ['SZ300750']],
    ['贵州茅台、五粮液、泸州老窖等白酒股集体走强。', ['SH600519', 'SZ000858', 'SZ000568']],
    ['昨日，宁王股价再创新高，市值突破万亿元。', ['SZ300750']],
    ['腾讯和阿里巴巴均发布了季度财报，净利润同比增长。', ['HK00700', 'HK09988']],
    ['特斯拉股价盘中跌超5%，苹果公司市值缩水。', ['US:TSLA', 'US:AAPL']],
    ['老百姓（603883）发布业绩预告，预计净利润增长两成。', ['SH603883']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });
});

describe('an ordinary word is not', () => {
  test.each([
    '这样的日子，老百姓看得见、摸得着。',
    '当地的农产品坐上早班车，卖到了城里。',
    '屋顶装上太阳能，冬天也有热水。',
    '机器人走进课堂，孩子们很高兴。',
    '活动线上线下同步举行，群众踊跃参加。',
    '这是一个完美的结尾。',
    '在中国航天人的努力下，任务取得成功。',
    '动力电池行业协会发布中国动力电池白皮书。',
    '台风在太平洋上生成。',
    '游客乘船前往张家界。',
    '他打开苹果，咬了一口。',
    '想知道公司地址的，可以自己百度，或者问问平台客服。',
    '产品名字太长，百度不到，只好去门店问。',
    '这是一家小而美的乡间书店。',
    '图片来自 USGS/EROS/AMD / Wikimedia Commons',
  ])('%s', (text) => {
    expect(ids(text)).toEqual([]);
  });
});

test('a search engine that does something is the firm', () => {
  expect(ids('百度、腾讯发布财报，百度净利润同比增长。')).toEqual(['HK09888', 'HK00700', 'HK09888']);
  expect(ids('芯片厂商 Intel/NVIDIA/AMD 的股价大涨。')).toContain('US:AMD');
});

test('offsets are exact, evidence is in words, the listing is told apart from the firm', () => {
  const [label] = companies('比亚迪股价大涨。', {}, '车市');
  expect(label).toMatchObject({ surface: '比亚迪', start: 3, end: 6, listing: true });
  expect(label!.evidence.join()).toContain('market words');
  expect(companies('比亚迪在厂区为员工举办了公司运动会。')[0]?.listing).toBeUndefined();
});

test('a code printed beside a name decides which listing is meant', () => {
  expect(ids('三维股份（831834）公告称，公司拟回购股份。')).toEqual(['BJ831834']);
});

test('a code before the name, as in a table of shares, decides too', () => {
  expect(ids('代码 名称\n831834 三维股份\n300750 宁德时代')).toEqual(['BJ831834', 'SZ300750']);
});

describe("the newsroom's own entries win", () => {
  const settings = (more: object): LabelNeeds => ({
    settings: {
      on: true,
      gazetteers: [],
      companies: [],
      people: [],
      places: [],
      orgs: [],
      topics: [],
      vetoes: [],
      ...more,
    },
  });
  test('a name of its own', () => {
    expect(
      ids('北岭风电今年扩产。', settings({ companies: [{ name: '北岭风电', id: 'SH699999', aliases: ['岭电'] }] })),
    ).toEqual(['SH699999']);
  });
  test('a veto', () => {
    expect(ids('比亚迪股价大涨。', settings({ vetoes: [{ surface: '比亚迪' }] }))).toEqual([]);
  });
});

test('explains what it kept and dropped', () => {
  const told: string[] = [];
  companies('老百姓说，比亚迪股价大涨。', {
    trace: (labeller, surface, says) => told.push(`${labeller} ${surface} ${says}`),
  });
  expect(told.some((line) => /company 比亚迪 kept/.test(line))).toBe(true);
  expect(told.some((line) => /company 老百姓 dropped/.test(line))).toBe(true);
});
