import { isHan } from '../../kit/zh.ts';
import { nameStart, withoutLead } from '../boundary.ts';
import { soundRun } from '../people/foreign-names.ts';
import { isFrequentPair } from '../people/name-likelihood.ts';
import { wordClass } from '../word-starts.ts';
import { mergePlaces, type PlaceHit } from './place-hit.ts';

const NUMBER = /[0-9]{1,5}\s?[号弄](?!线)/g;
const STREET = /[\u4e00-\u9fff]{2,4}(?:路|街|大道|大街|胡同|巷|弄)$/;
const FEATURE =
  /大街|[路街河江湖山岛峰岭湾溪桥巷](?![口头道面边上下线段程灯牌由演径费过况障桥梁水流域川峡泊区谷庄脚顶脉货寨体岩势市景海乡镇村])/g;
/** What leads to a road or a river. */
const LEADS = /(?:位于|坐落于|沿着?|途经|流经|横跨|跨越|地处|临近|毗邻|靠近|登上|攀登)$/;
/** Deeds the word list also has as nouns: 枝江市|调研长江 */
const DEED = /^(?:调研|考察|视察|察看|走访|参观|游览|保护|治理|修复|巡查|开发|建设|防汛|整治)/;
const ADMINISTRATIVE = /^[市州省县镇邦岛港郡]/;

/**
 * Adds roads, rivers, mountains and islands behind a place or a word that leads to one (绥德县|无定河, 沿|青暮路), addresses by
 * number, and foreign places by sound before 市, 州, 岛 (格林海德市).
 */
export function findFeatures(text: string, places: readonly PlaceHit[], words: Uint8Array): PlaceHit[] {
  const ends = new Map(places.map((place) => [place.end, place]));
  const begins = new Map(places.filter(({ level }) => level === 'country').map(({ start, end }) => [start, end]));
  const found: PlaceHit[] = [];
  const site = (start: number, end: number, confidence: number, evidence: string): void => {
    found.push({ start, end, level: 'site', confidence, evidence });
  };
  for (const match of text.matchAll(NUMBER)) {
    const end = text[match.index - 1] === ' ' ? match.index - 1 : match.index;
    if (!'路街道同巷弄'.includes(text[end - 1] ?? '\n') || !STREET.test(text.slice(Math.max(0, end - 7), end)))
      continue;
    const from = Math.max(0, end - 6);
    let start = withoutLead(text, nameStart(text, end, from, 6), end - 1);
    for (let at = start + 1; at < end - 1; at++) if (ends.has(at)) start = at;
    while (start < end - 2 && !words[start]) start++;
    if (end - start > 2) site(start, end, 0.85, 'with a number');
  }
  for (const match of text.matchAll(FEATURE)) {
    const tail = match.index;
    const end = tail + match[0].length;
    if (!words[end]) continue;
    for (const start of [tail - 3, tail - 2, tail - 1]) {
      if (start < 1 || !words[start] || !allHan(text, start, tail)) continue;
      const above = ends.get(start);
      const led = LEADS.test(text.slice(Math.max(0, start - 4), start));
      if (!(above && above.level !== 'country') && !led) continue;
      if ('到至和与及从往向'.includes(text[start]!) || DEED.test(text.slice(start, tail))) continue;
      if (tail - start === 1 && !(above && words[end] && !words[tail])) continue;
      if (common(text, start, tail, end)) continue;
      site(start, end, 0.78, above ? `after ${text.slice(above.start, above.end)}` : 'after a word that leads to it');
      break;
    }
  }
  for (let at = 0; at < text.length; at++) {
    if (!words[at]) continue;
    const end = soundRun(text, at);
    if (end - at < 3) continue;
    // 乌克兰|顿涅茨克州
    const country = begins.get(at);
    if (country !== undefined && country < end - 1) {
      at = country - 1;
      continue;
    }
    const tail = ADMINISTRATIVE.test(text.slice(end, end + 1))
      ? end
      : ADMINISTRATIVE.test(text.slice(end - 1, end)) && end - at > 3
        ? end - 1
        : -1;
    if (tail > 0 && !/^[长委场民政议]/.test(text.slice(tail + 1, tail + 2)) && !within(places, at, tail + 1))
      found.push({
        start: at,
        end: tail + 1,
        level: 'foreign',
        confidence: 0.78,
        evidence: `name by sound before ${text[tail]}`,
      });
    at = end - 1;
  }
  return mergePlaces(places, found);
}

/** A word of the list with what stands before the ending, or grammar in it. */
function common(text: string, start: number, tail: number, end: number): boolean {
  if (/[一二三四五六七八九十几两多每各这那某条座的了在和与及等]/.test(text.slice(start, tail))) return true;
  const whole = wordClass(text, start, end);
  if (whole === 'verb' || whole === 'function' || whole === 'count' || whole === 'quality') return true;
  if (end - start === 2) return isFrequentPair(text.slice(start, end));
  if (whole === 'other') return false;
  const own = wordClass(text, start, tail);
  return (
    own === 'verb' ||
    own === 'function' ||
    own === 'count' ||
    own === 'quality' ||
    (tail - start === 2 && own === 'other' && isFrequentPair(text.slice(start, tail)))
  );
}

function allHan(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHan(text.charCodeAt(i))) return false;
  return true;
}

function within(places: readonly PlaceHit[], start: number, end: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const place = places[low];
  return place !== undefined && place.start < end && place.end - place.start >= end - start;
}
