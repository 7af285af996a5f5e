import { isHan } from '../../kit/zh.ts';
import { packedCompanies } from '../companies/company-lexicon.ts';
import { type LabelDocument, perDocument } from '../document.ts';
import { letterTable } from '../letters.ts';
import { wordLexicon } from '../lexicon.ts';
import { DOCTRINE, dotAhead, SAYS } from './around-names.ts';
import { nameBySurname } from './by-surname.ts';
import { partsRun } from './ethnic-names.ts';
import { bareForeignName, dottedName, hyphenedName, isNameDot, isSound, latinName, soundRun } from './foreign-names.ts';
import { KNOWN_PEOPLE } from './known-people.ts';
import { laterMentions } from './later-mentions.ts';
import { NameGround } from './name-ground.ts';
import { officesAround } from './offices-around.ts';
import type { PersonHit } from './person-hit.ts';
import { followAt, isSurname, readName } from './read-name.ts';
import { GIVEN, NEVER_GIVEN, SURNAMES } from './surnames.ts';
import { TITLES, WEAK_TITLES } from './titles.ts';

const known = wordLexicon(KNOWN_PEOPLE.join(' '));
/** Offices of foreign states and peoples: the name after them may be written by sound. */
const FOREIGN_OFFICE =
  /(?:总统|首相|总理|外长|防长|财长|部长|大臣|国务卿|国王|女王|王储|议长|议员|州长|大使|发言人|领导人|领袖|主席|候选人|将军|司令|总干事|秘书长|总裁|首席执行官|教练|主帅|前锋|后卫|门将|中场|球员|外援|选手|教授|分析师|经济学家|专家|律师|法官|导演|演员|作家|科学家|创始人|市长|高级代表|特使|顾问|官员|代表|记者|队长|夫人|先生|女士|总监|行长|委员|助理|董事长|经理|参赞|公主|王子|教皇|总督|球星|名将|歌手)$/;

