import { clauseStart, nameStart, withoutLead } from '../boundary.ts';
import { type LabelDocument, perDocument } from '../document.ts';
import { SuffixLexicon } from '../lexicon.ts';
import {
  afterGrammar,
  behindDeed,
  commonKind,
  commonWords,
  deedBefore,
  deedBetween,
  lettersOnly,
  opensDeed,
} from '../name-words.ts';
import { findPlaces } from '../places/find-places.ts';
import type { PlaceHit } from '../places/place-hit.ts';
import { wordStarts } from '../word-starts.ts';
import { GENERIC, KIND_OF_HOUSE, KINDLY, kindOnly, STATE } from './body-kinds.ts';
import { findTeams } from './find-teams.ts';
import { findFirms, isTrade } from './firm-names.ts';
import { KNOWN_ORGS } from './known-orgs.ts';
import { afterDate, afterKind, afterNoun, joined } from './name-front.ts';
import { findAliases } from './org-aliases.ts';
import type { OrgHit } from './org-hit.ts';
import { BAD_ENDS, BARE_ORGS, HOUSE_KINDS, MUST_BE_HEADED, NO_ORG, NOT_NEXT, ORG_SUFFIXES } from './org-suffixes.ts';

const SUFFIXES = new SuffixLexicon(ORG_SUFFIXES);
const LAST = new Uint8Array(65536);
for (const word of ORG_SUFFIXES.split(/\s+/)) LAST[word.charCodeAt(word.length - 1)] = 1;
/** relative names: 县公安局, 市金融局 */
const LOCAL = /^(?:[省市县区州旗镇乡盟](?![城里域内上外级属民情容镇])|自治区|自治州|街道)/;

/** 国际游泳联合会 */
const INTERNATIONAL =
  /^国际(?!知名|著名|主要|上|性|化|大|社会)[\u4e00-\u9fff]{2,}(?:联合会|协会|委员会|基金会|联盟|理事会|总会|学会|法庭|法院)$/;

const FIRM = /(?:公司|集团|银行)$/;
const HOUSE = /(?:医院|中学|小学|高中|初中|学校|大学)$/;
/** a body of the whole country: 国家环保总局 */
const NATIONAL =
  /^(?:(?:国家|全国|中央|中华)[^级内性化]|中国驻|(?:共青团|武警|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?=[\u4e00-\u9fff]{2}))/;

/** Papers, stations and sites no list holds: 江城晚报, 鲁网 stays out. */
const MEDIUM = /(?:日报|晚报|晨报|早报|商报|时报|都市报|周刊|周报|新闻网|卫视|通讯社)(?!社|网|记者会)/g;

/** 中铁十二局, 中建八局, 中交一公局 */
const BUILDERS = /中(?:铁|建|交|冶|核|铁建|电建|国电建)[一二三四五六七八九十]{1,3}(?:公|航|冶)?局(?:集团)?(?!面|长)/g;

/** Organisations in order, none overlapping; a longer reading replaces the shorter ones in it. */
export const findOrgs = perDocument((document: LabelDocument): OrgHit[] => {
  const text = document.full;
  const places = findPlaces(document);
  const words = wordStarts(document);
  const hits: OrgHit[] = [];
  for (const hit of KNOWN_ORGS.scan(text)) {
    const { id, media } = hit.value;
    if (goesOn(text, hit.end) || !standsFree(text, hit, words) || !ownWord(text, hit.start, hit.end)) continue;
    hits.push({
      start: hit.start,
      end: hit.end,
      id,
      confidence: 0.95,
      evidence: media ? 'list of media' : 'list of bodies',
    });
  }
  for (const match of text.matchAll(MEDIUM)) {
    const end = match.index + match[0].length;
    const start = withoutLead(text, nameStart(text, match.index, clauseStart(text, match.index, 5), 5), match.index);
    if (match.index - start >= 2 && !/[0-9０-９]|著名|知名|主流|保守派|官方/.test(text.slice(start, match.index)))
      hits.push({ start, end, id: text.slice(start, end), confidence: 0.8, evidence: `ending ${match[0]}` });
  }
  for (const match of text.matchAll(BUILDERS))
    hits.push({
      start: match.index,
      end: match.index + match[0].length,
      id: match[0],
      confidence: 0.88,
      evidence: 'building group by number',
    });
  hits.push(...findTeams(text, places));
  hits.push(...bySuffix(text, words, places, hits));
  hits.push(...findFirms(text, words, settle(hits), new Set(places.map((place) => place.end))));
  hits.push(...findAliases(text, settle(hits)));
  return withInner(text, settle(hits), hits);
});

