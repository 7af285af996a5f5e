import { isHan } from '../../kit/zh.ts';
import { nameStart, withoutLead } from '../boundary.ts';
import { SuffixLexicon } from '../lexicon.ts';
import { afterGrammar, commonKind } from '../name-words.ts';
import { mergePlaces, type PlaceHit } from './place-hit.ts';
import { NO_SITE, SITE_SUFFIXES } from './place-suffixes.ts';

const SUFFIXES = new SuffixLexicon(SITE_SUFFIXES);
/** last letters of all endings: one table look-up rejects most positions */
const LAST = new Uint8Array(65536);
for (const word of SITE_SUFFIXES.split(/\s+/)) LAST[word.charCodeAt(word.length - 1)] = 1;

/** What a site's own name may not begin with; a quality is no name (现代产业园, 大型水库). */
const QUALITY =
  /^(?:现代|大型|中型|小型|新型|国家|国家级|省级|市级|智慧|绿色|特色|美丽|重点|一批|多个|各类|相关|有关|所属|下属|这座|那座|这个|那个|该|部分|中心广场|地铁|非|政府|国际邮轮|全球|世界|传统|红色|农业|工业|文化|城市|乡村|产业|生态|自然|综合|高标准|高水平|一流|首个|第一|最大|主题|数字|线上|像|整个|迷你|当地|本地|附近|周边|沿海|沿线|境内|海上|内陆|边境|对外|家庭|个人|集体|国有|民营|示范|创新|创业|贸易|油气|海洋|[三两][个座大家处]|几|多|个|座|大|新|老|小|全|是|有|无|不|很|好|高)/;

const NONE: ReadonlySet<number> = new Set();

/** Adds zones, parks, airports, oil fields and the like: ending with a name of two letters or more before it. */
export function findSites(text: string, places: readonly PlaceHit[], words: Uint8Array): PlaceHit[] {
  const found: PlaceHit[] = [];
  let next = 0;
  let floor = 0;
  for (let i = 0; i < text.length; i++) {
    if (!LAST[text.charCodeAt(i)]) continue;
    const end = i + 1;
    const suffix = SUFFIXES.endingAt(text, end, floor);
    if (suffix === undefined || goesOn(text, end)) continue;
    while (next < places.length && places[next]!.end <= end - suffix.length) {
      floor = Math.max(floor, places[next]!.end);
      next++;
    }
    if (places[next] !== undefined && places[next]!.start < end && places[next]!.end >= end) continue;
    const tail = end - suffix.length;
    let start = withoutLead(text, nameStart(text, end, Math.max(floor, end - 16), 16), tail);
    // a place that is all of the name belongs to it: 西昌|卫星发射中心
    const place = places[next - 1];
    if (tail - start < 3 && place?.end === start && place.level !== 'country') {
      if (tail - start < 2 || suffix === '发射中心') start = place.start;
    }
    start = afterGrammar(text, start, tail, words, NONE, true);
    const name = text.slice(start, end);
    if (
      tail - start < 2 ||
      NO_SITE.has(name) ||
      QUALITY.test(name) ||
      commonKind(text, start, tail, end, words, true) ||
      /[0-9０-９]/.test(name) ||
      !isHan(text.charCodeAt(start))
    )
      continue;
    found.push({ start, end, level: 'site', confidence: 0.78, evidence: `ending ${suffix}` });
    floor = end;
  }
  return mergePlaces(places, trim(text, found));
}

/** A longer reading of a name the text also gives alone is cut to it: 扩建青禾科技园 → 青禾科技园. */
function trim(text: string, found: PlaceHit[]): PlaceHit[] {
  const names = new Map<string, number>();
  for (const hit of found) {
    const name = text.slice(hit.start, hit.end);
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  if (names.size > 200) return found;
  for (const hit of found) {
    const name = text.slice(hit.start, hit.end);
    for (const other of names.keys())
      if (other.length < name.length && other.length >= 4 && name.endsWith(other)) {
        hit.start = hit.end - other.length;
        break;
      }
  }
  return found;
}

/** The ending is itself inside a longer word: 公园里 is an end, 公园化 none. */
const goesOn = (text: string, end: number): boolean =>
  '化人式型业群员学区县市镇乡村院局馆队部厂'.includes(text[end] ?? '\n');
