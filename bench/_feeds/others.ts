import { parseFeed as parseByFeedsmith } from 'feedsmith';

/** What another parser makes of the same bytes; a throw counts as an answer. */
export function byFeedsmith(bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes);
  try {
    parseByFeedsmith(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
