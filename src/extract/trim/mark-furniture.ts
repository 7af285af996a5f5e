import { attr, textContent } from '../../kit/html/tree.ts';
import type { BlockValues } from '../body/block-values.ts';
import { selectorOf } from '../node-selector.ts';
import { drop, linkDensity, measure, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { inSentence } from './in-sentence.ts';
import { BODY, DOUBTFUL, FOLDED, FURNITURE, UNSEEN, WALL } from './names.ts';

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
/** Cut down to nothing, for screen readers. */
const CLIPPED = /clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%/i;
const HIDDEN = /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** What the page shows of itself before anything is taken out. */
export interface Shown {
  /** summed up the tree */
  values: BlockValues;
  /** blocks that are the article's for sure: the headline, the block that begins like the description */
  anchors: readonly PageNode[];
}

/** Share of the page's prose above which a box is no wall and not hidden, whatever its name: the article stands in it. */
const MUCH = 0.4;
/** The same for names that no article has: so much of their prose must stand elsewhere. */
const ELSEWHERE = 0.15;
/** Boxes that are remembered as spared. */
const MOST_SPARED = 500;
/** Weight of prose below which a box is furniture by its name alone. */
const LITTLE = 120;

/**
 * Takes out what stands around articles: hidden parts, page tags and roles, boxes named so, unless the article seems to stand in them.
 * Returns the boxes that were spared though they are hidden or named so.
 */
export function markFurniture(page: PageTree, shown: Shown, belief: 'strict' | 'lenient', trace?: Trace): PageNode[] {
  const { nodes } = page;
  const spared: PageNode[] = [];
  const excused = new Set<string>();
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
    const why = reasonOf(page, node, shown, excused, spared);
    if (why === undefined) continue;
    if (belief === 'lenient' && hasProse(node, shown.values)) continue;
    drop(page, node, why);
    const says = trace && textContent(node.element).replace(/\s+/g, ' ').trim().slice(0, 4000);
    if (says) trace?.('furniture', `${why} ${selectorOf(node)}`, says);
    i = node.end - 1;
  }
  measure(page);
  return spared;
}

/** Words that screen readers pass over and all others read; icons are <i>. */
const EMPHASIS = new Set(['span', 'b', 'strong', 'em', 'mark', 'u']);

export function isHidden(node: PageNode): boolean {
  const style = attr(node.element, 'style');
  return (
    attr(node.element, 'hidden') !== undefined ||
    (style !== undefined && HIDDEN.test(style) && !/js_content/.test(node.name))
  );
}

function reasonOf(
  page: PageTree,
  node: PageNode,
  shown: Shown,
  excused: Set<string>,
  spared: PageNode[],
): string | undefined {
  if (isHidden(node) && !isAnswer(node)) {
    if (!holdsMuch(node, shown)) return 'hidden';
    if (spared.length < MOST_SPARED) spared.push(node);
  }
  if (
    attr(node.element, 'aria-hidden') === 'true' &&
    node.textLength > 0 &&
    !EMPHASIS.has(node.tag) &&
    !holdsSome(node, shown)
  )
    return 'aria-hidden';
  if (node.tag === 'button' && (isQuestion(node) || inSentence(page, node))) return undefined;
  if (TAGS.has(node.tag))
    return (node.tag === 'form' ? holdsMuch(node, shown) : holdsAll(node, shown)) ? undefined : `<${node.tag}>`;
  const role = attr(node.element, 'role');
  if (role !== undefined && ROLES.test(role))
    return (/form|dialog/i.test(role) ? holdsMuch(node, shown) : holdsAll(node, shown)) ? undefined : `role ${role}`;
  if (node.tag === 'header' && linkDensity(node) > 0.4 && !holdsMuch(node, shown)) return '<header> of links';
  if (isUnseen(node) && (weight(node) < 400 || isWall(node)) && !isAnswer(node) && !holdsMuch(node, shown))
    return 'seen by machines only';
  if (node.name === '' || node.tag === 'p' || /^h[1-6]$/.test(node.tag) || BODY.test(node.name)) return undefined;
  if (inSentence(page, node)) return undefined;
  const named = FURNITURE.exec(node.words);
  if (named) {
    const block = nameOf(node.words, named.index + named[1]!.length);
    if (WALL.test(node.words) ? holdsMuch(node, shown) : holdsAll(node, shown)) {
      excused.add(block);
      if (spared.length < MOST_SPARED) spared.push(node);
    } else if (!excused.has(block)) return `named ${named[2]}`;
  }
  const doubtful = holdsMuch(node, shown) || hasSentences(node) ? null : DOUBTFUL.exec(node.words);
  return doubtful ? `named ${doubtful[2]}, no prose` : undefined;
}

