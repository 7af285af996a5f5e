import { Lexicon } from '../lexicon.ts';
import { numberOf } from './yearly.ts';

/** Years in which things began, by their usual names; own list from general knowledge, `-` before Christ. */
const BEGAN = `1921 中国共产党 建党
1927 建军 人民解放军
1922 中国共产主义青年团 共青团 建团
1949 新中国 中华人民共和国 人民政协 中国人民政治协商会议 中国科学院 人民海军 人民空军 光明日报 全国妇联 少先队
1954 全国人民代表大会 人民代表大会制度 新疆生产建设兵团 新疆兵团
1925 中华全国总工会 故宫博物院
1945 联合国 抗战 抗日战争 抗日战争暨世界反法西斯战争 世界反法西斯战争 台湾光复
1947 内蒙古自治区
1955 新疆维吾尔自治区
1958 广西壮族自治区 宁夏回族自治区 中央电视台 中国科学技术大学
1965 西藏自治区
1951 西藏和平解放 中国青年报
1959 西藏民主改革
1988 海南建省 海南建省办经济特区 海南经济特区
1980 深圳经济特区 珠海经济特区 厦门经济特区 汕头经济特区 经济特区
1990 浦东开发开放 上海证券交易所 上交所 深圳证券交易所 深交所
1997 香港回归 重庆直辖
1999 澳门回归 阿里巴巴
1978 改革开放 宝钢
1979 告台湾同胞书
2001 上海合作组织 上合组织 入世 加入世贸组织 加入世界贸易组织
1967 东盟 东南亚国家联盟
2013 共建一带一路倡议 一带一路倡议 共建一带一路
2017 雄安新区
1935 遵义会议
1936 红军长征 长征
1919 五四运动
1911 辛亥革命 清华大学
1950 抗美援朝 抗美援朝出国作战 中国人民志愿军抗美援朝出国作战
1937 全民族抗战 七七事变 南京大屠杀 中国人民大学
1931 九一八事变 新华社
1924 黄埔军校 中山大学
1976 唐山大地震 唐山地震 苹果公司
2008 汶川地震 汶川特大地震
1948 人民日报
1952 中新社 中国新闻社
1898 北京大学
1905 复旦大学 同盟会
1896 上海交通大学 西安交通大学
1897 浙江大学
1902 南京大学 北京师范大学 上海电气
1893 武汉大学
1921 厦门大学
1919 南开大学
1895 天津大学
1907 同济大学
1901 山东大学
1896 四川大学
1920 哈尔滨工业大学
1912 中国银行 国家博物馆
1908 交通银行
1984 工商银行 中国工商银行 海尔 海尔集团 联想 联想集团 万科
1954 建设银行 中国建设银行
1872 招商局 招商局集团
1987 招商银行 华为
1988 中国平安
1892 张裕
1903 青岛啤酒
1953 一汽 中国一汽
1969 东风公司
1994 比亚迪 中国工程院
1998 腾讯 谷歌
2000 百度 中非合作论坛
2010 小米 美团
1975 微软
1904 中国红十字会
1949 中俄 中朝 中蒙 中匈 中罗 中捷 中国和俄罗斯 中国和朝鲜 中国和蒙古国 中国和匈牙利 中国和罗马尼亚 中国和波兰 中国和保加利亚
1950 中越 中丹 中缅 中芬 中印尼 中国和越南 中国和印度 中国和缅甸 中国和印度尼西亚 中国和丹麦 中国和瑞典 中国和瑞士 中国和芬兰
1951 中国和巴基斯坦
1955 中国和尼泊尔
1956 中国和埃及
1957 中国和斯里兰卡
1958 中国和柬埔寨 中柬
1960 中国和古巴 中古
1961 中国和老挝 中老
1964 中法 中国和法国 中国和坦桑尼亚 中坦
1970 中国和加拿大 中国和意大利 中意 中国和智利 中智 中国和埃塞俄比亚
1971 中国和土耳其 中国和秘鲁 中国和伊朗 中国和奥地利 中国和比利时 中国和尼日利亚 中国和科威特
1972 中日邦交正常化 中日 中德 中国和德国 中国和墨西哥 中墨 中国和澳大利亚 中澳 中国和新西兰 中国和荷兰 中荷 中国和阿根廷 中国和希腊 中希 中国和马尔代夫
1973 中国和西班牙 中西
1974 中国和巴西 中国和马来西亚 中国和委内瑞拉 中委
1975 中国和泰国 中泰 中国和菲律宾 中菲 中国和孟加拉国 中孟 中国和欧盟 中欧 中国和斐济
1979 中美 中国和美国 中国和葡萄牙 中葡 中国和爱尔兰
1990 中国和新加坡 中国和沙特 中沙
1992 中韩 中国和韩国 中国和以色列 中以 中哈 中国和哈萨克斯坦 中国和吉尔吉斯斯坦 中塔 中国和塔吉克斯坦 中国和乌兹别克斯坦 中国和乌克兰 中国和白俄罗斯 中白
1998 中国和南非 中南`;

