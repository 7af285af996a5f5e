import type { Label } from '../../model/label.ts';
import { officesBefore } from '../people/read-offices.ts';
import { TITLES_AFTER } from '../people/titles.ts';
import { sentenceAt } from '../sentences.ts';
import { within } from '../within.ts';
import { modifiersBefore } from './before-verb.ts';
import type { Speaker } from './speaker.ts';
import { BEFORE_SPEAKER, ISSUED, isUnnamed, MEETING, PRONOUN } from './speaker-words.ts';
import { UnnamedSpeakers } from './unnamed-speaker.ts';

/** A sentence is read back no further than this. */
const MOST = 600;
const REPORTS = /^(?:报告|评论|声明|通知)$/;

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
  private readonly unnamed: UnnamedSpeakers;

  constructor(text: string, starts: Int32Array, words: Uint8Array, soFar: readonly Label[]) {
    this.text = text;
    this.starts = starts;
    this.words = words;
    this.unnamed = new UnnamedSpeakers(text, words);
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
    if (PRONOUN.test(bare))
      return this.pronoun(index, sentence, clause, first) ?? this.unnamed.before(clause, first, sure);
    const doc = MEETING.exec(bare);
    // 患者报告称: a person who reports
    if (doc && REPORTS.test(doc[0]) && /(?:人|者|们|员|专家|人士)$/.test(bare.slice(0, -doc[0].length)))
      return this.unnamed.before(clause, first - doc[0].length, false);
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
      this.unnamed.before(clause, first, sure) ??
      (sure && inClause.length === 0 ? this.unnamed.subject(clause, first, undefined) : undefined);
    if (unnamed) return unnamed;
    const inSentence = within(this.people, sentence, clause)[0];
    const body = within(this.orgs, sentence, clause).find(
      (label) =>
        label.start - sentence < 12 &&
        label.evidence[0] !== 'list of media' &&
        !/[向对在从到据]$/.test(text.slice(Math.max(0, label.start - 1), label.start)),
    );
    const kind = this.unnamed.subject(sentence, clause, inSentence);
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
    return this.unnamed.opening(from, to);
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
