import { attr } from '../../kit/html/tree.ts';
import { type BlockValues, summed } from '../body/block-values.ts';
import { linkDensity, type PageNode, type PageTree, weight } from '../page-tree.ts';
import { HEADING, isProse, type Line, type Remove, SENTENCE_END } from './lines.ts';

const CARD_TAGS = new Set(['div', 'li', 'article', 'section', 'a', 'tr', 'td', 'dl']);
/** Weight and elements of one card at most. */
const CARD = 500;
const CARD_ELEMENTS = 60;
/** Cards side by side before they are a list of other articles. */
const FEW = 3;
/** Share of the page's prose above which the list is what the page is about. */
const MOST = 0.35;
/** The same below an article, and the paragraphs and their weight that make one; an index has one that introduces it. */
const NEARLY_ALL = 0.85;
const ARTICLE = 3;
const PARAGRAPH = 60;

/**
 * Lists of other articles: boxes side by side, each a linked headline with a picture or a line about it. They read like prose, so they are
 * found before the article is, and taken out when it is known.
 */
export function findCards(page: PageTree, own: BlockValues, headline: PageNode | undefined): PageNode[] {
  const { good } = summed(page, own);
  const lists: PageNode[] = [];
  const { nodes } = page;
  const cards = new Map<number, PageNode[]>();
  const certain = new Set<PageNode>();
  for (const node of nodes) {
    const sure = node.gone !== undefined || node.parent < 0 ? 0 : cardness(page, node);
    if (sure === 0) continue;
    if (sure === 2) certain.add(node);
    const beside = cards.get(node.parent);
    if (beside) beside.push(node);
    else cards.set(node.parent, [node]);
  }
  for (const [parent, found] of cards) {
    if (found.length < FEW && !found.every((node) => certain.has(node))) continue;
    const box = nodes[parent]!;
    const prose = found.reduce((sum, node) => sum + good[node.at]!, 0);
    if (prose > good[0]! * (isBelowArticle(own, headline, found[0]!) ? NEARLY_ALL : MOST)) continue;
    const all = found.reduce((sum, node) => sum + weight(node), 0) > weight(box) * 0.7;
    lists.push(...(all ? [box] : found));
  }
  return lists.sort((a, b) => a.at - b.at);
}

/** Prose that makes an <article> with a heading one of its own. */
const WHOLE = 100;
const ANOTHER = 200;

/** Articles that a page loads below its own: each in an <article> with a heading, after the one that holds the headline. */
export function findNextArticles(page: PageTree, own: BlockValues, headline: PageNode | undefined): PageNode[] {
  let home = headline;
  while (home && home.tag !== 'article') home = page.nodes[home.parent];
  if (!home) return [];
  const { good } = summed(page, own);
  if (good[home.at]! < WHOLE) return [];
  const found: PageNode[] = [];
  for (let i = home.end; i < page.nodes.length; i++) {
    const node = page.nodes[i]!;
    if (node.tag !== 'article' || node.gone !== undefined || good[i]! < ANOTHER) continue;
    if (page.nodes.slice(i, node.end).some(({ tag }) => tag === 'h1' || tag === 'h2')) found.push(node);
    i = node.end - 1;
  }
  return found;
}

/** An article, if a short one, stands between the headline and the list. */
export function isBelowArticle({ good }: BlockValues, headline: PageNode | undefined, first: PageNode): boolean {
  let paragraphs = 0;
  for (let i = headline?.end ?? first.at; i < first.at; i++) if (good[i]! >= PARAGRAPH) paragraphs++;
  return paragraphs >= ARTICLE;
}

/**
 * How surely a box is a headline of another article: 2 where its picture and its headline lead to one address and nothing in it leads
 * elsewhere, 1 where only the headline does, or a picture and most of the text, 0 otherwise.
 */
