import type { Extraction } from '../../model/extraction.ts';
import type { ExtractNeeds } from '../extract-needs.ts';
import type { Head } from '../head/read-head.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { readCanonical, readKeywords, readLanguage, readOutlet, readSection } from './about-page.ts';
import { readAuthors } from './authors.ts';
import { readDateline } from './dateline.ts';
import { readDek } from './dek.ts';
import { readEditor } from './editor.ts';
import { readAttachments, readGovernment } from './government.ts';
import { readOrigin } from './origin.ts';
import { readOriginalTitle } from './original-title.ts';
import { type Found, findHeadline, readPageFacts } from './page-facts.ts';
import { readTimes } from './published.ts';
import { readTitle } from './title.ts';

export type Fields = Partial<Omit<Extraction, 'html' | 'text' | 'images' | 'image' | 'pages' | 'notes' | 'from'>> & {
  from: Extraction['from'];
};

type TextField = Exclude<keyof Fields, 'from' | 'authors' | 'keywords' | 'attachments'>;

/** All single facts of a page, each with where it came from. The body is a hint of position; without one the headline leads. */
export function readFields(
  page: PageTree,
  head: Head,
  body: { root: PageNode } | undefined,
  needs: ExtractNeeds,
): Fields {
  const facts = readPageFacts(page, head, body, needs);
  const title = readTitle(facts);
  const headline = title && findHeadline(facts, title.value);
  if (headline !== undefined) facts.headline = headline;
  const editor = readEditor(facts);
  const fields: Fields = { from: {} };
  const put = (name: TextField, found: Found | undefined): void => {
    if (!found) return;
    fields[name] = found.value;
    fields.from[name] = found.from;
  };
  put('title', title);
  put('originalTitle', readOriginalTitle(facts));
  put('dek', readDek(facts, title?.value));
  put('editor', editor);
  put('origin', readOrigin(facts));
  put('dateline', readDateline(facts));
  for (const [name, found] of Object.entries(readTimes(facts))) put(name as 'published' | 'updated', found);
  put('outlet', readOutlet(facts));
  put('canonical', readCanonical(facts));
  put('language', readLanguage(facts));
  put('section', readSection(facts));
  for (const [name, found] of Object.entries(readGovernment(facts))) put(name as TextField, found);
  const authors = readAuthors(facts, editor?.value);
  if (authors && authors.value.length > 0) {
    fields.authors = authors.value;
    fields.from.authors = authors.from;
  }
  const keywords = readKeywords(facts, title?.value);
  if (keywords) {
    fields.keywords = keywords.value;
    fields.from.keywords = keywords.from;
  }
  const attachments = readAttachments(facts);
  if (attachments.length > 0) {
    fields.attachments = attachments;
    fields.from.attachments = 'visible:a';
  }
  return fields;
}
