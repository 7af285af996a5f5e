import { BREAKS } from '../../kit/html/text.ts';
import { type ChildNode, type Element, isElement, isText } from '../../kit/html/tree.ts';
import { EDGE } from '../head/page-lines.ts';

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg']);
/** Characters after which no field reads on. */
const LONGEST = 600;

/** Text of a small element as it is seen: U+0001 where a block begins or ends, or two elements meet without a space. */
export function seenWords(element: Element): string {
  let words = '';
  let met = 'nothing' as 'nothing' | 'edge' | 'block';
  const meet = (tag: string): void => {
    if (BREAKS.has(tag)) met = 'block';
    else if (met === 'nothing') met = 'edge';
  };
  const stack: (ChildNode | string)[] = [...element.childNodes].reverse();
  while (stack.length > 0 && words.length < LONGEST) {
    const node = stack.pop()!;
    if (typeof node === 'string') meet(node);
    else if (isText(node)) {
      if (node.value.trim() === '' && met !== 'block') {
        if (node.value !== '') words += ' ';
        continue;
      }
      const glued = met === 'edge' && /\S$/.test(words.slice(-1)) && /^\S/.test(node.value);
      if (words.trim() !== '' && (met === 'block' || glued)) words += EDGE;
      if (node.value.trim() !== '') met = 'nothing';
      words += node.value;
    } else if (isElement(node) && !SILENT.has(node.tagName)) {
      meet(node.tagName);
      stack.push(node.tagName);
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
    }
  }
  return words.replace(/\s+/g, ' ').trim();
}