/** Short names at borders of words (高通|胀, 农|民建|房 are none, 东盟国家 holds one), Latin ones at borders of Latin words. */
const standsFree = (text: string, { start, end }: { start: number; end: number }, words: Uint8Array): boolean =>
  (end - start > 4 || Boolean(words[start] && (words[end] || words.lastIndexOf(1, end - 1) === start))) &&
  !(LATIN.test(text[start]!) && LATIN.test(text[start - 1] ?? '')) &&
  !(LATIN.test(text[end - 1]!) && LATIN.test(text[end] ?? ''));
const LATIN = /[A-Za-z0-9]/;

/** The last letter and the next make another word: 委|员, 局|面; but 中学|校长. */
const goesOn = (text: string, end: number): boolean =>
  (NOT_NEXT[text[end - 1]!]?.includes(text[end] ?? '\n') ?? false) &&
  !(text[end - 1] === '学' && /^校(?:长(?![期远久])|友|方|区|党|庆|医|董)/.test(text.slice(end, end + 3)));

/** 央行 in 中央行, 北大 in 北大荒 and the like stay out. */
function ownWord(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  const next = text[end] ?? '\n';
  const before = text[start - 1] ?? '\n';
  if (word === '北大') return !'荒街门桥'.includes(next);
  // 日本央行, 欧央行: another country's
  if (word === '央行') return !'中欧日英美俄韩澳加瑞印巴土本国洲'.includes(before);
  if (word === '滴滴') return before !== '娇' && !'答嗒滴'.includes(next);
  if (word === '东风' && '村路镇街'.includes(next)) return false;
  if (
    word === '东风' ||
    word === '宝武' ||
    word === '一汽' ||
    word === '荣耀' ||
    word === '三星' ||
    word === '苹果公司' ||
    word === '彭博'
  )
    return word === '彭博'
      ? !/[士学]/.test(next)
      : !/[吹起着一二三四五六七八九十级堆的感之导]/.test(next) && !/[春借的顺者]/.test(before);
  if (word === '北约') return !'定'.includes(next);
  if (word === '解放军') return next !== '报';
  return true;
}

