import { leadText } from '../../../kit/lead-text.ts';
import type { Article } from '../../../model/article.ts';
import { clip, withoutBidi } from '../../plain.ts';

/** One line about the article for search engines and cards; '' when nothing is known. */
export const description = (article: Article): string => clip(withoutBidi(leadText(article).trim()), 160);

/** BCP 47 as far as a page may repeat it. */
export const validTag = (lang: string): boolean => /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/.test(lang);
