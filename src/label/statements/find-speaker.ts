import type { Label } from '../../model/label.ts';
import { nameStart } from '../boundary.ts';
import { officesBefore } from '../people/read-offices.ts';
import { TITLES } from '../people/titles.ts';
import { sentenceAt } from '../sentences.ts';
import { within } from '../within.ts';
import { BETWEEN } from './speech-verbs.ts';

export interface Speaker {
  name: string;
  /** where the speaker's words begin: offices included */
  start: number;
  confidence: number;
  evidence: string;
}

/** A sentence is read back no further than this. */
const MOST = 600;
const MEETING =
  /(?:会议|全会|座谈会|论坛|大会|例会|国常会|意见|通知|方案|报告|公报|公告|规划|措施|办法|条例|文件|白皮书|声明|文章|社论|评论|研报|《[^《》\n]{2,50}》)$/;
const ISSUED = /(?:公告|研报|报告|声明|公报|文章|通知|白皮书)$/;
const PRONOUN = /(?:他|她|前者|后者|该负责人|该发言人|这位负责人)$/;
const KIN =
  /(?:母亲|父亲|妈妈|爸爸|奶奶|爷爷|外婆|外公|家人|家属|妻子|丈夫|儿子|女儿|哥哥|姐姐|弟弟|妹妹|同学|邻居|[\u4e00-\u9fff]某|父母|亲属|朋友)$/;
const WHO =
  /(?:人士|分析人士|消息人士|知情人士|负责人|发言人|专家|官员|机构|媒体|外媒|部门|方面|公司|记者|网友|学者|分析师|方|警方|校方|院方|中方|美方|俄方|日方|韩方|法院|交易所|央行|报道|文章)$/;

/** Finds who speaks, from the people and organisations already labelled. One instance a document. */
export class Speakers {
  private readonly text: string;
  private readonly starts: Int32Array;
  private readonly people: readonly Label[];
  private readonly orgs: readonly Label[];
  /** speaker of the last statement, with the sentence it stood in */
  private last: { name: string; sentence: number; person: boolean } | undefined;
  private readonly names: ReadonlySet<string>;

  constructor(text: string, starts: Int32Array, soFar: readonly Label[]) {
    this.text = text;
    this.starts = starts;
    this.people = soFar.filter((label) => label.kind === 'person').sort((a, b) => a.start - b.start);
    this.names = new Set(this.people.map((label) => label.id ?? label.surface));
    this.orgs = soFar
      .filter((label) => label.kind === 'org' || label.kind === 'company')
      .sort((a, b) => a.start - b.start);
  }

  note(name: string, at: number): void {
    this.last = { name, sentence: sentenceAt(this.starts, at), person: this.names.has(name) };
  }

  /** Who says what follows the verb at `verb`. */
  before(verb: number): Speaker | undefined {
    const { text, starts } = this;
    const index = sentenceAt(starts, verb);
    const sentence = Math.max(starts[index]!, verb - MOST);
    const clause = Math.max(sentence, lastSign(text, verb, sentence));
    const inClause = within(this.people, clause, verb);
    const near = inClause[inClause.length - 1];
    if (near && BETWEEN.test(text.slice(near.end, verb).slice(0, 80)))
      return this.person(
        inClause.length > 1 && meets(text.slice(inClause[0]!.end, near.end)) ? inClause[0]! : near,
        0.93,
        'name before the verb',
      );
    const words = text.slice(Math.max(clause, verb - 60), verb);
    const bare = words.replace(ADVERBS, '');
    if (PRONOUN.test(bare)) return this.pronoun(index, sentence, clause, verb);
    const doc = MEETING.exec(bare);
    if (doc && inClause.length === 0) {
      // a notice or study speaks for the body that gave it out
      const issuer = ISSUED.test(doc[0]) ? within(this.orgs, clause, verb).pop() : undefined;
      if (issuer)
        return { name: issuer.surface, start: issuer.start, confidence: 0.86, evidence: `${doc[0]} of the body` };
      return {
        name: doc[0].endsWith('会') && doc[0] !== '全会' ? '会议' : doc[0],
        start: verb - doc[0].length,
        confidence: 0.9,
        evidence: 'meeting or document',
      };
    }
    if (inClause.length > 0) return this.person(inClause[0]!, 0.86, 'first name of the clause');
    const org = within(this.orgs, clause, verb)
      .filter((label) => !/[向对]《?$|告诉《?$|接受《?$/.test(text.slice(Math.max(0, label.start - 4), label.start)))
      .pop();
    if (org && BETWEEN.test(text.slice(org.end, verb).slice(0, 80)))
      return { name: org.surface, start: org.start, confidence: 0.88, evidence: 'body before the verb' };
    const end = verb - (words.length - bare.length);
    if (WHO.test(bare) || TITLES.endingAt(bare, bare.length) !== undefined || KIN.test(bare)) {
      const office = officesBefore(text, end, clause);
      const start = office?.start ?? nameStart(text, end, clause, 16);
      const name = text.slice(start, end);
      if (name.length >= 2) return { name, start, confidence: 0.82, evidence: 'unnamed speaker' };
    }
    const inSentence = within(this.people, sentence, clause);
    if (inSentence.length > 0) return this.person(inSentence[0]!, 0.84, 'subject of the sentence');
    const body = within(this.orgs, sentence, clause).find(
      (label) =>
        label.start - sentence < 12 &&
        label.evidence[0] !== 'list of media' &&
        !/[向对]$/.test(text.slice(Math.max(0, label.start - 1), label.start)),
    );
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
      bare.trim() === '' &&
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

  private person(label: Label, confidence: number, evidence: string): Speaker {
    const office = label.role ? officesBefore(this.text, label.start, Math.max(0, label.start - 90)) : undefined;
    return { name: label.id ?? label.surface, start: office?.start ?? label.start, confidence, evidence };
  }

  /** 他: who spoke in the sentence before, else its first person, else the last person named. */
  private pronoun(index: number, sentence: number, clause: number, verb: number): Speaker | undefined {
    const same = within(this.people, sentence, clause);
    const answer = (name: string): Speaker => ({
      name,
      start: verb - 1,
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

const ADVERBS =
  /(?:则|还|也|又|都|均|曾|再次|多次|进一步|特别|同时|随后|此前|近日|日前|当天|明确|公开|反复|一再|最后|接着|继续|对此|在[^，。；：“”\n]{1,30}(?:时|上|中|后|会上|采访)|[0-9]{1,2}日(?:上午|下午|晚)?|等人?|曾?坦率地|向[^，。\n]{1,16}|对[^，。\n]{1,12})+$/;
const meets = (between: string): boolean =>
  /会见|会晤|接见|与|和|同|邀请|接待|对|向|率|称赞|评价|谈到|回忆/.test(between);

/** Position after the last comma, colon or quote between `floor` and `at`; signs in quotes count too. */
function lastSign(text: string, at: number, floor: number): number {
  const least = Math.max(floor, at - 200);
  for (let i = at; i > least; i--) if ('，,：:；“”'.includes(text[i - 1]!)) return i;
  return least;
}
