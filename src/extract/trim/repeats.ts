import { weight } from '../page-tree.ts';
import { type Line, type Remove, SENTENCE_END } from './lines.ts';

/** Lines side by side that say the same few words: labels of buttons that were taken from between them. */
const OFTEN = 3;
const SHORT = 40;
/** Weight of paragraphs that follow one another in the same order twice: a copy for another width. */
const COPY = 200;
/** Weight of what nobody writes twice; steps of a recipe and rows of a plan are lighter. */
const PARAGRAPH = 80;

const isLabel = (text: string): boolean => text.length <= SHORT && /\p{L}{2}/u.test(text) && !SENTENCE_END.test(text);

/** Labels of buttons, and parts of the article that stand twice. One paragraph that returns is its writer's. */
export function dropRepeats(lines: Line[], remove: Remove): void {
  const kept = lines.filter(({ node, text }) => node.gone === undefined && text !== '');
  for (let i = 0, end = 0; i < kept.length; i = end) {
    for (end = i + 1; end < kept.length && kept[end]!.text === kept[i]!.text; ) end++;
    if (end - i < OFTEN || !isLabel(kept[i]!.text)) continue;
    for (const { node } of kept.slice(i, end)) remove(node, 'repeats', 'the same few words again and again');
  }
  const first = new Map<string, number>();
  for (const [i, { text }] of kept.entries()) if (!first.has(text)) first.set(text, i);
  for (let i = 0; i < kept.length; i++) {
    const from = first.get(kept[i]!.text)!;
    if (from === i) continue;
    let end = i;
    let copied = 0;
    for (; end < kept.length && from + end - i < i && first.get(kept[end]!.text) === from + end - i; end++)
      if (weight(kept[end]!.node) >= PARAGRAPH) copied += weight(kept[end]!.node);
    if (end - i > 1 && copied >= COPY)
      for (const { node } of kept.slice(i, end))
        if (node.gone === undefined) remove(node, 'repeats', 'this part stood here before');
    i = Math.max(i, end - 1);
  }
}
