import type { Archive } from '../../model/archive.ts';
import type { Article, ArticleHead } from '../../model/article.ts';
import { clip, withoutBidi } from '../plain.ts';
import { eachKey, fold, keysIn } from './search-grams.js';
import type { Layout, Span } from './search-layout.js';

const TITLE_LIMIT = 200;
/** What a result shows of a lead; more would double the index. */
const LEAD_LIMIT = 100;

/** path without its slashes, title, lead, section, outlet, and the text where texts are searched: what is shown and verified */
export type SearchDocument = readonly [
  path: string,
  title: string,
  lead: string,
  section: string,
  outlet: string,
  text?: string,
];

const searchDocument = (head: ArticleHead): SearchDocument => [
  head.path.slice(1, -1),
  clip(withoutBidi(head.title.trim()).toWellFormed(), TITLE_LIMIT),
  clip(withoutBidi(head.lead), LEAD_LIMIT).toWellFormed(),
  head.section,
  clip(withoutBidi(head.outlet).toWellFormed(), 60),
];

const folded = ([, title, lead, , , text = '']: SearchDocument): string => fold(`${title}\n${lead}\n${text}`);

/** Calls `take` with the keys a document is found by; with repetition. */
export const eachKeyOf = (document: SearchDocument, layout: Layout, take: (key: number) => void): void =>
  eachKey(folded(document), document[3], layout, take);

/** Each once. */
export const keysOf = (document: SearchDocument, layout: Layout): Set<number> =>
  keysIn(folded(document), document[3], layout);

export const dayOf = ([path]: SearchDocument): string => path.slice(0, 10).replaceAll('/', '-');

const HEADS_AT_ONCE = 500;
const TEXTS_AT_ONCE = 40;

/** Documents of a span, with their texts where those are searched; a number without an article is null. */
export async function* searchDocuments(
  archive: Archive,
  { from, to }: Span,
  whole: boolean,
): AsyncGenerator<SearchDocument | null> {
  const step = whole ? TEXTS_AT_ONCE : HEADS_AT_ONCE;
  for (let at = from; at < to; at += step) {
    const end = Math.min(to, at + step);
    const heads = new Map((await archive.list('all', at, end)).map((head) => [head.seq, head]));
    const articles = whole ? await archive.articles([...heads.values()].map((head) => head.id)) : [];
    const texts = new Map(articles.map((article: Article) => [article.id, article.text.toWellFormed()]));
    for (let seq = at; seq < end; seq++) {
      const head = heads.get(seq);
      if (!head) yield null;
      else if (whole) yield [...searchDocument(head), texts.get(head.id) ?? ''] as unknown as SearchDocument;
      else yield searchDocument(head);
    }
  }
}
