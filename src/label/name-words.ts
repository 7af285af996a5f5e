import { isFrequentPair } from './people/name-likelihood.ts';
import { wordClass } from './word-starts.ts';

/** Words of grammar that do stand in names of bodies. */
const IN_NAMES = new Set('自治 和 与 及 对外 之 全 中 以 为民 其'.split(' '));
/** Degrees and likenesses the word list calls something else. */
const DEGREES = new Set('很 像 真 太 挺 更 最 使 让 令 靠 拿 叫 原 前 时任 部署 有 没有 来 去 要 会 能 是'.split(' '));
/** Verbs, times and counts that open names of bodies and places. */
const NAMING = new Set(
  '日月 千年 百年 世纪 五一 八一 七一 九一八 自治 促进 保障 救助 维护 推动 创新 服务 联合 监督 治理 救援 反对 解放 争取 团结 动员 招商 招生 出版 考试 检查 巡视 采访 访问 考察 督导 调查 指挥 接待 扶贫 扶持 协作 应急 储备 运营 运输 投资 开发 设计 勘察 勘测 规划 建设'.split(
    ' ',
  ),
);

/**
 * Where the name of a body begins between `start` and `tail` (where its ending begins): behind every word of grammar in it, and
 * behind verbs, times and counts at its front, with `inside` behind every verb of two letters. Nothing is cut from a place or a known name on.
 */
export function afterGrammar(
  text: string,
  start: number,
  tail: number,
  words: Uint8Array,
  heads: ReadonlySet<number>,
  inside = false,
): number {
  let cut = start;
  for (let at = start; at < tail; ) {
    if (heads.has(at)) return cut === at ? at : verbOnly(text, cut, at, words) ? at : cut;
    let next = at + 1;
    while (next < tail && !words[next]) next++;
    const word = text.slice(at, next);
    const kind = wordClass(text, at, next);
    if (
      DEGREES.has(word) ||
      (kind === 'function' && !IN_NAMES.has(word)) ||
      (inside && kind === 'verb' && word.length > 1 && !NAMING.has(word))
    )
      cut = next;
    else if (
      at === cut &&
      !NAMING.has(word) &&
      (kind === 'verb' || (kind === 'count' && word[0] !== '第' && word.length > 1))
    )
      cut = next;
    at = next;
  }
  return cut;
}

/** Words that tell of a body, never stand in its name: 广西|面向社会公开选拔副厅(级), 两国|有关公司, 用, 读, 办. */
const DEEDS = new Set(
  '重组 成功 媲美 占用 减持 拟 面向 面向社会 公开选拔 公开招聘 选拔 设有 建有 拥有 开设 利用 使用 抗议 集会 联系 联络 询问 牢记 铭记 独立 有关 相关 唯一 所有 全部 用 读 办'.split(
    ' ',
  ),
);

/** Behind the last such word between `start` and `tail`; undefined where there is none. */
export function behindDeed(text: string, start: number, tail: number, words: Uint8Array): number | undefined {
  let cut: number | undefined;
  for (let at = start; at < tail; ) {
    let next = at + 1;
    while (next < tail && !words[next]) next++;
    if (words[at] && DEEDS.has(text.slice(at, next))) cut = next;
    at = next;
  }
  return cut;
}

/** Nothing but verbs, counts and qualities stands before a known name: 受理|某某, 原|某某. */
function verbOnly(text: string, from: number, to: number, words: Uint8Array): boolean {
  for (let at = from; at < to; ) {
    let next = at + 1;
    while (next < to && !words[next]) next++;
    const kind = wordClass(text, at, next);
    if (kind === 'other' || kind === undefined) return false;
    at = next;
  }
  return true;
}

/** Endings before which a single noun is no name. */
const KINDLY = /^(?:公司|电台|协会|学校|总会|合作社|俱乐部|工厂)$/;

/** 正规出版社, 专注电台: one word, a quality or a deed, before the ending makes a kind of body. */
export function commonKind(
  text: string,
  start: number,
  tail: number,
  end: number,
  words: Uint8Array,
  site = false,
): boolean {
  if (!words[start] || text[end - 1] === '党' || NAMING.has(text.slice(start, tail))) return false;
  let next = start + 1;
  while (next < tail && !words[next]) next++;
  if (next < tail) return false;
  const kind = wordClass(text, start, tail);
  // 平安银行, 联想集团: firms take such words for names
  const firm = /(?:银行|集团)$/.test(text.slice(tail, end));
  return (
    (kind === 'count' && !site) ||
    kind === 'function' ||
    (!firm && (kind === 'quality' || kind === 'verb')) ||
    // 会展公司, 棋牌协会, 报刊电台: a frequent noun says of what kind
    (!site && kind === 'other' && KINDLY.test(text.slice(tail, end)) && isFrequentPair(text.slice(start, tail)))
  );
}

/** Verbs firms have in their names. */
const FIRM_DEEDS = new Set(
  '管理 服务 发展 销售 咨询 租赁 装饰 安装 印刷 包装 物流 制造 生产 加工 贸易 航运 航空 保险 担保 融资 广告 传播 装修 清洁 教育 培训 检测 测绘 勘探 冶炼 纺织 养殖 种植 供水 供电 供热 环卫 典当 拍卖 劳务 电影 电视 演出 影视 移动 储能 通信'.split(
    ' ',
  ),
);

/** A verb stands right before the ending: 拟减持|公司股份. */
export function deedBefore(text: string, start: number, tail: number, words: Uint8Array): boolean {
  const at = words.lastIndexOf(1, tail - 1);
  const word = text.slice(at, tail);
  return at > start && wordClass(text, at, tail) === 'verb' && !NAMING.has(word) && !FIRM_DEEDS.has(word);
}

/** Two words, both frequent ones: 私人|家族, 明星|互联网. */
export function commonWords(text: string, start: number, tail: number, words: Uint8Array): boolean {
  if (!words[start] || !words[tail]) return false;
  let count = 0;
  for (let at = start; at < tail; count++) {
    let next = at + 1;
    while (next < tail && !words[next]) next++;
    if (next - at < 2 || !/^[\u4e00-\u9fff]+$/.test(text.slice(at, next))) return false;
    if (next - at === 2 ? !isFrequentPair(text.slice(at, next)) : wordClass(text, at, next) === undefined) return false;
    at = next;
  }
  return count === 2;
}

/** Two to four letters that make no words, and begin with none of grammar. */
export function lettersOnly(text: string, from: number, to: number, words: Uint8Array): boolean {
  if (to - from < 2 || to - from > 4 || '这那该本此各每某另其两几多数全有'.includes(text[from]!)) return false;
  for (let at = from; at <= to; at++) if (!words[at]) return false;
  return true;
}

/** What begins at `from` is a verb or a word of grammar, no part of a name. */
export function opensDeed(text: string, from: number, to: number, words: Uint8Array): boolean {
  if (!words[from]) return false;
  let next = from + 1;
  while (next < to && !words[next]) next++;
  const word = text.slice(from, next);
  const kind = wordClass(text, from, next);
  return !IN_NAMES.has(word) && !NAMING.has(word) && (kind === 'verb' || kind === 'function');
}

/** A verb or a word of grammar stands between two names. */
export function deedBetween(text: string, from: number, to: number, words: Uint8Array): boolean {
  for (let at = from; at < to; ) {
    let next = at + 1;
    while (next < to && !words[next]) next++;
    const word = text.slice(at, next);
    const kind = wordClass(text, at, next);
    if ((kind === 'verb' && !NAMING.has(word)) || (kind === 'function' && !IN_NAMES.has(word))) return true;
    at = next;
  }
  return false;
}
