import { describe, expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';
import { shortForm } from '../../src/label/places/divisions.ts';

const places = (text: string, title = '') =>
  labelArticle({ title, text })
    .filter((label) => label.kind === 'place')
    .map((label) => `${label.surface}${label.id === undefined ? '' : `=${label.id}`}`);

describe('codes', () => {
  test.each([
    ['在内蒙古自治区锡林郭勒盟多伦县调研。', ['内蒙古自治区=150000', '锡林郭勒盟=152500', '多伦县=152531']],
    ['内蒙古呼和浩特和赤峰两地。', ['内蒙古=150000', '呼和浩特=150100', '赤峰=150400']],
    ['江苏省南京市鼓楼区中央门街道。', ['江苏省=320000', '南京市=320100', '鼓楼区=320106', '中央门街道=320106004']],
    ['福建省福州市鼓楼区。', ['福建省=350000', '福州市=350100', '鼓楼区=350102']],
    ['上海和北京是直辖市。', ['上海=310000', '北京=110000']],
    ['恩施州利川市。', ['恩施州=422800', '利川市=422802']],
    ['吉林省吉林市。', ['吉林省=220000', '吉林市=220200']],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});

test('a repeated county name has no code without its parent', () => {
  expect(places('鼓楼区举行活动。')).toEqual(['鼓楼区']);
});

test('short county names need their parent before them', () => {
  expect(places('陕西米脂的石雕。')).toEqual(['陕西=610000', '米脂=610827']);
  expect(places('四川南部的县。')).not.toContain('四川南部');
  expect(places('这是和平与安定的时代，青年朝阳般成长。')).toEqual([]);
});

test.each([
  ['京蒙协作走在前列，出豫入鲁。', []],
  ['据北京日报报道，南京晨报讯。', []],
  ['制定西部开发规划。', []],
  ['湖南平均气温。', ['湖南=430000']],
  ['黄河南岸的长江西路。', ['黄河', '长江']],
  ['发射中卫星信号正常。', []],
  ['重大连锁反应。', []],
])('letters across words are none: %s', (text, expected) => {
  expect(places(text)).toEqual(expected);
});

test('inside an office or an organisation a place says what holds it', () => {
  const labels = labelArticle({ title: '', text: '江苏省委书记李明华到场。' });
  expect(labels.find((label) => label.kind === 'place')).toMatchObject({
    surface: '江苏省',
    id: '320000',
    within: '江苏省委',
  });
});

test('villages, zones and sights have no code', () => {
  expect(places('河北省迁安市建昌营镇小河村。')).toEqual([
    '河北省=130000',
    '迁安市=130283',
    expect.stringMatching(/^建昌营镇=130283\d{3}$/),
    '小河村',
  ]);
  expect(places('代表来到青禾谷创意产业园。')).toEqual(['青禾谷创意产业园']);
});

test('中国 is a place only among other countries', () => {
  expect(places('我们在中国工作。')).toEqual([]);
  expect(places('中国、美国、法国、德国、日本发表声明，中国表示欢迎。')).toContain('中国');
});

test.each([
  ['呼和浩特市', '呼和浩特'],
  ['恩施土家族苗族自治州', '恩施'],
  ['内蒙古自治区', '内蒙古'],
  ['新疆维吾尔自治区', '新疆'],
  ['太仆寺旗', undefined],
  ['和县', undefined],
])('short form of %s', (name, short) => {
  expect(shortForm(name)).toBe(short);
});

describe('townships and villages without a county', () => {
  test.each([
    ['我们只好离开白湖乡。', ['白湖乡']],
    ['许多村民反映，公岩镇虽然偏远，路却好走。', ['公岩镇']],
    ['小小的梁沟村出了名。', ['梁沟村']],
  ])('%s', (text, expected) => {
    const found = labelArticle({ title: '', text }).filter((label) => label.kind === 'place');
    expect(found.map((label) => label.surface)).toEqual(expected);
  });
  test.each([
    '我对家乡父老说。',
    '他强装镇定。',
    '像在童话里的村庄四处游玩。',
    '示范村和脱贫村都通了公路。',
    '一任乡长，一方水土。',
  ])('%s', (text) => {
    expect(labelArticle({ title: '', text }).filter((label) => label.kind === 'place')).toEqual([]);
  });
});

test('a short name that goes on as a village or a road is not the county', () => {
  expect(places('四川省昭觉县三岔河镇三河村的村民。')).toContain('三河村');
  expect(places('四川省昭觉县三岔河镇三河村的村民。').join()).not.toContain('131082');
});

test('letters of two words are no place', () => {
  for (const text of ['他踏上海岛，走进图书大厦。', '实现国家长治久安。', '爆炸发生在巴南部的村庄。'])
    expect(places(text), text).toEqual([]);
});

test('北京 and its market are no 北京市', () => {
  expect(places('农产品进入北京市场，北京市也很高兴。')).toEqual(['北京=110000', '北京市=110000']);
});

test.each([
  [
    '村民沿着青暮路前往绥德县无定河。',
    ['青暮路', '绥德县=610826', '无定河'],
    'roads and rivers where something leads to them',
  ],
  [
    '安徽芜湖三山经开区和重庆两江新区。',
    ['安徽=340000', '芜湖=340200', '三山经开区', '重庆=500000', '两江新区'],
    'numerals that open names',
  ],
  ['住在柳荫街18号的人。', ['柳荫街'], 'an address by number'],
  ['工厂建在德国格林海德市。', ['德国', '格林海德市'], 'a foreign town by sound'],
  ['法官在新泽西州，加州州长不在。', ['新泽西州', '加州'], 'a state with its level'],
  ['选手奥登西亚夺冠。', [], 'letters of a longer name by sound'],
  ['这座小镇被洪水冲入水库。', [], 'a deed before the ending'],
  ['一路走高，出路在哪，上海街头很热闹。', ['上海=310000'], 'words that end like roads'],
])('%s: %s', (text, expected) => {
  expect(places(text)).toEqual(expected);
});

test.each([
  ['黄浦江畔灯火通明。', ['黄浦江']],
  ['从太行山到秦岭。', ['太行山', '秦岭']],
  ['南昌县、九江县的代表参加。', ['南昌县=360121', '九江县']],
  ['短视频行业越来越红海，京港澳高速恢复通行。', []],
  ['他家在禹州市西北磨街乡。', ['禹州市=411081', '磨街乡']],
  ['乌克兰顿涅茨克州的居民。', ['乌克兰', '顿涅茨克']],
])('%s', (text, expected) => {
  expect(places(text).map((place) => place.replace(/州$/, ''))).toEqual(expected);
});

test('a deed before a river is no part of it', () => {
  expect(places('到湖北省枝江市调研长江大保护。')).toEqual(['湖北省=420000', '枝江市=420583', '长江']);
});
