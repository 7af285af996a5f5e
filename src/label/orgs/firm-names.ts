import { isHan } from '../../kit/zh.ts';
import { clauseStart, nameStart, withoutLead } from '../boundary.ts';
import { packedCompanies } from '../companies/company-lexicon.ts';
import { SuffixLexicon } from '../lexicon.ts';
import { afterGrammar, lettersOnly } from '../name-words.ts';
import { wordClass } from '../word-starts.ts';
import type { OrgHit } from './org-hit.ts';

/** What firms call their trade behind a name of their own; own list. */
const TRADES = new SuffixLexicon(
  '科技 生物 药业 医药 制药 医疗 影业 影视 传媒 文旅 文创 乳业 酒业 食品 饮料 餐饮 服饰 家居 电器 电子 电气 光电 半导体 微电子 智能 通信 网络 软件 云网 智控 汽车 动力 重工 重机 机械 装备 航空 航天 船舶 钢铁 矿业 铝业 锂业 材料 新材 化工 石化 能源 新能源 电力 环保 水务 燃气 地产 置业 物业 建工 资本 创投 投资 证券 保险 人寿 基金 信托 支付 金服 金融 咨询 物流 快递 速运 出行 旅游 互娱 农业 牧业 种业 渔业 股份 控股',
);
/** 医疗, 创投: a trade and nothing else. */
export const isTrade = (words: string): boolean => TRADES.endingAt(words, words.length) === words;

/** Kinds of funds and the like, though the word list has them not. */
const KIND = new Set('公募 私募 公私募 固收 新老 图源 图自'.split(' '));
const NOT_BEHIND = /^(?:[园城馆人部厅局院大学者界类型化业产区展会展师法案品员性量率额价级厂店市]|公司|集团|协会)/;
/** A row of names with 、 between them. */
const ENDS = /[，。；：！？\n“”《》（）()、 ]/;
const LONGEST = 16;
/** Kinds a row of firms is summed up by. */
const KINDS =
  /^等(?:多|数|[0-9０-９一二三四五六七八九十百余多超近约]{1,8})?[家个位名]?[^，。；：、\n]{0,8}?(?:企业|公司|厂商|品牌|机构|平台|单位|车企|药企|券商|银行|房企|巨头|嘉宾|商家|供应商|运营商|院校|高校|医院)/;

/** Firms outside the list of listed ones, without an ending of a body: a trade behind letters that make no words, and members of a row of firms. */
export function findFirms(
  text: string,
  words: Uint8Array,
  known: readonly OrgHit[],
  places: ReadonlySet<number>,
): OrgHit[] {
  const found = byTrade(text, words, known);
  return [...found, ...inRows(text, words, [...known, ...found], places)];
}

function byTrade(text: string, words: Uint8Array, known: readonly OrgHit[]): OrgHit[] {
  const taken = new Set(known.map((hit) => hit.end));
  const found: OrgHit[] = [];
  const none: ReadonlySet<number> = new Set();
  for (let end = 4; end <= text.length; end++) {
    const trade = TRADES.endingAt(text, end);
    if (trade === undefined || taken.has(end) || !words[end] || NOT_BEHIND.test(text.slice(end, end + 2))) continue;
    const tail = end - trade.length;
    if (!words[tail]) continue;
    const clause = clauseStart(text, tail, 6);
    const read = withoutLead(text, nameStart(text, tail, clause, 6), tail);
    const start = afterGrammar(text, read, tail, words, none);
    if (tail - start > 3 || KIND.has(text.slice(start, tail)) || !lettersOnly(text, start, tail, words)) continue;
    if (!/^[\u4e00-\u9fff]+$/.test(text.slice(start, tail)) || isFirm(text.slice(start, end))) continue;
    if (start > 0 && isHan(text.charCodeAt(start - 1)) && start === tail - 6) continue;
    found.push({
      start,
      end,
      id: text.slice(start, end),
      confidence: 0.74,
      evidence: `letters of no words before ${trade}`,
    });
  }
  return found;
}

function inRows(text: string, words: Uint8Array, known: readonly OrgHit[], places: ReadonlySet<number>): OrgHit[] {
  const spans = new Map(known.map((hit) => [hit.start, hit.end]));
  const found: OrgHit[] = [];
  for (const parts of rows(text)) {
    const first = parts[0]!;
    first.start = withoutLead(text, nameStart(text, first.end, first.start, 12), first.end);
    const last = parts[parts.length - 1]!;
    const stop = /等|和|与|及|以及/.exec(text.slice(last.start, last.end));
    if (!stop) continue;
    last.end = last.start + stop.index;
    const firms = parts.filter(({ start, end }) => spans.get(start) === end || isFirm(text.slice(start, end))).length;
    if (firms === 0 || firms === parts.length) continue;
    if (firms < 2 && !KINDS.test(text.slice(last.end, last.end + 30))) continue;
    for (const { start, end } of parts)
      if (
        !places.has(end) &&
        spans.get(start) !== end &&
        !isFirm(text.slice(start, end)) &&
        isName(text, start, end, words)
      )
        found.push({ start, end, id: text.slice(start, end), confidence: 0.72, evidence: 'in a row of firms' });
  }
  return found;
}

/** Stretches of two letters or more with 、 between them, three or more in a row. */
function* rows(text: string): Generator<{ start: number; end: number }[]> {
  for (let sign = text.indexOf('、'); sign >= 0; ) {
    let start = sign;
    while (start > 0 && sign - start < LONGEST && !ENDS.test(text[start - 1]!)) start--;
    const parts = [{ start, end: sign }];
    let at = sign;
    while (text[at] === '、') {
      const from = at + 1;
      at = from;
      while (at < text.length && at - from < LONGEST && !ENDS.test(text[at]!)) at++;
      parts.push({ start: from, end: at });
    }
    if (parts.length > 2 && parts.every((part) => part.end - part.start > 1)) yield parts;
    sign = text.indexOf('、', at);
  }
}

const isFirm = (name: string): boolean => packedCompanies().get(name)?.strength === 'plain';

/** Two to eight letters, no word of the list by themselves. */
const isName = (text: string, start: number, end: number, words: Uint8Array): boolean =>
  end - start >= 2 &&
  end - start <= 8 &&
  Boolean(words[start] && words[end]) &&
  /^[\u4e00-\u9fffA-Za-z0-9.]+$/.test(text.slice(start, end)) &&
  wordClass(text, start, end) === undefined &&
  !/[的了在是有和与及]/.test(text.slice(start, end));
