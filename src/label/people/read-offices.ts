import { nameStart, withoutLead } from '../boundary.ts';
import { wordLexicon } from '../lexicon.ts';
import { TITLES } from './titles.ts';

export interface Offices {
  /** as printed, in order */
  offices: string[];
  start: number;
  end: number;
}

const TIME =
  /^(?:\d{1,3}(?:周?岁|名|位|个)的?|(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚上?|凌晨|中午)|(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|(?:19|20)\d\d年|今天|昨天|近日|日前|当天|当日|会上|会后|会前|随后|其间|期间|此前|当晚|现场|同日|一行|下一步|截至目前)+/;
const OPEN: Record<string, string> = { '）': '（', ')': '(' };

/**
 * Offices that end right before `at`: 市委副书记、市长 → both; each ends in a title word, brackets in it are kept, words before it
 * that belong to the sentence (据, 由, 71岁, 会见) are not. Nothing before `floor` is read.
 */
export function officesBefore(text: string, at: number, floor: number): Offices | undefined {
  let end = at;
  while (end > floor && text[end - 1] === ' ') end--;
  const offices: string[] = [];
  let start = end;
  for (let turn = 0; turn < 8; turn++) {
    const title = TITLES.endingAt(text, end, floor);
    if (title === undefined) break;
    const from = officeStart(text, end - title.length, end, floor);
    const office = text.slice(from, end);
    if (office.length < 2) break;
    offices.unshift(office);
    start = from;
    if (text[from - 1] !== '、' && !(text[from - 1] === '兼' && from - 1 > floor)) break;
    end = from - 1;
  }
  return offices.length === 0 ? undefined : { offices, start, end: at };
}

function officeStart(text: string, tail: number, end: number, floor: number): number {
  let start = nameStart(text, tail, floor, 36);
  const close = text[start - 1] ?? '';
  const open = OPEN[close];
  if (open !== undefined && start < tail + 1) {
    const window = Math.max(0, start - 40);
    const bracket = window + text.slice(window, start).lastIndexOf(open);
    if (bracket > floor && bracket >= window) start = nameStart(text, bracket, floor, 30);
  }
  const time = TIME.exec(text.slice(start, end));
  if (time) start += time[0].length;
  // 受|国家主席某某邀请
  if (
    /^[受应](?:国家|党|中国|中共|外交部|总|省|市|[\u4e00-\u9fff]{2,6}(?:总|国王|首相|主席))/.test(
      text.slice(start, end),
    )
  )
    start++;
  // 该|院|副主任医师: the noun of 该 is none of the office
  if ('该本我贵某'.includes(text[start - 1] ?? '\n'))
    start += OWN_BODY.exec(text.slice(start, Math.min(tail, start + 3)))?.[0].length ?? 0;
  if (text[start] === '有' && '还也另'.includes(text[start - 1] ?? '\n')) start++;
  // 25日|获|公司总裁助理某某增持
  if (/^获(?![奖得评])/.test(text.slice(start, start + 2)) && tail > start + 1) start++;
  const lead = withoutLead(text, start, tail);
  if (end - lead >= 2) start = lead;
  // 蔡奇走进|脱贫户: a verb inside ends the sentence part
  for (let i = start; i < tail; i++) {
    const length = CUTS.lengthAt(text, i);
    if (length > 0 && end - i - length >= 2 && !/^(?:代表大会|..[团队组处部室会人员者])/.test(text.slice(i, i + 4))) {
      start = i + length;
      i = start - 1;
    }
  }
  return Math.min(start, end);
}

const OWN_BODY =
  /^(?:公司|集团|医院|学校|学院|大学|银行|单位|机构|部门|项目|球队|协会|[院校局厅部党会县市区镇乡村所社厂店队行馆国省旗旅团营连])/;
const CUTS = wordLexicon(
  '走进 走访 来到 看望 慰问 会见 会晤 接见 采访 专访 邀请 感谢 祝贺 告诉 聘请 授予 任命 提名 接待 陪同 获悉 代表 表示 指出 强调 认为 宣布 出席 参加 主持 对话 致电 访问 前往 通过 援引 引述 引用 转述 借用 改编自 改编 出自',
);

/** Whose office it is: 北京市委书记 → 北京市, 国家发展改革委主任 → 国家发展改革委; undefined for a bare title (市长). */
export function bodyOf(office: string): string | undefined {
  const title = TITLES.endingAt(office, office.length);
  if (title === undefined || /^(?:模范|劳模|劳动模范|英雄|标兵|冠军|世界冠军|奥运冠军)$/.test(title)) return undefined;
  let body = office.slice(0, office.length - title.length);
  if (body.endsWith('兼')) {
    body = body.slice(0, -1);
    body = body.slice(0, body.length - (TITLES.endingAt(body, body.length)?.length ?? 0));
  }
  body = body
    .replace(/^(?:原|前|时任|现任|新任|首任|候任|代理)/, '')
    .replace(/(?:原|前|副|代理|常务|第一|高级|首席|特约|著名|知名|资深|现任|执行|名誉)$/, '');
  const place = /^(.{2,}?)(?:省委|市委|区委|县委|旗委|州委|盟委|党委)$/.exec(body);
  if (place) {
    const tail = body.slice(place[1]!.length, -1);
    body = place[1]! + (tail === '党' ? '' : /[省市区县旗州盟]$/.test(place[1]!) ? '' : tail);
  }
  const assembly = /^(?:政协|人大)/.exec(title)?.[0];
  if (assembly !== undefined) body += assembly;
  // 交警总队副总队长: the unit is the body's own
  const unit = /(总队|支队|大队|中队|分队|车队)长$/.exec(title)?.[1];
  if (unit !== undefined && body.length >= 2 && !body.endsWith(unit)) body += unit;
  // 财政部长: the letter before 长 is the body's own, unless it is printed twice (统计局局长)
  const own = /^(?:常务|代|副|代理)*([部局厅司处院所会校行署社台馆站省市县区镇乡旗州盟])长(?:助理)?$/.exec(title)?.[1];
  const school = own === '校' && /(?:大学|学院|中学|小学)$/.test(body);
  if (own !== undefined && body.length >= 2 && !body.endsWith(own) && !school) body += own;
  return body.length >= 2 ? body : undefined;
}
