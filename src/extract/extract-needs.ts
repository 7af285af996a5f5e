/** What extraction gets from the outside. */
export interface ExtractNeeds {
  url?: string;
  now: Date;
  /** the feed's own body of the entry: a candidate when it agrees with the page */
  feedBody?: string;
  /** collects candidates and removals for --explain */
  trace?: (step: string, says: string, text?: string) => void;
}
