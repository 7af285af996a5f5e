import { EDGE } from '../head/page-lines.ts';

/** What a Chinese label announces. `other` ends the value before it and is not read. */
export type LabelKind = 'editor' | 'subeditor' | 'origin' | 'author' | 'reporter' | 'date' | 'other';

export interface Labelled {
  kind: LabelKind;
  label: string;
  /** trimmed, without inline edges; '' when nothing follows on this line */
  value: string;
  /** the same, inline edges kept as U+0001 */
  parts: string;
  /** nothing of the line stands behind the value */
  last: boolean;
}

const WORDS: Record<Exclude<LabelKind, never>, string> = {
  editor: '责任编辑 责任编缉 责编 网络编辑 责任编审',
  subeditor: '编辑 本文编辑 文字编辑 本期编辑 值班编辑 执行编辑 编 編輯 責任編輯',
  origin:
    '来源 稿源 稿件来源 文章来源 信息来源 新闻来源 消息来源 本文来源 本文来源于 来源于 本文来自 内容来源 转自 转载自 出处 來源 发布机构',
  author: '作者 本文作者 文 撰文 撰稿 文字 文图 图文 采写 原创 作者姓名 文稿 主笔 稿件作者',
  reporter: '记者 本报记者 通讯员 特约记者 见习记者 实习记者 本网记者 采访',
  date: '时间 发布时间 发布日期 发表时间 更新时间 日期 发稿时间 发布于 录入时间 刊发时间 修改时间 发表于',
  other:
    '图片来源 数据来源 资料来源 图源 图片 图 摄影 校对 审核 审校 监制 主编 总编 总编辑 副主编 值班主任 浏览次数 浏览量 浏览 阅读 阅读量 点击 点击量 点击数 点击率 字号 字体 分享 分享到 关键字 关键词 标签 美编 排版 制图 设计 出品 视频 初审 复审 终审 一审 二审 三审 编审 签发 翻译 编译 供图 制作 策划 统筹 摄像 剪辑 实习生 举报 声明 版权声明 免责声明 原标题 评论 发布者 发布人 审稿 审签 运营 电话 邮箱 地址 访问量 访问次数 新媒体编辑 视觉 后期 海报 播音',
};

const KIND = new Map<string, LabelKind>();
for (const [kind, words] of Object.entries(WORDS) as [LabelKind, string][])
  for (const word of words.split(' ')) KIND.set(word, kind);
const ALTERNATIVES = [...KIND.keys()].sort((a, b) => b.length - a.length).join('|');

const COLON = new RegExp(`(?<![\\u3400-\\u9fff])(${ALTERNATIVES})[\\s\\u0001]{0,4}[:：]`, 'gu');
/** 文/栗思, 责编|陈梦莹: only at the start of a short line. */
const STROKE = new RegExp(`^[\\s\\u0001(（【\\[]{0,3}(${ALTERNATIVES})[\\s\\u0001]{0,3}[|｜丨/／]`, 'u');
/** 本文来源于 国家统计局: no colon, an inline edge instead. */
const BARE = /^[\s\u0001]{0,3}(本文来源于?|来源于|来源|责任编辑)(?=[\s\u0001])/u;
const DATE = /(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]/;

/** The labels of one line with their values, in order. */
export function readLabels(parts: string): Labelled[] {
  // 责 编：, 来 源： and 作 者： are spaced out for looks
  const line = parts.replace(/([责来作编记])[ \u3000]{1,4}([编源者辑])(?=[\s\u0001]{0,3}[:：])/gu, '$1$2');
  const marks: { kind: LabelKind; label: string; from: number; to: number }[] = [];
  const start = STROKE.exec(line) ?? BARE.exec(line);
  if (start && line.length < 90) {
    const label = start[1]!;
    marks.push({ kind: KIND.get(label) ?? 'other', label, from: 0, to: start[0].length });
  }
  for (const match of line.matchAll(COLON)) {
    if (marks.length > 0 && match.index < marks[marks.length - 1]!.to) {
      if (match.index === 0 || marks[0]!.from === 0) marks.pop();
      else continue;
    }
    marks.push({
      kind: KIND.get(match[1]!) ?? 'other',
      label: match[1]!,
      from: match.index,
      to: match.index + match[0].length,
    });
  }
  return marks.map((mark, i) => {
    const until = marks[i + 1]?.from ?? line.length;
    const raw = cutValue(line.slice(mark.to, until));
    return {
      kind: mark.kind,
      label: mark.label,
      value: raw.replaceAll(EDGE, '').replace(/\s+/g, ' ').trim(),
      parts: raw,
      last: i === marks.length - 1,
    };
  });
}

/** A value ends at a bar, an unopened closing bracket, a date, or the second of two wide gaps. */
function cutValue(raw: string): string {
  let open = 0;
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i]!;
    if ('（([【《'.includes(c)) open++;
    else if ('）)]】》'.includes(c)) {
      if (open === 0) return raw.slice(0, i);
      open--;
    } else if ((c === '|' || c === '｜' || c === '。') && raw.slice(0, i).replaceAll(EDGE, '').trim() !== '')
      return raw.slice(0, i);
  }
  const date = DATE.exec(raw);
  return date ? raw.slice(0, date.index) : raw;
}
