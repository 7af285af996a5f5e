import type { Extraction } from '../../model/extraction.ts';
import type { ExtractNeeds } from '../extract-page.ts';
import type { Head } from '../head/read-head.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { findHeadline, readPageFacts } from './page-facts.ts';
import { readTitle } from './title.ts';

export type Fields = Partial<Omit<Extraction, 'html' | 'text' | 'images' | 'image' | 'from'>> & {
  from: Extraction['from'];
};

/** All single facts of a page, each with where it came from. The body is a hint of position; without one the headline leads. */
export function readFields(
  page: PageTree,
  head: Head,
  body: { root: PageNode } | undefined,
  needs: ExtractNeeds,
): Fields {
  const facts = readPageFacts(page, head, body, needs);
  const fields: Fields = { from: {} };
  const title = readTitle(facts);
  if (title) {
    fields.title = title.value;
    fields.from.title = title.from;
    const headline = findHeadline(facts, title.value);
    if (headline !== undefined) facts.headline = headline;
  }
  return fields;
}