function cardness(page: PageTree, node: PageNode): 0 | 1 | 2 {
  if (!CARD_TAGS.has(node.tag) || node.end - node.at > CARD_ELEMENTS || node.end - node.at < 3) return 0;
  const heavy = weight(node);
  if (heavy < 16 || heavy > CARD) return 0;
  let headlines = 0;
  let pictures = 0;
  let linked = 0;
  let covers = false;
  const addresses = new Set<string | undefined>();
  if (node.inLink) addresses.add(hrefAround(page, node));
  for (let i = node.at; i < node.end; i++) {
    const inner = page.nodes[i]!;
    if (inner.tag === 'a') {
      addresses.add(attr(inner.element, 'href'));
      covers ||= inner.textLength === 0;
    }
    if (inner.tag === 'img') {
      pictures++;
      covers ||= inner.inLink;
    }
    if (HEADING.test(inner.tag) && inner.textLength > 0) {
      headlines++;
      if (inner.linkLength >= inner.textLength * 0.8 && leadsAway(page, inner)) linked++;
    }
  }
  if (headlines > 1 || addresses.size === 0) return 0;
  const [address] = addresses;
  const one = addresses.size === 1 && covers && pictures > 0 && isAway(page, address);
  if (headlines === 1) return one ? 2 : linked === 1 ? 1 : 0;
  return pictures === 1 && linkDensity(node) > 0.8 ? 1 : 0;
}

function hrefAround(page: PageTree, node: PageNode): string | undefined {
  let at: PageNode | undefined = node;
  while (at && at.tag !== 'a') at = page.nodes[at.parent];
  return at && attr(at.element, 'href');
}

/** To another page of the site: a heading that links to a shop or to itself is the article's. */
function leadsAway(page: PageTree, heading: PageNode): boolean {
  let href: string | undefined;
  for (let at: PageNode | undefined = heading, up = 0; at && up < 4; at = page.nodes[at.parent], up++)
    if (at.tag === 'a') href ??= attr(at.element, 'href');
  for (let i = heading.at; i < heading.end; i++)
    if (page.nodes[i]!.tag === 'a') href ??= attr(page.nodes[i]!.element, 'href');
  return isAway(page, href);
}

function isAway(page: PageTree, href: string | undefined): boolean {
  if (href === undefined || /^\s*(#|javascript:|mailto:|tel:|$)/i.test(href)) return false;
  return !/^(https?:)?\/\//i.test(href) || page.url === undefined || site(href) === site(page.url);
}

const site = (address: string): string =>
  (/^(?:https?:)?\/\/([^/?#:]+)/i.exec(address)?.[1] ?? '').toLowerCase().split('.').slice(-2).join('.');

/** What is offered to be loaded, not to be read. */
const FILE = /\.(pdf|docx?|xlsx?|pptx?|zip|rar|wps|csv|ofd)([?#]|$)/i;
/** Weight of a headline at least; shorter ones are names. */
const TEASER = 36;
const PREFIX = /^[^.!?。！？]{0,32}[:：|｜»>→▶–—-]\s*$/u;

/** Links to other articles between or after paragraphs: a line that is one link and no sentence, or a few words before such a link. */
export function dropTeaserLines(page: PageTree, lines: Line[], remove: Remove): void {
  const prose = lines.findIndex(({ node }, i) => node.gone === undefined && isProse(lines[i]!));
  if (prose < 0) return;
  for (const { node, text } of lines.slice(prose)) {
    if (node.gone !== undefined || text === '' || text.length > 200 || (node.tag !== 'p' && node.tag !== 'div'))
      continue;
    if (weight(node) < TEASER || linkDensity(node) < 0.5 || SENTENCE_END.test(text.replace(/[:：…]+$/u, ''))) continue;
    const links = page.nodes.slice(node.at, node.end).filter((inner) => inner.tag === 'a' && inner.textLength > 0);
    const [link] = links;
    if (links.length !== 1 || !leadsAway(page, link!) || FILE.test(attr(link!.element, 'href') ?? '')) continue;
    if (linkDensity(node) > 0.95 || PREFIX.test(text.slice(0, Math.max(0, text.length - node.linkLength))))
      remove(node, 'teaser', 'a line that is a link to another page');
  }
}
