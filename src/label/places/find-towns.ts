import { isHan } from '../../kit/zh.ts';
import { nameStart } from '../boundary.ts';
import { isFrequentPair } from '../people/name-likelihood.ts';
import { townCodes } from './divisions.ts';
import { mergePlaces, type PlaceHit } from './place-hit.ts';
import { NO_TOWN } from './place-suffixes.ts';

const ENDING = /镇|乡|街道|苏木|嘎查|村|社区/g;

/** Adds townships (list, or grammar after a county) and villages (grammar after a place) to the places found by name. */
export function findTowns(text: string, named: readonly PlaceHit[], words: Uint8Array): PlaceHit[] {
  const ends = new Map<number, PlaceHit>();
  const counties = new Set<string>();
  for (const hit of named) {
    ends.set(hit.end, hit);
    if (hit.code !== undefined) {
      counties.add(hit.code);
      counties.add(`${hit.code.slice(0, 4)}00`);
    }
  }
  const found: PlaceHit[] = [];
  for (const match of text.matchAll(ENDING)) {
    const end = match.index + match[0].length;
    const village = match[0] === '村' || match[0] === '嘎查' || match[0] === '社区';
    const hit =
      (village ? villageAt(text, match.index, end, ends) : townAt(text, match.index, end, ends, counties)) ??
      standingAlone(text, match.index, end, words);
    if (hit) {
      ends.set(hit.end, hit);
      found.push(hit);
    }
  }
  // 禹州市|西北|磨街乡: where the town lies is no place
  const towns = new Set(found.map((hit) => hit.start));
  const free = named.filter((hit) => hit.level !== 'region' || hit.end - hit.start !== 2 || !towns.has(hit.end));
  return mergePlaces(free, found);
}

function townAt(
  text: string,
  tail: number,
  end: number,
  ends: ReadonlyMap<number, PlaceHit>,
  counties: ReadonlySet<string>,
): PlaceHit | undefined {
  for (let start = Math.max(0, tail - 8); start <= tail - 1; start++) {
    const above = ends.get(start);
    const name = text.slice(start, end);
    if (NO_TOWN.has(name) || /[乡镇][副]/.test(name)) continue;
    const codes = townCodes(name);
    if (codes.length === 0) {
      // 禹州市|西北|磨街乡
      const from = start + (tail - start > 3 ? (/^[东西南北]{2}|^[东西南北中]部/.exec(name)?.[0].length ?? 0) : 0);
      if (above?.level === 'county' && tail - start <= 4 && allHan(text, start, tail) && !/[的和与各等个]/.test(name))
        return {
          start: from,
          end,
          level: 'town',
          confidence: 0.85,
          evidence: `${name.slice(tail - start)} after ${text.slice(above.start, above.end)}`,
        };
      continue;
    }
    const kin = codes.filter((code) => counties.has(code.slice(0, 6)));
    const near = kin.length > 0 ? kin : codes.filter((code) => counties.has(`${code.slice(0, 4)}00`));
    const clear =
      above !== undefined ||
      start === 0 ||
      !isHan(text.charCodeAt(start - 1)) ||
      nameStart(text, start, 0, 1) === start;
    if (near.length === 1 && (clear || tail - start >= 2))
      return {
        start,
        end,
        code: near[0]!,
        level: 'town',
        confidence: 0.93,
        evidence: 'township list, its county in the same text',
      };
    if (clear && (above !== undefined || (codes.length === 1 && tail - start >= 2)))
      return {
        start,
        end,
        ...(codes.length === 1 ? { code: codes[0]! } : {}),
        level: 'town',
        confidence: 0.8,
        evidence: 'township list',
      };
  }
  return undefined;
}

/** 太仆寺旗|边墙村: a village needs a place right before it, or 来到, 走进 and the like. */
function villageAt(text: string, tail: number, end: number, ends: ReadonlyMap<number, PlaceHit>): PlaceHit | undefined {
  for (let start = Math.max(0, tail - 5); start <= tail - 1; start++) {
    const name = text.slice(start, end);
    if (
      !allHan(text, start, tail) ||
      NO_TOWN.has(name) ||
      text[tail - 1] === '村' ||
      /[的个各等和与及座些全该本这那某每农乡美镇道区县市旗]/.test(text.slice(start, tail)) ||
      /^[一二三四五六七八九十]+$/.test(text.slice(start, tail))
    )
      continue;
    const above = ends.get(start);
    if (above && above.level !== 'region' && above.level !== 'country')
      return {
        start,
        end,
        level: 'village',
        confidence: 0.88,
        evidence: `after ${text.slice(above.start, above.end)}`,
      };
    if (
      tail - start >= 2 &&
      tail - start <= 3 &&
      !/[一二三四五六七八九十]/.test(text.slice(start, tail)) &&
      /(?:来到|走进|走到|抵达|前往|位于)$/.test(text.slice(Math.max(0, start - 2), start))
    )
      return { start, end, level: 'village', confidence: 0.75, evidence: 'after a verb of going' };
  }
  return undefined;
}

/** 西岭村, 公岩镇: a name that stands free, whose letters make no frequent word and no number. */
function standingAlone(text: string, tail: number, end: number, words: Uint8Array): PlaceHit | undefined {
  const ending = text.slice(tail, end);
  if (
    !/^[镇乡村]$/.test(ending) ||
    NO_TOWN.has(text.slice(tail - 1, end)) ||
    /[长定静痛庄级里民办委官风务落子镇乡村级域企貌容干部志史规]/.test(text[end] ?? '\n')
  )
    return undefined;
  for (const start of [tail - 3, tail - 2]) {
    if (start < 0 || !words[start] || !allHan(text, start, tail) || NO_TOWN.has(text.slice(start, end))) continue;
    const name = text.slice(start, tail);
    if (/[的个各等座些全该本这那某每农美和与及在从到是有一二三四五六七八九十百千万镇乡村市县区省副新老小大]/.test(name))
      continue;
    if (isHan(text.charCodeAt(start - 1)) && nameStart(text, start, Math.max(0, start - 4), 1) !== start) continue;
    const whole = words.indexOf(1, start + 1) >= tail;
    if (
      name.length === 2
        ? isFrequentPair(name)
        : whole || isFrequentPair(name.slice(0, 2)) || isFrequentPair(name.slice(1))
    )
      continue;
    return {
      start,
      end,
      level: ending === '村' ? 'village' : 'town',
      confidence: 0.76,
      evidence: `ending ${ending}, letters of no frequent word`,
    };
  }
  return undefined;
}

function allHan(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}
