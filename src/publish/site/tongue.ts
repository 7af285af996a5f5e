import { html, type Raw, raw } from '../markup.ts';
import type { PageContext } from '../page-context.ts';

/** BCP 47 as far as a page may repeat it. */
export const validTag = (lang: string): boolean => /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/.test(lang);

const HAN = /\p{Script=Han}/u;

/**
 * Attributes of a headline or lead among others. A text without a Chinese character is set in Latin type: the quotation marks of Chinese
 * fonts are as wide as their characters. One in another language than the page's says so, to voices and to the choice of fonts.
 */
export const tongue = (text: string, language: string | undefined, context: Pick<PageContext, 'words'>): Raw =>
  html`${!HAN.test(text) && raw(' class="l"')}${foreign(language, context)}`;

/** The attribute of what is in another language than the page. */
export const foreign = (language: string | undefined, { words }: Pick<PageContext, 'words'>): Raw | false =>
  language !== undefined && !isOf(words.lang, language) && validTag(language) && html` lang="${language}"`;

/** `zh` is told by `zh-CN`, `zh-TW` is not: its letters differ. */
const isOf = (page: string, language: string): boolean =>
  `${page.toLowerCase()}-`.startsWith(`${language.toLowerCase()}-`);
