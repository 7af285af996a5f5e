/**
 * Terms of office, own list: name, letters of the office, first and last month in it (yyyy-mm; none: still when the list was
 * made, 2025). Used only to date articles that print no year.
 */
const TERMS = `李克强 总理 2013-03 2023-03
李强 总理 2023-03
李强 上海市委书记 2017-10 2022-10
温家宝 总理 2003-03 2013-03
韩正 副总理 2018-03 2023-03
韩正 国家副主席 2023-03
刘鹤 副总理 2018-03 2023-03
孙春兰 副总理 2018-03 2023-03
胡春华 副总理 2018-03 2023-03
丁薛祥 副总理 2023-03
何立峰 副总理 2023-03
何立峰 发展改革委主任 2017-02 2023-03
张国清 副总理 2023-03
刘国中 副总理 2023-03
蔡奇 北京市委书记 2017-05 2022-11
尹力 北京市委书记 2022-11
陈吉宁 市长 2018-01 2022-10
殷勇 市长 2022-10
陈吉宁 上海市委书记 2022-10
龚正 上海市长 2020-03
李鸿忠 天津市委书记 2016-09 2022-12
陈敏尔 天津市委书记 2022-12
陈敏尔 重庆市委书记 2017-07 2022-12
袁家军 重庆市委书记 2022-12
袁家军 浙江省委书记 2020-08 2022-12
易炼红 浙江省委书记 2022-12 2024-10
易炼红 江西省委书记 2021-10 2022-12
王浩 浙江省委书记 2024-10
尹弘 江西省委书记 2022-12
吴政隆 江苏省委书记 2021-10 2023-01
信长星 江苏省委书记 2023-01
许昆林 省长 2021-10
郑栅洁 安徽省委书记 2021-09 2023-03
韩俊 安徽省委书记 2023-03 2024-06
梁言顺 安徽省委书记 2024-06
梁言顺 宁夏 2022-04 2024-06
郑栅洁 发展改革委主任 2023-03
王清宪 省长 2021-02
尹力 福建省委书记 2020-11 2022-11
周祖翼 福建省委书记 2022-11
李干杰 山东省委书记 2021-09 2022-12
林武 山东省委书记 2022-12
林武 山西省委书记 2021-06 2022-12
蓝佛安 山西省委书记 2022-12 2023-09
唐登杰 山西省委书记 2023-11
周乃翔 省长 2021-09
楼阳生 河南省委书记 2021-06 2024-12
刘宁 河南省委书记 2024-12
王凯 省长 2021-04
王蒙徽 湖北省委书记 2022-03 2024-12
王忠林 省长 2021-05 2024-12
张庆伟 湖南省委书记 2021-10 2023-09
沈晓明 湖南省委书记 2023-09
毛伟明 省长 2020-12
李希 广东省委书记 2017-10 2022-10
黄坤明 广东省委书记 2022-10
王伟中 省长 2021-12 2025-09
刘宁 广西 2021-10 2024-12
蓝天立 自治区主席 2020-10
沈晓明 海南省委书记 2020-12 2023-02
冯飞 海南省委书记 2023-02
王晓晖 四川省委书记 2022-04
彭清华 四川省委书记 2018-03 2022-04
黄强 省长 2020-12
谌贻琴 贵州省委书记 2020-11 2022-12
徐麟 贵州省委书记 2022-12
王宁 云南省委书记 2021-11
王君正 西藏 2021-10
刘国中 陕西省委书记 2020-07 2022-11
赵一德 陕西省委书记 2022-11
胡和平 陕西省委书记 2017-10 2020-07
尹弘 甘肃省委书记 2021-03 2022-12
胡昌升 甘肃省委书记 2022-12
信长星 青海省委书记 2022-01 2023-01
陈刚 青海省委书记 2023-01 2024-12
石泰峰 内蒙古 2019-10 2022-04
孙绍骋 内蒙古 2022-04 2025-09
王莉霞 自治区主席 2021-08 2025-08
李邑飞 宁夏 2024-06
马兴瑞 新疆 2021-12 2025-07
陈全国 新疆 2016-08 2021-12
倪岳峰 河北省委书记 2022-04
王东峰 河北省委书记 2017-10 2022-04
王正谱 省长 2021-10
张国清 辽宁省委书记 2020-09 2022-11
郝鹏 辽宁省委书记 2022-11 2025-09
李乐成 省长 2021-10 2025-02
景俊海 吉林省委书记 2020-11 2024-06
黄强 吉林省委书记 2024-06
许勤 黑龙江省委书记 2021-10
王毅 外交部长 2013-03 2022-12
秦刚 外交部长 2022-12 2023-07
王文涛 商务部 2020-12
潘功胜 行长 2023-07
易纲 行长 2018-03 2023-07
易会满 证监会主席 2019-01 2024-02
吴清 证监会主席 2024-02
刘昆 财政部长 2018-03 2023-09
蓝佛安 财政部 2023-10
拜登 总统 2021-01 2025-01
特朗普 总统 2017-01 2021-01
特朗普 总统 2025-01
奥巴马 总统 2009-01 2017-01
安倍晋三 首相 2012-12 2020-09
菅义伟 首相 2020-09 2021-10
默克尔 总理 2005-11 2021-12
文在寅 总统 2017-05 2022-05
德拉吉 总理 2021-02 2022-10
杜特尔特 总统 2016-06 2022-06
博索纳罗 总统 2019-01 2023-01
特鲁多 总理 2015-11 2025-03
蓬佩奥 国务卿 2018-04 2021-01
彭斯 副总统 2017-01 2021-01
哈里斯 副总统 2021-01 2025-01
耶伦 财政部长 2021-01 2025-01
马科斯 总统 2022-06
尹锡悦 总统 2022-05 2025-04
李在明 总统 2025-06
岸田文雄 首相 2021-10 2024-10
石破茂 首相 2024-10 2025-10
朔尔茨 总理 2021-12 2025-05
默茨 总理 2025-05
苏纳克 首相 2022-10 2024-07
斯塔默 首相 2024-07
特拉斯 首相 2022-09 2022-10
约翰逊 首相 2019-07 2022-09
米莱 总统 2023-12
布林肯 国务卿 2021-01 2025-01
卢比奥 国务卿 2025-01`;

