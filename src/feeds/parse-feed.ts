import type { Feed } from '../model/feed.ts';
import { fail, type Outcome } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

export interface ParseNeeds {
  /** where the bytes came from */
  url: string;
  /** response headers, lower case */
  headers: Record<string, string>;
  now: Date;
}

/** Bytes of any feed to its entries. Problems: FEED_NOT_A_FEED. */
export function parseFeed(_bytes: Uint8Array, needs: ParseNeeds): Outcome<Feed> {
  return fail(problem('FEED_NOT_A_FEED', { where: needs.url }));
}
