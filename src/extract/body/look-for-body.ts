import { textContent } from '../../kit/html/tree.ts';
import { selectorOf } from '../node-selector.ts';
import { drop, measure, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { findComments } from '../trim/comments.ts';
import { findConsent } from '../trim/consent.ts';
import { isHidden, markFurniture, type Trace } from '../trim/mark-furniture.ts';
import { findCards, findNextArticles } from '../trim/teasers.ts';
import { trimBlocks } from '../trim/trim-blocks.ts';
import { type BlockValues, blockValues, countAsLinks, summed } from './block-values.ts';
import type { BodyFound } from './body-found.ts';
import { type Candidate, findCandidates, type Hints } from './candidates.ts';
import { chooseRoot } from './choose-root.ts';
import { anchorBlocks, leadBlock } from './lead-block.ts';
import { TOLD_ENOUGH } from './told-body.ts';
import { writeBody } from './write-body.ts';

/** Candidates the judge compares. */
const JUDGED = 6;
/** Share of the best candidate's prose by which a spared box inside it is its bulk. */
const BULK = 0.65;

/**
 * One look at the page: 1 furniture and dialogues go, lists of other articles are found, 2 candidates are scored, 3 the judge weighs
 * agreement with what the page says of itself, 4 what was spared and is not the article goes, 5 the winner takes in what belongs to it,
 * 6 blocks that do not belong go. `held` is the share of the known text that was found, 1 if none is known.
 */
export function lookForBody(
  page: PageTree,
  hints: Hints,
  belief: 'strict' | 'lenient',
  trace?: Trace,
): (BodyFound & { held: number }) | undefined {
  const remove = (node: PageNode, step: string, why: string): void => {
    drop(page, node, `${step}: ${why}`);
    if (node.textLength > 0) trace?.(step, `${why} ${selectorOf(node)}`, plain(node));
  };
  const own = blockValues(page, hints.articleBody);
  const anchors = anchorBlocks(page, hints);
  const told = hints.told !== undefined;
  const spared = told ? [] : markFurniture(page, { values: summed(page, own), anchors }, belief, trace);
  if (!told)
    for (const node of findConsent(page, own, summed(page, own), hints.headline))
      remove(node, 'furniture', 'asks for consent');
  const cards =
    told || belief === 'lenient'
      ? []
      : [
          ...findCards(page, own, hints.headline),
          ...findNextArticles(page, own, hints.headline),
          ...findComments(page, own, hints.headline),
        ];
  for (const { at, end } of cards) countAsLinks(own, at, end);

  const values = summed(page, own);
  const doubtful = [...spared, ...cards].sort((a, b) => a.at - b.at);
  const candidates = hints.told
    ? [{ node: hints.told, score: 1, why: ['site rule'] }]
    : judge(findCandidates(page, hints, doubtful, anchors), values);
  for (const { node, score, why } of candidates.slice(0, JUDGED))
    trace?.('candidate', `${score.toFixed(1)} ${selectorOf(node)}`, why.join(', '));
  const best = candidates[0];
  if (!best) return undefined;

  for (const node of notTheArticle(spared, best.node, values))
    remove(node, 'furniture', 'spared at first, not the article');
  const root = hints.told ?? chooseRoot(page, best, spared.length > 0 ? summed(page, own) : values, hints.headline);
  trace?.('body', `${selectorOf(root)}${root === best.node ? '' : `, widened from ${selectorOf(best.node)}`}`);
  for (const node of cards)
    if (node.gone === undefined && node.at > root.at && node.at < root.end)
      remove(node, 'cards', 'other articles, or what readers wrote');
  trimBlocks(page, root, hints, trace);
  measure(page);
  const held =
    told || values.known < TOLD_ENOUGH
      ? 1
      : Math.max(heldOf(page, root, values), values.matched[root.at]! / values.known);
  const lead = told ? undefined : leadBlock(root, anchors, hints);
  if (lead) trace?.('lead', `stands above the body ${selectorOf(lead)}`, plain(lead));
  const parts = lead ? [lead, root] : [root];
  return {
    root,
    write: (shown) => parts.map((part) => writeBody(page, part, shown)).join(''),
    candidates: candidates.slice(0, JUDGED),
    held,
  };
}

const plain = (node: PageNode): string => textContent(node.element).replace(/\s+/g, ' ').trim().slice(0, 4000);

/** By weight where it has anything to do with the known text, else nothing. */
const heldOf = (page: PageTree, root: PageNode, values: BlockValues): number =>
  values.matched[root.at]! < values.known * 0.1 ? 0 : weight(page.nodes[root.at]!) / values.known;

/** Spared boxes beside the best candidate, and such inside it as are hidden or only a part of it. */
function notTheArticle(spared: readonly PageNode[], best: PageNode, { good }: BlockValues): PageNode[] {
  const isAround = (node: PageNode): boolean => node.at <= best.at && best.at < node.end;
  const outer = spared.filter(isAround);
  return spared.filter((node) => {
    if (isAround(node)) return false;
    if (node.at > best.at && node.at < best.end && good[node.at]! > good[best.at]! * BULK) return false;
    return isHidden(node) || !outer.some((box) => node.at > box.at && node.at < box.end);
  });
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
