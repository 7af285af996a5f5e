import { htmlToText } from '../../kit/html/text.ts';
import { textContent } from '../../kit/html/tree.ts';
import { drop, measure, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { findConsent } from '../trim/consent.ts';
import { isHidden, markFurniture, type Trace } from '../trim/mark-furniture.ts';
import { findCards } from '../trim/teasers.ts';
import { trimBlocks } from '../trim/trim-blocks.ts';
import { type BlockValues, blockValues, countAsLinks, summed } from './block-values.ts';
import { type Candidate, findCandidates, type Hints } from './candidates.ts';
import { chooseRoot } from './choose-root.ts';
import { anchorBlocks, leadBlock } from './lead-block.ts';
import { scriptText } from './script-text.ts';
import { escapeText, writeBody } from './write-body.ts';

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
export function findBody(page: PageTree, given: Hints, trace?: Trace): BodyFound | undefined {
  const hints = given.articleBody === undefined ? given : { ...given, articleBody: plainText(given.articleBody) };
  const strict = lookForBody(page, hints, 'strict', trace);
  if (strict && strict.held >= HELD_LITTLE) return strict;
  if (strict === undefined || hints.articleBody !== undefined) {
    trace?.('again', 'little or nothing found: names and hidden parts are not believed');
    for (const node of page.nodes) node.gone = undefined;
    page.goneText.clear();
    measure(page);
    const lenient = lookForBody(page, hints, 'lenient', trace);
    if (lenient && (strict === undefined || lenient.held > Math.max(HELD_LITTLE, strict.held))) return lenient;
    const told =
      bodyFromText(page, hints.articleBody, strict ?? lenient, 'text told to machines') ??
      (strict === undefined ? bodyFromText(page, scriptText(page), lenient, 'text in a script') : undefined);
    if (told) {
      trace?.('told', `${told.candidates[0]!.why[0]} is taken`);
      return told;
    }
    return strict ?? lenient;
  }
  return strict;
}

/** Shares of the known text: below this it is looked for again, then taken as it is told. */
const HELD_LITTLE = 0.35;
/** Weight of a known text that may stand in for a body. */
const TOLD_ENOUGH = 200;

/** By weight where it has anything to do with the known text, else nothing. */
const heldOf = (page: PageTree, root: PageNode, values: BlockValues): number =>
  values.matched[root.at]! < values.known * 0.1 ? 0 : weight(page.nodes[root.at]!) / values.known;

function lookForBody(
  page: PageTree,
  hints: Hints,
  belief: 'strict' | 'lenient',
  trace?: Trace,
): (BodyFound & { held: number }) | undefined {
  const own = blockValues(page, hints.articleBody);
  const anchors = anchorBlocks(page, hints);
  const shown = { values: summed(page, own), anchors };
  const spared = hints.told ? [] : markFurniture(page, shown, belief, trace);
  if (!hints.told)
    for (const node of findConsent(page, own, summed(page, own), hints.headline)) {
      drop(page, node, 'consent: a dialogue about cookies and data');
      trace?.(
        'furniture',
        `asks for consent <${node.tag}> ${node.name}`,
        textContent(node.element).replace(/\s+/g, ' ').trim(),
      );
    }
  const cards = hints.told || belief === 'lenient' ? [] : findCards(page, summed(page, own));
  for (const { at, end } of cards) countAsLinks(own, at, end);
  const values = summed(page, own);
  const candidates = hints.told
    ? [{ node: hints.told, score: 1, why: ['site rule'] }]
    : judge(
        findCandidates(
          page,
          hints,
          [...spared, ...cards].sort((a, b) => a.at - b.at),
        ),
        values,
      );
  for (const { node, score, why } of candidates.slice(0, JUDGED)) {
    trace?.('candidate', `${score.toFixed(1)} <${node.tag}> ${node.name}`, why.join(', '));
  }
  const best = candidates[0];
  if (!best) return undefined;
  const around = (node: PageNode): boolean => node.at <= best.node.at && best.node.at < node.end;
  const outer = spared.filter(around);
  for (const node of spared) {
    const inside = node.at > best.node.at && node.at < best.node.end;
    if (around(node) || (inside && values.good[node.at]! > values.good[best.node.at]! * BULK)) continue;
    if (!isHidden(node) && outer.some((box) => node.at > box.at && node.at < box.end)) continue;
    drop(page, node, 'spared at first');
    trace?.('furniture', `spared at first, and not the article <${node.tag}> ${node.name}`);
  }
  const root = hints.told ?? chooseRoot(page, best, spared.length > 0 ? summed(page, own) : values, hints.headline);
  if (root !== best.node) trace?.('widened', `to <${root.tag}> ${root.name}`);
  for (const node of cards) {
    if (node.gone !== undefined || (node.at <= root.at && root.at < node.end)) continue;
    drop(page, node, 'cards: other articles');
    if (node.at > root.at && node.at < root.end)
      trace?.('cards', 'linked headlines side by side', textContent(node.element).replace(/\s+/g, ' ').trim());
  }
  trimBlocks(page, root, hints, trace);
  measure(page);
  const held =
    hints.told || values.known < TOLD_ENOUGH
      ? 1
      : Math.max(heldOf(page, root, values), values.matched[root.at]! / values.known);
  const lead = hints.told ? undefined : leadBlock(root, anchors, hints);
  if (lead) trace?.('lead', `<${lead.tag}> ${lead.name}`, textContent(lead.element));
  const html = `${lead ? writeBody(page, lead) : ''}${writeBody(page, root)}`;
  return { root, html, candidates: candidates.slice(0, JUDGED), held };
}

/** Share of the best candidate's prose by which a spared box inside it is its bulk. */
const BULK = 0.65;

/** Publishers write markup and entities, once or twice escaped, into what should be plain text. */
function plainText(text: string): string {
  let plain = text.trim();
  for (let i = 0; i < 2 && /<[a-z/]|&#?\w{2,8};/i.test(plain); i++) plain = htmlToText(plain.replace(/\n/g, '<br>'));
  return plain;
}

/** The known text as a body, where the page's own markup does not hold it. */
function bodyFromText(
  page: PageTree,
  text: string | undefined,
  found: BodyFound | undefined,
  why: string,
): BodyFound | undefined {
  const root = found?.root ?? page.nodes[0];
  if (root === undefined || text === undefined || text.length < TOLD_ENOUGH) return undefined;
  if (found && htmlToText(found.html).length > text.length / 2) return undefined;
  const html = /<(p|br|div)\b/i.test(text)
    ? text
    : text
        .split(/\n+/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => `<p>${escapeText(line)}</p>`)
        .join('');
  return { root, html, candidates: [{ node: root, score: 0, why: [why] }] };
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
