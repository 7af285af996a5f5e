import { isHan } from '../../kit/zh.ts';
import { clauseStart, nameStart } from '../boundary.ts';
import { type LabelDocument, perDocument } from '../document.ts';
import { Lexicon, wordLexicon } from '../lexicon.ts';
import { findOrgs } from '../orgs/find-orgs.ts';
import { findPlaces } from '../places/find-places.ts';
import { wordStarts } from '../word-starts.ts';
import {
  bracketed,
  bracketedOffices,
  CAREER,
  credited,
  DOCTRINE,
  dotAhead,
  GIVEN_NAME_LIKE,
  SAYS,
} from './around-names.ts';
import { partsRun } from './ethnic-names.ts';
import { SPEECH } from './follow.ts';
import { bareForeignName, dottedName, isDot, isSound, soundRun } from './foreign-names.ts';
import { KNOWN_PEOPLE } from './known-people.ts';
import { likelyName, weighed } from './likely-name.ts';
import { followAt, isSurname, readName } from './read-name.ts';
import { officesBefore } from './read-offices.ts';
import { COMMON_SURNAMES, GIVEN } from './surnames.ts';
import { SHARED, TITLES, TITLES_AFTER, WEAK_TITLES } from './titles.ts';

/** One mention of a person. */
export interface PersonHit {
  start: number;
  end: number;
  /** the full name, by which mentions belong together */
  name: string;
  offices: string[];
  /** where the offices stand */
  officeStart?: number;
  confidence: number;
  evidence: string;
}

const known = wordLexicon(KNOWN_PEOPLE.join(' '));
/** Offices of foreign states and peoples: the name after them may be written by sound. */
const FOREIGN_OFFICE =
  /(?:总统|首相|总理|外长|防长|财长|部长|大臣|国务卿|国王|女王|王储|议长|议员|州长|大使|发言人|领导人|领袖|主席|候选人|将军|司令|总干事|秘书长|总裁|首席执行官|教练|主帅|前锋|后卫|门将|中场|球员|选手|教授|分析师|经济学家|专家|律师|法官|导演|演员|作家|科学家|创始人|市长|高级代表|特使|顾问|官员|代表|记者|队长|夫人|先生|女士|总监|行长|委员|助理|董事长|经理|参赞|公主|王子|教皇|总督|球星|名将|歌手)$/;

