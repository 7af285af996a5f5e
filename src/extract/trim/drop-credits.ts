import { type PageNode, type PageTree, weight } from '../page-tree.ts';
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
    if (holdsPicture(page, node)) continue;
    remove(node, 'credits', node.tag === 'figcaption' ? 'a caption' : `named ${node.name.slice(0, 60)}`);
    i = node.end - 1;
  }
}

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
