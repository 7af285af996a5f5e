import type { Label } from '../../model/label.ts';
import type { LabelDocument, Labeller } from '../document.ts';
import { wordLexicon } from '../lexicon.ts';
import { sentenceAt, sentenceStarts } from '../sentences.ts';
import { programmeYear } from '../topics/label-topics.ts';
import { within } from '../within.ts';
import { type DateMention, findDates } from './find-dates.ts';
import { inferYear, type YearFound } from './infer-year.ts';
import { relativeDays } from './relative-days.ts';

const VERBS = wordLexicon(
  `作报告 报告 汇报 讲话 召开 举行 举办 开启 启动 开幕 闭幕 开工 竣工 奠基 揭牌 揭幕 签署 签约 签订 会见 会晤 会谈 接见 访问 出访 到访 考察 调研 视察 出席 参加 座谈 看望 慰问 察看 走访 走进 督导 检查 发射 升空 首飞 下线 投产 投运 通车 开通 开馆 开业 开学 发布 公布 印发 出台 通过 宣布 当选 任命 就任 就职 逝世 去世 病逝 获奖 颁奖 授予 表彰 纪念 庆祝 演练 演习
   发生 地震 爆炸 坠毁 袭击 抵达 离港 启运 首发 上市 挂牌 成立 对接 采访 致电 通电话 通话 出具 处罚 立案 逮捕 判决 开庭 宣判 起诉 发表 演讲 主持 部署 透露 质询 指示 播种 公示 亮相 开展 施行 实施 生效 提请 审议 表决 投票 选举 决定 批准 同意 披露 公告 发出 提交 完成 交付 收购 并购 增持 减持 停牌 复牌 涨停 跌停 首映 上映 演出 展出 比赛 夺冠 获胜 战胜 开赛 落幕 辞职 卸任 上任 履新 被查 落马 通报 约谈 介绍 打响 参观 揭晓 上线 收官 谢幕 出炉 接待 迎战 对阵 启用 停用 脱轨 相撞 追尾 坍塌 倒塌 泄漏 溺水 发放 拨付 播出 开播 首播 杀青 开机 官宣 动工 试运行 合龙 贯通 迁入 入驻 走访 捐赠 救援 疏散 确诊 封控 解封 恢复 关闭 迎来 举起 引进 进行 抓获 查获 破获 失联 遇难 受伤 死亡 起火 着火 登陆 来袭 停运 停产 复工 复产 回应 表示 指出 强调 说 称`,
);
const MEETING = /(?:会议|座谈会|大会|论坛|发布会|仪式|培训班|活动|全会|推进会|研讨会|峰会|演讲|会谈|会见|会晤|签约)/;
const PRESENT = /出席|参加|参会|主持|发言|座谈|作了|致辞|陪同|会见|会晤|签署|列席|率/;
const CONTEXT =
  /^(?:\s*)(?:上午|下午|晚上|当晚|当天|当日|会后|会上|随后|会前|其间|座谈会前|座谈会上|同日|凌晨|中午|傍晚|仪式上|活动中)/;

/** Confidence of an event whose year the text does not tell: `--04-08`. */
const NO_YEAR = 0.6;

interface Day {
  year?: number;
  month?: number;
  day?: number;
}

