import { attr, textContent } from '../../kit/html/tree.ts';
import { drop, linkDensity, measure, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { BODY, DOUBTFUL, FURNITURE, FURNITURE_SHARE, UNSEEN } from './names.ts';

export type Trace = (step: string, says: string, text?: string) => void;

const TAGS = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'dialog',
  'menu',
  'button',
  'select',
  'textarea',
  'input',
  'iframe',
  'object',
  'embed',
]);
const ROLES = /^(navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|form)$/i;
const HIDDEN = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Takes out what stands around articles: hidden parts, page tags and roles, boxes named so. Small boxes only. */
export function markFurniture(page: PageTree, belief: 'strict' | 'lenient', trace?: Trace): void {
  const { nodes } = page;
  const total = Math.max(1, nodes[0] ? weight(nodes[0]) : 1);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (
      node.gone !== undefined ||
      node.tag === 'html' ||
      node.tag === 'body' ||
      node.tag === 'main' ||
      node.tag === 'article'
    )
      continue;
    const why = reasonOf(node, weight(node) / total);
    if (belief === 'lenient' && hasProse(node)) continue;
    if (why === undefined) continue;
    drop(page, node, why);
    trace?.(
      'furniture',
      `${why} <${node.tag}> ${node.name}`,
      textContent(node.element).replace(/\s+/g, ' ').trim().slice(0, 4000),
    );
    i = node.end - 1;
  }
  measure(page);
}

function reasonOf(node: PageNode, share: number): string | undefined {
  const style = attr(node.element, 'style');
  if (style !== undefined && HIDDEN.test(style) && !/js_content/.test(node.name) && share < FURNITURE_SHARE)
    return 'hidden';
  if (attr(node.element, 'hidden') !== undefined && share < FURNITURE_SHARE) return 'hidden';
  if (attr(node.element, 'aria-hidden') === 'true' && share < 0.1 && node.textLength > 0 && node.tag !== 'span')
    return 'aria-hidden';
  if (share > FURNITURE_SHARE) return undefined;
  if (TAGS.has(node.tag)) return node.tag === 'form' && share > 0.2 ? undefined : `<${node.tag}>`;
  const role = attr(node.element, 'role');
  if (role !== undefined && ROLES.test(role)) return `role ${role}`;
  if (node.tag === 'header' && linkDensity(node) > 0.4) return '<header> of links';
  if (node.words !== '' && weight(node) < 400 && isUnseen(node)) return 'seen by machines only';
  if (node.name === '' || node.tag === 'p' || /^h[1-6]$/.test(node.tag) || BODY.test(node.name)) return undefined;
  const named = FURNITURE.exec(node.words);
  if (named) return `named ${named[2]}`;
  const doubtful = hasProse(node) ? null : DOUBTFUL.exec(node.words);
  return doubtful ? `named ${doubtful[2]}, no prose` : undefined;
}

/** More than a teaser's worth of sentences outside links. */
const hasProse = (node: PageNode): boolean => weight(node) > 240 && node.marks >= 4 && linkDensity(node) < 0.25;

/** `hidden md:block` is seen on wide screens. */
const isUnseen = (node: PageNode): boolean =>
  UNSEEN.test(node.words) ||
  (/(^|\s)hidden(\s|$)/.test(node.words) && !/:(block|flex|grid|inline|table)/.test(node.words));
