import type { Archive } from '../../model/archive.ts';
import type { Article, ArticleHead } from '../../model/article.ts';
import { clip, withoutBidi } from '../plain.ts';
import { eachGram, fold, sectionGram } from './search-core.js';

const TITLE_LIMIT = 200;
/** What a result shows of a lead; more would double the index. */
const LEAD_LIMIT = 100;

/** path without its slashes, title, lead, section, outlet: what a result shows and what it is verified by */
export type SearchDocument = readonly [path: string, title: string, lead: string, section: string, outlet: string];

export const searchDocument = (head: ArticleHead): SearchDocument => [
  head.path.slice(1, -1),
  clip(withoutBidi(head.title.trim()).toWellFormed(), TITLE_LIMIT),
  clip(withoutBidi(head.lead), LEAD_LIMIT).toWellFormed(),
  head.section,
  clip(withoutBidi(head.outlet).toWellFormed(), 60),
];

/** Every gram a document is found by; `text` where whole texts are searched. */
export function gramsOf([, title, lead, section]: SearchDocument, text: string, take: (gram: number) => void): void {
  eachGram(fold(`${title}\n${lead}\n${text}`), take);
  take(sectionGram(section));
}

export const dayOf = ([path]: SearchDocument): string => path.slice(0, 10).replaceAll('/', '-');

const HEADS_AT_ONCE = 500;
const TEXTS_AT_ONCE = 40;

/** Documents `from <= seq < to` with their texts where those are searched; a number without an article is undefined. */
export async function* searchDocuments(
  archive: Archive,
  { from, to }: { from: number; to: number },
  whole: boolean,
): AsyncGenerator<{ document: SearchDocument; text: string } | undefined> {
  const step = whole ? TEXTS_AT_ONCE : HEADS_AT_ONCE;
  for (let at = from; at < to; at += step) {
    const end = Math.min(to, at + step);
    const heads = new Map((await archive.list('all', at, end)).map((head) => [head.seq, head]));
    const articles = whole ? await archive.articles([...heads.values()].map((head) => head.id)) : [];
    const texts = new Map(articles.map((article: Article) => [article.id, article.text]));
    for (let seq = at; seq < end; seq++) {
      const head = heads.get(seq);
      yield head && { document: searchDocument(head), text: texts.get(head.id) ?? '' };
    }
  }
}