interface Term {
  name: string;
  office: string;
  from: number;
  to: number;
}
const monthNumber = (text: string | undefined): number =>
  text === undefined ? Number.POSITIVE_INFINITY : Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
const terms = new Map<string, Term[]>();
for (const line of TERMS.split('\n')) {
  const [name = '', office = '', from, to] = line.split(' ');
  const list = terms.get(name) ?? [];
  list.push({ name, office, from: monthNumber(from), to: monthNumber(to) });
  terms.set(name, list);
}
/** An office without an end in the list may last for ever: it narrows nothing above. */
const FAR = 2100;

export interface TermYears {
  years: number[];
  names: string[];
  /** whether all of them were in office in this month */
  holds: (year: number, month: number) => boolean;
}

/** Years in which all officials named held the offices named, in any of their terms; undefined where the list knows none of them. */
export function termYears(officials: readonly { name: string; role: string }[]): TermYears | undefined {
  const matched = new Map<string, Term[]>();
  for (const { name, role } of officials) {
    if (/^(?:原|前|时任|候任)/.test(role)) continue;
    const fits = (terms.get(name) ?? []).filter(
      (one) =>
        role.includes(one.office) || (/^(?:西藏|宁夏|新疆|广西|内蒙古)$/.test(one.office) && role.includes('党委书记')),
    );
    const first = fits[0];
    if (first)
      matched.set(
        `${name}${first.office}`,
        fits.filter((one) => one.office === first.office),
      );
  }
  if (matched.size === 0) return undefined;
  const all = [...matched.values()];
  const from = Math.max(...all.map((list) => Math.min(...list.map((term) => term.from))));
  const to = Math.min(...all.map((list) => Math.max(...list.map((term) => term.to))));
  const years: number[] = [];
  for (let year = Math.floor(from / 12); year <= Math.min(FAR, Math.floor(to / 12)); year++)
    if (all.every((list) => list.some((term) => term.from < (year + 1) * 12 && term.to >= year * 12))) years.push(year);
  return {
    years,
    names: all.map((list) => list[0]!.name),
    holds: (year, month) => {
      const at = year * 12 + month - 1;
      return all.every((list) => list.some((term) => at >= term.from && at <= term.to));
    },
  };
}
