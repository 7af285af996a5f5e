import { attr } from '../../kit/html/tree.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { BODY, BODY_PROPERTY } from '../trim/names.ts';
import type { BlockValues } from './block-values.ts';
import type { Candidate } from './candidates.ts';

/** Share of the known text that must stand on the page before it alone decides. */
const KNOWN_ENOUGH = 0.7;
/** Share of the matched prose that the root must hold. */
const HELD = 0.95;
/** What a weighed character of links and fragments costs against one of prose, when the root is widened. */
const COST = 0.7;
/** The same for what adds little: the body of a page is asked for more than a box. */
const COST_OF_LITTLE = 2.5;
const LITTLE = 0.15;

/** A box that the page itself calls the article's is left less easily. */
const TRUST = 3;
const trusted = (node: PageNode): boolean =>
  BODY.test(node.words) || BODY_PROPERTY.test(attr(node.element, 'itemprop') ?? '');
/** Neither is the page's main part or its article, where most of the prose stands in it. */
const HOME = 4;
/** Prose that must be gained, per prose held, before such a box is left: it was only a part. */
const TWICE = 1;
/** Above this it was a small part, whatever it is called. */
const PART = 3;
const isHome = (node: PageNode): boolean =>
  node.tag === 'article' || node.tag === 'main' || attr(node.element, 'role') === 'main';

/** Share of what is gained that stands in boxes named exactly like the root: the article goes on in them. */
const SAME = 0.3;

/** Ancestors that are weighed at most: each costs a look at all it holds. */
const MOST_LOOKS = 60;

/** Prose in other boxes of the same tag and name; an article with a headline of its own is another one. */
function twins(page: PageTree, root: PageNode, up: PageNode, good: Float64Array, headline?: PageNode): number {
  if (root.name === '') return 0;
  let sum = 0;
  for (let i = up.at + 1; i < up.end; i++) {
    const node = page.nodes[i]!;
    if (node === root) i = node.end - 1;
    else if (node.tag === 'h1' && node !== headline) return 0;
    else if (node.tag === root.tag && node.name === root.name && node.gone === undefined) sum += good[i]!;
  }
  return sum;
}

/**
 * From the best candidate upward: the ancestor whose prose outweighs its links and fragments most. An article in many boxes (sections,
 * cards, question and answer) has its root above all of them. A known text decides alone where the page holds most of it.
 */
export function chooseRoot(
  page: PageTree,
  best: Candidate,
  values: BlockValues,
  headline: PageNode | undefined,
): PageNode {
  const { nodes } = page;
  const { good, bad, matched } = values;
  const all = matched[0] ?? 0;
  let root = best.node;
  if (values.whole && values.known > 300 && all > values.known * KNOWN_ENOUGH) {
    let down = nodes[0]!;
    for (let i = 1; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (node.parent === down.at && matched[i]! >= all * HELD) down = node;
    }
    return down;
  }
  const holdsHeadline = (node: PageNode): boolean =>
    headline !== undefined && headline.at > node.at && headline.at < node.end;
  let home = 1;
  let looks = 0;
  for (let up = nodes[root.parent], inner = root; up && up.tag !== 'html'; inner = up, up = nodes[up.parent]) {
    if (isHome(inner) && (good[inner.at]! > good[0]! * 0.5 || holdsHeadline(inner))) home = HOME;
    const gain = good[up.at]! - good[root.at]!;
    const loss = bad[up.at]! - bad[root.at]!;
    if (gain < 40) continue;
    if (looks++ > MOST_LOOKS) break;
    const little = gain < good[root.at]! * LITTLE;
    const trust = Math.max(home, trusted(root) ? TRUST : 1, holdsHeadline(root) ? HOME : 1);
    const goesOn = twins(page, root, up, good, headline) >= gain * SAME;
    if (trust > 1 && gain < good[root.at]! * TWICE && !goesOn) continue;
    const cost =
      (little ? COST_OF_LITTLE : COST) *
      (up.tag === 'body' ? 1.5 : 1) *
      (goesOn ? 0.5 : 1) *
      (gain > good[root.at]! * PART ? 1 : trust);
    if (gain > loss * cost) root = up;
  }
  return root;
}
