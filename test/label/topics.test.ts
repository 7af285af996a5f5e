import { expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';
import { languageOf } from '../../src/label/language/label-language.ts';

const topics = (text: string) =>
  labelArticle({ title: '', text })
    .filter((label) => label.kind === 'topic')
    .map((label) => label.surface);

test.each([
  ['落实“三个聚焦”“四个到位”。', ['三个聚焦', '四个到位']],
  ['深化京蒙协作，推进乡村振兴。', ['京蒙协作', '乡村振兴']],
  ['参加“春雨润苗”行动，修好“北菜南运”通道。', ['春雨润苗', '北菜南运']],
  ['签署《关于林业科技合作的谅解备忘录》。', ['关于林业科技合作的谅解备忘录']],
  ['他说“三天后见”。', []],
  ['所谓“外挂”不是办法。', []],
])('%s', (text, expected) => {
  expect(topics(text)).toEqual(expected);
});

test("the newsroom's topics hold between their days", () => {
  const settings = {
    on: true,
    gazetteers: [],
    companies: [],
    people: [],
    places: [],
    orgs: [],
    topics: [{ name: '草原计划', aliases: ['绿草工程'], from: '2024-01-01' }],
    vetoes: [],
  };
  const at = (published: string) =>
    labelArticle({ title: '', text: '绿草工程开工。', published }, { settings }).filter(
      (label) => label.id === '草原计划' && label.kind === 'topic',
    ).length;
  expect(at('2024-05-01')).toBe(1);
  expect(at('2023-05-01')).toBe(0);
});

test.each([
  ['中国政府网发布消息，这是一条新闻。', 'zh-Hans'],
  ['這個計劃將會繼續發展，國際間對此表示歡迎。', 'zh-Hant'],
  ['これは新しいニュースです。東京で開催された。', 'ja'],
  ['오늘 서울에서 회의가 열렸다.', 'ko'],
  ['The minister said that the talks will continue in the coming days.', 'en'],
  ['Le ministre a dit que les négociations vont continuer dans les jours qui viennent.', 'fr'],
  ['Сегодня в Москве прошла встреча министров.', 'ru'],
])('language of %s', (text, language) => {
  expect(languageOf(text)?.language).toBe(language);
});

test('nothing to read has no language', () => {
  expect(languageOf('')).toBeUndefined();
  expect(languageOf('12345 !!!')).toBeUndefined();
});
