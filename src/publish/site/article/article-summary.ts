import { leadText } from '../../../kit/lead-text.ts';
import type { Article } from '../../../model/article.ts';
import { clip, withoutBidi } from '../../plain.ts';

/** One line about the article for search engines and cards; '' when nothing is known. */
export const description = (article: Article): string => clip(withoutBidi(leadText(article).trim()), 160);
