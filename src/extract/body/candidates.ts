import { attr } from '../../kit/html/tree.ts';
import { linkDensity, type PageNode, type PageTree } from '../page-tree.ts';
import { BODY, BODY_PROPERTY } from '../trim/names.ts';
import { ownText } from './block-values.ts';

export interface Hints {
  title?: string;
  description?: string;
  /** of the page, as it says */
  lang?: string;
  /** names that the page tells machines, as they are told */
  authors?: readonly string[];
  /** JSON-LD articleBody or the feed's own body, plain text */
  articleBody?: string;
  /** element of the headline, if known */
  headline?: PageNode;
  /** the article's element, told by a site rule: nothing is weighed */
  told?: PageNode;
}

export interface Candidate {
  node: PageNode;
  score: number;
  why: string[];
}

const TEXT_TAGS = new Set([
  'p',
  'td',
  'pre',
  'blockquote',
  'section',
  'div',
  'li',
  'span',
  'font',
  'dd',
  'h2',
  'h3',
  'article',
  'center',
]);
/** Weighed characters of one paragraph that count at most. */
const LONGEST = 600;
/** Below this a line says nothing about where the article is. */
const SHORTEST = 20;
/** Characters between headline and body up to which it is near, over which it fades, and what is left far away. */
const NEAR = 600;
const FADES = 6000;
const FAR = 0.4;
/** What a block in a spared box is worth. */
const IN_DOUBT = 0.4;
/** What the block is worth to its boxes that begins like the description. */
const BEGINS = 1.5;

/**
 * Every element that holds paragraphs, scored: each text block gives its weight and punctuation to its parent, half to the
 * grandparent, a quarter above; links take away, names and properties of article bodies add.
 */
export function findCandidates(
  page: PageTree,
  hints: Hints,
  spared: readonly PageNode[],
  anchors: readonly PageNode[],
): Candidate[] {
  const beginnings = anchors.filter((node) => node !== hints.headline && node.gone === undefined);
  const found = scored(page, hints, spared, beginnings, SHORTEST);
  return found.length > 0 ? found : scored(page, hints, spared, beginnings, 1);
}

/** Text before each node and, last, all of it. */
function textBefore(nodes: readonly PageNode[]): Float64Array {
  const before = new Float64Array(nodes.length + 1);
  for (const [i, node] of nodes.entries()) before[i + 1] = before[i]! + (node.gone === undefined ? node.own : 0);
  return before;
}

/** An article begins soon after its headline; comments, other stories and notices of the house stand further away. */
const closeness = (between: number): number => (between < NEAR ? 1.05 : Math.max(FAR, 1 - (between - NEAR) / FADES));

function scored(
  page: PageTree,
  hints: Hints,
  spared: readonly PageNode[],
  beginnings: readonly PageNode[],
  shortest: number,
): Candidate[] {
  const { nodes } = page;
  const scores = new Map<number, number>();
  let doubtUntil = 0;
  let box = 0;
  for (const node of nodes) {
    for (; spared[box] !== undefined && spared[box]!.at <= node.at; box++)
      doubtUntil = Math.max(doubtUntil, spared[box]!.end);
    if (node.gone !== undefined || !TEXT_TAGS.has(node.tag)) continue;
    const own = ownText(page, node);
    if (own.weight < shortest || own.links > own.length / 2) continue;
    const value =
      (1 + Math.min(own.marks, 12) + Math.min(own.weight, LONGEST) / 60) * (node.at < doubtUntil ? IN_DOUBT : 1);
    let share = node.tag === 'p' || node.tag === 'pre' || node.tag === 'blockquote' || node.tag === 'li' ? 0 : 1;
    if (share > 0) scores.set(node.at, (scores.get(node.at) ?? 0) + value);
    share = 1;
    for (let up = nodes[node.parent], i = 0; up && i < 4; up = nodes[up.parent], i++) {
      scores.set(up.at, (scores.get(up.at) ?? 0) + value * share);
      share = i === 0 ? 0.55 : share / 2;
    }
  }
  const before = hints.headline ? textBefore(nodes) : new Float64Array(0);
  const candidates: Candidate[] = [];
  for (const [at, raw] of scores) {
    const node = nodes[at]!;
    if (node.tag === 'html' || node.tag === 'p' || node.tag === 'span' || node.tag === 'font') continue;
    const why = [`paragraphs ${raw.toFixed(0)}`];
    let score = raw * (1 - linkDensity(node));
    const property = attr(node.element, 'itemprop');
    if (property !== undefined && BODY_PROPERTY.test(property)) {
      score *= 1.6;
      why.push('itemprop articleBody');
    } else if (BODY.test(node.name)) {
      score *= 1.4;
      why.push('named a body');
    } else if (node.tag === 'article') {
      score *= 1.15;
      why.push('<article>');
    } else if (node.tag === 'body' || node.tag === 'main') score *= 0.9;
    if (hints.headline) {
      if (hints.headline.at < node.at) score *= closeness(before[node.at]! - before[hints.headline.end]!);
      else if (hints.headline.at >= node.end) {
        score *= 0.7;
        why.push('before the headline');
      }
    }
    if (beginnings.some(({ at }) => at >= node.at && at < node.end)) {
      score *= BEGINS;
      why.push('begins like the description');
    }
    candidates.push({ node, score, why });
  }
  return candidates.sort((a, b) => b.score - a.score || a.node.at - b.node.at);
}
