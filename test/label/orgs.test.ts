import { expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const orgs = (text: string) =>
  labelArticle({ title: '', text })
    .filter((label) => label.kind === 'org')
    .map((label) => label.surface);

test.each([
  [
    '由科技部、国家卫生健康委、军委后勤保障部和国家药监局认定。',
    ['科技部', '国家卫生健康委', '军委后勤保障部', '国家药监局'],
  ],
  ['绥德县委、县消防救援大队出席。', ['绥德县委', '县消防救援大队']],
  ['北京市文化和旅游局主办。', ['北京市文化和旅游局']],
  ['作为北京来蒙投资企业内蒙古华丰环保科技公司。', ['内蒙古华丰环保科技公司']],
  ['县应急管理局党组书记到场。', ['县应急管理局']],
  ['据新华社和江城晚报报道。', ['新华社', '江城晚报']],
  ['中国航天科技集团五院、八院承担。', expect.arrayContaining(['中国航天科技集团', '八院'])],
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
  const labels = labelArticle({ title: '', text: '深圳市第三人民医院（下称“深圳三院”）发布。深圳三院表示欢迎。' });
  expect(labels.filter((label) => label.surface === '深圳三院').map((label) => label.id)).toContain(
    '深圳市第三人民医院',
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
    orgs: [{ name: '青禾社', aliases: ['青禾'] }],
    topics: [],
    vetoes: [{ surface: '新华社' }],
  };
  const labels = labelArticle({ title: '', text: '青禾与新华社合作。' }, { settings }).filter(
    (label) => label.kind === 'org',
  );
  expect(labels).toMatchObject([{ surface: '青禾', id: '青禾社', confidence: 1 }]);
});
