import type { Article, ArticleHead } from '../model/article.ts';
import { leadText } from './lead-text.ts';

const LEAD_CHARACTERS = 200;

/** What lists say of an article. */
export function headOf(article: Article): ArticleHead {
  return {
    id: article.id,
    path: article.path,
    url: article.url,
    sourceId: article.sourceId,
    section: article.section,
    outlet: article.outlet,
    title: article.title,
    lead: leadText(article).slice(0, LEAD_CHARACTERS).toWellFormed(),
    firstSeen: article.firstSeen,
    revision: article.revision,
    ...(article.language === undefined ? {} : { language: article.language }),
    ...(article.published === undefined ? {} : { published: article.published }),
    ...(article.lead === undefined ? {} : { picture: article.lead }),
  };
}
