import { measure, type PageNode, type PageTree } from '../page-tree.ts';
import { markFurniture, type Trace } from '../trim/mark-furniture.ts';
import { trimBlocks } from '../trim/trim-blocks.ts';
import { type BlockValues, blockValues } from './block-values.ts';
import { type Candidate, findCandidates, type Hints } from './candidates.ts';
import { chooseRoot } from './choose-root.ts';
import { writeBody } from './write-body.ts';

export type { Hints } from './candidates.ts';

export interface BodyFound {
  root: PageNode;
  /** self-contained HTML of what was kept */
  html: string;
  candidates: Candidate[];
}

/** Candidates the judge compares. */
const JUDGED = 6;

/**
 * Where the article stands: 1 furniture goes, 2 candidates are scored, 3 the judge weighs agreement with what the page says of itself, 4
 * the winner takes in siblings that belong to it, 5 blocks that do not belong go. No length is required: a flash is an article.
 */
export function findBody(page: PageTree, hints: Hints, trace?: Trace): BodyFound | undefined {
  markFurniture(page, trace);
  const values = blockValues(page, hints.articleBody);
  const candidates = judge(findCandidates(page, hints), values);
  for (const { node, score, why } of candidates.slice(0, JUDGED)) {
    trace?.('candidate', `${score.toFixed(1)} <${node.tag}> ${node.name}`, why.join(', '));
  }
  const best = candidates[0];
  if (!best) return undefined;
  const root = chooseRoot(page, best, values);
  if (root !== best.node) trace?.('widened', `to <${root.tag}> ${root.name}`);
  trimBlocks(page, root, hints, trace);
  measure(page);
  return { root, html: writeBody(page, root), candidates: candidates.slice(0, JUDGED) };
}

/** Agreement with JSON-LD's or the feed's body moves a candidate up, whichever way it was found. */
function judge(candidates: Candidate[], values: BlockValues): Candidate[] {
  if (values.known < 120) return candidates;
  return candidates
    .map((candidate) => {
      const { at } = candidate.node;
      const precision = values.matched[at]! / Math.max(1, values.good[at]!);
      const recall = Math.min(1, values.matched[at]! / values.known);
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      return { ...candidate, score: candidate.score * (0.5 + f1), why: [...candidate.why, `agrees ${f1.toFixed(2)}`] };
    })
    .sort((a, b) => b.score - a.score || a.node.at - b.node.at);
}
