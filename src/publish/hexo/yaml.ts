import { localTime } from '../../kit/zone.ts';

/** A double-quoted scalar; braces as references, because Hexo renders titles too; nothing a YAML reader could mistake. */
export function yamlText(text: string): string {
  const safe = text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+/g, ' ')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"');
  return `"${safe}"`;
}

/** Siblings: `[["A"], ["B"]]`; a flat list of categories would nest. */
export const yamlList = (items: readonly string[], siblings: boolean): string =>
  `[${items.map((item) => (siblings ? `[${yamlText(item)}]` : yamlText(item))).join(', ')}]`;

/** `yyyy-mm-dd hh:mm:ss` in the newsroom's zone; a day alone is its noon, so that no zone moves it. */
export const yamlDate = (time: string, timeZone: string): string =>
  time.length === 10 ? `${time} 12:00:00` : localTime(time, timeZone);
