import { chineseNumber } from '../../kit/zh.ts';

/**
 * Things that come once a year and are told by number: words with `#` for the number, and the year before the first. Own list, each
 * checked against a numbered session; those that skipped a year give the number from which they did not.
 */
const YEARLY = `第#届联合国大会 1945
第#届联大 1945
第#个“?八一”?建军节 1927
第#个国庆 1949
第#个(?:全国)?教师节 1984
第#个中国农民丰收节 2017
第#个(?:中国)?“?中国医师节 2017
第#个世界环境日 1971
第#个(?:世界)?地球日 1969
第#个“?(?:世界)?读书日 1995
第#届“?世界水日 1992
第#届“?中国水周 1987
第#个“?世界无烟日 1987
第#个“?世界艾滋病日 1987
第#个“?世界献血者日 2003
第#个“?世界防治结核病日 1995
第#个(?:“三八”)?国际(?:劳动)?妇女节 1910
第#个(?:全国)?“?中国?植树节 1978
第#个“?(?:“?六一”?)?国际儿童节 1949
第#个“?国际护士节 1911
第#个“?全国税收宣传月 1991
第#个“?世界精神卫生日 1991
第#个“?(?:全国)?爱牙日 1988
第#个“?国际残疾人日 1991
第#个“?国际禁毒日 1987
第#个“?全国海洋宣传日 2007
第#个“?全国节能宣传周 1990
第#个“?世界粮食日 1980
第#个“?国际档案日 2007
第#个“?世界气象日 1960
第#个“?世界湿地日 1996
第#个“?(?:全国)?中小学生安全教育日 1995
第#个“?(?:“?122”?)?全国交通安全日 2011
第#个“?国际消费者权益日 1982
第#个“?学雷锋纪念日 1963
第#个“?(?:全国)?儿童预防接种(?:日|宣传日) 1986
第#个“?世界狂犬病日 2006
第#个“?世界知识产权日 2000
第#个“?中国航海日 2004
第#个“?中国航天日 2015
第#个“?全民国家安全教育日 2015
第#个“?全国防灾减灾日 2008
第#个“?全民健身日 2008
第#个(?:“?中国)?记者节 1999
第#个“?中国人民警察节 2020
第#个“?全国科技工作者日 2016
第#个“?中国品牌日 2016
第#个“?中国旅游日 2010
第#个“?全国土地日 1990
第#个“?全国生态日 2022
第#个“?(?:全国)?烈士纪念日 2013
第#个(?:南京大屠杀死难者)?国家公祭日 2013
第#个“?国家宪法日 2013
第#个“?(?:全国)?爱国卫生月 1988
第#个“?(?:全国)?“?安全生产月 2001
第#次(?:全国)?助残日 1990
第#届(?:中国国际)?进(?:口)?博(?:览)?会 2017
第#届(?:中国国际)?消(?:费品)?博(?:览)?会 2020
第#届(?:中国国际)?(?:供应链促进博览会|链博会) 2022
第#届(?:中国国际)?(?:高新技术成果交易会|高交会) 1998
第#届(?:中国[—-])?东(?:盟)?博(?:览)?会 2003
第#届(?:中国（深圳）)?(?:国际文化产业博览交易会|文博会) 2004 2
第#届戛纳(?:国际)?电影节 1947 74
第#届柏林(?:国际)?电影节 1950
第#届威尼斯(?:国际)?电影节 1943 60
第#届上海国际电影节 1998 25
第#届北京国际电影节 2010
第#届奥斯卡 1928 92
第#届(?:中国电影)?金鸡奖 1987 32
第#届(?:台北)?金马奖 1963 40
第#届(?:香港电影)?金像奖 1982 40
第#届格莱美 1958 20
第#次《?联合国气候变化框架公约》?缔约方大会 1995 26
COP# 1995 26
二十国集团(?:领导人)?第#次峰会 2005 16
金砖国家领导人第#次会晤 2008
亚太经合组织第#次领导人非正式会议 1993 25`;

const NUMBER = '([0-9]{1,3}|[一二三四五六七八九十百零]{1,6})';

