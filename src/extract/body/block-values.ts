import { textContent } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';

/** What the text blocks of each subtree are worth, in weighed characters; indexed by `PageNode.at`. */
export interface BlockValues {
  /** prose */
  good: Float64Array;
  /** text of links, and fragments that are no sentence */
  bad: Float64Array;
  /** prose that also stands in the known text (JSON-LD, feed) */
  matched: Float64Array;
  /** weight of the known text, 0 if there is none */
  known: number;
  /** the known text ends like a text: it may be all of the article */
  whole: boolean;
}

/** Text that stands directly in a block: its own and that of inline children. */
export interface OwnText {
  length: number;
  weight: number;
  marks: number;
  links: number;
}

export const INLINE = new Set(
  'a b strong i em span font u sub sup code mark small abbr time q cite s ins label strike big wbr br img bdi bdo var kbd samp data acronym tt'.split(
    ' ',
  ),
);
const HEADING = /^h[1-6]$/;
const NOTHING: OwnText = { length: 0, weight: 0, marks: 0, links: 0 };
/** Below this weight a line says nothing about where the article is. */
const SHORTEST = 20;
/** Blocks that are looked up in the known text at most. */
const MOST_LOOKUPS = 3000;
const PIECE = 36;
const ENDED = /[.!?。！？।။។؟۔።）)”"’'»」』\]][\s\u00a0]*$/u;
const CUT = /(\.\.\.|…)[\s\]）)]*$/u;

export const foldBlock = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

export function ownText(page: PageTree, node: PageNode): OwnText {
  if (INLINE.has(node.tag)) return NOTHING;
  let length = node.own;
  let cjk = node.ownCjk;
  let marks = node.ownMarks;
  let links = node.inLink ? node.own : 0;
  for (let i = node.at + 1; i < node.end; ) {
    const child = page.nodes[i]!;
    if (child.gone === undefined && INLINE.has(child.tag)) {
      length += child.own;
      cjk += child.ownCjk;
      marks += child.ownMarks;
      if (child.inLink) links += child.own;
      i++;
    } else i = child.end;
  }
  return { length, weight: length + cjk, marks, links };
}

/** The value of each block by itself; what is gone is worth nothing. Linear: a node is a block once and an inline child once. */
export function blockValues(page: PageTree, knownText: string | undefined): BlockValues {
  const { nodes } = page;
  const good = new Float64Array(nodes.length);
  const bad = new Float64Array(nodes.length);
  const matched = new Float64Array(nodes.length);
  const known = knownText === undefined ? '' : foldBlock(knownText);
  let lookups = 0;
  for (const node of nodes) {
    if (node.gone !== undefined || node.textLength === 0) continue;
    const own = ownText(page, node);
    if (own.length === 0) continue;
    if (own.links > own.length / 2) bad[node.at] = own.weight;
    else if (HEADING.test(node.tag)) continue;
    else if (own.weight < SHORTEST || (own.marks === 0 && own.weight < 60)) bad[node.at] = own.weight / 2;
    else {
      good[node.at] = own.weight - own.links;
      if (known !== '' && lookups++ < MOST_LOOKUPS && node.textLength < 8000) {
        const text = foldBlock(textContent(node.element));
        const from = Math.max(0, Math.min(4, text.length - PIECE));
        if (text.length > 7 && known.includes(text.slice(from, from + PIECE))) matched[node.at] = own.weight;
      }
    }
  }
  const cjk = known.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  return {
    good,
    bad,
    matched,
    known: (knownText?.length ?? 0) + cjk,
    whole: ENDED.test(knownText ?? '') && !CUT.test(knownText ?? ''),
  };
}

/** Prose of what turned out to be links to other articles. */
export function countAsLinks(own: BlockValues, at: number, end: number): void {
  for (let i = at; i < end; i++) {
    own.bad[i]! += own.good[i]!;
    own.good[i] = 0;
    own.matched[i] = 0;
  }
}

/** Summed up the tree, what is gone by now left out. */
export function summed(page: PageTree, own: BlockValues): BlockValues {
  const { nodes } = page;
  const sums = {
    good: own.good.slice(),
    bad: own.bad.slice(),
    matched: own.matched.slice(),
    known: own.known,
    whole: own.whole,
  };
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { gone, parent } = nodes[i]!;
    if (gone !== undefined) {
      sums.good[i] = 0;
      sums.bad[i] = 0;
      sums.matched[i] = 0;
    } else if (parent >= 0) {
      sums.good[parent]! += sums.good[i]!;
      sums.bad[parent]! += sums.bad[i]!;
      sums.matched[parent]! += sums.matched[i]!;
    }
  }
  return sums;
}
