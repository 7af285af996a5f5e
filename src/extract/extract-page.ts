import type { Extraction } from '../model/extraction.ts';
import { fail, type Outcome } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

export interface ExtractNeeds {
  url?: string;
  now: Date;
  /** the feed's own body of the entry: a candidate when it agrees with the page */
  feedBody?: string;
  /** collects candidates and removals for --explain */
  trace?: (step: string, says: string, text?: string) => void;
}

/** Decoded page to extraction. Problems: EXTRACT_NO_BODY, EXTRACT_TOO_LARGE. */
export function extractPage(_html: string, needs: ExtractNeeds): Outcome<Extraction> {
  return fail(problem('EXTRACT_NO_BODY', needs.url === undefined ? {} : { where: needs.url }));
}