/** Dated meetings, visits, ceremonies and the like: ISO day (or month), place, what, who. */
export const labelEvents: Labeller = (document, soFar) => {
  const text = document.full;
  const dates = findDates(text);
  const starts = sentenceStarts(document);
  const people = soFar.filter((label) => label.kind === 'person');
  const places = soFar.filter((label) => label.kind === 'place');
  const officials = people.flatMap((person) =>
    (person.role ?? []).map((role) => ({ name: person.id ?? person.surface, role: role + (person.body ?? '') })),
  );
  const year = inferYear(document, dates, officials, youngestProgramme(soFar));
  const labels: Label[] = [];
  const line = dates.find((date) => date.dateline && date.month !== undefined && date.day !== undefined);
  const written: Day = line ? { month: line.month!, day: line.day! } : published(document);
  const told = relativeDays(text, year === undefined ? written : { ...written, year: year.year });
  const bySentence = new Map<number, DateMention[]>();
  for (const date of told.length === 0 ? dates : [...dates, ...told].sort((a, b) => a.start - b.start)) {
    const index = sentenceAt(starts, date.start);
    const list = bySentence.get(index);
    if (list) list.push(date);
    else bySentence.set(index, [date]);
  }
  const context: Day = { ...written };
  for (let i = 0; i < starts.length; i++) {
    const from = starts[i]!;
    const to = starts[i + 1] ?? text.length;
    const mine = bySentence.get(i) ?? [];
    const loose = mine.length === 0 ? CONTEXT.exec(text.slice(from, from + 12)) : null;
    const recent =
      mine.length === 0 && context.month !== undefined
        ? /近日|日前/.exec(text.slice(from, Math.min(to, from + 60)))
        : null;
    for (const date of mine) {
      const day = resolve(date, context, written, year);
      if (date.day !== undefined || date.month !== undefined)
        Object.assign(
          context,
          date.dateline || date.shift === undefined
            ? {
                ...(day.month === undefined ? {} : { month: day.month }),
                ...(day.day === undefined ? {} : { day: day.day }),
              }
            : {},
        );
      // 12日至|15日: the end of a range is no event of its own
      if (/[至到—–~-]/.test(text[date.start - 1] ?? '\n') && mine.some((other) => other.end === date.start - 1))
        continue;
      if (date.dateline && !/^\s?[电讯]/.test(text.slice(date.end, date.end + 2))) continue;
      if (stretches(text, date)) continue;
      const begin = date.dateline ? from : date.start;
      const end = Math.min(to, clauseEnd(text, date.end, to));
      const late = date.dateline && /近日|日前/.test(text.slice(date.end, to));
      if (date.dateline && !late) continue;
      const iso = isoDay(late ? { ...day, day: undefined } : day);
      if (
        iso !== undefined &&
        (hasVerb(text, date.end, to) || (date.day !== undefined && date.start - from < 4 && to - date.end > 12))
      )
        labels.push(event(text, begin, end, from, to, iso, year, date.year === undefined, people, places));
    }
    if ((loose || recent) && hasVerb(text, from, to)) {
      const iso = isoDay({
        ...(year === undefined ? {} : { year: year.year }),
        ...context,
        ...(recent ? { day: undefined } : {}),
      });
      if (iso !== undefined)
        labels.push(
          event(
            text,
            from,
            clauseEnd(text, from + (loose?.[0].length ?? 0) + 1, to),
            from,
            to,
            iso,
            year,
            true,
            people,
            places,
          ),
        );
    }
  }
  return dedupe(labels);
};

/** What an event is called begins behind its date: 6日晚间，; 5月20日（周一）上午，; 6月份的 */
const LEADING_DATE =
  /^(?:[0-9]{4}年)?(?:[今去明]年|本月|[昨今]天)?\s?(?:[0-9]{1,2}月份?|[0-9]{1,2}[日号]|[0-9]{4}(?:[-/.][0-9]{1,2}){2}|\s)*(?:[-至到—~]\s?[0-9月日号.]+)?(?:\s?[（(][^（）()\n]{1,8}[）)]|[）)]|[，,]?(?:周|星期)[一二三四五六日天])?(?:上午|下午|晚间|晚上|当晚|晚|凌晨|清晨|早上|中午|傍晚|深夜)?(?:[0-9]{1,2}[时点]许?(?:[0-9]{1,2}分)?许?)?(?:起|当天|当日)?[的，,、：:\s]*/;
/** 自8月26日起, 8月26日至今, 截至6月3日, 常年5月18日前后: a stretch or an average, no day on which something happens. */
const stretches = (text: string, date: DateMention): boolean =>
  !date.dateline &&
  (/^(?:至今|以来|为止|之前|以前|前后)/.test(text.slice(date.end, date.end + 2)) ||
    /(?:截至|截止|截止到|截至到|直到|常年|往年)$/.test(text.slice(Math.max(0, date.start - 4), date.start)) ||
    // 1月至12月
    (date.day === undefined && /^\s?[至到—–~-]/.test(text.slice(date.end, date.end + 2))) ||
    (/[自从]$/.test(text.slice(Math.max(0, date.start - 1), date.start)) &&
      /^(?:至|到|起至|开始至)/.test(text.slice(date.end, date.end + 3))));