interface Series {
  words: RegExp;
  base: number;
  /** numbers below tell nothing */
  from: number;
}
const series: readonly Series[] = YEARLY.split('\n').map((line) => {
  const [words = '', base, from] = line.split(' ');
  return {
    words: new RegExp(words.replace('#', `(?:\\s?${NUMBER}\\s?)`)),
    base: Number(base),
    from: Number(from ?? 1),
  };
});
/** Twice a year, in spring and autumn, since 1957. */
const FAIR = new RegExp(`第\\s?${NUMBER}\\s?届(?:中国进出口商品交易会|“?广交会)`);
const SESSION = /(十[一二三四五六])届全国人(?:大|民代表大会)(?:第)?([一二三四五])次会议/;
const CONSULTATIVE = /(?:全国政协|政协)(?:第)?(十[一二三四五六])届(?:全国委员会)?(?:第)?([一二三四五])次会议/;
/** Five-year plans by the letters of their name → first year. */
const PLANS: Record<string, number> = { 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026 };
const PLAN_YEAR =
  /(?:今年|本年|作为)[^。；\n]{0,40}?“?(十[二三四五]五|十五五)”?(?:规划)?(?:实施)?的?[^。；，\n]{0,6}?(开局|起步|中期|承上启下|承前启后|收官)/;
const IN_PLAN: Record<string, number> = { 开局: 0, 起步: 0, 中期: 2, 承上启下: 2, 承前启后: 2, 收官: 4 };
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ANIMALS = '鼠牛虎兔龙蛇马羊猴鸡狗猪';
/** 甲辰龙年: stem, branch and animal fit together once in sixty years. */
const CYCLE = new RegExp(`([${STEMS}])([${BRANCHES}])([${ANIMALS}])?年`);

/** So many things with a number are looked at. */
const MOST = 200;
/** Only near these are the words of the list looked for. */
const BY_NUMBER = new RegExp(`第\\s?${NUMBER}\\s?[个届次]|COP[0-9]`, 'g');
/** 去年第五届…: of another year */
const OTHER_YEAR = /(?:去年|前年|明年|后年)[^，。；\n]{0,6}$/;

/** 九 → 9, 一百零五 → 105, 42 → 42. */
export const numberOf = (words: string): number =>
  /^[0-9]+$/.test(words) ? Number(words) : (chineseNumber(words) ?? 0);

/** The year told by a thing of the year: its session, day, fair, plan or name in the cycle of sixty; with the words that tell it. */
export function yearly(text: string): { year: number; evidence: string } | undefined {
  let left = MOST;
  for (const { index } of text.matchAll(BY_NUMBER)) {
    if (left-- === 0) break;
    const near = text.slice(Math.max(0, index - 16), index + 40);
    for (const { words, base, from } of series) {
      const found = words.exec(near);
      if (!found || OTHER_YEAR.test(near.slice(Math.max(0, found.index - 8), found.index))) continue;
      const number = numberOf(found[1]!);
      if (number >= from) return { year: base + number, evidence: found[0] };
    }
  }
  const fair = FAIR.exec(text);
  if (fair) return { year: 1957 + Math.floor((numberOf(fair[1]!) - 1) / 2), evidence: fair[0] };
  const session = SESSION.exec(text) ?? CONSULTATIVE.exec(text);
  if (session)
    return { year: 2018 + (numberOf(session[1]!) - 13) * 5 + numberOf(session[2]!) - 1, evidence: session[0] };
  const plan = PLAN_YEAR.exec(text);
  if (plan) return { year: PLANS[plan[1]!]! + IN_PLAN[plan[2]!]!, evidence: plan[0].slice(-16) };
  const cycle = CYCLE.exec(text);
  if (cycle?.[3] !== undefined) {
    const branch = BRANCHES.indexOf(cycle[2]!);
    for (let year = 1984; year < 2044; year++)
      if ((year - 4) % 10 === STEMS.indexOf(cycle[1]!) && (year - 4) % 12 === branch && ANIMALS[branch] === cycle[3])
        return { year, evidence: cycle[0] };
  }
  return undefined;
}
