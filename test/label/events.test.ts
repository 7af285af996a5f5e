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
  ['第74届联合国大会期间，9月25日两国外长举行会谈。', '2019-09-25'],
  ['7月30日，在第93个“八一”建军节之际，镇上举行演出。', '2020-07-30'],
  ['7月3日，发布会举行。（2021年07月04日 02版）', '2021-07-03'],
  ['2021年4月3日8时12分，渡轮在海口市首航。', '2021-04-03'],
  ['今年是中法建交60周年。5月6日，两国领导人举行会谈。', '2024-05-06'],
  ['为庆祝中国和泰国建交五十周年，7月1日，展览在曼谷开幕。', '2025-07-01'],
  ['北岭市于6月5日举行第五十三个世界环境日活动。', '2024-06-05'],
  ['第135届广交会4月15日在广州开幕。', '2024-04-15'],
  ['第134届广交会10月15日在广州开幕。', '2023-10-15'],
  ['3月5日，十三届全国人大五次会议开幕。', '2022-03-05'],
  ['今年是“十四五”规划开局之年。4月2日，北岭市召开动员大会。', '2021-04-02'],
  ['2月10日，甲辰龙年的庙会在北岭开幕。', '2024-02-10'],
  ['5月20日（周一），展览开幕。2023年共有三万人参观。', '2024-05-20'],
  ['多米尼加总统阿比纳德尔19日宣布，他在5月19日举行的总统选举中获胜，成功连任。', '2024-05-19'],
  ['中海社昆明3月14日电 2月25日列车首发。14日上午，展览在昆明启动。（2023年03月15日）', '2023-03-14'],
])('the year told by the text: %s', (text, date) => {
  expect(events(text).map((event) => event.date)).toContain(date);
});

test('without a year none is invented: the day alone, and little confidence', () => {
  expect(events('4月8日晚，灯会开幕。')).toMatchObject([
    { date: '--04-08', confidence: 0.6, evidence: ['the text tells no year'] },
  ]);
  expect(events('4月，灯会开幕。')).toEqual([]);
});

test.each([
  '为迎接明年中法建交60周年，5月6日，筹备会举行。',
  '去年第五届进博会签下大单。5月6日，代表团考察北岭。',
  '5月20日（周一），展览开幕。',
])('what tells no year of this article: %s', (text) => {
  expect(events(text).map((event) => event.date?.slice(0, 2))).toContain('--');
});

test('a stretch of time and an average are no event', () => {
  expect(events('截至6月3日，工程完成了一半。8月26日至今，共有千人参观。', '2026-09-01')).toEqual([]);
  expect(events('北岭常年5月18日入夏，今年提前。', '2026-05-20')).toEqual([]);
});

test('months of a period are no event', () => {
  expect(events('2023年1月至12月，全市完成投资120亿元。')).toEqual([]);
});

test('what happened is told without its date', () => {
  const what = (text: string) => events(text, '2026-06-01').map((event) => event.what);
  expect(what('5月1日起，新条例正式施行。')).toEqual(['新条例正式施行']);
  expect(what('6日晚间，艺人周小林主持晚会。')).toEqual(['艺人周小林主持晚会']);
  expect(what('5月20日（周三）上午10时许，北岭大桥通车。')).toEqual(['北岭大桥通车']);
  expect(what('5月20日，今天官方宣布开启预购。')).toContain('今天官方宣布开启预购');
});

test('the offices of those named and the programmes named may leave one year only', () => {
  expect(events('总理李克强6月1日主持召开会议，部署稳经济一揽子政策。')[0]).toMatchObject({
    date: '2022-06-01',
    evidence: ['year: in office: 李克强; 稳经济一揽子政策 since 2022'],
  });
  expect(events('总理李克强6月1日主持召开会议。')[0]).toMatchObject({ date: '--06-01' });
});

test('one who held the office twice, or holds it still, tells no year', () => {
  expect(events('美国总统特朗普2月2日发表讲话。')[0]).toMatchObject({ date: '--02-02' });
  expect(events('韩国总统李在明7月2日发表讲话。')[0]).toMatchObject({ date: '--07-02' });
});

test('today and later days of one report follow its date', () => {
  const found = events('6月1日，会议在杭州市召开，市长李文华出席。下午，双方举行签约仪式。', '2024-06-02');
  expect(found.map((event) => event.date)).toEqual(['2024-06-01', '2024-06-01']);
  expect(found[0]).toMatchObject({ place: '杭州市', participants: ['李文华'] });
});

test('days told from the day of writing', () => {
  const days = (text: string, published?: string) => events(text, published).map((event) => event.date);
  expect(days('昨日，市政府召开发布会。本月12日，代表团考察园区。', '2026-05-20')).toEqual([
    '2026-05-19',
    '2026-05-12',
  ]);
  expect(days('上周五，双方举行会谈。前天上午，展览开幕。', '2026-03-01')).toEqual(['2026-02-20', '2026-02-27']);
  expect(days('中海社昆明1月1日电 昨天，列车首发。', '2026-01-02')).toContain('2025-12-31');
  expect(days('昨日，市政府召开发布会。')).toEqual([]);
});

test('a range is one event, at its first day, where the visitor arrives', () => {
  expect(events('5月12日至15日，论坛在杭州市举行。', '2026-05-20').map((event) => event.date)).toEqual(['2026-05-12']);
  expect(events('5月18日，法国总统马克龙抵达北京访问。', '2026-05-20')[0]).toMatchObject({ place: '北京' });
});