/** Births of those whose anniversaries are kept. */
const BORN = `1893 毛泽东 毛泽东同志 宋庆龄
1898 周恩来 周恩来同志 刘少奇 刘少奇同志 彭德怀
1904 邓小平 邓小平同志 巴金
1886 朱德
1905 陈云 冼星海
1866 孙中山 孙中山先生
1881 鲁迅
1818 马克思
1820 恩格斯
1870 列宁
1911 钱学森
1894 梅兰芳
1899 老舍 聂荣臻
1895 徐悲鸿
1864 齐白石
1912 聂耳
1940 雷锋
1889 李大钊
1897 叶剑英
1901 陈毅 徐向前
1896 贺龙
1892 刘伯承
1902 罗荣桓
1913 习仲勋 习仲勋同志
1915 胡耀邦
-551 孔子`;

const entries = (list: string): [string, number][] =>
  list.split('\n').flatMap((line) => {
    const [year, ...names] = line.split(' ');
    return names
      .flatMap((name) =>
        name.startsWith('中国和') ? [name, name.replace('和', '与'), name.replace('和', '同')] : [name],
      )
      .map((name): [string, number] => [name, Number(year)]);
  });
const began = new Lexicon(entries(BEGAN));
const born = new Lexicon(entries(BORN));

const ANNIVERSARY =
  /(成立|建立|创立|创建|创办|设立|创刊|建校|建院|建交|建立外交关系|建立大使级外交关系|邦交正常化|复交|开市|开馆|建台|胜利|爆发|回归(?:祖国)?|直辖|召开|提出|诞辰|)\s?(?:的)?([0-9]{1,4}|[一二三四五六七八九十百零]{1,6})\s?周年/g;
/** 明年将迎来…: not of this year */
const LATER = /(?:明年|后年|去年|前年|(?:19|20)[0-9]{2}年)[^。；\n]{0,40}$/;
/** The name begins no further before the words of the anniversary. */
const REACH = 20;

/** The year told by an anniversary of what is known to have begun or been born: 中法建交60周年 → 2024. */
export function anniversaryYear(text: string): { year: number; evidence: string } | undefined {
  for (const found of text.matchAll(ANNIVERSARY)) {
    const before = text.slice(Math.max(0, found.index - REACH), found.index).replace(/[“”"]/g, '');
    const list = found[1] === '诞辰' ? born : began;
    for (let at = 0; at < before.length; at++) {
      const hit = list.at(before, at);
      if (!hit || !/^(?:正式)?$/.test(before.slice(hit.end))) continue;
      if (LATER.test(text.slice(Math.max(0, found.index - 48), found.index))) break;
      const year = hit.value + numberOf(found[2]!);
      if (year > 1978 && year < 2100) return { year, evidence: before.slice(at) + found[0] };
      break;
    }
  }
  return undefined;
}
