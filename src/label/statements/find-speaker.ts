import type { Label } from '../../model/label.ts';
import { nameStart } from '../boundary.ts';
import { officesBefore } from '../people/read-offices.ts';
import { TITLES, TITLES_AFTER, WEAK_TITLES } from '../people/titles.ts';
import { sentenceAt } from '../sentences.ts';
import { within } from '../within.ts';
import { wordClass } from '../word-starts.ts';
import { modifiersBefore } from './before-verb.ts';
import { BEFORE_SPEAKER, ISSUED, isBody, isUnnamed, MEETING, PRONOUN, unnamedEnds } from './speaker-words.ts';

export interface Speaker {
  name: string;
  /** where the speaker's words begin: offices included */
  start: number;
  confidence: number;
  evidence: string;
}

/** A sentence is read back no further than this. */
const MOST = 600;
const LATIN = /[A-Za-z][A-Za-z0-9.&'’ -]{1,30}$/;
const LATIN_BODY = /[A-Za-z][A-Za-z0-9.&'’ -]{1,30}$/;
/** Standings that are followed by what somebody is called. */
const CALLED = /(?:制作人|主持人|开发者|创始人|博主|主播|玩家|网友|用户|作者|音乐人|经纪人|负责人)$/;
const REPORTS = /^(?:报告|评论|声明|通知)$/;
/** 近日，; 昨天上午 */
const OPENING_TIME = /^(?:近日|日前|昨日|昨天|今天|当天|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日|上午|下午|晚上|，)+/;
/** Kinds that say nothing of their own: 一般认为, 普遍认为, 数据显示. */
const NO_SPEAKER =
  /(?:^[我你咱他她它]们?|[统席长理]先生|他|她|前者|后者|一般|普遍|数据|结果|事实|信息|资料|消息|记者|其|据|被|可以|应该|有观点|传统观点|[地来上中]|虽然.*|.*江湖人|[\u4e00-\u9fff]*嘴上)$/;

/** Finds who speaks, from the people and organisations already labelled. One instance a document. */
export class Speakers {
  private readonly text: string;
  private readonly starts: Int32Array;
  private readonly words: Uint8Array;
  private readonly people: readonly Label[];
  private readonly orgs: readonly Label[];
  private readonly places: readonly Label[];
  private readonly ends: ReadonlySet<number>;
  /** speaker of the last statement, with the sentence it stood in */
  private last: { name: string; sentence: number; person: boolean } | undefined;
  private readonly names: ReadonlySet<string>;

  constructor(text: string, starts: Int32Array, words: Uint8Array, soFar: readonly Label[]) {
    this.text = text;
    this.starts = starts;
    this.words = words;
    this.people = soFar.filter((label) => label.kind === 'person').sort((a, b) => a.start - b.start);
    this.names = new Set(this.people.map((label) => label.id ?? label.surface));
    this.orgs = soFar
      .filter((label) => label.kind === 'org' || label.kind === 'company')
      .sort((a, b) => a.start - b.start);
    this.places = soFar
      .filter((label) => label.kind === 'place' && label.within === undefined)
      .sort((a, b) => a.start - b.start);
    this.ends = new Set([...this.people, ...this.orgs, ...this.places].map((label) => label.end));
  }

  note(name: string, at: number): void {
    this.last = {
      name,
      sentence: sentenceAt(this.starts, at),
      person: this.names.has(name) || /(?:先生|女士|[\u4e00-\u9fff]某|老人|师傅)$/.test(name),
    };
  }

  /** A person or body whose name ends at `end`. */
  endingAt(end: number): Speaker | undefined {
    const label =
      within(this.people, end - 40, end).findLast((one) => one.end === end) ??
      within(this.orgs, end - 60, end).findLast((one) => one.end === end);
    if (!label) return undefined;
    return label.kind === 'person'
      ? this.person(label, 0.82, 'name before a colon')
      : { name: label.surface, start: label.start, confidence: 0.76, evidence: 'body before a colon' };
  }

  /** Who is the only person of a sentence that has no verb of speech. */
  onlyOne(index: number, speaking: ReadonlySet<number>): Speaker | undefined {
    if (speaking.has(index)) return undefined;
    const people = within(this.people, this.starts[index]!, this.starts[index + 1] ?? this.text.length);
    return new Set(people.map((label) => label.id)).size === 1
      ? this.person(people[0]!, 0.76, 'the only person of the sentence')
      : undefined;
  }

  /** The first person of the sentence at `colon`, where what stands between him and the colon has the form `mood`. */
  subject(colon: number, mood: RegExp): Speaker | undefined {
    const sentence = Math.max(this.starts[sentenceAt(this.starts, colon)]!, colon - MOST);
    const clause = Math.max(sentence, lastSign(this.text, colon, sentence));
    const near = within(this.people, clause, colon)[0] ?? within(this.people, sentence, clause)[0];
    return near && (near.start < clause || mood.test(this.text.slice(near.end, colon)))
      ? this.person(near, 0.78, 'subject before a colon')
      : undefined;
  }

  /** Who says what follows the verb at `verb`; `sure`: the verb is one of speech only, and a sign follows. */
  before(verb: number, sure = false): Speaker | undefined {
    const { text, starts } = this;
    const index = sentenceAt(starts, verb);
    const sentence = Math.max(starts[index]!, verb - MOST);
    const clause = Math.max(sentence, lastSign(text, verb, sentence));
    const { all, first } = modifiersBefore(text, clause, verb, this.words, this.ends);
    const inClause = within(this.people, clause, verb);
    const near = inClause[inClause.length - 1];
    if (near && (all(near.end) || all(TITLES_AFTER.at(text, near.end)?.end ?? -1)))
      return this.person(
        inClause.length > 1 && meets(text.slice(inClause[0]!.end, near.end)) ? inClause[0]! : near,
        0.93,
        'name before the verb',
      );
    const bare = text.slice(Math.max(clause, verb - 60), first);
    if (PRONOUN.test(bare)) return this.pronoun(index, sentence, clause, first) ?? this.unnamed(clause, first, sure);
    const doc = MEETING.exec(bare);
    // 患者报告称: a person who reports
    if (doc && REPORTS.test(doc[0]) && /(?:人|者|们|员|专家|人士)$/.test(bare.slice(0, -doc[0].length)))
      return this.unnamed(clause, first - doc[0].length, false);
    if (doc && inClause.length === 0) {
      // a notice or study speaks for the body that gave it out
      const issuer = ISSUED.test(doc[0]) ? within(this.orgs, clause, verb).pop() : undefined;
      if (issuer)
        return { name: issuer.surface, start: issuer.start, confidence: 0.86, evidence: `${doc[0]} of the body` };
      return {
        name: doc[0].endsWith('会') && doc[0] !== '全会' ? '会议' : doc[0],
        start: first - doc[0].length,
        confidence: 0.9,
        evidence: 'meeting or document',
      };
    }
    // 某某的律师: not he speaks
    const other = near && text[near.end] === '的' && isUnnamed(bare);
    if (inClause.length > 0 && !other) return this.person(inClause[0]!, 0.86, 'first name of the clause');
    if (other)
      return { name: text.slice(near.start, first), start: near.start, confidence: 0.8, evidence: 'of a name' };
    const org = within(this.orgs, clause, verb)
      .filter((label) => !/[向对]《?$|告诉《?$|接受《?$/.test(text.slice(Math.max(0, label.start - 4), label.start)))
      .pop();
    if (org && all(org.end))
      return { name: org.surface, start: org.start, confidence: 0.88, evidence: 'body before the verb' };
    // 伊朗表示: a state speaks
    const state = within(this.places, clause, verb).pop();
    if (state && all(state.end) && text.slice(clause, state.start).replace(BEFORE_SPEAKER, '').trim() === '')
      return { name: state.surface, start: state.start, confidence: 0.8, evidence: 'place before the verb' };
    const unnamed =
      this.unnamed(clause, first, sure) ??
      (sure && inClause.length === 0 ? this.subjectKind(clause, first, undefined) : undefined);
    if (unnamed) return unnamed;
    const inSentence = within(this.people, sentence, clause)[0];
    const body = within(this.orgs, sentence, clause).find(
      (label) =>
        label.start - sentence < 12 &&
        label.evidence[0] !== 'list of media' &&
        !/[向对在从到据]$/.test(text.slice(Math.max(0, label.start - 1), label.start)),
    );
    const kind = this.subjectKind(sentence, clause, inSentence);
    if (inSentence && !this.isObject(inSentence, body) && !kind)
      return this.person(inSentence, 0.84, 'subject of the sentence');
    if (kind) return kind;
    if (body) {
      const more =
        /^等[0-9０-９一二三四五六七八九十]{1,3}个?(?:部门|单位|国家?|省份|机构)/.exec(
          text.slice(body.end, body.end + 10),
        )?.[0] ?? '';
      return {
        name: body.surface + more,
        start: body.start,
        confidence: 0.8,
        evidence: 'body that opens the sentence',
      };
    }
    if (
      text.slice(clause, first).trim() === '' &&
      this.last &&
      index - this.last.sentence <= 2 &&
      !text
        .slice(Math.max(0, verb - 300), verb)
        .slice(-(verb - this.starts[this.last.sentence]!))
        .includes('\n')
    )
      return { name: this.last.name, start: verb, confidence: 0.76, evidence: 'speaker of the sentence before' };
    return undefined;
  }

  /** 外交部对|某某|的评论…，并强调: who is spoken to or of is no subject. */
  private isObject(person: Label, body: Label | undefined): boolean {
    const office = person.role ? officesBefore(this.text, person.start, Math.max(0, person.start - 90)) : undefined;
    const start = office?.start ?? person.start;
    return (
      /[对向与和同就给为把让请由被]$/.test(this.text.slice(Math.max(0, start - 1), start)) &&
      body !== undefined &&
      body.end < start
    );
  }

  /** 一些议员欢迎某某道歉，且认为: words without a name that open the sentence, with a verb of their own behind. */
  private subjectKind(sentence: number, clause: number, person: Label | undefined): Speaker | undefined {
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

  private verbAt(at: number): boolean {
    let end = at + 1;
    while (end < this.text.length && !this.words[end]) end++;
    return this.words[at] === 1 && wordClass(this.text, at, end) === 'verb';
  }

  /** The person or the words without a name that open `from`–`to`, where nothing but a mood stands behind. */
  opening(from: number, to: number): Speaker | undefined {
    const near = within(this.people, from, to);
    const first = near[0];
    if (first) {
      if (new Set(near.map((label) => label.id)).size > 1) return undefined;
      const office = officesBefore(this.text, first.start, from);
      const lead = this.text.slice(from, office?.start ?? first.start);
      return lead === '' || /[，,]$/.test(lead) ? this.person(first, 0.8, 'subject between two quotations') : undefined;
    }
    let end = from;
    for (const length of unnamedEnds(this.text.slice(from, Math.min(to, from + 16)))) end = from + length;
    return end > from && nameStart(this.text, end, from, 16) === from
      ? { name: this.text.slice(from, end), start: from, confidence: 0.78, evidence: 'subject between two quotations' }
      : undefined;
  }

  /** 业内人士, 该厅信息综合室, IMF: the words that end at `end`, read back to where a phrase begins. */
  private unnamed(clause: number, end: number, sure: boolean): Speaker | undefined {
    const { text } = this;
    const office = officesBefore(text, end, clause);
    const trimmed = text.slice(clause, end).trimEnd();
    const latin = LATIN.exec(trimmed)?.[0];
    let start =
      latin === undefined
        ? (office?.start ?? nameStart(text, end, clause, 20))
        : clause + trimmed.length - latin.length;
    // Axis Bank 首席执行官
    if (office !== undefined) start -= LATIN_BODY.exec(text.slice(clause, start))?.[0].length ?? 0;
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

  private person(label: Label, confidence: number, evidence: string): Speaker {
    const office = label.role ? officesBefore(this.text, label.start, Math.max(0, label.start - 90)) : undefined;
    return { name: label.id ?? label.surface, start: office?.start ?? label.start, confidence, evidence };
  }

  /** 他: who spoke in the sentence before, else its first person, else the last person named. */
  private pronoun(index: number, sentence: number, clause: number, end: number): Speaker | undefined {
    const same = within(this.people, sentence, clause);
    const answer = (name: string): Speaker => ({
      name,
      start: end - 1,
      confidence: 0.85,
      evidence: 'pronoun, resolved to the subject before',
    });
    if (same.length > 0) return answer(same[0]!.id ?? same[0]!.surface);
    for (let back = 1; back <= 4 && index - back >= 0; back++) {
      if (this.last?.person && this.last.sentence === index - back) return answer(this.last.name);
      const people = within(this.people, Math.max(this.starts[index - back]!, sentence - 2 * MOST), sentence);
      if (people.length > 0 && people[0]!.start < this.starts[index - back + 1]!)
        return answer(people[0]!.id ?? people[0]!.surface);
    }
    return this.last?.person ? answer(this.last.name) : undefined;
  }
}

const meets = (between: string): boolean =>
  /会见|会晤|接见|与|和|同|邀请|接待|对|向|率|称赞|评价|谈到|回忆/.test(between);

/** Position after the last comma, colon or quote between `floor` and `at`; signs in quotes count too. */
function lastSign(text: string, at: number, floor: number): number {
  const least = Math.max(floor, at - 200);
  for (let i = at; i > least; i--) if ('，,：:；“”「」'.includes(text[i - 1]!)) return i;
  return least;
}
