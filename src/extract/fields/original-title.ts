import { originalTitleOf } from '../../kit/furniture.ts';
import type { Found, PageFacts } from './page-facts.ts';

/** 原标题 in a line of its own near the headline or at the end of the body. */
export function readOriginalTitle(facts: PageFacts): Found | undefined {
  const { lines } = facts;
  const start = facts.headline ?? facts.body?.from ?? 0;
  const end = Math.min(lines.length, (facts.body?.to ?? start + 60) + 10);
  for (let i = start; i < end; i++) {
    const text = lines[i]!.text;
    if (text.length > 180 || !text.includes('原')) continue;
    const value = originalTitleOf(text)?.title;
    if (value !== undefined) return { value, from: 'visible:原标题' };
  }
  return undefined;
}
