import { readDate } from '../kit/dates.ts';
import { selectAll } from '../kit/html/select.ts';
import { type Document, removeNode, textContent } from '../kit/html/tree.ts';
import type { Extraction } from '../model/extraction.ts';
import { RULE_FIELDS, type SiteRule } from '../sites/site-rule.ts';
import type { Head } from './head/read-head.ts';
import { drop, type PageNode, type PageTree } from './page-tree.ts';

/** What a site rule finds on one page; what tells a field is no part of the body. A selector that matches nothing says nothing. */
export interface SiteTold {
  root?: PageNode;
  fields: Partial<Pick<Extraction, (typeof RULE_FIELDS)[number]>>;
  from: Extraction['from'];
}

export function prune(document: Document, rule: SiteRule): void {
  for (const selector of rule.remove ?? [])
    for (const element of selectAll(selector, document) ?? []) removeNode(element);
}

export function readTold(page: PageTree, head: Head, rule: SiteRule, now: Date): SiteTold {
  const find = (selector: string | undefined) =>
    selector === undefined ? [] : (selectAll(selector, page.document) ?? []);
  const told: SiteTold = { fields: {}, from: {} };
  const body = find(rule.body)[0];
  const root = body && page.of.get(body);
  if (root) told.root = root;
  for (const field of RULE_FIELDS) {
    const elements = find(rule[field]);
    for (const element of elements) {
      const node = page.of.get(element);
      if (node && node !== root) drop(page, node, `site rule: ${field}`);
    }
    const texts = elements
      .map((element) => textContent(element).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    const [first] = texts;
    if (first === undefined) continue;
    if (field === 'authors') told.fields.authors = texts;
    else if (field === 'published') {
      const date = readDate(first, { now, language: head.lang ?? 'zh' });
      if (!date) continue;
      told.fields.published = date.precision === 'day' ? date.iso.slice(0, 10) : date.iso;
    } else told.fields[field] = first;
    told.from[field] = 'site rule';
  }
  return told;
}
