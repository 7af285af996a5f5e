import type { Extraction } from '../../model/extraction.ts';
import type { ExtractNeeds } from '../extract-page.ts';
import type { Head } from '../head/read-head.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { readAuthors } from './authors.ts';
import { readDateline } from './dateline.ts';
import { readEditor } from './editor.ts';
import { readOrigin } from './origin.ts';
import { readOriginalTitle } from './original-title.ts';
import { type Found, findHeadline, readPageFacts } from './page-facts.ts';
import { readTimes } from './published.ts';
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
  const editor = readEditor(facts);
  put(fields, 'editor', editor);
  put(fields, 'originalTitle', readOriginalTitle(facts));
  put(fields, 'origin', readOrigin(facts));
  put(fields, 'dateline', readDateline(facts));
  const { published, updated } = readTimes(facts);
  put(fields, 'published', published);
  put(fields, 'updated', updated);
  const authors = readAuthors(facts, editor?.value);
  if (authors) {
    fields.authors = authors.value;
    fields.from.authors = authors.from;
  }
  return fields;
}

type TextField = 'editor' | 'originalTitle' | 'origin' | 'dateline' | 'published' | 'updated';

function put(fields: Fields, name: TextField, found: Found | undefined): void {
  if (!found) return;
  fields[name] = found.value;
  fields.from[name] = found.from;
}
