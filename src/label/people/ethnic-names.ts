import { isHan } from '../../kit/zh.ts';
import { Lexicon } from '../lexicon.ts';
import { isSurname } from './read-name.ts';

/** Parts of Tibetan, Mongolian, Uyghur and Yi names written without a dot; own list. */
const PARTS = new Lexicon(
  `索南 更登 桑杰 拉毛 卓嘎 次旺 旦增 白珍 其美 仁增 更桑 德庆 江白 益西 扎西 次仁 卓玛 达瓦 尼玛 巴桑 边巴 普布 米玛 拉姆 央金 旺堆 多吉 平措 洛桑 丹增 格桑 白玛 仁青 索朗 顿珠 曲珍 德吉 曲措 罗布 强巴 群培 次旦 旺姆 旺久 班觉 贡布 贡嘎 格列 加措 江措 嘉措 坚赞 桑珠 桑吉 顿旦 顿珠 才让 才旦 尕藏 东智 多杰 南杰 南卡 土登 赤列 朗杰 晋美 久美 克珠 洛追 齐扎拉 阿旺 益西 云丹 向巴
  巴特尔 其其格 格日勒 图雅 高娃 那仁 娜仁 斯琴 萨仁 朝鲁 苏和 巴图 孟和 乌云 阿拉坦 呼格 吉勒图 达来 宝音 哈斯 敖登 阿古拉 苏日 其木格 托娅 乌力吉 朝克图 朝格图 布和 巴雅尔 额尔敦 额尔德尼 特木尔 铁木尔 青格勒 吉日嘎拉 白音 那木拉 斯日古楞 图门 満都拉 满都拉 呼和 宝力道 宝力德 包音 恩和 阿木尔 巴根 巴音 毕力格 毕力格图 赛罕 赛音 牧仁 莫日根 塔娜 乌日娜 乌仁 图娅 萨日娜 苏布德 通拉嘎 娜日苏 奥特根 布日 那顺 那日苏 格日乐 格日乐图 乐图 毕力格图 朝格吉勒图 额尔德木图 苏雅拉 苏雅拉图 朝鲁门 阿茹娜 那日图 孟克 孟根 吉雅图 宝力根 宝力格 呼格吉勒 呼日查 达林太 伊德日 克热木 德力格尔 都仁 色音 色登 道尔吉 策仁 官布 旺吉勒 桑布
  阿依 古丽 买买提 艾买提 艾合买提 吐尔逊 吐尔洪 阿不都 阿卜杜 热合曼 热依木 依明 依布拉音 克里木 库尔班 玉素甫 肉孜 沙塔尔 司马义 努尔 努尔兰 巴合提 叶尔 哈力 木拉提 帕提 古力 米热 迪丽 热巴 娜扎 阿迪力 艾尔肯 艾则孜 赛力克 哈那提 江布尔 别克
  吉克 吉狄 沙马 曲比 曲木 马海 俄木 海来 阿苏 阿侯 阿鲁 阿木 阿的 吉木 吉伍 吉列 吉尼 尔古 尔布 的惹 勒格 勒伍 莫色 日黑 苏呷 石一 果基 瓦扎 瓦其 加巴 布约 吉巴 贾巴 金古 井古 克惹 黑来 黑惹 约其 且沙 色日 海乃 尔合 石拉 马加 阿呷 木呷 日古 拉比 拉哈 拉铁 子且 木子 尔哈 尔铁 尔体 阿牛 阿支 阿加 伍果 伍呷 伍牛 阿衣 阿果 阿洛 色呷 色哈 拉且 布哈 布都 布铁 有呷 木果 木牛 石布 五各 日色 日洛 史布 史古 什古 么呷 么色`
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [word, true] as const),
);

/** End of a name made of such parts that starts at `start`: two parts or more, or one of three letters; else `start`. */
export function partsRun(text: string, start: number, listed = false): number {
  // 罗|青格勒: a surname before a part of three letters
  const surname = isSurname(text.charCodeAt(start)) && PARTS.lengthAt(text, start + 1) >= 3;
  let end = surname ? start + 1 : start;
  let parts = 0;
  while (parts < 4) {
    const length = PARTS.lengthAt(text, end);
    if (length === 0) break;
    end += length;
    parts++;
  }
  // 额尔敦|仓 in a list of names: one more letter before the sign
  if (listed && end - start >= 3 && isHan(text.charCodeAt(end)) && /[、，。；\n）]/.test(text[end + 1] ?? '\n')) end++;
  return parts >= 2 || end - start >= 3 ? end : start;
}