function bySuffix(text: string, words: Uint8Array, places: readonly PlaceHit[], listed: readonly OrgHit[]): OrgHit[] {
  const found: OrgHit[] = [];
  const heads = new Set<number>();
  /** end of a place → its start */
  const seats = new Map<number, number>();
  for (const place of places) {
    heads.add(place.start);
    seats.set(place.end, place.start);
  }
  /** end of a listed body → its start */
  const listedEnds = new Map<number, number>();
  for (const org of listed) {
    heads.add(org.start);
    listedEnds.set(org.end, org.start);
  }
  /** start of a body found by its ending → its end */
  const done = new Map<number, number>();
  const listedStarts = new Map(listed.map((org) => [org.start, org.end]));
  const floor = 0;
  for (let i = 0; i < text.length; i++) {
    if (!LAST[text.charCodeAt(i)]) continue;
    const end = i + 1;
    const suffix = SUFFIXES.endingAt(text, end, 0);
    if (suffix === undefined || goesOn(text, end)) continue;
    const tail = end - suffix.length;
    const clause = Math.max(clauseStart(text, tail, 36), floor);
    // 土耳其|外交部: a letter of grammar inside the name of a place is none
    const read = nameStart(text, tail, clause, 30);
    const left = seats.get(read) ?? read;
    let start = withoutLead(text, left, tail);
    if (start === left) start = joined(text, start, clause, heads, seats);
    start = afterDate(text, start, tail);
    start = afterNoun(text, start, tail);
    start = afterKind(text, start, tail, heads, /公司$|集团$|银行$|学校$|大学$/.test(suffix));
    const named = start;
    start = afterGrammar(text, start, tail, words, heads);
    // 该|国|海岸集团
    if (/^[国院校]/.test(text.slice(start, start + 1)) && '该本我贵各'.includes(text[start - 1] ?? '\n')) start++;
    // 阅文集团: letters that make no words are a name
    if (
      FIRM.test(suffix) &&
      ((start === tail && words.indexOf(1, named + 1) >= tail) ||
        (start === tail - 1 && lettersOnly(text, named, tail, words)))
    )
      start = named;
    // 现代|革命党: a quality is part of a party's name
    if (suffix.endsWith('党') && start === tail && tail - left >= 2) start = left;
    const broken = behindDeed(text, start, tail, words);
    if (broken !== undefined) {
      if (heads.has(start)) continue;
      start = broken;
    }
    // 某某法院|一审宣判某省|政协: from the next known name behind the deed
    const before = done.get(start);
    if (before !== undefined && before < tail) {
      const next = headBehind(heads, before, tail);
      if (next !== undefined && deedBetween(text, before, next, words)) start = next;
    }
    const name = text.slice(start, end);
    const own = tail - start;
    // 湖南省|数字|政府建设条例
    if (suffix === '政府' && heads.has(start) && !STATE.test(text.slice(lastSeat(seats, start, tail), tail))) continue;
    const inside = listedEnds.get(end);
    if (inside !== undefined && seats.get(inside) !== start) continue;
    // 中国人民银行|授权全国银行: a known body that does something
    const through = listedStarts.get(start);
    if (through !== undefined && through < tail && !heads.has(through) && opensDeed(text, through, tail, words))
      continue;
    const headed = heads.has(start) || LOCAL.test(name) || NATIONAL.test(name) || INTERNATIONAL.test(name);
    const bare = BARE_ORGS.has(name);
    if (!bare && (NO_ORG.has(name) || own === 0 || (own < 2 && !headed))) continue;
    if (
      /公司.+公司$|[0-9０-９百多数](?:个|所|家)|[一二两三四五六七八九十几][个所家座](?:[\u4e00-\u9fff]{2})?.{2}$/.test(
        name,
      )
    )
      continue;
    if (HOUSE.test(name) && KIND_OF_HOUSE.test(name)) continue;
    if (suffix.endsWith('公司') && (kindOnly(name) || name.endsWith('上市公司'))) continue;
    // 拟减持|公司股份, 私人家族公司, 医疗集团
    if (suffix === '公司' && deedBefore(text, start, tail, words)) continue;
    if (suffix === '集团' && isTrade(text.slice(start, tail))) continue;
    if (/^(?:公司|智库)$/.test(suffix) && !heads.has(start) && commonWords(text, start, tail, words)) continue;
    if (BAD_ENDS.endingAt(text, end, start) !== undefined) continue;
    if (
      !heads.has(start) &&
      /^[0-9０-９一二三四五六七八九十两几多数余百千个家所座名位条项只年月日]/.test(name) &&
      !/^[一二三四五六七八九十](?:汽|冶|重|机床|七)/.test(name)
    )
      continue;
    const called = suffix === '学校' && lettersOnly(text, start, tail, words) && nearBy(text, start, end);
    if (called) {
      done.set(start, end);
      found.push({
        start,
        end,
        id: name,
        confidence: 0.76,
        evidence: 'letters of no words before 学校, more than once',
      });
      continue;
    }
    if (!bare && !headed && (MUST_BE_HEADED.has(suffix) || (GENERIC.test(name) && !suffix.endsWith('党')))) continue;
    if (!headed && HOUSE.test(suffix) && HOUSE_KINDS.test(name)) continue;
    if (!bare && !headed && commonKind(text, start, tail, end, words)) continue;
    if (headed && /^.{2,4}?[一这某多各两三几]/.test(name) && heads.has(start) && KINDLY.test(name)) continue;
    const letters =
      own > 2 && lettersOnly(text, start, start + 2, words) && !/^[先去来到大小老新我你他外内前后做找换开]/.test(name);
    if (!headed && suffix === '公司' && own <= 4 && !letters && !nearBy(text, start, end)) continue;
    const confidence = headed ? 0.9 : /公司$|委员会$|研究院$|研究所$|协会$|大学$|局$/.test(suffix) ? 0.82 : 0.72;
    const party = /原?(?:党组|党委|党支部|党总支|工会)$/.exec(name);
    if (
      party &&
      SUFFIXES.endingAt(text, end - party[0].length, start) !== undefined &&
      name.length - party[0].length > 2
    ) {
      // 县应急管理局|党组: the body is the one whose party group it is
      found.push({
        start,
        end: end - party[0].length,
        id: name.slice(0, -party[0].length),
        confidence,
        evidence: `before ${party[0]}`,
      });
      continue;
    }
    done.set(start, end);
    found.push({
      start,
      end,
      id: name,
      confidence,
      evidence: headed ? `known name before it, ending ${suffix}` : `ending ${suffix}`,
    });
  }
  return found;
}