/** Of the programmes a text names, the one that was begun last. */
function youngestProgramme(soFar: readonly Label[]): { year: number; name: string } | undefined {
  let youngest: { year: number; name: string } | undefined;
  for (const { kind, id } of soFar) {
    const year = kind === 'topic' && id !== undefined ? programmeYear(id) : undefined;
    if (year !== undefined && year > (youngest?.year ?? 0)) youngest = { year, name: id! };
  }
  return youngest;
}

const published = (document: LabelDocument): Day => {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(document.published ?? '');
  return match ? { month: Number(match[2]), ...(match[3] === undefined ? {} : { day: Number(match[3]) }) } : {};
};

/** 19日上午: the month of the dateline (or of publication) where there is one, else of the date before. */
function resolve(date: DateMention, context: Day, written: Day, year: YearFound | undefined): Day {
  const month =
    date.month ??
    (written.month !== undefined && (written.day === undefined || date.day! <= written.day)
      ? written.month
      : context.month);
  const own = date.year ?? (year === undefined ? undefined : year.year + (date.shift ?? 0));
  return {
    ...(own === undefined ? {} : { year: own }),
    ...(month === undefined ? {} : { month }),
    ...(date.day === undefined ? {} : { day: date.day }),
  };
}

function isoDay(day: { year?: number; month?: number; day?: number | undefined }): string | undefined {
  if (day.month === undefined || (day.year === undefined && day.day === undefined)) return undefined;
  const month = `${day.year ?? '-'}-${String(day.month).padStart(2, '0')}`;
  return day.day === undefined ? month : `${month}-${String(day.day).padStart(2, '0')}`;
}

function hasVerb(text: string, from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 200); i++) if (VERBS.lengthAt(text, i) > 0) return true;
  return false;
}

/** End of the clause that tells the event: the first comma after 12 letters, or the end of the sentence; at most 90 letters. */
function clauseEnd(text: string, from: number, to: number): number {
  const most = Math.min(to, from + 90);
  for (let i = from; i < most; i++) {
    if ('。！？\n；'.includes(text[i]!)) return i;
    if ((text[i] === '，' || text[i] === ',') && i - from > 12) return i;
  }
  return most;
}

function event(
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
  date: string,
  year: YearFound | undefined,
  inferred: boolean,
  people: readonly Label[],
  places: readonly Label[],
): Label {
  const here = within(places, from, Math.min(to, from + 600));
  const at =
    here.find(
      (place) =>
        place.within === undefined &&
        /(?:[在于赴抵到]|抵达|前往|访问|走进)$/.test(text.slice(place.start - 2, place.start)),
    ) ??
    here.find((place) => place.within === undefined) ??
    here[0];
  // the finest of a chain of places: 河北省|遵化市|东新庄镇
  let place = at;
  for (const next of here) if (place && next.start === place.end) place = next;
  const what = text.slice(start, end).replace(LEADING_DATE, '').slice(0, 60);
  const names = new Set(within(people, from, Math.min(to, from + 600)).map((person) => person.id ?? person.surface));
  if (MEETING.test(text.slice(start, to).slice(0, 120))) {
    for (const person of people.slice(0, 200)) {
      const clause = text.slice(person.end, person.end + 60);
      const stop = clause.search(/[。\n]/);
      if (PRESENT.test(stop < 0 ? clause : clause.slice(0, stop))) names.add(person.id ?? person.surface);
    }
  }
  return {
    kind: 'event',
    surface: text.slice(start, end),
    start,
    end,
    confidence: date.startsWith('-') ? NO_YEAR : inferred ? 0.8 : 0.9,
    evidence: [
      date.startsWith('-')
        ? 'the text tells no year'
        : inferred && year
          ? `year: ${year.evidence}`
          : 'date in the text',
    ],
    date,
    ...(place === undefined ? {} : { place: place.surface }),
    ...(what.length < 2 ? {} : { what }),
    participants: [...names].slice(0, 60),
  };
}

/** The title often repeats the first sentence: of two events of one day and wording the first stays. */
function dedupe(labels: readonly Label[]): Label[] {
  const seen = new Set<string>();
  return labels.filter((label) => {
    const key = `${label.date}${label.what}`;
    if (label.surface.length < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
