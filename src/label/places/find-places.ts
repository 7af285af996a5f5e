import { isHan } from '../../kit/zh.ts';
import { type LabelDocument, perDocument } from '../document.ts';
import { wordLexicon } from '../lexicon.ts';
import { isSound, soundRun } from '../people/foreign-names.ts';
import { wordStarts } from '../word-starts.ts';
import type { Division } from './divisions.ts';
import { findFeatures } from './find-features.ts';
import { findSites } from './find-sites.ts';
import { findTowns } from './find-towns.ts';
import type { PlaceHit } from './place-hit.ts';
import { type PlaceName, placeLexicon } from './place-lexicon.ts';
import { NOT_AFTER, NOT_BEFORE } from './short-names.ts';

/** After a place name these make a medium of it (北京日报): such a place is none. */
export const MEDIA_TAILS = wordLexicon(
  `日报 晚报 晨报 早报 商报 时报 青年报 证券报 经济报 法制报 法治报 都市报 新闻网 广播电视台 广播电视总台 电视台 卫视 新闻广播 新闻社 通讯社 在线 发布 周报 周刊 电台 广播网 经济网 日报网 晨报网 法治网 新闻频道 观察网 网讯 网记者 报讯 观察`,
);

/** All places of a document in order, none overlapping, sites and townships included. */
export const findPlaces = perDocument((document: LabelDocument): PlaceHit[] => {
  const text = document.full;
  const named = resolveNames(text, wordStarts(document));
  const towns = findTowns(text, named, wordStarts(document));
  const sites = findSites(text, towns, wordStarts(document));
  return findFeatures(text, sites, wordStarts(document));
});

/** Names that stand in the text and are no places there, with the reason; for --explain. */
export const passedOver = perDocument((document: LabelDocument): { start: number; end: number; why: string }[] => {
  const dropped: { start: number; end: number; why: string }[] = [];
  resolveNames(document.full, wordStarts(document), (start, end, why) => dropped.push({ start, end, why }));
  return dropped;
});

type Dropped = (start: number, end: number, why: string) => void;

interface Candidate {
  start: number;
  end: number;
  name: PlaceName;
}

