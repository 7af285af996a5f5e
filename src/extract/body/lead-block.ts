import { textContent } from '../../kit/html/tree.ts';
import { linkDensity, type PageNode, type PageTree } from '../page-tree.ts';
import { META_LINE } from '../trim/lexicon.ts';
import { foldBlock } from './block-values.ts';
import type { Hints } from './candidates.ts';

/** Characters by which a block is recognised as the beginning of the description, and a lead as said in the body already. */
const BEGINNING = 24;
const SAID = 40;
/** Characters of a place or an agency that may stand before it. */
const DATELINE = 24;
/** Longest block that is compared, and blocks that may begin so. */
const LONGEST = 4000;
const MOST = 8;
/** Below this it is a kicker. */
const SHORTEST = 30;

/** Blocks that the page's own data says are the article's: the headline, and what begins like the description. */
export function anchorBlocks(page: PageTree, hints: Hints): PageNode[] {
  const anchors: PageNode[] = hints.headline ? [hints.headline] : [];
  const begins = foldBlock(hints.description ?? '').slice(0, BEGINNING);
  if (begins.length < BEGINNING / 2) return anchors;
  for (const node of page.nodes) {
    if (node.own < BEGINNING / 2 || node.textLength > LONGEST || node.inLink || NEVER.test(node.tag)) continue;
    const at = foldBlock(textContent(node.element).slice(0, 200)).indexOf(begins);
    if (at < 0 || at > DATELINE) continue;
    anchors.push(node);
    if (anchors.length === MOST) break;
  }
  return anchors;
}
const NEVER = /^(script|style|title|textarea|noscript|h1)$/;

/** The lead that stands above the body with the headline. English and Chinese papers sum the article up there; elsewhere it begins there. */
export function leadBlock(root: PageNode, anchors: readonly PageNode[], hints: Hints): PageNode | undefined {
  if (hints.lang === undefined || /^(en|zh)\b/i.test(hints.lang)) return undefined;
  const { headline } = hints;
  const lead = anchors.find(
    (node) =>
      node !== headline &&
      node.end <= root.at &&
      (headline === undefined || node.at > headline.at) &&
      node.gone === undefined &&
      node.textLength >= SHORTEST &&
      linkDensity(node) < 0.5 &&
      !META_LINE.test(textContent(node.element).replace(/\s+/g, ' ').trim().slice(0, 200)),
  );
  if (!lead) return undefined;
  const says = foldBlock(textContent(lead.element)).slice(0, SAID);
  return foldBlock(textContent(root.element).slice(0, 6000)).includes(says) ? undefined : lead;
}
