import { EDGE } from '../head/page-lines.ts';

const SURNAMES = new Set(
  (
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤' +
    '温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦' +
    '戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练' +
    '廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由伦'
  ).split(''),
);
const COMPOUND =
  /^(欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|南宫|独孤|长孙|宇文|闻人|轩辕|澹台|西门|呼延)/;

const HAN_NAME = /^[\u3400-\u9fff]{2,4}$/;
const DOTTED = /^[\u3400-\u9fff]{1,10}[·•‧][\u3400-\u9fff]{1,12}$/;
const LATIN = /^[A-Za-z][A-Za-z.'’-]{0,20}(?: [A-Za-z.'’-]{1,20}){0,3}$/;
const NOT_A_NAME =
  /^(记者|编辑|作者|通讯员|摄影|报道|本报|本网|本站|本刊|未知|佚名|匿名|网络|整理|综合|来源|原创|转载|分享|举报|评论|关注|微博|微信|点击|阅读|查看|返回|发布|首页|正文|小编|管理员|实习生|见习|图片|视频|文字|责任|校对|审核|无|暂无|不详|全文|更多|声明|平台|纠错|打印|关闭|收藏|字号|编译|供稿|发自|摄|图|文|图文|文图|等|讯|电)$/;
const OUTLET =
  /(网|报|社|台|频道|杂志|周刊|新闻|传媒|媒体|中心|公司|集团|协会|委员会|政府|办公室|办事处|宣传部|发布|客户端|工作室|编辑部|学院|大学|医院|局|厅|委|处|科|课题组|观察|财经|在线|日报|晚报|之家|部|站|队|组|会|院|编委会)$/;

/** Reads like a Chinese person's name: surname first. */
export const isPersonName = (text: string): boolean =>
  (HAN_NAME.test(text) &&
    !NOT_A_NAME.test(text) &&
    !OUTLET.test(text) &&
    (COMPOUND.test(text) ? text.length > 2 : SURNAMES.has(text[0]!) && text.length <= 3)) ||
  DOTTED.test(text);

export const isOutletName = (text: string): boolean => OUTLET.test(text);

const ROLE =
  /^.{0,60}?(特约评论员|评论员|特派记者|特约记者|首席记者|见习记者|实习记者|全媒体记者|融媒体记者|文字记者|记者|通讯员|特约撰稿人|特约撰稿|撰稿人|撰稿|研究员|副教授|教授|博士|院士|实习生|作者|综合报道|采写)[\s:：/|｜丨]*/u;
const CODE = /[_\s-]*[（(]?[A-Za-z]{1,4}_?\d{2,}[)）]?|[（(][A-Za-z]{0,4}\d{2,}[)）]|[_\s]+\d{3,}$/gu;

/**
 * Names of a list as editors write it: `张三、李四`, `王乐文 方 敏`, `记者 张三 通讯员 李四`, `杜硕_NB12556`.
 * `loose` takes pen names too (after a label); otherwise only what reads like a person's name.
 */
export function readNames(parts: string, loose: boolean): string[] {
  let text = parts.replaceAll(EDGE, ' ').replace(CODE, ' ').replace(/\s+/gu, ' ').trim();
  text = text.replace(/^[:：/|｜丨\s]+/u, '');
  const names: string[] = [];
  // a role word in the list starts a new list; a title runs into the name: 研究员徐占忱
  for (let round = 0; round < 4; round++) {
    const role = ROLE.exec(text);
    if (!role) break;
    const before = role[0].slice(0, role[0].lastIndexOf(role[1]!));
    for (const name of split(before)) if (isPersonName(name)) add(names, name);
    text = text.slice(role[0].length);
  }
  for (const name of split(text)) {
    const clean = name.replace(/(编译|整理|摄影报道|报道|采写|编辑|撰文|文|摄)$/u, (m) =>
      name.length - m.length >= 2 && name.length > 3 ? '' : m,
    );
    if (isPersonName(clean)) add(names, clean);
    else if (names.length > 0 || !loose) break;
    else if (isPenName(clean)) add(names, clean);
    else break;
  }
  return names.slice(0, 12);
}

function isPenName(text: string): boolean {
  if (NOT_A_NAME.test(text) || /(整理|综合|编辑部)$/.test(text)) return false;
  if (LATIN.test(text))
    return text.length > 1 && !/^(admin|administrator|root|editor|null|none|undefined|test|www|http)$/i.test(text);
  return /^[\u3400-\u9fffA-Za-z0-9_·]{2,10}$/u.test(text) && /[\u3400-\u9fffA-Za-z]/.test(text);
}

function add(names: string[], name: string): void {
  if (!names.includes(name)) names.push(name);
}

/** Splits at list marks and spaces; two lone ideographs are one spaced-out name, Latin words stay together. */
function split(text: string): string[] {
  const out: string[] = [];
  for (const chunk of text.split(/[、，,;；/／&＆|｜丨]|\s和\s|(?<=[\u3400-\u9fff]{2})和(?=[\u3400-\u9fff]{2})/u)) {
    const words = chunk
      .trim()
      .split(/\s+/u)
      .filter((word) => word !== '');
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const next = words[i + 1];
      if (/^[\u3400-\u9fff]$/u.test(word) && next !== undefined && /^[\u3400-\u9fff]{1,2}$/u.test(next)) {
        out.push(word + next);
        i++;
      } else if (/^[A-Za-z.'’-]+$/.test(word) && out.length > 0 && i > 0 && LATIN.test(out[out.length - 1]!))
        out[out.length - 1] += ` ${word}`;
      else out.push(word);
    }
  }
  return out;
}