/** Where the last of the places that open a name ends: 江西省赣州市|政府; `start` where none does. */
function lastSeat(seats: ReadonlyMap<number, number>, start: number, tail: number): number {
  let end = start;
  for (let at = start + 1; at <= tail; at++) if (seats.get(at) === end || seats.get(at) === start) end = at;
  return end;
}
/** The same letters stand elsewhere within 3,000 letters. */
function nearBy(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  return text.slice(Math.max(0, start - 3000), start).includes(name) || text.slice(end, end + 3000).includes(name);
}

/** The next place or known body that begins between `from` and `to`. */
function headBehind(heads: ReadonlySet<number>, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (heads.has(at)) return at;
  return undefined;
}

/** In order, the longest of those that overlap. */
function settle(hits: readonly OrgHit[]): OrgHit[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: OrgHit[] = [];
  for (const hit of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || hit.start >= last.end) kept.push(hit);
    else if (hit.end > last.end && hit.end - hit.start > last.end - last.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

/** Also the body whose part a longer one is, when that body is known or a firm: 中国科学院 in 中国科学院青岛海洋研究所. */
function withInner(text: string, kept: readonly OrgHit[], all: readonly OrgHit[]): OrgHit[] {
  const inner = new Map<number, OrgHit[]>();
  for (const hit of all)
    if (/^list|公司$|集团$|大学$|^before/.test(hit.evidence)) {
      const list = inner.get(hit.start);
      if (list) list.push(hit);
      else inner.set(hit.start, [hit]);
    }
  const out: OrgHit[] = [];
  for (const hit of kept) {
    out.push(hit);
    let part: OrgHit | undefined;
    for (const one of inner.get(hit.start) ?? [])
      if (one.end < hit.end && (part === undefined || one.end > part.end)) part = one;
    if (part) out.push({ ...part, within: text.slice(hit.start, hit.end) });
    const section = DEPARTMENT.exec(text.slice(hit.end, hit.end + 12));
    if (section && /部$|委$|局$|署$/.test(hit.id))
      out.push({
        start: hit.start,
        end: hit.end + section[0].length,
        id: hit.id + section[0],
        confidence: 0.8,
        evidence: `department of ${hit.id}`,
      });
  }
  return out;
}
const DEPARTMENT = /^(?:(?![决对向由在将与和])[\u4e00-\u9fff]){2,6}?(?<!公)司(?![法机令仪职])/;
