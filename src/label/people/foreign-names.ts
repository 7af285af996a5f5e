import { isHan } from '../../kit/zh.ts';
import { partsRun } from './ethnic-names.ts';
import { FOLLOW_WORDS } from './follow.ts';

/** Letters that write the sounds of foreign names. */
const SOUND_LETTERS =
  '罕猜颂披阿埃艾安奥澳巴白班邦保贝本比宾波伯博布查茨达戴丹当道德登狄迪蒂丁杜顿多厄恩尔法凡菲费芬弗福盖冈格根古瓜圭哈海汉豪赫黑亨洪胡华怀霍基吉季加贾简杰金卡凯坎康考柯科克肯库夸奎昆拉莱赖兰朗劳勒雷黎里理利莉丽林琳龙卢鲁伦罗洛马玛麦曼茅梅门蒙米密敏明摩莫默姆穆纳娜南瑙内尼涅纽农努诺欧帕潘庞佩彭皮珀普奇齐钱乔切琴琼丘让热日茹瑞若萨塞桑瑟森沙珊尚绍舍申圣施什舒朔思斯丝松苏索塔泰坦汤唐特腾提廷图托瓦万汪威韦维温翁沃乌武希锡夏香肖谢辛休许逊雅亚延扬耶叶伊宜英尤约泽扎詹章哲珍朱兹佐祖娅佳萝莎蕾妮黛娃赞拜佛京甫娃奈珂菈涛戈连叙岸昂俄幌芭芙茜贡克佐宰孜祐钦隆洁东滕汶巫朝宋蓬帝素士史列鲍弥岑缪翰乞契芝墩敦恩迈缅闵默慕楠派培沛裴坡惹荣儒撒叔梭忒旺依雪仁久铎堡柴兴贞纯夫桥坂崎川岛栗濑奎各伍戛蒋代勃卜策楚额果侯惠姬津堪枯腊楞廖吕麻芒毛孟苗牟嫩聂浦恰然沈石顺孙陶卫吴治西何庇富济彼捷修';
const SOUNDS = new Uint8Array(65_536);
for (const letter of SOUND_LETTERS) SOUNDS[letter.charCodeAt(0)] = 1;

/** Further letters beside a dot only: names of Uyghurs and Kazakhs. */
const MORE_SOUNDS = new Uint8Array(65_536);
for (const letter of '差春爱赛艺约席吐孜买合木江吾再肉玉别地力汗衣麻尧都因则居苏玉喀曼提甫扎比亚荪逊洪赫塔什')
  MORE_SOUNDS[letter.charCodeAt(0)] = 1;

/** End of a run of sound letters from `start`, at most eight, cut before a word that follows names. */
export function soundRun(text: string, start: number, dotted = false): number {
  let end = start;
  while (
    end < text.length &&
    end - start < 8 &&
    (SOUNDS[text.charCodeAt(end)] ||
      (dotted && MORE_SOUNDS[text.charCodeAt(end)] && !'都因则再比约席'.includes(text[end]!)) ||
      // 赛塔·|他|威信, 达|席|尔瓦
      (dotted && text[end] === '他' && end === start && SOUNDS[text.charCodeAt(end + 1)]) ||
      (dotted && text[end] === '信' && text[end - 1] === '威') ||
      (dotted && text[end] === '席' && end > start && SOUNDS[text.charCodeAt(end + 1)]))
  ) {
    if (end - start >= 2 && FOLLOW_WORDS.lengthAt(text, end) >= 2) break;
    end++;
  }
  return end;
}

/** 埃米利奥·萨拉查三世: the whole name around the dot at `dot`, or undefined. */
export function dottedName(
  text: string,
  dot: number,
  floor: number,
  words: Uint8Array,
): { start: number; end: number } | undefined {
  let start = dot;
  while (
    start > floor &&
    dot - start < 7 &&
    isHan(text.charCodeAt(start - 1)) &&
    (SOUNDS[text.charCodeAt(start - 1)] || MORE_SOUNDS[text.charCodeAt(start - 1)])
  )
    start--;
  // 总|理罗伯特: letters that end the word before are none of the name
  for (let on = start + 1; !words[start] && on < dot; on++) if (words[on]) start = on;
  // 丈|夫何塞: no name by sound begins so
  while (start < dot && text[start] === '夫') start++;
  let end = dot;
  for (let part = 0; part < 5 && isNameDot(text, end); part++) {
    const from = end + 1;
    let to = from;
    if (/[A-Z]/.test(text[from] ?? '')) {
      to = from + 1;
      if (text[to] === '.') to++;
    } else {
      // 凯赛尔·|阿不都|克热木
      const parts = partsRun(text, from);
      to = hyphened(text, parts > from ? soundRun(text, parts, true) : soundRun(text, from, true));
    }
    if (to === from) break;
    end = to;
  }
  const ordinal = /^[小一二三四五六]{1,2}世/.exec(text.slice(end, end + 3));
  if (ordinal) end += ordinal[0].length;
  if (dot - start < 1 || end - dot < 2 || NOT_PERSON.test(text.slice(end, end + 3))) return undefined;
  return { start, end };
}

