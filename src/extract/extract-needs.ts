import type { SiteRule } from '../sites/site-rule.ts';

/** What extraction gets from the outside. */
export interface ExtractNeeds {
  url?: string;
  now: Date;
  /** the feed's own body of the entry: a candidate when it agrees with the page */
  feedBody?: string;
  /** instead of the rule that comes with Kanyin for the address, if any */
  rule?: SiteRule;
  /** collects candidates and removals for --explain */
  trace?: (step: string, says: string, text?: string) => void;
}
