import type { CompanyName } from './company-lexicon.ts';
import { packedCompanies } from './company-lexicon.ts';
import { MARKET, MOVES } from './cues.ts';
import type { Mention } from './find-mentions.ts';

/** Behind a firm of a row: its move, a sign, and four letters that end at a sign or move themselves. */
const NEXT = /^[^、，；。\n]{0,10}[、，；]([\u4e00-\u9fff]{4})/;
/** How far the next firm of the row may begin behind them. */
const NEAR = 14;

let near: Map<string, CompanyName[]> | undefined;
/** Names of four letters by their letters with one left open. */
function withOneOpen(): Map<string, CompanyName[]> {
  if (near) return near;
  near = new Map();
  for (const entry of packedCompanies().names()) {
    if (entry.strength !== 'plain' || !/^[\u4e00-\u9fff]{4}$/.test(entry.name)) continue;
    for (const key of keys(entry.name)) {
      const list = near.get(key);
      if (list) list.push(entry);
      else near.set(key, [entry]);
    }
  }
  return near;
}
const keys = (name: string): string[] => [0, 1, 2, 3].map((at) => `${name.slice(0, at)}*${name.slice(at + 1)}`);

export interface Misprint {
  start: number;
  end: number;
  /** the only listed name that differs in one letter */
  meant: CompanyName;
}

/** 贵州茅台、五粮叶酒、洋河股份涨超3%: in a row of listed firms four letters that are one letter away from a single listed name. */
export function misprints(text: string, mentions: readonly Mention[]): Misprint[] {
  const found: Misprint[] = [];
  for (let i = 0; i + 1 < mentions.length; i++) {
    const before = mentions[i]!;
    const after = mentions[i + 1]!;
    if (before.entry.strength !== 'plain' || after.entry.strength !== 'plain' || after.start - before.end > 40)
      continue;
    const match = NEXT.exec(text.slice(before.end, before.end + 24));
    if (!match) continue;
    const end = before.end + match[0].length;
    const start = end - 4;
    if (end > after.start || after.start - end > NEAR || !/^[、，；]/.test(text.slice(end, end + 1))) {
      if (end > after.start || !MOVES.test(text.slice(end, end + 12))) continue;
    }
    const gap = text.slice(end, after.start);
    if (/[。\n]/.test(gap) || (gap.match(/[、，；]/g)?.length ?? 0) !== 1 || !/[、，；]$/.test(gap)) continue;
    if (!MARKET.test(text.slice(Math.max(0, start - 120), end + 60))) continue;
    const printed = text.slice(start, end);
    const meant = new Set(keys(printed).flatMap((key) => withOneOpen().get(key) ?? []));
    if (meant.size === 1) found.push({ start, end, meant: [...meant][0]! });
  }
  return found;
}
