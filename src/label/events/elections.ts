/** Heads of state and government with the months in which they won a national election; own list, 2000 to 2025. */
const WON = `特朗普 2016-11 2024-11
拜登 2020-11
奥巴马 2008-11 2012-11
普京 2000-03 2004-03 2012-03 2018-03 2024-03
马克龙 2017-05 2022-04
埃尔多安 2014-08 2018-06 2023-05
卢拉 2002-10 2006-10 2022-10
博索纳罗 2018-10
米莱 2023-11
阿比纳德尔 2020-07 2024-05
马杜罗 2013-04 2018-05 2024-07
洛佩斯 2018-07
辛鲍姆 2024-06
博里奇 2021-12
佩特罗 2022-06
诺沃亚 2023-10 2025-04
布克尔 2019-02 2024-02
奥尔西 2024-11
尹锡悦 2022-03
文在寅 2017-05
李在明 2025-06
杜特尔特 2016-05
马科斯 2022-05
佐科 2014-07 2019-04
普拉博沃 2024-02
莫迪 2014-05 2019-05 2024-06
莱希 2021-06
佩泽希齐扬 2024-07
鲁哈尼 2013-06 2017-05
塞西 2014-05 2018-04 2023-12
拉马福萨 2019-05
蒂努布 2023-02
布哈里 2015-03 2019-02
鲁托 2022-08
肯雅塔 2013-03 2017-10
卡加梅 2017-08 2024-07
武契奇 2017-04 2022-04
卢卡申科 2015-10 2020-08 2025-01
泽连斯基 2019-04
托卡耶夫 2019-06 2022-11
米尔济约耶夫 2016-12 2021-10 2023-07
阿利耶夫 2018-04 2024-02
杜达 2015-05 2020-07
斯图布 2024-02
欧尔班 2014-04 2018-04 2022-04
约翰逊 2019-12
斯塔默 2024-07
阿尔巴尼斯 2022-05 2025-05
阿德恩 2020-10
特鲁多 2015-10 2019-10 2021-09
卡尼 2025-04
奥尔特加 2016-11 2021-11
阿尔塞 2020-10
卡斯特 2025-12
科斯塔 2019-10 2022-01`;

const won = new Map<string, { year: number; month: number }[]>();
for (const line of WON.split('\n')) {
  const [name = '', ...months] = line.split(' ');
  won.set(
    name,
    months.map((one) => ({ year: Number(one.slice(0, 4)), month: Number(one.slice(5)) })),
  );
}
const VICTORY =
  /[^。\n]{0,60}选举[^。\n]{0,30}(?:获胜|胜选|当选|连任|胜出)|[^。\n]{0,60}(?:胜选|成功连任|当选总统|赢得[^。\n]{0,12}选举)/g;

/** The year of the election that one of the `people` wins in this text, in one of the `months` it names. */
export function electionYear(
  text: string,
  people: readonly string[],
  months: readonly number[],
): { year: number; evidence: string } | undefined {
  if (!/选举|胜选|连任|当选总统/.test(text)) return undefined;
  const told = [...text.matchAll(VICTORY)].map((found) => found[0]);
  if (told.length === 0) return undefined;
  for (const name of new Set(people)) {
    const fits = (won.get(name) ?? []).filter(({ month }) => months.includes(month));
    if (fits.length === 1 && told.some((words) => words.includes(name)))
      return { year: fits[0]!.year, evidence: `${name} wins the election of ${fits[0]!.year}-${fits[0]!.month}` };
  }
  return undefined;
}