/** 让-皮埃尔: a hyphen between sounds joins two parts. */
function hyphened(text: string, end: number): number {
  if (!'-－—'.includes(text[end] ?? '\n') || !SOUNDS[text.charCodeAt(end - 1)]) return end;
  const to = soundRun(text, end + 1, true);
  return to - end > 2 ? to : end;
}

/** 白宫发言人|让-皮埃尔: a name of two parts around a hyphen. */
export function hyphenedName(text: string, start: number): number | undefined {
  const end = soundRun(text, start);
  const to = end > start && end - start < 4 ? hyphened(text, end) : end;
  return to > end ? to : undefined;
}

const BEARS =
  /^(?:(?:副|前)?(?:总统|首相|总理|外长|国王|议长|国务卿)|先生|女士|夫人|教授|博士|将军|大使|一行|表示|指出|强调|认为|说[，：“]|称[，：“])/;

/** 素帕猜副总理: three letters or more that write sounds, no known word, before a standing or a verb of speech. */
export function bareForeignName(text: string, start: number, words: Uint8Array, opens: boolean): number | undefined {
  if (!words[start] || !SOUNDS[text.charCodeAt(start)]) return undefined;
  const end = soundRun(text, start);
  if (end - start < 3 || !words[end]) return undefined;
  const after = text.slice(end, end + 6);
  // a subject that does what only people do may be one word of the list
  const acts = opens && ACTS.test(after);
  if (!acts && !BEARS.test(after)) return undefined;
  if (acts || STANDING.test(after)) return end;
  for (let at = start + 1; at < end; at++) if (words[at]) return end;
  return undefined;
}
const STANDING = /^(?:(?:副|前)?(?:总统|首相|总理|外长|国王|议长|国务卿|先生|女士|夫人|教授|博士|将军|大使|一行))/;
/** What goes on as the name of a place or a body: 乔治·梅森大学. */
const NOT_PERSON = /^(?:[镇市县州省号奖杯]|大学|学院|中学|公司|集团|机场|广场|大街|博物馆|医院|基金会|银行|酒店|品牌)/;
/** What only people do, right behind a name. */
const ACTS =
  /^(?:(?:还|也|则|曾|已|今天|昨天|当天|随后|当日|再次|此前|日前|近日|上午|下午|当晚|[0-9]{1,2}日)*(?:表示|指出|强调|认为|说[，：“]|称|告诉|透露|坦言|回忆|出生|毕业|当选|就任|辞职|去世|逝世|访问|会见|抵达|发表讲话|接受采访|在接受|在讲话|在会见|出任|担任|曾任|宣誓|致辞|获得冠军|夺冠|首发|破门|梅开二度|(?:得到|贡献|拿下|打进|攻入)[0-9一二两三四五六七八九十]|进球|传球|射门|命中|砍下|打入|补射|头球|扳平|换下|上场|受伤离场|承诺|坚称|呼吁|警告|强烈谴责|正在|执导|主演|饰演))/;

/** A dot between the parts of a name; also the full stop some write for it, between letters that write sounds. */
export const isNameDot = (text: string, at: number): boolean =>
  isDot(text[at] ?? '') ||
  ('.．'.includes(text[at] ?? '\n') && isSound(text[at - 1] ?? '') && isSound(text[at + 1] ?? ''));

/** Ends of names in Latin letters: Elon Musk, Brad L. Smith, Jean-Luc. */
const LATIN_NAME = /[A-Z][a-z'’-]+(?:-[A-Z][a-z]+)?(?:\s(?:[A-Z]\.?\s)?(?:de |van |von )?[A-Z][A-Za-z'’-]+){0,3}/y;

/** End of a name in Latin letters that begins at `start`: two words at least, or one before what only people do. */
export function latinName(text: string, start: number): number | undefined {
  LATIN_NAME.lastIndex = start;
  const name = LATIN_NAME.exec(text)?.[0];
  if (name === undefined || /[A-Za-z0-9]/.test(text[start + name.length] ?? '')) return undefined;
  const end = start + name.length;
  return name.includes(' ') || ACTS.test(text.slice(end, end + 14).trimStart()) ? end : undefined;
}

export const isDot = (c: string): boolean => c === '·' || c === '•' || c === '・' || c === '‧';

export const isSound = (c: string): boolean => SOUNDS[c.charCodeAt(0)] === 1;
