import type { ExtractNeeds } from '../extract-needs.ts';
import type { Head } from '../head/read-head.ts';
import type { PageTree } from '../page-tree.ts';
import { readPageFacts } from './page-facts.ts';
import { readTitle } from './title.ts';

/** The headline alone, before the body is known: what the search for the body starts from. */
export const readHeadline = (page: PageTree, head: Head, needs: ExtractNeeds): string | undefined =>
  readTitle(readPageFacts(page, head, undefined, needs))?.value;
