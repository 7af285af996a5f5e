import type { Found, PageFacts } from './page-facts.ts';

const FORM = /^[（(【[\s]{0,2}(?:本文)?原标题\s{0,2}[:：为]?\s{0,2}(.{2,120}?)[）)】\]\s]{0,2}$/u;

/** 原标题 in a line of its own near the headline or at the end of the body. */
export function readOriginalTitle(facts: PageFacts): Found | undefined {
  const { lines } = facts;
  const start = facts.headline ?? facts.body?.from ?? 0;
  const end = Math.min(lines.length, (facts.body?.to ?? start + 60) + 10);
  for (let i = start; i < end; i++) {
    const text = lines[i]!.text;
    if (text.length > 140 || !text.includes('原标题')) continue;
    const value = FORM.exec(text)?.[1]
      ?.replace(/^《(.*)》$/u, '$1')
      .trim();
    if (value) return { value, from: 'visible:原标题' };
  }
  return undefined;
}
