import type { Entities } from './entities.ts';

/** Takes the DOCTYPE out; its internal subset may declare entities. Scanned once. */
export function withoutDoctype(text: string, entities: Entities): string {
  const prolog = /^(?:[\s\ufeff]|<\?[^>]{0,2000}>|<!--[\s\S]{0,4000}?-->)*(?=<!DOCTYPE)/i.exec(text);
  if (!prolog) return text;
  const at = prolog[0].length;
  let quote = '';
  let depth = 0;
  for (let i = at + 9; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && depth <= 1) quote = c;
    else if (c === '[') depth++;
    else if (c === ']') depth = Math.max(0, depth - 1);
    else if (c === '>' && depth === 0) {
      entities.declare(text.slice(at, Math.min(i, at + 1_000_000)));
      return text.slice(0, at) + text.slice(i + 1);
    }
  }
  return text;
}
