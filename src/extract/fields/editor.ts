import { isLinked } from '../head/page-lines.ts';
import type { Found, PageFacts } from './page-facts.ts';
import { type LabelKind, readLabels } from './zh-labels.ts';
import { isPersonName, readNames } from './zh-names.ts';

/** 责任编辑, else 编辑: near the end of the body first, then under the headline, then anywhere after it. Joined with 、 */
export function readEditor(facts: PageFacts): Found | undefined {
  const { lines } = facts;
  const start = Math.max(0, (facts.headline ?? facts.body?.from ?? 0) - 3);
  const end = Math.min(lines.length, start + 900);
  const order: number[] = [];
  const tail = facts.body ? facts.body.to : end;
  for (let i = Math.max(start, tail - 12); i < Math.min(end, tail + 15); i++) order.push(i);
  for (let i = start; i < end; i++) if (i < tail - 12 || i >= tail + 15) order.push(i);
  let weak: Found | undefined;
  for (const i of order) {
    const line = lines[i]!;
    if (line.parts.length > 400 || isLinked(line) || !/编|編/.test(line.text)) continue;
    for (const label of readLabels(line.parts)) {
      if (label.kind !== 'editor' && label.kind !== 'subeditor') continue;
      let names = readNames(label.parts, true);
      if (label.value === '' && label.last) names = nextLineNames(lines[i + 1]?.parts);
      if (names.length === 0) continue;
      const found = { value: names.join('、'), from: `visible:${label.label}` };
      if (label.kind === ('editor' satisfies LabelKind)) return found;
      // 编辑 alone is believed in a short line only
      if (!weak && line.text.length <= 60) weak = found;
    }
  }
  return weak;
}

function nextLineNames(parts: string | undefined): string[] {
  if (parts === undefined || parts.length > 16) return [];
  return readNames(parts, false).filter(isPersonName);
}
