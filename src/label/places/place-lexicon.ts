import { Lexicon } from '../lexicon.ts';
import { type Division, readDivisions, shortForm } from './divisions.ts';
import { COUNTRIES, FOREIGN_CITIES, REGIONS } from './foreign.ts';
import { AMBIGUOUS, KNOWN_COUNTIES } from './short-names.ts';

/**
 * What a name may stand for. `sure`: needs no context · `guarded`: an ordinary short name · `needy`: only with its parent before
 * it or its full name in the same text · `block`: a word that merely holds a place.
 */
export interface PlaceName {
  kind: 'division' | 'country' | 'foreign' | 'region' | 'block';
  divisions: Division[];
  trust: 'sure' | 'guarded' | 'needy';
}

const BLOCKS = `德州仪器 北京时间 中山装 中山陵 孙中山 中山先生 黄海波 南京路 北京路 上海路 中山路 中山东路 中山西路 中山北路 中山南路 解放路 长江路 长江商学院 长江证券 黄河路 西湖龙井 海南黎族 大连体 东方红 东方航空 印度教 印度支那 巴西利亚足球
河南岸 河北岸 江西岸 江东岸 黄山松 黄山毛峰 普洱茶 太原理工 马里奥 马里亚纳 蒙古族 蒙古包 朝鲜族 朝鲜战争 日本料理 德国之声 美国之音 约旦河 墨西哥湾 日本海 印度洋 刚果河 乍得湖 南非洲 中国人 全中国 新中国 在中国 泰国皇家 法国号 荷兰豆 荷兰语 加拿大鹅
希腊神话 罗马数字 罗马帝国 罗马仕 香港脚 台湾当局 西湖大学 泰山石 天山童姥 华山医院 中关村在线 中原银行 中原证券 江南春 江南水乡 江南布衣 西北风 东北风 西南风 东北虎 东北角 西北角 西南角 东北方向 西北方向 西南方向 北极星 北极熊 南极人 南极熊
三峡集团 长城汽车 长城证券 长城军工 钢铁长城 海尔 京东方 太湖石 亚洲杯 欧洲杯 美洲杯 非洲杯 亚太经合组织 南海诸岛问题 法拉利 雄安全 临港口 前海关 南沙发 新北方 新界定 新界面 桃园三结义 九龙壁 高雄厚 金门槛 亦庄重 张江水 恒山派 中环保 中环境 中环节 虹桥路 横琴键 华南虎 东海岸 西海岸 海河流 江淮汽车 关中央 关中国 关中心 有关中 相关中
中原油田 北疆文化 祖国北疆 刚果断 多哥 巴林右旗 巴林左旗 海地区 海地震 沿海地 内蒙古族 帕劳 万象更新 万象城 基多 利马上 洛桑 尼斯湖 拉法叶 科隆坡 河内部 河内陆 河内部分 海防线 海防部队 海防建设 边海防 京都市 仙台山 亚丁 泗水县 里加强 哪里加 这里加 那里加 村里加 家里加 万隆重 索契约 奈良好 海牙齿 安曼妙 汉堡包 吃汉堡 利雅得胜 基辅助 珀斯 德班 罗马里奥 千叶草 世宗`;

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

/** Short names of our own that the endings do not give. */
const ALIASES: Record<string, string> = {
  锡盟: '152500',
  内蒙: '150000',
  香港特区: '810000',
  澳门特区: '820000',
  呼市: '150100',
  伊犁州: '654000',
};

let made: { lexicon: Lexicon<PlaceName>; byCode: Map<string, Division> } | undefined;

/** Names of divisions, countries, foreign cities and regions, with what each may stand for. Built at first use. */
export function placeLexicon(): { lexicon: Lexicon<PlaceName>; byCode: Map<string, Division> } {
  made ??= build();
  return made;
}

function build(): { lexicon: Lexicon<PlaceName>; byCode: Map<string, Division> } {
  const names = new Map<string, PlaceName>();
  const byCode = new Map<string, Division>();
  const add = (word: string, division: Division, trust: PlaceName['trust']): void => {
    const known = names.get(word);
    if (known === undefined) names.set(word, { kind: 'division', divisions: [division], trust });
    else {
      known.divisions.push(division);
      if (known.trust === 'needy' && known.divisions[0]!.level === 'county' && trust !== 'needy') known.trust = trust;
    }
  };
  for (const division of readDivisions()) {
    byCode.set(division.code, division);
    const { name, level } = division;
    if (AMBIGUOUS.has(name) || name.length < 3) add(name, division, 'needy');
    else add(name, division, 'sure');
    const short = shortForm(name);
    if (short !== undefined) {
      const trust =
        level === 'province'
          ? 'sure'
          : KNOWN_COUNTIES.has(short)
            ? 'guarded'
            : AMBIGUOUS.has(short) || (level === 'county' && (short.length < 3 || name.endsWith('区')))
              ? 'needy'
              : 'guarded';
      add(short, division, trust);
      if (name.endsWith('自治州')) add(`${short}州`, division, 'sure');
    }
    if (name === '浦东新区') add('浦东', division, 'guarded');
  }
  for (const [word, code] of Object.entries(ALIASES)) {
    const division = byCode.get(code);
    if (division) add(word, division, 'sure');
  }
  // a list word wins only over a needy short name of a county, never over a province, city or full name
  const plain = (kind: PlaceName['kind'], list: string): void => {
    for (const word of words(list)) {
      const known = names.get(word);
      if (known === undefined || kind === 'block' || known.trust === 'needy')
        names.set(word, { kind, divisions: kind === 'block' ? [] : (known?.divisions ?? []), trust: 'guarded' });
    }
  };
  plain('region', REGIONS);
  plain('foreign', FOREIGN_CITIES);
  plain('country', `${COUNTRIES} 中国`);
  plain('block', BLOCKS);
  return { lexicon: new Lexicon(names), byCode };
}
