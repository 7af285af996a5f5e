import { isHan } from '../../kit/zh.ts';
import { clauseStart, nameStart, withoutLead } from '../boundary.ts';
import type { LabelDocument } from '../document.ts';
import { wordStarts } from '../word-starts.ts';

/** A listing told by its code alone. */
export interface PrintedCode {
  id: string;
  start: number;
  end: number;
  code: string;
}

const EXCHANGES: Record<string, string> = {
  SH: 'SH',
  SS: 'SH',
  SZ: 'SZ',
  BJ: 'BJ',
  HK: 'HK',
  SEHK: 'HK',
  HKEX: 'HK',
  港股: 'HK',
  港交所: 'HK',
  NYSE: 'US',
  NASDAQ: 'US',
  US: 'US',
  美股: 'US',
  纽交所: 'US',
  纳斯达克: 'US',
  N: 'US',
  O: 'US',
};
const PLACES = 'SH|SZ|BJ|SEHK|HKEX|HK|NYSE|NASDAQ|US|港股|港交所|美股|纽交所|纳斯达克';
const CODE = new RegExp(
  `[（(]\\s?(?:股票|证券)?(?:代码|代号)?[:：]?\\s?(?:(?:(${PLACES})[:：. ]\\s?([A-Z]{1,5}|\\d{4,6}))|(?:(\\d{4,6}|[A-Z]{1,5})\\.(SH|SS|SZ|BJ|HK|US|N|O)))(?=[)）,，;；/、 ])`,
  'gi',
);
const LONGEST = 14;

/** Codes in brackets that say their exchange, with the name before them: 某某医药（NASDAQ: ABCD）, 某某科技（06699.HK）. */
export function printedCodes(document: LabelDocument): PrintedCode[] {
  const { full } = document;
  if (!/[（(]/.test(full)) return [];
  const found: PrintedCode[] = [];
  for (const match of full.matchAll(CODE)) {
    const code = (match[2] ?? match[3] ?? '').toUpperCase();
    const id = idOf(EXCHANGES[(match[1] ?? match[4] ?? '').toUpperCase()], code);
    if (id === undefined) continue;
    let end = match.index;
    while (end > 0 && full[end - 1] === ' ') end--;
    const start = startOfName(document, end);
    if (end - start >= 2) found.push({ id, start, end, code: match[0].slice(1).trim() });
  }
  return found;
}

function idOf(exchange: string | undefined, code: string): string | undefined {
  if (exchange === 'US') return /^[A-Z]+$/.test(code) ? `US:${code}` : undefined;
  if (exchange === 'HK') return /^\d{4,5}$/.test(code) ? `HK${code.padStart(5, '0')}` : undefined;
  return exchange !== undefined && /^\d{6}$/.test(code) ? exchange + code : undefined;
}

/** A Latin name runs to the sign before it; a Chinese one begins where a word begins, at a stop or a sign. */
function startOfName(document: LabelDocument, end: number): number {
  const { full } = document;
  if (!isHan(full.charCodeAt(end - 1))) {
    let start = end;
    while (start > 0 && end - start < 30 && /[A-Za-z0-9&.\- \u00c0-\u024f]/.test(full[start - 1]!)) start--;
    while (start < end && full[start] === ' ') start++;
    return start;
  }
  let start = withoutLead(full, nameStart(full, end, clauseStart(full, end, LONGEST), LONGEST), end);
  const words = wordStarts(document);
  while (start < end - 2 && !words[start]) start++;
  return start;
}

/** Exchange by the first digits of a mainland code. */
export function exchangeOf(code: string): string | undefined {
  if (/^6/.test(code)) return `SH${code}`;
  if (/^[03]/.test(code)) return `SZ${code}`;
  return /^(?:4[23]|8|92)/.test(code) ? `BJ${code}` : undefined;
}
