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

/** Answers to choose from, side by side, with the question above them. */
export function dropPolls(page: PageTree, root: PageNode, headline: PageNode | undefined, remove: Remove): void {
  for (let i = root.at + 1; i < root.end; i++) {
    const first = page.nodes[i]!;
    if (!isChoice(first)) continue;
    let poll: PageNode | undefined;
    for (let box = page.nodes[first.parent]; box && box.at > root.at; box = page.nodes[box.parent]) {
      if (box.end - box.at > MOST_ELEMENTS || weight(box) > CALL) break;
      if (headline !== undefined && headline.at >= box.at && headline.at < box.end) break;
      const inner = page.nodes.slice(box.at, box.end);
      if (inner.some(({ tag }) => tag === 'audio' || tag === 'video')) break;
      if (inner.filter(isChoice).length > 1) poll = box;
    }
    if (!poll) continue;
    if (poll.gone === undefined) remove(poll, 'form', 'a poll');
    i = poll.end - 1;
  }
}

const isChoice = ({ tag, element }: PageNode): boolean =>
  tag === 'input' && /^radio$/i.test(attr(element, 'type') ?? '');

const isAsked = ({ tag, element }: PageNode): boolean =>
  tag === 'textarea' ||
  (tag === 'input' && ASKED.test(attr(element, 'type') ?? '') && attr(element, 'hidden') === undefined);
