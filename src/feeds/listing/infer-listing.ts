import type { Document, Element, ParentNode } from 'domhandler';
import { isTag } from 'domhandler';
import type { SourceConfig } from '../../model/newsroom.ts';
import { readHtml, textOf, trySelectAll, trySelectOne } from './listing-page.ts';

export interface ListingProposal {
  selectors: NonNullable<SourceConfig['listing']>;
  /** links found */
  count: number;
  /** higher is likelier the page's main list; comparable on one page only */
  score: number;
}

const LEAST_ITEMS = 4;
const LEAST_TITLE = 6;
/** Nodes of an entry among which its date is looked for. */
const NODES = 60;
const DATE =
  /(\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{1,2}:\d{2}|小时前|分钟前|昨天|今天|\bago\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const ARTICLE_ADDRESS = /\d{4,}|\/\d{4}[-/]?\d{2}|\.s?html?($|\?)|\/(p|a|art|article|post|news|content|detail)s?\//i;
/** Class names that a page changes by state or by chance. */
const UNSTABLE =
  /\d{3,}|active|current|first|last|odd|even|hover|selected|^(on|cur)$|^(css|sc|jsx)-|__[A-Za-z0-9]{5,}$/i;

/**
 * The repeating lists of links on a page, the likeliest main list first. Links are grouped by the shape of their ancestors; a
 * group counts by the length of its titles, dates beside them and addresses like an article's. Selectors hold names and tags,
 * never positions, so they survive reordering.
 */
export function inferListings(html: string): ListingProposal[] {
  const document = readHtml(html);
  const groups = new Map<string, { item: Element; link: Element }[]>();
  for (const link of trySelectAll('a[href]', document) ?? []) {
    if (textOf(link).length < LEAST_TITLE && (link.attribs['title']?.length ?? 0) < LEAST_TITLE) continue;
    if (/^(javascript|mailto|#)/i.test(link.attribs['href'] ?? '')) continue;
    const item = repeatingAncestor(link);
    const selector = selectorOf(item);
    const group = groups.get(selector);
    if (group) group.push({ item, link });
    else groups.set(selector, [{ item, link }]);
  }
  const proposals: ListingProposal[] = [];
  for (const [short, members] of groups) {
    const addresses = new Set(members.map(({ link }) => link.attribs['href']));
    if (addresses.size < LEAST_ITEMS) continue;
    const item = surest(short, members, document);
    const inChrome = members.filter(({ link }) => insideChrome(link)).length / members.length;
    const titles = members.reduce((sum, { link }) => sum + Math.min(40, textOf(link).length), 0) / members.length;
    const dated = members.filter(({ item: i }) => DATE.test(textOf(i))).length / members.length;
    const articles =
      members.filter(({ link }) => ARTICLE_ADDRESS.test(link.attribs['href'] ?? '')).length / members.length;
    const score =
      titles * Math.sqrt(Math.min(60, addresses.size)) * (1 + dated) * (0.4 + articles) * (1 - 0.8 * inChrome);
    proposals.push({
      selectors: { item, ...details(members.map((m) => m.item)) },
      count: addresses.size,
      score: Math.round(score * 10) / 10,
    });
  }
  return proposals.sort((a, b) => b.score - a.score);
}

/** The short selector where it finds the entries and little else, else the whole way down from the nearest named ancestor. */
function surest(short: string, members: readonly { item: Element }[], document: Document): string {
  const wanted = new Set(members.map(({ item }) => item));
  const finds = (selector: string): boolean => {
    const found = trySelectAll(selector, document) ?? [];
    const right = found.filter((element) => wanted.has(element)).length;
    return right >= wanted.size * 0.8 && found.length <= right * 1.5 + 2;
  };
  if (finds(short)) return short;
  const whole = wayTo(members[0]!.item);
  return finds(whole) ? whole : short;
}

function wayTo(item: Element): string {
  const steps: string[] = [];
  for (let node: ParentNode | null = item; node && isTag(node) && node.name !== 'html'; node = node.parent) {
    const step = stepOf(node);
    steps.unshift(step);
    if (step.includes('#')) break;
  }
  return steps.join(' > ');
}

/** The nearest ancestor that has siblings of its own shape: one entry of the list. */
function repeatingAncestor(link: Element): Element {
  for (let node = link; ; ) {
    const parent = node.parent;
    if (!parent || !isTag(parent) || parent.name === 'body') return link;
    const shape = shapeOf(node);
    const alike = parent.children.filter(
      (child) => isTag(child) && shapeOf(child) === shape && trySelectOne('a[href]', child) !== undefined,
    );
    if (alike.length >= 3 || (alike.length >= 2 && node.name === 'li')) return node;
    if (node !== link && alike.length === 0 && ['ul', 'ol', 'table', 'section', 'main'].includes(node.name))
      return link;
    node = parent;
  }
}

const stableClasses = (element: Element): string[] =>
  (element.attribs['class'] ?? '')
    .split(/\s+/)
    .filter((name) => /^[A-Za-z_][\w-]*$/.test(name) && !UNSTABLE.test(name));

const shapeOf = (element: Element): string => `${element.name}.${stableClasses(element).join('.')}`;

function stepOf(element: Element): string {
  const id = element.attribs['id'];
  if (id !== undefined && /^[A-Za-z_][\w-]*$/.test(id) && !UNSTABLE.test(id)) return `${element.name}#${id}`;
  const names = stableClasses(element).slice(0, 2);
  return names.length > 0 ? `${element.name}.${names.join('.')}` : element.name;
}

/** Up to the first two named ancestors; enough to tell lists apart and no more. */
function selectorOf(item: Element): string {
  const steps = [stepOf(item)];
  let named = /[.#]/.test(steps[0]!) ? 1 : 0;
  for (
    let node = item.parent;
    node && isTag(node) && named < 2 && steps.length < 5 && node.name !== 'body';
    node = node.parent
  ) {
    const step = stepOf(node);
    if (/[.#]/.test(step)) {
      named++;
      steps.unshift(`${step}${steps.length === 1 ? ' >' : ''}`);
      if (step.includes('#')) break;
    } else if (steps.length === 1 && ['ul', 'ol', 'dl', 'tbody'].includes(step)) {
      steps.unshift(`${step} >`);
    }
  }
  return steps.join(' ').replace(/> >/g, '>');
}

function isInside(inner: Element, outer: Element): boolean {
  for (let node = inner.parent; node; node = node.parent) if (node === outer) return true;
  return false;
}

function insideChrome(link: Element): boolean {
  for (let node = link.parent; node && isTag(node); node = node.parent) {
    if (['nav', 'header', 'footer', 'aside'].includes(node.name)) return true;
    if (
      /\b(nav|menu|footer|foot|sidebar|breadcrumb|crumbs?|friend-?link)\b/i.test(
        `${node.attribs['class'] ?? ''} ${node.attribs['id'] ?? ''}`,
      )
    )
      return true;
  }
  return false;
}

/** Where in an item the date and the picture stand, when most items agree. */
function details(items: Element[]): { link?: string; date?: string; picture?: string } {
  const dates = new Map<string, number>();
  let pictures = 0;
  let several = 0;
  for (const item of items) {
    if ((trySelectAll('a[href]', item)?.length ?? 0) > 1) several++;
    if (trySelectOne('img', item)) pictures++;
    const dated = (trySelectAll('time, span, em, i, b, p, div, td, dd, li', item) ?? [])
      .slice(0, NODES)
      .filter((node) => {
        const text = textOf(node);
        return text.length <= 24 && (DATE.test(text) || node.attribs['datetime'] !== undefined);
      });
    // The innermost: around it stand the outlet and the number of readers.
    const found = dated.find((node) => !dated.some((other) => other !== node && isInside(other, node)));
    if (found) dates.set(stepOf(found), (dates.get(stepOf(found)) ?? 0) + 1);
  }
  const most = [...dates].sort((a, b) => b[1] - a[1])[0];
  return {
    ...(items.every((item) => item.name !== 'a') && several === 0 ? { link: 'a' } : {}),
    ...(most && most[1] >= items.length / 2 ? { date: most[0] } : {}),
    ...(pictures >= items.length / 2 ? { picture: 'img' } : {}),
  };
}
