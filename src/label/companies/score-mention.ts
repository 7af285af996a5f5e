import { readFileSync } from 'node:fs';
import type { CompanyName } from './company-lexicon.ts';
import { type Feature, mentionFeatures, type Surroundings } from './mention-features.ts';
import { exchangeOf } from './printed-codes.ts';

export interface Scored {
  /** 0..1 */
  score: number;
  evidence: string[];
  /** the listing itself matters: code, market words beside it */
  listing: boolean;
  /** never carried by other mentions: letters across a border, a longer name */
  never?: boolean;
  /** another listing of this name, by the code printed beside it */
  printed?: string;
}

let read: Record<Feature, number> | undefined;
/** Log-odds of each piece of evidence, made by `fit-weights.ts`. */
const weights = (): Record<Feature, number> => {
  read ??= JSON.parse(readFileSync(new URL('./data/weights.json', import.meta.url), 'utf8')) as Record<Feature, number>;
  return read;
};

const CODE =
  /^\s*[（(【[]?\s*(?:股票代码|证券代码|代码)?\s*[:：]?\s*(?:(SH|SZ|BJ|HK|NYSE|NASDAQ|US|纳斯达克|纽交所|港股|A股)\s*[:：.]?\s*)?(\d{4,6}|[A-Z]{1,5})\s*(?:\.(SH|SZ|SS|HK|BJ|US|O|N))?\s*[)）,，\]】;；]/i;

/** A row of a table of shares, or a heading of a notice: 300750 宁德时代; 证券代码：300750 证券简称：宁德时代. */
const CODE_BEFORE = /(?:^|[^0-9.])(\d{6})[ \t]{0,2}(?:(?:证券|股票)简称[:：]?\s?)?$/;

/** Weighs the evidence around one mention; each piece is named so that a person can check it. */
export function scoreMention(
  mention: { entry: CompanyName; start: number; end: number },
  around: Surroundings,
): Scored {
  const { entry, start, end } = mention;
  const { full } = around.document;
  const code = CODE.exec(full.slice(end, end + 24));
  if (code) {
    const same = entry.ids.some(
      (id) =>
        id.replace(/^\D+:?/, '').replace(/^0+/, '') === code[2]!.replace(/^0+/, '') ||
        id === `US:${code[2]!.toUpperCase()}`,
    );
    if (same) return { score: 0.99, evidence: [`code ${code[2]} beside it`], listing: true };
    const printed = /^\d{6}$/.test(code[2]!) ? exchangeOf(code[2]!) : undefined;
    if (printed && (!entry.alias || entry.strength === 'plain'))
      return { score: 0.95, evidence: [`code ${code[2]} beside it`], listing: true, printed };
  }
  const row = CODE_BEFORE.exec(full.slice(Math.max(0, start - 18), start))?.[1];
  if (row !== undefined) {
    const evidence = [`code ${row} before it`];
    if (entry.ids.some((id) => id.endsWith(row))) return { score: 0.99, evidence, listing: true };
    const printed = entry.alias && entry.strength !== 'plain' ? undefined : exchangeOf(row);
    if (printed) return { score: 0.95, evidence, listing: true, printed };
  }
  const { pieces, never, market } = mentionFeatures(mention, around);
  const worth = weights();
  const odds = pieces.reduce((sum, { feature, times }) => sum + worth[feature] * times, 0);
  return {
    score: 1 / (1 + Math.exp(-odds)),
    evidence: [nameOf(entry), ...pieces.flatMap(({ says }) => (says === undefined ? [] : [says]))],
    listing: market || code !== null,
    ...(never ? { never } : {}),
  };
}

const nameOf = ({ ids, alias, until }: CompanyName): string =>
  until !== undefined
    ? `name of ${ids[0]} until ${until}`
    : alias
      ? `known short or other name of ${ids[0]}`
      : `short name of ${ids[0]}`;
