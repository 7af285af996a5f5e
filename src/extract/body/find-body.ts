import { measure, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { markFurniture, type Trace } from '../trim/mark-furniture.ts';
import { trimBlocks } from '../trim/trim-blocks.ts';
import { agreement } from './agreement.ts';
import { type Candidate, findCandidates, type Hints } from './candidates.ts';
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
  const candidates = judge(page, findCandidates(page, hints), hints);
  for (const { node, score, why } of candidates.slice(0, JUDGED)) {
    trace?.('candidate', `${score.toFixed(1)} <${node.tag}> ${node.name}`, why.join(', '));
  }
  const best = candidates[0];
  if (!best) return undefined;
  const root = widen(page, best, candidates);
  if (root !== best.node) trace?.('widened', `to <${root.tag}> ${root.name}`);
  trimBlocks(page, root, hints, trace);
  measure(page);
  return { root, html: writeBody(page, root), candidates: candidates.slice(0, JUDGED) };
}

/** Agreement with JSON-LD's or the feed's body moves a candidate up, whichever way it was found. */
function judge(page: PageTree, candidates: Candidate[], hints: Hints): Candidate[] {
  const text = hints.articleBody;
  if (text === undefined || text.length < 120) return candidates;
  return candidates
    .map((candidate, i) => {
      if (i >= JUDGED * 2) return candidate;
      const { precision, recall } = agreement(page, candidate.node, text);
      const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      return { ...candidate, score: candidate.score * (0.5 + f1), why: [...candidate.why, `agrees ${f1.toFixed(2)}`] };
    })
    .sort((a, b) => b.score - a.score || a.node.at - b.node.at);
}

/** The parent is taken when it holds clearly more of the article: paragraphs that stand beside the best box. */
function widen(page: PageTree, best: Candidate, candidates: readonly Candidate[]): PageNode {
  const scoreOf = new Map(candidates.map((c) => [c.node.at, c.score]));
  let root = best.node;
  for (let up = page.nodes[root.parent]; up && up.tag !== 'html'; up = page.nodes[up.parent]) {
    const gain = weight(up) - weight(root);
    const score = scoreOf.get(up.at) ?? 0;
    const links = up.linkLength - root.linkLength;
    const gainLength = up.textLength - root.textLength;
    if (gain < weight(root) * 0.1 && gain < 200) {
      // hardly more: stay, unless what it adds is prose before or after
      if (!(gain > 60 && links < gainLength * 0.15 && score > best.score * 0.6)) {
        if (up.tag === 'body') break;
        continue;
      }
    }
    const proseGain = up.marks - root.marks;
    if (score > best.score * 0.75 && links < gainLength * 0.25 && proseGain > gain / 80) root = up;
    else break;
  }
  return root;
}