/** `sidebar-grid` of `sidebar-grid__row`: a layout that holds the article is none of its furniture, and neither are its parts. */
const nameOf = (words: string, at: number): string => {
  const from = words.lastIndexOf(' ', at) + 1;
  const [name = ''] = words.slice(from).split(/ |__|--/, 1);
  return name;
};

const holds = (node: PageNode, anchors: readonly PageNode[]): boolean =>
  anchors.some((anchor) => anchor.at >= node.at && anchor.at < node.end);

const prose = (node: PageNode, { values }: Shown): number => values.good[node.at]!;

const holdsKnown = (node: PageNode, { values: { matched, known } }: Shown): boolean =>
  known > LITTLE && matched[0]! > known * 0.3 && matched[node.at]! > matched[0]! * 0.3;

const holdsSome = (node: PageNode, shown: Shown): boolean =>
  prose(node, shown) > LITTLE && prose(node, shown) > shown.values.good[0]! * 0.1;

const holdsMuch = (node: PageNode, shown: Shown): boolean =>
  prose(node, shown) > LITTLE &&
  (prose(node, shown) > shown.values.good[0]! * MUCH || holds(node, shown.anchors) || holdsKnown(node, shown));

const holdsAll = (node: PageNode, shown: Shown): boolean =>
  prose(node, shown) > LITTLE &&
  (shown.values.good[0]! - prose(node, shown) < prose(node, shown) * ELSEWHERE ||
    holds(node, shown.anchors) ||
    holdsKnown(node, shown));

/** More than a teaser's worth of prose. */
const hasProse = (node: PageNode, { good }: BlockValues): boolean => good[node.at]! > 240 && node.marks >= 4;

/** The same, and few links about it. */
const hasSentences = (node: PageNode): boolean => weight(node) > 240 && node.marks >= 4 && linkDensity(node) < 0.25;

/** Words that unfold an answer stand on a button. */
function isQuestion(node: PageNode): boolean {
  if (attr(node.element, 'aria-expanded') === undefined && attr(node.element, 'aria-controls') === undefined)
    return false;
  return node.textLength < 200 && /[?？]\s*$/.test(textContent(node.element));
}

/** Folded when the page comes, and a sentence at least. */
const isAnswer = (node: PageNode): boolean =>
  FOLDED.test(node.words) && weight(node) > 60 && node.marks >= 2 && linkDensity(node) < 0.25;

/** What is offered to readers without an account, until a script shows it to them. */
const isWall = ({ element }: PageNode): boolean =>
  /^\s*(?:this (?:content|article|story) is (?:reserved|exclusive|only available|for subscribers)|subscribe (?:now|to)\b|(?:create|register) (?:an|your) account|(?:sign|log) in to\b)/i.test(
    textContent(element).slice(0, 300),
  );

/** `hidden md:block` is seen on wide screens. */
const isUnseen = (node: PageNode): boolean =>
  UNSEEN.test(node.words) ||
  CLIPPED.test(attr(node.element, 'style') ?? '') ||
  (/(^|\s)hidden(\s|$)/.test(node.words) && !/:(block|flex|grid|inline|table)/.test(node.words));
