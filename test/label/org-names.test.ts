import { expect, test } from 'vitest';
import { labelArticle } from '../../src/label/label-article.ts';

const orgs = (text: string) =>
  labelArticle({ title: '', text })
    .filter((label) => label.kind === 'org' && label.within === undefined)
    .map((label) => label.surface);

test.each([
  ['上交所受理轩岭生物科技股份有限公司的申请。', ['上交所', '轩岭生物科技股份有限公司'], 'a verb before the name'],
  [
    '中国人民银行授权全国银行间同业拆借中心公布利率。',
    ['中国人民银行', '全国银行间同业拆借中心'],
    'a body that does something',
  ],
  [
    '河北省石家庄市中级人民法院公开宣判，河北省政协原副主席出庭；石家庄市法院公开宣判河北省政协的案件。',
    ['河北省石家庄市中级人民法院', '河北省政协', '石家庄市法院', '河北省政协'],
    'a deed between two bodies',
  ],
  ['江城市学林中学校长到会。', ['江城市学林中学'], 'a headmaster behind a school'],
  ['阅岭集团宣布裁员。', ['阅岭集团'], 'letters that make no words'],
  ['精岭科技收到函件。', ['精岭科技'], 'a trade behind such letters'],
  ['美国白宫和北约、联合国教科文组织发表声明。', ['美国白宫', '北约', '联合国教科文组织'], 'bodies without an ending'],
  ['与东盟国家共同维护和平。', ['东盟'], 'a body at the head of a longer word'],
  ['NASA和IMF发表报告，NASAX不在其中。', ['NASA', 'IMF'], 'Latin names at their borders'],
  ['巴西队战胜韩国女足，上海男篮逼平国家队。', ['巴西队', '韩国女足', '上海男篮', '国家队'], 'teams of places'],
  ['患者转到协和医院，学生来自学军中学。', ['协和医院', '学军中学'], 'houses by name'],
  ['宁德时代、岭海动能、星海储能等企业参加。', ['岭海动能', '星海储能'], 'a row with a listed firm in it'],
])('%s: %s', (text, names) => {
  expect(orgs(text)).toEqual(names);
});

test.each([
  '很多银行降价，正规出版社不做这种事。',
  '三甲医院和重点中学都在这里。',
  '高通胀让农民进城、居民建房变难。',
  '大家实事求是，心情放松下来。',
  '上海队员和江苏队伍出发。',
])('nothing in %s', (text) => {
  expect(orgs(text)).toEqual([]);
});
