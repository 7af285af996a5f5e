import { textContent } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

const SHINGLE = 8;
const LONGEST = 20_000;

const plain = (text: string): string => text.slice(0, LONGEST).replace(/[^\p{L}\p{N}]+/gu, '');

function shingles(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + SHINGLE <= text.length; i += 4) found.add(text.slice(i, i + SHINGLE));
  return found;
}

/** How much of a subtree's text stands in a known text, and the reverse; 0..1, by eight-character pieces. */
export function agreement(_page: PageTree, node: PageNode, known: string): { precision: number; recall: number } {
  const have = plain(textContent(node.element));
  const want = plain(known);
  const share = (pieces: Set<string>, text: string): number => {
    if (pieces.size === 0) return 0;
    let found = 0;
    for (const piece of pieces) if (text.includes(piece)) found++;
    return found / pieces.size;
  };
  return { precision: share(shingles(have), want), recall: share(shingles(want), have) };
}