/** 、李 四、王小明: the list goes on behind a name set apart. */
const SPACED_LIST = /^[、\u3000 ][\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff]|[\u4e00-\u9fff]{1,2})[、，。\u3000 ]?/;
const SPACE = 0x20;
const WIDE_SPACE = 0x3000;
const DOTS = letterTable('·•・‧.．');
const CAPITAL = letterTable('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

const read = perDocument((document: LabelDocument): Reader => {
  const reader = new Reader(document);
  reader.read();
  return reader;
});

/** All mentions of people in order, none overlapping. */
export const findPeople = perDocument((document: LabelDocument): PersonHit[] => read(document).settle());

/** Readings as names that were refused, with the reason; for --explain. */
export const refusedNames = (document: LabelDocument): readonly { start: number; end: number; why: string }[] =>
  read(document).refused;

class Reader {
  private readonly hits: PersonHit[] = [];
  private readonly text: string;
  private readonly words: Uint8Array;
  readonly refused: { start: number; end: number; why: string }[] = [];
  private readonly credited = new Set<string>();
  private readonly ground: NameGround;
  /** end of the name found last: offices never reach across it */
  private floor = 0;

  constructor(document: LabelDocument) {
    this.ground = new NameGround(document);
    this.text = this.ground.text;
    this.words = this.ground.words;
  }

  read(): void {
    const { text } = this;
    for (let i = 0; i < text.length; ) {
      const found = this.at(i);
      if (found) {
        if (found.evidence === 'first of a list of names') this.hits.push(...this.listBefore(found));
        this.hits.push(found);
        this.floor = found.end;
        i = found.end;
      } else i++;
    }
  }

  private at(i: number): PersonHit | undefined {
    const { text } = this;
    const c = text[i]!;
    const code = text.charCodeAt(i);
    if (DOTS[code] && isNameDot(text, i)) return this.dotted(i);
    if (CAPITAL[code]) return this.latin(i);
    if (!isHan(code)) return undefined;
    const last = this.hits[this.hits.length - 1];
    const listed = last !== undefined && i === last.end + 1 && '、和与及 '.includes(text[i - 1]!);
    const lettered = last !== undefined && listed && text[i - 1] !== '、';
    const title = TITLES.endingAt(text, i) ?? (text[i - 1] === ' ' ? TITLES.endingAt(text, i - 1) : undefined);
    const wellKnown = known.at(text, i);
    if (
      wellKnown &&
      !DOCTRINE.test(text.slice(wellKnown.end, wellKnown.end + 12)) &&
      !/^(?:[网杯奖镇]|文学[奖院馆]|超市|中学|小学|学院|大学)/.test(text.slice(wellKnown.end, wellKnown.end + 3)) &&
      (wellKnown.end - i > 2 || title !== undefined || followAt(text, wellKnown.end) >= 1 || this.ground.free(i)) &&
      !isNameDot(text, wellKnown.end)
    ) {
      const sound =
        !isSurname(code) &&
        !(wellKnown.end - i > 2 && this.words[i] && this.words[wellKnown.end]) &&
        (soundRun(text, i) > wellKnown.end || (i > 0 && soundRun(text, i - 1) > i));
      if (!sound && (wellKnown.end - i > 2 || title !== undefined || this.ground.free(i) || listed))
        return this.make(i, wellKnown.end, title !== undefined, 0.95, 'list of public figures');
    }
    if (title !== undefined || listed || this.ground.opens(i)) {
      const end = partsRun(text, i, listed);
      if (
        end > i &&
        soundRun(text, i) <= end + 1 &&
        !dotAhead(text, i) &&
        (title !== undefined || followAt(text, end) >= 1) &&
        !this.ground.inPlace(i, end) &&
        !isNameDot(text, end)
      )
        return this.make(i, end, title !== undefined, title === undefined ? 0.8 : 0.9, 'name made of known parts');
    }
    // 球员某某和某某: a list of names by sound goes on
    if (listed && (/sound|·/.test(last.evidence) || soundRun(text, last.start) === last.end)) {
      const end = soundRun(text, i);
      if (
        end - i >= 3 &&
        (end - i > 3 || followAt(text, end) >= 1) &&
        !this.ground.inPlace(i, end) &&
        !this.ground.orgs.has(i) &&
        !isNameDot(text, end)
      )
        return this.make(i, end, false, 0.82, 'name by sound in a list of such names');
    }
    if (title !== undefined && FOREIGN_OFFICE.test(text.slice(Math.max(0, i - 8), i).trimEnd())) {
      const joined = hyphenedName(text, i);
      if (joined !== undefined) return this.make(i, joined, true, 0.9, `name by sound after ${title}`);
      const end = soundRun(text, i);
      const abroad = this.ground.nearAbroad(i) && !/[，。；]/.test(text.slice(Math.max(0, i - 3), i));
      if (end - i >= (abroad ? 2 : 3) && !isNameDot(text, end) && !this.ground.inPlace(i, end)) {
        const follow = followAt(text, end);
        if (
          abroad
            ? follow >= 1 || end - i >= 3
            : (follow >= 2 && (end - i > 3 || !isSurname(code))) || (follow === 1 && end - i > 3)
        )
          return this.make(i, end, true, follow >= 1 ? 0.88 : 0.8, `name by sound after ${title}`);
      }
    }
    if (isSurname(code)) {
      const next = text.charCodeAt(i + 1);
      const apart =
        next === SPACE || next === WIDE_SPACE
          ? this.spaced(i, title !== undefined || (listed && last.evidence === 'letters of a name set apart'))
          : undefined;
      if (apart) return apart;
      const found = nameBySurname(this.ground, i, {
        title,
        listed,
        lettered,
        refuse: (end, why) => this.refused.push({ start: i, end, why }),
      });
      if (found === 'credited') {
        this.credit(i);
        return undefined;
      }
      if (found && (found.titled || listed || packedCompanies().get(text.slice(i, found.end))?.strength !== 'plain'))
        return this.make(i, found.end, found.titled, found.confidence, found.evidence);
    }
    if (
      isSound(c) &&
      this.words[i] &&
      !this.ground.places.has(i) &&
      !this.ground.ends.has(i) &&
      !this.ground.orgs.has(i)
    ) {
      const end = bareForeignName(text, i, this.words, this.ground.opens(i));
      if (
        end !== undefined &&
        this.ground.free(i) &&
        !this.ground.inPlace(i, end) &&
        !packedCompanies().get(text.slice(i, end))
      )
        return this.make(i, end, false, 0.8, 'name by sound before a standing or a verb of speech');
    }
    // 首席执行官博乐仁说: letters of names between an office and a verb of speech
    if (title !== undefined && !WEAK_TITLES.has(title)) {
      let end = i;
      while (
        end - i < 4 &&
        (GIVEN.has(text[end] ?? '') || isSound(text[end] ?? '')) &&
        !SAYS.test(text.slice(end, end + 2))
      )
        end++;
      let within = false;
      for (let k = i + 1; k <= end; k++) within ||= TITLES.endingAt(text, k) !== undefined;
      if (!within && end - i >= 2 && SAYS.test(text.slice(end, end + 2)) && !this.ground.inPlace(i, end))
        return this.make(i, end, true, 0.78, `between ${title} and a verb of speech`);
    }
    return undefined;
  }

  /** 方敏、万钢、|高虎城: names of rare surnames before the one by which a list was known. */
  private listBefore(first: PersonHit): PersonHit[] {
    const { text } = this;
    const found: PersonHit[] = [];
    for (let end = first.start - 1; text[end] === '、' && found.length < 10; ) {
      let start = end;
      while (start > this.floor && end - start < 4 && isHan(text.charCodeAt(start - 1))) start--;
      const name = text.slice(start, end);
      if (
        name.length < 2 ||
        name.length > 3 ||
        !isSurname(text.charCodeAt(start)) ||
        ![...name.slice(1)].every((letter) => GIVEN.has(letter)) ||
        this.ground.inPlace(start, end)
      )
        break;
      found.unshift(this.make(start, end, false, 0.8, 'in a list of names'));
      end = start - 1;
    }
    return found;
  }

  /** 副总裁 Fawzi Mesmar: a name in Latin letters right behind an office. */
  private latin(i: number): PersonHit | undefined {
    const { text } = this;
    const behind = text[i - 1] === ' ' ? i - 1 : i;
    const title = TITLES.endingAt(text, behind);
    if (title === undefined || /^[A-Z]+$/.test(text.slice(i, i + 4))) return undefined;
    const end = latinName(text, i);
    return end === undefined || packedCompanies().get(text.slice(i, end))
      ? undefined
      : this.make(i, end, true, 0.82, `Latin letters after ${title}`);
  }

  /** 张 三: a surname and one letter set apart by a space, behind an office or in a list. */
  private spaced(i: number, titled: boolean): PersonHit | undefined {
    const { text } = this;
    const given = text[i + 2] ?? '';
    if (!SURNAMES.has(text[i]!) || (isHan(text.charCodeAt(i - 1)) && TITLES.endingAt(text, i) === undefined))
      return undefined;
    if (!isHan(given.charCodeAt(0)) || NEVER_GIVEN.has(given)) return undefined;
    const after = text[i + 3] ?? '\n';
    if (isHan(after.charCodeAt(0)) || (!titled && !SPACED_LIST.test(text.slice(i + 3, i + 8)))) return undefined;
    const hit = this.make(i, i + 3, titled, 0.82, 'letters of a name set apart');
    return { ...hit, name: text[i]! + given };
  }

  private dotted(i: number): PersonHit | undefined {
    const name = dottedName(this.text, i, this.floor, this.words);
    return name && this.ground.places.get(name.start) !== i
      ? this.make(name.start, name.end, true, 0.92, 'foreign name with ·')
      : undefined;
  }

  private make(start: number, end: number, titled: boolean, confidence: number, evidence: string): PersonHit {
    const last = this.hits[this.hits.length - 1];
    return {
      start,
      end,
      name: this.text.slice(start, end),
      ...officesAround(this.text, start, end, titled, this.floor, last),
      confidence,
      evidence,
    };
  }

  /** Reporters and editors are no people of the article: their names are not labelled anywhere in it. */
  private credit(i: number): void {
    let at = i;
    for (let n = 0; n < 6; n++) {
      const reading = readName(this.text, at);
      if (reading === undefined) return;
      this.credited.add(this.text.slice(at, reading.end));
      if (!'、 ，'.includes(this.text[reading.end] ?? '。')) return;
      at = reading.end + 1;
    }
  }

  /** 图 | 某某, and elsewhere 某某研究员: the article is about whom its pictures are credited to. */
  private spokenOf(name: string): boolean {
    return this.hits.some((hit) => hit.name === name && hit.offices.length > 0);
  }

  settle(): PersonHit[] {
    const { text, ground } = this;
    return laterMentions(
      text,
      this.hits.filter(
        (hit) => (!this.credited.has(hit.name) || this.spokenOf(hit.name)) && !ground.inBody(hit.start, hit.end),
      ),
      (at) => ground.free(at),
    );
  }
}
