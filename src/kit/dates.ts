import { chinese, yearless } from './date/chinese.ts';
import { type DateNeeds, finish, KOREA, type ReadDate } from './date/date-fields.ts';
import { exact } from './date/exact.ts';
import { isoLike } from './date/iso.ts';
import { named, numeric } from './date/named.ts';
import { epoch, relative } from './date/relative.ts';

export type { DateNeeds, ReadDate } from './date/date-fields.ts';

/** Reads whatever feeds and pages write as a date. `undefined` when it is none; never "now" for what cannot be read. */
export function readDate(text: string, needs: DateNeeds): ReadDate | undefined {
  // CST is China's time where the text is Chinese, America's elsewhere.
  const zoned = needs.language?.startsWith('zh') ? text.replace(/(?<![+-]\d{4}) CST(?= \d{4}$|$)/, ' +0800') : text;
  const plainly = finish(exact(zoned), needs);
  if (plainly) return plainly;
  const plain = clean(zoned);
  if (plain === '' || plain.length > 120) return undefined;
  return (
    epoch(plain) ??
    relative(plain, needs) ??
    finish(isoLike(plain), needs) ??
    (/\d\s+[\d一二三四五六七八九十]{1,2}月\s+\d{4}/.test(plain) ? finish(named(plain), needs) : undefined) ??
    finish(
      chinese(plain, needs),
      /[가-힣]/.test(plain) ? { ...needs, offsetMinutes: KOREA } : { language: 'zh', ...needs },
    ) ??
    finish(yearless(plain, needs), { language: 'zh', ...needs }) ??
    finish(named(plain), needs) ??
    finish(numeric(plain), needs)
  );
}

/** What pages print before and behind their times. */
const BEFORE =
  /^(?:[\p{Script=Han}]{0,6}(?:时间|日期|发表于|发布于|更新于|更新|发布|于)\s*[:：]?|(?:published|updated|posted)(?: on| at)?\s*:?)\s*/iu;
const BEHIND = /\s+(?:来源|來源|作者|编辑|阅读|浏览|source)\s*[:：].*$|\s*(?:发布|发表|更新)$/i;

/** Traditional characters of dates, written as the patterns have them. */
const SIMPLE: Record<string, string> = Object.fromEntries(
  [...'時間鐘鍾剛週個發點禮號於'].map((c, i) => [c, [...'时间钟钟刚周个发点礼号于'][i]!]),
);
const FULL = /[０-９：－／．]/g;

function clean(text: string): string {
  return text
    .replace(FULL, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[時間鐘鍾剛週個發點禮號於]/g, (c) => SIMPLE[c]!)
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(BEFORE, '')
    .replace(BEHIND, '')
    .trim();
}
