import { attr } from '../../kit/html/tree.ts';
import { type PageNode, type PageTree, weight } from '../page-tree.ts';
import type { Remove } from './lines.ts';

/** Fields that somebody is to fill in. */
const ASKED = /^(email|text|tel|password|search|url|)$/i;
/** Weight of what may call for it, and elements of the box that holds both. */
const CALL = 400;
const MOST_ELEMENTS = 120;

/** What calls for an address or a comment goes with the field it is written into: the smallest box that holds both. */
export function dropForms(page: PageTree, root: PageNode, headline: PageNode | undefined, remove: Remove): void {
  for (let i = root.at + 1; i < root.end; i++) {
    const field = page.nodes[i]!;
    if (!isAsked(field)) continue;
    for (let box = page.nodes[field.parent]; box && box.at > root.at; box = page.nodes[box.parent]) {
      if (box.end - box.at > MOST_ELEMENTS) break;
      if (box.gone !== undefined || box.textLength === 0) continue;
      const holdsHeadline = headline !== undefined && headline.at >= box.at && headline.at < box.end;
      if (weight(box) <= CALL && !holdsHeadline) {
        remove(box, 'form', 'calls for what is written into a field');
        i = Math.max(i, box.end - 1);
      }
      break;
    }
  }
}

const isAsked = ({ tag, element }: PageNode): boolean =>
  tag === 'textarea' ||
  (tag === 'input' && ASKED.test(attr(element, 'type') ?? '') && attr(element, 'hidden') === undefined);
