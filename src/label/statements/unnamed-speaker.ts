import type { Label } from '../../model/label.ts';
import { nameStart } from '../boundary.ts';
import { officesBefore } from '../people/read-offices.ts';
import { TITLES, WEAK_TITLES } from '../people/titles.ts';
import { wordClass } from '../word-starts.ts';
import type { Speaker } from './speaker.ts';
import { BEFORE_SPEAKER, isBody, isUnnamed, unnamedEnds } from './speaker-words.ts';

/** IMF; Axis Bank before 首席执行官 */
const LATIN = /[A-Za-z][A-Za-z0-9.&'’ -]{1,30}$/;
/** Kinds that say nothing of their own: 一般认为, 普遍认为, 数据显示. */
const NO_SPEAKER =
  /(?:^[我你咱他她它]们?|[统席长理]先生|他|她|前者|后者|一般|普遍|数据|结果|事实|信息|资料|消息|记者|其|据|被|可以|应该|有观点|传统观点|[地来上中]|虽然.*|.*江湖人|[\u4e00-\u9fff]*嘴上)$/;
/** Standings that are followed by what somebody is called. */
const CALLED = /(?:制作人|主持人|开发者|创始人|博主|主播|玩家|网友|用户|作者|音乐人|经纪人|负责人)$/;
/** 近日，; 昨天上午 */
const OPENING_TIME = /^(?:近日|日前|昨日|昨天|今天|当天|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日|上午|下午|晚上|，)+/;

/** Speakers no label names: 业内人士, 村民徐女士, IMF, 制作人茄子. */
export class UnnamedSpeakers {
  private readonly text: string;
  private readonly words: Uint8Array;

  constructor(text: string, words: Uint8Array) {
    this.text = text;
    this.words = words;
  }

  /** 业内人士, 该厅信息综合室, IMF: the words that end at `end`, read back to where a phrase begins. */
  before(clause: number, end: number, sure: boolean): Speaker | undefined {
    const { text } = this;
    const office = officesBefore(text, end, clause);
    const trimmed = text.slice(clause, end).trimEnd();
    const latin = LATIN.exec(trimmed)?.[0];
    let start =
      latin === undefined
        ? (office?.start ?? nameStart(text, end, clause, 20))
        : clause + trimmed.length - latin.length;
    // Axis Bank 首席执行官
    if (office !== undefined) start -= LATIN.exec(text.slice(clause, start))?.[0].length ?? 0;
    start += BEFORE_SPEAKER.exec(text.slice(start, end))?.[0].length ?? 0;
    const name = text.slice(start, end).trim();
    if (name.length < 2 || NO_SPEAKER.test(name)) return undefined;
    const confidence =
      latin !== undefined
        ? 0.78
        : office !== undefined || isUnnamed(name)
          ? 0.82
          : isBody(name) && name.length > 2
            ? 0.78
            : undefined;
    if (confidence !== undefined) return { name, start, confidence, evidence: 'unnamed speaker' };
    const called = this.calledSo(clause, end);
    if (called) return called;
    // 茄子表示，…: nothing but one word before a verb of speech
    const lead = text.slice(clause, start).replace(/^(?:但|而|不过|然而|对此|此外|另外|同时|据此|为此)+/, '');
    const kind = wordClass(text, start, start + name.length);
    return sure &&
      (kind === undefined || kind === 'other' || kind === 'foreign') &&
      name.length <= 6 &&
      !/^不/.test(name) &&
      /^[\u4e00-\u9fff]+$/.test(name) &&
      lead.trim() === ''
      ? { name, start, confidence: 0.72, evidence: 'only word before the verb' }
      : undefined;
  }

  /** 一些议员欢迎某某道歉，且认为: words without a name that open the sentence, with a verb of their own behind. */
  subject(sentence: number, clause: number, person: Label | undefined): Speaker | undefined {
    const { text } = this;
    const lead = BEFORE_SPEAKER.exec(text.slice(sentence, Math.min(clause, sentence + 24)))?.[0].length ?? 0;
    const open =
      sentence + lead + (OPENING_TIME.exec(text.slice(sentence + lead, sentence + lead + 24))?.[0].length ?? 0);
    const reach = text.slice(open, Math.min(clause, open + 16, person?.start ?? clause)).search(/[，。、：；“”\n]|$/);
    if (person && officesBefore(text, person.start, open)?.start === open) return undefined;
    for (const length of unnamedEnds(text.slice(open, open + reach))) {
      const end = open + length;
      const acts = this.verbAt(end) || '将把在看对向'.includes(text[end] ?? '\n');
      const from = nameStart(text, end, open, 20);
      // 安徽|某|科技公司负责人陈先生
      if (acts && !text.startsWith('负责', end) && (from === open || text[from - 1] === '某'))
        return { name: text.slice(open, end), start: open, confidence: 0.78, evidence: 'words that open the sentence' };
    }
    return undefined;
  }

  /** Words without a name that open `from`–`to`, a stretch between two quotations. */
  opening(from: number, to: number): Speaker | undefined {
    let end = from;
    for (const length of unnamedEnds(this.text.slice(from, Math.min(to, from + 16)))) end = from + length;
    return end > from && nameStart(this.text, end, from, 16) === from
      ? { name: this.text.slice(from, end), start: from, confidence: 0.78, evidence: 'subject between two quotations' }
      : undefined;
  }

  /** 联合创始人脱不花, 制作人茄子: two to four letters no name begins with, behind an office, before the verb. */
  private calledSo(clause: number, end: number): Speaker | undefined {
    const { text } = this;
    for (let start = end - 2; start >= Math.max(clause + 2, end - 4); start--) {
      if (!/^[\u4e00-\u9fff]+$/.test(text.slice(start, end))) return undefined;
      const kind = wordClass(text, start, end);
      const title = TITLES.endingAt(text, start, clause) ?? (CALLED.test(text.slice(clause, start)) ? '' : undefined);
      if (title === undefined || (title !== '' && WEAK_TITLES.has(title))) continue;
      if (kind === undefined ? !this.wordless(start, end) : kind !== 'other') continue;
      return { name: text.slice(start, end), start, confidence: 0.76, evidence: 'letters behind an office' };
    }
    return undefined;
  }

  /** No word of two letters or more begins in these letters, except words of things. */
  private wordless(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      let next = at + 1;
      while (next < end && !this.words[next]) next++;
      if (next - at > 1 && wordClass(this.text, at, next) !== 'other') return false;
      if (next - at === 1 && '的了在是有也都还就将被把从为以及和与等'.includes(this.text[at]!)) return false;
    }
    return true;
  }

  private verbAt(at: number): boolean {
    let end = at + 1;
    while (end < this.text.length && !this.words[end]) end++;
    return this.words[at] === 1 && wordClass(this.text, at, end) === 'verb';
  }
}
