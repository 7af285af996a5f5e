import { nameStart } from '../boundary.ts';
import { SuffixLexicon } from '../lexicon.ts';
import { ORG_SUFFIXES } from './org-suffixes.ts';

const SUFFIXES = new SuffixLexicon(ORG_SUFFIXES);

/** 全资子公司|星源…公司, 电热毯龙头|彩虹集团: the noun that says what the firm is stays outside its name. */
export function afterNoun(text: string, start: number, tail: number): number {
  let cut = start;
  for (const match of text.slice(start, tail).matchAll(NOUNS)) {
    const end = start + match.index + match[0].length;
    if (tail - end >= 2) cut = end;
  }
  return cut;
}
const NOUNS =
  /(?:大|控股)?股东|实控人|实际控制人|子公司|母公司|上市公司|控股公司|旗下|龙头|巨头|厂商|运营商|开发商|供应商|创始人|董事长|先生|女士/g;

/** 中国科学院海洋观测与预报中心: 与 and 和 join where what stands before them starts with a known name and is no body itself. */
export function joined(
  text: string,
  start: number,
  clause: number,
  heads: ReadonlySet<number>,
  seats: ReadonlyMap<number, number>,
): number {
  const sign = text[start - 1];
  if ((sign !== '与' && sign !== '和' && sign !== '及') || start - 2 < clause || heads.has(start)) return start;
  const before = nameStart(text, start - 1, clause, 16);
  const gap = start - 1 - before;
  if (gap < 2 || gap > 14 || !heads.has(before) || SUFFIXES.endingAt(text, start - 1, before) !== undefined)
    return start;
  // 福建省和|漳州市教委: a place is a member of its own
  return seats.get(start - 1) === before || before + 2 >= start - 1 ? start : before;
}

/** 2024年|中国科学院, 新华社北京5月7日电|国务院: a date before the name is none of it, nor is an official. */
export function afterDate(text: string, start: number, tail: number): number {
  let cut = start;
  for (const match of text
    .slice(start, tail)
    .matchAll(
      /[0-9０-９][年月日](?:电|讯)?|(?:副?(?:主任|部长|主席|书记|总理|总统|局长|院长|会长|秘书长|经理|校长|教授|市长|省长|县长))(?![委团])/g,
    ))
    cut = start + match.index + match[0].length;
  if (text[cut] === '应' || text[cut] === '由') cut++;
  return Math.min(cut, tail);
}

/** 投资企业|内蒙古…公司, 指示|菲律宾交通部: what stands before a known name inside is cut off, if it is no known name itself. */
export function afterKind(
  text: string,
  start: number,
  tail: number,
  heads: ReadonlySet<number>,
  firm: boolean,
): number {
  if (heads.has(start) || PREFIXES.test(text.slice(start, start + 4))) {
    if (!firm) return start;
  }
  for (let at = start + 1; at <= tail - 1; at++) {
    if (!heads.has(at)) continue;
    if (!firm && !heads.has(start) && !PREFIXES.test(text.slice(start, start + 4))) return at;
    if (KIND.test(text.slice(start, at))) return at;
  }
  return start;
}
const PREFIXES =
  /^(?:武警|中国|中共|民革|民盟|民建|民进|农工党|共青团|原|前|驻|省|市|县|区|自治区|国家|全国|中华|中央|新)/;
const KIND =
  /(?:企业|机构|单位|品牌|公司|部门|平台|媒体|景区|项目|成员|股东|客户|高校|院校|机关|智库|盟国|名城|重镇|首都|省会)$/;
