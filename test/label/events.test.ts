import { expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const events = (text: string, published?: string) =>
  labelArticle({ title: '', text, ...(published === undefined ? {} : { published }) }).filter(
    (label) => label.kind === 'event',
  );

test('the year comes from the day of publication', () => {
  expect(events('8月31日，代表团赴内蒙古考察。', '2023-09-01T08:00:00Z')[0]).toMatchObject({
    date: '2023-08-31',
    place: '内蒙古',
    what: '代表团赴内蒙古考察',
  });
});

test.each([
  ['第77届联合国大会期间，9月22日两国外长举行会谈。', '2022-09-22'],
  ['7月29日，在第95个“八一”建军节之际，县里举行演出。', '2022-07-29'],
  ['5月9日，发布会举行。（2024年05月10日 04版）', '2024-05-09'],
  ['2022年9月26日21时38分，火箭在西昌卫星发射中心成功发射。', '2022-09-26'],
  ['中海社北京5月19日电 4月25日飞船升空。19日上午，活动在北京启动。（2024年05月20日）', '2024-05-19'],
])('the year told by the text: %s', (text, date) => {
  expect(events(text).map((event) => event.date)).toContain(date);
});

test('without a year there is no date to give', () => {
  expect(events('5月18日晚，系列活动正式启动。')).toEqual([]);
});

test('today and later days of one report follow its date', () => {
  const found = events('6月1日，会议在杭州市召开，市长李文华出席。下午，双方举行签约仪式。', '2024-06-02');
  expect(found.map((event) => event.date)).toEqual(['2024-06-01', '2024-06-01']);
  expect(found[0]).toMatchObject({ place: '杭州市', participants: ['李文华'] });
});
