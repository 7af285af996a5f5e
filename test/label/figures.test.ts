import { describe, expect, test } from 'vitest';
import { labelDocument } from '../../src/label/document.ts';
import { labelFigures } from '../../src/label/figures/label-figures.ts';

const figures = (text: string) => labelFigures(labelDocument({ title: '', text }), [], {});
const one = (text: string) => {
  const { surface, value, unit, approx } = figures(text)[0] ?? {};
  return { surface, value, unit, approx };
};

describe('a figure is value, unit and approximator', () => {
  test.each([
    ['投资5亿元。', '5亿元', 500_000_000, '元', undefined],
    ['行程160余公里。', '160余公里', 160, '公里', '余'],
    ['带动百余人就业', '百余人', 100, '人', '余'],
    ['收入近两万元。', '近两万元', 20_000, '元', '近'],
    ['同比增长9%。', '9%', 9, '%', undefined],
    ['改造3200多万亩', '3200多万亩', 32_000_000, '亩', '余'],
    ['回落约0.47个百分点', '约0.47个百分点', 0.47, '个百分点', '约'],
    ['保持在1.3亿亩以上。', '1.3亿亩以上', 130_000_000, '亩', '超'],
    ['持续4-8小时。', '4-8小时', 4, '小时', undefined],
    ['补助18000元/年。', '18000元', 18_000, '元', undefined],
    ['面积１２平方公里。', '１２平方公里', 12, '平方公里', undefined],
    ['突破70MW/h，', '突破70MW/h', 70, 'MW/h', '超'],
    ['17部门印发', '17部门', 17, '部门', undefined],
    ['占百分之二十。', '百分之二十', 20, '%', undefined],
    ['多出3个多小时。', '3个多小时', 3, '小时', '余'],
    ['等了2个多月。', '2个多月', 2, '个月', '余'],
    ['能量密度255Wh/kg。', '255Wh/kg', 255, 'Wh/kg', undefined],
    ['送电26亿千瓦时，', '26亿千瓦时', 2_600_000_000, '千瓦时', undefined],
    ['装机100万千瓦。', '100万千瓦', 1_000_000, '千瓦', undefined],
    ['卖了2千万元。', '2千万元', 20_000_000, '元', undefined],
    ['用了8分多钟。', '8分多钟', 8, '分钟', '余'],
    ['共1,234,567人。', '1,234,567人', 1_234_567, '人', undefined],
    ['完成30万滩区居民迁建', '30万', 300_000, undefined, undefined],
    ['年产约 50 万辆汽车。', '约 50 万辆', 500_000, '辆', '约'],
    ['逾百人受伤。', '逾百人', 100, '人', '逾'],
    ['吸引上万名群众。', '上万名', 10_000, '名', '超'],
    ['不足千元。', '不足千元', 1_000, '元', '不足'],
    ['次数不超过3次。', '不超过3次', 3, '次', '不足'],
    ['用了1个半小时。', '1个半小时', 1.5, '小时', undefined],
    ['占比超三成，', '超三成', 3, '成', '超'],
    ['占地200m²。', '200m²', 200, 'm²', undefined],
    ['三十余人参加', '三十余人', 30, '人', '余'],
  ])('%s', (text, surface, value, unit, approx) => {
    expect(one(text)).toEqual({ surface, value, unit, approx });
  });
});

test.each([
  '2024年5月9日',
  '9月份',
  '第95个建军节',
  '21时38分',
  '21:38开始',
  '1年期LPR',
  '三省一市',
  '八人到会',
  '一个月后',
  '上世纪90年代',
  'C919飞机',
  '凌晨 3 点 30 分',
  '360 安全模式',
  '如图 2 所示',
  '第 28 届电影节',
  '三十六号01组卫星',
  '骁龙855平台',
  '麒麟980芯片',
  '〔2023〕15号',
  '2019-2021年',
])('no figure in %s', (text) => {
  expect(figures(text).map((label) => label.surface)).toEqual([]);
});

test('what it measures and the period come from the sentence', () => {
  const [figure] = figures('2023年，装备工业产值增长18.4%。');
  expect(figure).toMatchObject({ period: '2023年', measures: '装备工业产值增长' });
  expect(figures('表彰了27名优秀护林员。')[0]).toMatchObject({ measures: '优秀护林员' });
});

describe('figures in parts, with spaces and with signs', () => {
  test.each([
    ['已超过1万2千条。', '超过1万2千条', 12_000, '条', '超'],
    ['总投资3亿5000万元。', '3亿5000万元', 350_000_000, '元', undefined],
    ['年费为 2500 印度卢比。', '2500 印度卢比', 2500, '印度卢比', undefined],
    ['分享给 20 余家实验室。', '20 余家', 20, '家', '余'],
    ['身高1米85。', '1米85', 1.85, '米', undefined],
    ['成绩是9秒83。', '9秒83', 9.83, '秒', undefined],
    ['票价$50。', '50', 50, '美元', undefined],
    ['售价高达1,599 美元。', '1,599 美元', 1599, '美元', undefined],
    ['首付比例不低于15%。', '不低于15%', 15, '%', '超'],
  ])('%s', (text, surface, value, unit, approx) => {
    expect(one(text)).toEqual({ surface, value, unit, approx });
  });
});
