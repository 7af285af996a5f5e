import type { Found, PageFacts } from './page-facts.ts';

const ZH =
  /^[（(【\s]{0,2}(?!另?据|记者|今|昨|截至|自|从|在)([\u3400-\u9fffA-Za-z·“”《》-]{2,16}?(?:(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:综合|专)?(?:电|讯|消息)|[社网报台]讯|商报讯|快讯))/u;
const LATIN =
  /^([A-ZÀ-Ý][\p{L}.'’ -]{2,30}(?:, [\p{L}.'’ ]{2,20})?(?:, \w{3,9}\.? \d{1,2})? ?\((?:AP|Reuters|AFP|dpa|CNN|Xinhua|ANSA|EFE|UPI|TASS|PTI|IANS|ANI|Kyodo)\)) ?[-–—:]/u;

/** 电头: agency, place and day at the very start of the body. */
export function readDateline(facts: PageFacts): Found | undefined {
  const from = facts.body?.from ?? (facts.headline === undefined ? undefined : facts.headline + 1);
  if (from === undefined) return undefined;
  for (let i = from; i < Math.min(facts.lines.length, from + 8); i++) {
    const text = facts.lines[i]!.text;
    if (text.length < 30) continue;
    const value = datelineOf(text);
    if (value) return { value, from: 'visible:body' };
  }
  return undefined;
}

/** The dateline that a paragraph begins with. */
export const datelineOf = (paragraph: string): string | undefined =>
  (ZH.exec(paragraph) ?? LATIN.exec(paragraph))?.[1]?.trim();