const read = perDocument((document: LabelDocument): Reader => {
  const reader = new Reader(document.full, document);
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
  readonly refused: { start: number; end: number; why: string }[] = [];
  /** where words begin */
  private readonly words: Uint8Array;
  private readonly ends = new Set<number>();
  /** start → end of every place */
  private readonly places = new Map<number, number>();
  /** ends of foreign places */
  private readonly abroad: number[] = [];
  private abroadAt = 0;
  private readonly credited = new Set<string>();
  /** end of the name found last: offices never reach across it */
  private floor = 0;

  constructor(text: string, document: LabelDocument) {
    this.text = text;
    this.words = wordStarts(document);
    for (const org of findOrgs(document)) this.ends.add(org.end);
    for (const place of findPlaces(document)) {
      this.ends.add(place.end);
      this.places.set(place.start, place.end);
      if (place.level === 'country' || place.level === 'foreign') this.abroad.push(place.end);
    }
  }

  read(): void {
    const { text } = this;
    for (let i = 0; i < text.length; ) {
      const found = this.at(i);
      if (found) {
        this.hits.push(found);
        this.floor = found.end;
        i = found.end;
      } else i++;
    }
  }

  private at(i: number): PersonHit | undefined {
    const { text } = this;
    const c = text[i]!;
    if (isDot(c)) return this.dotted(i);
    const code = text.charCodeAt(i);
    if (!isHan(code)) return undefined;
    const last = this.hits[this.hits.length - 1];
    const listed = last !== undefined && i === last.end + 1 && '、和与及 '.includes(text[i - 1]!);
    const lettered = last !== undefined && listed && text[i - 1] !== '、';
    const title = TITLES.endingAt(text, i) ?? (text[i - 1] === ' ' ? TITLES.endingAt(text, i - 1) : undefined);
    const wellKnown = known.at(text, i);
    if (
      wellKnown &&
      !DOCTRINE.test(text.slice(wellKnown.end, wellKnown.end + 12)) &&
      (wellKnown.end - i > 2 || title !== undefined || followAt(text, wellKnown.end) >= 1 || this.free(i)) &&
      !isDot(text[wellKnown.end] ?? '')
    ) {
      const sound =
        !isSurname(code) &&
        !(wellKnown.end - i > 2 && this.words[i] && this.words[wellKnown.end]) &&
        (soundRun(text, i) > wellKnown.end || (i > 0 && soundRun(text, i - 1) > i));
      if (!sound && (wellKnown.end - i > 2 || title !== undefined || this.free(i) || listed))
        return this.make(i, wellKnown.end, title !== undefined, 0.95, 'list of public figures');
    }
    if (title !== undefined || listed || this.opens(i)) {
      const end = partsRun(text, i, listed);
      if (
        end > i &&
        (title !== undefined || followAt(text, end) >= 1) &&
        !this.inPlace(i, end) &&
        !isDot(text[end] ?? '')
      )
        return this.make(i, end, title !== undefined, title === undefined ? 0.8 : 0.9, 'name made of known parts');
    }
    if (title !== undefined && FOREIGN_OFFICE.test(text.slice(Math.max(0, i - 8), i).trimEnd())) {
      const end = soundRun(text, i);
      const abroad = this.nearAbroad(i) && !/[，。；]/.test(text.slice(Math.max(0, i - 3), i));
      if (end - i >= (abroad ? 2 : 3) && !isDot(text[end] ?? '') && !this.inPlace(i, end)) {
        const follow = followAt(text, end);
        if (abroad ? follow >= 1 || end - i >= 3 : follow >= 2 && !isSurname(code))
          return this.make(i, end, true, follow >= 1 ? 0.88 : 0.8, `name by sound after ${title}`);
      }
    }
    if (isSurname(code)) {
      if (dotAhead(text, i) || isDot(text[i - 1] ?? '')) return undefined;
      const strong = title !== undefined && !WEAK_TITLES.has(title);
      const raw = readName(text, i, strong);
      const reading = weighed(text, i, raw, strong, listed, this.words);
      if (raw && !reading)
        this.refused.push({ start: i, end: raw.end, why: 'its letters are likelier words, or a form of address' });
      if (
        reading &&
        !this.inPlace(i, reading.end) &&
        !isDot(text[reading.end] ?? '') &&
        !(c === '何' && '任如为几奈'.includes(text[i - 1] ?? '\n'))
      ) {
        const { end, follow, rare } = reading;
        if (credited(text, i)) {
          this.refused.push({ start: i, end, why: 'credited as reporter or editor' });
          this.credit(i);
          return undefined;
        }
        if (
          title !== undefined &&
          (!WEAK_TITLES.has(title) ||
            (!rare &&
              GIVEN.has(text[end - 1]!) &&
              (follow >= 2 ||
                (COMMON_SURNAMES.has(c) && GIVEN.has(text[i + 1]!) && (end - i === 3 || follow >= 1))))) &&
          (follow >= 2 || (follow === 1 && !rare) || (follow === 0 && !rare && GIVEN.has(text[end - 1]!)))
        )
          return this.make(i, end, true, follow >= 1 ? 0.95 : 0.8, `after ${title}`);
        if (listed && !rare && (follow >= 1 || !lettered) && (follow >= 2 || !lettered))
          return this.make(i, end, false, 0.88, 'in a list of names');
        if (listed && rare && follow === 3 && GIVEN.has(text[end - 1]!))
          return this.make(i, end, false, 0.82, 'in a list of names');
        const after = TITLES_AFTER.at(text, end);
        if (after && !rare && end - i >= 2 && this.free(i) && GIVEN.has(text[end - 1]!))
          return this.make(i, end, title !== undefined, 0.9, `before ${after.value}`);
        if (
          !rare &&
          this.free(i) &&
          SPEECH.test(text.slice(end, end + 4)) &&
          follow >= 1 &&
          GIVEN.has(text[end - 1]!) &&
          this.opens(i)
        )
          return this.make(i, end, false, 0.82, 'subject of a verb of speech');
        if (this.opens(i) && (!rare || end - i > 2) && follow === 3 && text[end] === '、' && this.listAhead(end))
          return this.make(i, end, false, 0.85, 'first of a list of names');
        if (
          this.opens(i) &&
          !rare &&
          end - i > 2 &&
          follow >= 1 &&
          GIVEN.has(text[i + 1]!) &&
          GIVEN.has(text[end - 1]!) &&
          CAREER.test(text.slice(end, end + 30))
        )
          return this.make(i, end, false, 0.82, 'subject of a career');
        if (
          end - i === 3 &&
          COMMON_SURNAMES.has(c) &&
          follow >= 1 &&
          GIVEN.has(text[i + 1]!) &&
          GIVEN.has(text[i + 2]!) &&
          this.free(i) &&
          !/[一二三四五六七八九十]/.test(text.slice(i, end))
        )
          return this.make(i, end, false, follow >= 2 ? 0.8 : 0.77, 'usual surname and given name');
        if (text[i - 1] === '”' && follow >= 2 && GIVEN.has(text[end - 1]!))
          return this.make(i, end, false, 0.78, 'after a name of honour');
      }
      const likely = likelyName(text, i, this.words, { titled: strong, listed, free: () => this.free(i) });
      if (likely && !this.inPlace(i, likely.end) && !this.endsPlace(likely.end)) {
        if (credited(text, i)) this.credit(i);
        else return this.make(i, likely.end, title !== undefined, likely.confidence, 'letters of a name, no words');
      }
    }
    if (isSound(c) && this.words[i] && !this.places.has(i) && !this.ends.has(i)) {
      const end = bareForeignName(text, i, this.words);
      if (end !== undefined && this.free(i))
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
      if (!within && end - i >= 2 && SAYS.test(text.slice(end, end + 2)) && !this.inPlace(i, end))
        return this.make(i, end, true, 0.78, `between ${title} and a verb of speech`);
    }
    return undefined;
  }

  /** A foreign place ends within 24 letters before. */
  private nearAbroad(i: number): boolean {
    const { abroad } = this;
    while (this.abroadAt < abroad.length && abroad[this.abroadAt]! <= i) this.abroadAt++;
    return this.abroadAt > 0 && i - abroad[this.abroadAt - 1]! < 24;
  }

  /** A name may start here: line start, sign, or a word that ends before names. */
  private free(i: number): boolean {
    const { text } = this;
    return (
      i === 0 ||
      !isHan(text.charCodeAt(i - 1)) ||
      this.ends.has(i) ||
      TITLES.endingAt(text, i) !== undefined ||
      nameStart(text, i, Math.max(0, i - 4), 1) === i
    );
  }

  /** A clause or sentence opens here. */
  private opens(i: number): boolean {
    const before = this.text[i - 1];
    return before === undefined || '。！？；，：\n“（、 \t'.includes(before) || this.ends.has(i);
  }

  /** Name、Name、Name: at least two more names follow the sign at `at`. */
  private listAhead(at: number): boolean {
    let end = at;
    for (let n = 0; n < 2; n++) {
      if (this.text[end] !== '、') return n > 0 && '，。'.includes(this.text[end] ?? '。');
      const next = readName(this.text, end + 1);
      if (next === undefined || next.follow === 0 || this.inPlace(end + 1, next.end)) return false;
      end = next.end;
    }
    return true;
  }

  /** A place, a body or a foreign name goes on to `end` or across it. */
  private endsPlace(end: number): boolean {
    return this.ends.has(end) || [...'县市镇乡村区州省'].includes(this.text[end] ?? '');
  }

  private inPlace(start: number, end: number): boolean {
    return (this.places.get(start) ?? 0) >= end;
  }

  private dotted(i: number): PersonHit | undefined {
    const name = dottedName(this.text, i, this.floor, this.words);
    return name && this.places.get(name.start) !== i
      ? this.make(name.start, name.end, true, 0.92, 'foreign name with ·')
      : undefined;
  }

  private make(start: number, end: number, titled: boolean, confidence: number, evidence: string): PersonHit {
    const { text } = this;
    const name = text.slice(start, end);
    const floor = Math.max(this.floor, clauseStart(text, start, 90), 0);
    let offices: string[] = [];
    let officeStart: number | undefined;
    const found =
      titled || TITLES.endingAt(text, start) !== undefined
        ? officesBefore(text, start, bracketed(text, floor, start, this.floor))
        : undefined;
    if (found) {
      offices = found.offices;
      officeStart = found.start;
    }
    const honour = /“([^“”]{1,5}[王侠人家后手帝女哥姐星神匠师爷妈嫂婆公主娘])”$/.exec(
      text.slice(Math.max(0, start - 10), start),
    );
    if (honour) offices.push(honour[1]!);
    const after = TITLES_AFTER.at(text, end);
    if (after && !/^(?:一行|一家|夫妇)$/.test(after.value) && !GIVEN_NAME_LIKE.test(text.slice(end, end + 4)))
      offices.push(after.value);
    offices.push(...bracketedOffices(text.slice(end, end + 30)));
    const last = this.hits[this.hits.length - 1];
    if (offices.length === 0 && last && last.end + 1 === start && '、和'.includes(text[last.end]!)) {
      const shared = last.offices[last.offices.length - 1];
      if (shared !== undefined && SHARED.test(shared)) offices = [shared];
    }
    return { start, end, name, offices, ...(officeStart === undefined ? {} : { officeStart }), confidence, evidence };
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

  /** Every further mention of the names found, offices stated by a verb, groups (A、B、C等领导), surname and title. */
  settle(): PersonHit[] {
    const { text } = this;
    const first = this.hits.filter((hit) => !this.credited.has(hit.name));
    const names = new Map<string, string>();
    for (const hit of first) {
      names.set(hit.name, hit.name);
      const dot = [...hit.name].findLastIndex(isDot);
      const lastPart = dot > 0 ? hit.name.slice(dot + 1).replace(/[小一二三四五六]世$/, '') : '';
      if (lastPart.length >= 2 && !names.has(lastPart)) names.set(lastPart, hit.name);
    }
    if (names.size === 0) return [];
    const at = new Map(first.map((hit) => [hit.start, hit]));
    const all: PersonHit[] = [];
    for (const hit of new Lexicon(names).scan(text)) {
      const own = at.get(hit.start);
      if (own && own.end === hit.end) all.push(own);
      else if (
        hit.end - hit.start > 2 ||
        followAt(text, hit.end) >= 1 ||
        this.free(hit.start) ||
        names.has(text.slice(hit.end, hit.end + 3)) ||
        names.has(text.slice(hit.end, hit.end + 2))
      ) {
        if (isDot(text[hit.end] ?? '') || isDot(text[hit.start - 1] ?? '')) continue;
        all.push({
          start: hit.start,
          end: hit.end,
          name: hit.value,
          offices: [],
          confidence: 0.9,
          evidence: `${hit.value} elsewhere in the text`,
        });
      }
    }
    return all;
  }
}