function resolveNames(text: string, words: Uint8Array, dropped?: Dropped): PlaceHit[] {
  const { lexicon, byCode } = placeLexicon();
  const candidates: Candidate[] = [];
  // divisions the text names beyond doubt, and all their ancestors: what short and repeated names are resolved by
  const named = new Set<string>();
  for (const hit of lexicon.scan(text)) {
    if (hit.value.kind === 'block') continue;
    if (MEDIA_TAILS.lengthAt(text, hit.end) > 0) {
      dropped?.(hit.start, hit.end, 'in the name of a medium');
      continue;
    }
    // 北京|市场 is no 北京市
    const market = text[hit.end - 1] === '市' && '场值'.includes(text[hit.end] ?? '\n');
    const short = market ? lexicon.at(text.slice(hit.start, hit.end - 1), 0) : undefined;
    candidates.push(
      short?.end === hit.end - 1 - hit.start
        ? { start: hit.start, end: hit.end - 1, name: short.value }
        : { start: hit.start, end: hit.end, name: hit.value },
    );
    const only = hit.value.divisions.length === 1 && hit.value.trust !== 'needy' ? hit.value.divisions[0]! : undefined;
    if (only && !barred(text, hit.start, hit.end)) for (const code of lineage(only.code)) named.add(code);
  }
  const countries = candidates.filter((c) => c.name.kind === 'country').length;
  const hits: PlaceHit[] = [];
  let before: PlaceHit | undefined;
  const begins = new Set(candidates.map(({ start }) => start));
  for (const candidate of candidates) {
    const { start, end, name } = candidate;
    const surface = text.slice(start, end);
    // 踏|上海|岛, 长治|久安: letters of two words
    if (surface.length === 2 && !words[start] && !words[end]) {
      dropped?.(start, end, 'letters across word borders');
      continue;
    }
    if (name.kind !== 'division') {
      if (barred(text, start, end)) {
        dropped?.(start, end, 'the letters beside it make another word');
        continue;
      }
      if (surface === '中国' && (countries < 4 || !bareChina(text, end))) continue;
      if (/^(?:首(?![相都脑席尔])|[最第杯冠]|锦标|小姐|之最|人民币)/.test(text.slice(end, end + 2))) continue;
      const level = name.kind === 'region' || name.kind === 'country' ? name.kind : 'foreign';
      // 鲁|西亚|努, 奥登|西亚: letters of a longer name by sound
      if (end - start < 4 && insideSounds(text, start, end, words)) {
        dropped?.(start, end, 'letters of a longer name by sound');
        continue;
      }
      // 新泽西|州, 不|州长
      const full = level === 'foreign' && OWN_LEVEL.test(text.slice(end, end + 2)) ? end + 1 : end;
      hits.push({
        start,
        end: full,
        level,
        confidence: 0.9,
        evidence: `list of ${level === 'region' ? 'regions' : 'foreign places'}`,
      });
      before = undefined;
      if (level === 'foreign' || level === 'country') {
        let run = soundRun(text, end);
        if ('州邦省岛'.includes(text[run - 1] ?? '\n')) run--;
        // 印度|拉贾斯坦邦: a state by sound after its country
        if (level === 'country' && !begins.has(end) && run - end >= 2 && '州邦省岛'.includes(text[run] ?? '\n'))
          hits.push({
            start: end,
            end: run + 1,
            level: 'foreign',
            confidence: 0.82,
            evidence: `state or island of ${surface}`,
          });
        const line = LINE.exec(text.slice(end, end + 14));
        if (line)
          hits.push({
            start: end + 1,
            end: end + 1 + line[1]!.length,
            level,
            confidence: 0.8,
            evidence: 'other end of a line',
          });
      }
      continue;
    }
    const above: PlaceHit | undefined =
      before !== undefined && before.end === start && before.code ? before : undefined;
    const hit = resolve(text, candidate, above, named, byCode);
    if (hit) {
      hits.push(hit);
      before = hit;
    } else dropped?.(start, end, whyNot(text, candidate));
  }
  return hits;
}

function whyNot(text: string, { start, end, name }: Candidate): string {
  if (barred(text, start, end)) return 'the letters beside it make another word';
  if (name.trust === 'needy') return 'also an ordinary word, and nothing in the text names its parent or its full name';
  return `${name.divisions.length} divisions bear this short name and nothing in the text tells which`;
}

const OWN_LEVEL = /^(?:州(?![长际])|[邦郡]|市(?![长场民值政委议])|省(?![长委])|县(?![长委])|府)/;

/** A letter of sounds right before, itself the end of letters of sounds that are no known word. */
function insideSounds(text: string, start: number, end: number, words: Uint8Array): boolean {
  if (soundRun(text, start) < end) return false;
  const before = text[start - 1];
  if (before === undefined || !isSound(before) || !isHan(before.charCodeAt(0))) return false;
  // one letter that is no word with what stands before it
  return words[start - 1] && !'在到赴与和从对向同及至达'.includes(before) && isSound(text[start - 2] ?? '\n')
    ? true
    : '登鲁贡'.includes(before);
}

/** 金边-磅湛铁路: the other end of a line is a place too. */
const LINE = /^[-—－–]([\u4e00-\u9fff]{2,6}?)(?:段|铁路|高铁|公路|高速|航线|管道|运河|线)/;

