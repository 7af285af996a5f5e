import { expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const orgs = (text: string) =>
  labelArticle({ title: '', text })
    .filter((label) => label.kind === 'org')
    .map((label) => label.surface);

test.each([
  ['由水利部、国家林草局、自然资源部和国家能源局审定。', ['水利部', '国家林草局', '自然资源部', '国家能源局']],
  ['盐池县委、县森林消防大队出席。', ['盐池县委', '县森林消防大队']],
  ['昆明市文化和旅游局主办。', ['昆明市文化和旅游局']],
  ['这家沿海投资企业宁夏华丰环保科技公司。', ['宁夏华丰环保科技公司']],
  ['县水务局党组书记到场。', ['县水务局']],
  ['据新华社和江城晚报报道。', ['新华社', '江城晚报']],
  ['华岳船舶集团三院、七院承担。', expect.arrayContaining(['华岳船舶集团', '七院'])],
])('%s', (text, expected) => {
  expect(orgs(text)).toEqual(expected);
});

test('other names share an id', () => {
  const labels = labelArticle({ title: '', text: '国家发改委与国家发展改革委。' }).filter(
    (label) => label.kind === 'org',
  );
  expect(new Set(labels.map((label) => label.id)).size).toBe(1);
});

test('a short name given in brackets is found again', () => {
  const labels = labelArticle({ title: '', text: '海城市第二人民医院（下称“海城二院”）发布。海城二院表示欢迎。' });
  expect(labels.filter((label) => label.surface === '海城二院').map((label) => label.id)).toContain(
    '海城市第二人民医院',
  );
});

test.each([
  '构建新发展格局，完善产业布局。',
  '各级地方政府和有关部门。',
  '这些公司和一家银行。',
  '全部干部和群众。',
  '大学生在学校上课。',
])('no organisation in %s', (text) => {
  expect(orgs(text)).toEqual([]);
});

test("the newsroom's own organisations win", () => {
  const settings = {
    on: true,
    gazetteers: [],
    companies: [],
    people: [],
    places: [],
    orgs: [{ name: '青禾社', aliases: ['青禾'] }],
    topics: [],
    vetoes: [{ surface: '新华社' }],
  };
  const labels = labelArticle({ title: '', text: '青禾与新华社合作。' }, { settings }).filter(
    (label) => label.kind === 'org',
  );
  expect(labels).toMatchObject([{ surface: '青禾', id: '青禾社', confidence: 1 }]);
});

test('what was got, passed or felt is no part of a name', () => {
  const orgs = (text: string): string[] =>
    labelArticle({ title: '', text }).flatMap((label) => (label.kind === 'org' ? [label.surface] : []));
  expect(orgs('他曾获得江城南岸唱片公司的金奖。')).toEqual(['江城南岸唱片公司']);
  expect(orgs('学生全部考上江城大学。')).toEqual(['江城大学']);
});

test('bodies abroad, of the whole country, by number', () => {
  const orgs = (text: string): string[] =>
    labelArticle({ title: '', text }).flatMap((label) => (label.kind === 'org' ? [label.surface] : []));
  expect(orgs('土耳其外交部23日发表声明。')).toEqual(['土耳其外交部']);
  expect(orgs('从事咨询活动需向国家环保总局备案。')).toEqual(['国家环保总局']);
  expect(orgs('大桥由中建八局和中铁十二局承建。')).toEqual(['中建八局', '中铁十二局']);
  expect(orgs('日本央行也倍感压力，娇滴滴的声音，东风村的路。')).not.toContain('央行');
  expect(orgs('娇滴滴的声音，东风村的路，国家级实验室。')).toEqual([]);
});

test('a body that only the text can tell has no identity across articles', () => {
  const ids = (text: string) =>
    labelArticle({ title: '', text }).flatMap((label) => (label.kind === 'org' ? [[label.surface, label.id]] : []));
  expect(ids('市委、县公安局、自治区党委、江城市公安局和国家发改委开会。')).toEqual([
    ['市委', undefined],
    ['县公安局', undefined],
    ['自治区党委', undefined],
    ['江城市公安局', '江城市公安局'],
    ['国家发改委', '国家发展改革委'],
  ]);
});

test.each([
  '在北岭的乡镇学校里排名靠前，家里把小花送到县城读小学。',
  '卸任国家重点高中校长，当这个国家级贫困县唯一一所中学的校长。',
  '展商、观众、会展公司都有一个适应的过程。',
  '有人帮忙询问联络医院。歌曲在各地报刊电台发表。',
  '生产出的段落总会让人差强人意。',
  '广西面向社会公开选拔副厅级领导干部。中美两国有关公司签署协议。',
  '高允连独立办水泥厂的条件具备了。很多单位在联民村设有实验基地。',
])('kinds of bodies, and deeds before them, are none: %s', (text) => {
  expect(orgs(text)).toEqual([]);
});

test.each([
  ['据该国海岸集团介绍，港口已开放。', ['海岸集团']],
  ['一体化交通建设项目和宁夏隆乐叶科技有限公司年产项目。', ['宁夏隆乐叶科技有限公司']],
  ['大涧学校校长拒绝接受采访，大涧学校有小学和初中。', ['大涧学校', '大涧学校']],
  ['江苏省高院维持原判。', ['江苏省高院']],
])('where a name begins: %s', (text, expected) => {
  expect(orgs(text)).toEqual(expected);
});

test.each([
  ['《湖南省数字政府建设条例》施行。', []],
  ['农业农村部原党组书记、教育部党组书记到场。', ['农业农村部', '教育部']],
  ['江西省赣州市政府、菲律宾临时政府回应。', ['江西省赣州市政府', '菲律宾临时政府']],
])('governments and party groups: %s', (text, expected) => {
  expect(orgs(text)).toEqual(expected);
});

test.each([
  ['股东中信华丰有限公司拟减持公司不超2%股份。', ['中信华丰有限公司']],
  ['大股东通过间接划转款项方式占用上市公司资金，由于计提资产减值造成公司亏损。', []],
  ['近年来A股上市公司重视分红，金额媲美上市公司。', []],
  ['戴森是一家私人家族公司，潜入机器人制造公司。', []],
  ['他在医疗集团任职，负责创投集团的投资。', []],
  ['数据涉及冷链建设和竞品信息获取，沪锌期货下跌。', []],
])('deeds, kinds and trades make no firm: %s', (text, expected) => {
  expect(orgs(text)).toEqual(expected);
});

test.each([
  ['国际游泳联合会规定，纽新证券公司参展。', ['国际游泳联合会', '纽新证券公司']],
  ['先去大公司实习，国际著名通讯社报道了此事。', []],
])('bodies of the world, and firms of letters: %s', (text, expected) => {
  expect(orgs(text)).toEqual(expected);
});

test.each([
  ['四川长虹电子控股集团有限公司生产车间投产。', ['四川长虹电子控股集团有限公司', '四川长虹电子控股集团']],
  ['日本政府宣布，三亚市公安局、九江市政府发出通告。', ['日本政府', '三亚市公安局', '九江市政府']],
  ['中国驻日本大使馆发言人表示反对。', ['中国驻日本大使馆']],
])('places whose first letter is a numeral or a day: %s', (text, expected) => {
  expect(orgs(text)).toEqual(expected);
});

test('party branches of the young and armed police keep what stands in front', () => {
  expect(orgs('共青团浙江省委主办，武警贵州总队官兵参加。')).toEqual(['共青团浙江省委', '武警贵州总队']);
});
