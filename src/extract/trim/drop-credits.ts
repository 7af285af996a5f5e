import { isPicture } from '../../kit/html/is-picture.ts';
import { isText } from '../../kit/html/tree.ts';
import { captionBox } from '../images/caption.ts';
import { type PageNode, type PageTree, weight } from '../page-tree.ts';
import { inSentence } from './in-sentence.ts';
import { PICTURE_CREDIT } from './lexicon.ts';
import type { Line, Remove } from './lines.ts';
import { CREDITS } from './names.ts';

function holdsPicture(page: PageTree, node: PageNode): boolean {
  for (let i = node.at; i < node.end && i < node.at + 40; i++) if (page.nodes[i]!.tag === 'img') return true;
  return false;
}

/** Captions live on with their pictures, credits in their fields. */
export function dropCredits(page: PageTree, root: PageNode, remove: Remove): void {
  const most = Math.min(600, weight(root) * 0.3);
  for (let i = root.at + 1; i < root.end; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || node.textLength === 0 || weight(node) > most) continue;
    if (node.tag !== 'figcaption' && (node.words === '' || !CREDITS.test(node.words))) continue;
    if (holdsPicture(page, node) || inSentence(page, node)) continue;
    remove(node, 'credits', node.tag === 'figcaption' ? 'a caption' : `named ${node.name.slice(0, 60)}`);
    i = node.end - 1;
  }
}

const SHARES_A_BOX = 'shares a box with a picture';
/** Why such a caption is gone. */
export const CAPTION_BOX = `credits: ${SHARES_A_BOX}`;

/** The little text that shares a box with a picture: its caption, which lives on with it. */
export function dropCaptionBoxes(page: PageTree, root: PageNode, remove: Remove): void {
  const body = { at: root.at, text: root.textLength };
  for (let i = root.at + 1; i < root.end; i++) {
    const node = page.nodes[i]!;
    if (node.gone !== undefined || !isPicture(node.element)) continue;
    const found = captionBox(page, node, body);
    if (!found || found.box.at <= root.at || isArticles(page, node, found)) continue;
    const { box } = found;
    for (let at = box.at; at < box.end; at++) {
      const inner = page.nodes[at]!;
      if (holdsPicture(page, inner)) {
        for (const child of inner.element.childNodes) if (isText(child)) page.goneText.add(child);
      } else {
        if (inner.gone === undefined && inner.textLength > 0) remove(inner, 'credits', SHARES_A_BOX);
        at = inner.end - 1;
      }
    }
  }
}

/** A numbered or bold line is a heading; what stands before the picture is the paragraph that it illustrates. */
function isArticles(page: PageTree, picture: PageNode, { box, says }: { box: PageNode; says: string }): boolean {
  if (NUMBERED.test(says)) return true;
  let bold = 0;
  for (let i = box.at; i < box.end; i++) {
    const { at, own, tag, textLength } = page.nodes[i]!;
    if (own > 0 && at < picture.at && !holds(page.nodes[i]!, picture)) return true;
    if (tag === 'strong' || tag === 'b') bold += textLength;
  }
  return bold >= box.textLength;
}
const NUMBERED = /^\d{1,3}\s?[.)、．]/;
const holds = (node: PageNode, inner: PageNode): boolean => node.at <= inner.at && inner.at < node.end;

/** Longest caption, and elements between it and its picture. */
const CAPTION = 320;
const BESIDE = 12;

/** Captions that are paragraphs of their own, told by the owner of the picture at their end. */
export function dropPictureCredits(page: PageTree, lines: Line[], remove: Remove): void {
  for (const { node, text, marks } of lines) {
    if (node.gone !== undefined || text === '' || text.length > CAPTION || marks > 6 || !PICTURE_CREDIT.test(text))
      continue;
    for (let i = Math.max(0, node.at - BESIDE); i < Math.min(page.nodes.length, node.end + 3); i++) {
      if (page.nodes[i]!.tag !== 'img') continue;
      remove(node, 'credits', 'a caption beside its picture');
      break;
    }
  }
}
