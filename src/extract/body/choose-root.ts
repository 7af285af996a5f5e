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

/**
 * From the best candidate upward: the ancestor whose prose outweighs its links and fragments most. An article in many boxes (sections,
 * cards, question and answer) has its root above all of them. A known text decides alone where the page holds most of it.
 */
/** A box that the page itself calls the article's is left less easily. */
const TRUST = 3;
const trusted = (node: PageNode): boolean =>
  BODY.test(node.words) || BODY_PROPERTY.test(attr(node.element, 'itemprop') ?? '');

export function chooseRoot(page: PageTree, best: Candidate, values: BlockValues): PageNode {
  const { nodes } = page;
  const { good, bad, matched } = values;
  const all = matched[0] ?? 0;
  let root = best.node;
  if (values.known > 300 && all > values.known * KNOWN_ENOUGH) {
    let down = nodes[0]!;
    for (let i = 1; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (node.parent === down.at && matched[i]! >= all * HELD) down = node;
    }
    return down;
  }
  for (let up = nodes[root.parent]; up && up.tag !== 'html'; up = nodes[up.parent]) {
    const gain = good[up.at]! - good[root.at]!;
    const loss = bad[up.at]! - bad[root.at]!;
    if (gain < 40) continue;
    const little = gain < good[root.at]! * LITTLE;
    const cost = (little ? COST_OF_LITTLE : COST) * (up.tag === 'body' ? 1.5 : 1) * (trusted(root) ? TRUST : 1);
    if (gain > loss * cost) root = up;
  }
  return root;
}
