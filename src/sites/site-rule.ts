/** What is known of one site whose pages the generic ways read wrongly. All selectors are CSS. */
export interface SiteRule {
  /** host names; `example.com` also means every name below it */
  hosts: string[];
  /** what the generic ways get wrong there */
  why: string;
  /** folder in fixtures/sites that proves the rule is needed and right */
  proof: string;
  /** the element that holds the article; the first that matches is taken */
  body?: string;
  /** elements that are never part of the article */
  remove?: string[];
  /** elements whose text is the field: the first that matches, for `authors` all */
  title?: string;
  published?: string;
  origin?: string;
  editor?: string;
  authors?: string;
}

/** Fields of an article that a rule may tell. */
export const RULE_FIELDS = ['title', 'published', 'origin', 'editor', 'authors'] as const;