const lineage = (code: string): string[] => [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`];
const under = (code: string, above: string): boolean => code !== above && lineage(code).slice(1).includes(above);

function resolve(
  text: string,
  { start, end, name }: Candidate,
  above: PlaceHit | undefined,
  named: ReadonlySet<string>,
  byCode: ReadonlyMap<string, Division>,
): PlaceHit | undefined {
  const surface = text.slice(start, end);
  const answer = (division: Division, confidence: number, evidence: string): PlaceHit => ({
    start,
    end,
    code: division.code,
    level: division.level,
    confidence,
    evidence,
  });
  const below = above?.code === undefined ? [] : name.divisions.filter((d) => under(d.code, above.code!));
  if (below.length === 1) return answer(below[0]!, 0.98, `${text.slice(above!.start, above!.end)} before it`);
  if (barred(text, start, end)) return undefined;
  const full = name.divisions.some((d) => d.name === surface);
  // 三河|村, 朝阳|路: a short name that goes on as a smaller place is not the county
  if (!full && /^(?:村|镇|乡|街道|社区|路|大街|大道|小区|小学|中学)/.test(text.slice(end, end + 2))) return undefined;
  // 九江|县, since 2017 a district: no list holds it, and the city it is not
  if (!full && /^县(?![委城里域级长政人])/.test(text.slice(end, end + 2)))
    return { start, end: end + 1, level: 'county', confidence: 0.75, evidence: 'a county no list holds' };
  if (name.trust === 'needy') {
    const same = name.divisions.filter((d) => named.has(d.code) && d.name !== surface);
    const near =
      full && !/^[\u59d4\u653f\u7ea7\u91cc\u57df\u957f]/.test(text.slice(end, end + 1))
        ? name.divisions.filter((d) => named.has(`${d.code.slice(0, 2)}0000`))
        : [];
    const known = same.length === 1 ? same[0] : near.length === 1 ? near[0] : undefined;
    return known && clearEdges(text, start)
      ? answer(known, 0.85, same.length === 1 ? `${known.name} in the same text` : 'its province in the same text')
      : undefined;
  }
  const top = name.divisions.filter((d) => d.level === 'province');
  if (top.length === 1) return answer(top[0]!, 0.97, 'province');
  if (name.divisions.length === 1)
    return answer(name.divisions[0]!, full ? 0.97 : 0.9, full ? 'full name' : 'short name');
  const cities = full ? [] : name.divisions.filter((d) => d.level === 'city');
  const choices = cities.length > 0 ? cities : name.divisions;
  for (const width of [4, 2]) {
    const kin = choices.filter(
      (d) => named.has(d.code.slice(0, width).padEnd(6, '0')) || (width === 4 && named.has(d.code)),
    );
    if (kin.length === 1) {
      const parent = byCode.get(kin[0]!.code.slice(0, width).padEnd(6, '0'))?.name ?? 'its province';
      return answer(kin[0]!, 0.9, `${parent} in the same text`);
    }
  }
  if (choices.length === 1) return answer(choices[0]!, 0.88, 'short name of a city');
  return full
    ? { start, end, level: 'county', confidence: 0.75, evidence: `${choices.length} divisions bear this name: no code` }
    : undefined;
}

function barred(text: string, start: number, end: number): boolean {
  const surface = text.slice(start, end);
  const after = NOT_BEFORE[surface];
  if (after?.includes(text[end] ?? '\n')) return true;
  const before = NOT_AFTER[surface];
  return before?.includes(text[start - 1] ?? '\n') ?? false;
}

/** A two-letter name stands free: at the start, after a sign, or after a letter that ends words. */
function clearEdges(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charCodeAt(start - 1);
  return !isHan(before) || '在到赴和与从由往去回经是为的及对向自省市区县称让把使近年来'.includes(text[start - 1]!);
}

/** 中国 by itself, not 中国科学院, 中国人, 中国式. */
const bareChina = (text: string, end: number): boolean =>
  !/^(?:人|式|籍|话|电|银|科|工|农|建|石|移|联|铁|航|中|海|社|气|地|证|人民|网|文|医|象|足|女|男|队|号|共产党)/.test(
    text.slice(end, end + 2),
  );
