import type { Note } from '../model/note.ts';
import type { Picture } from '../model/picture.ts';

export interface CleanNeeds {
  /** address relative links and pictures are resolved against */
  url?: string;
}

export interface Cleaned {
  html: string;
  /** plain text of `html` by kit/html/text */
  text: string;
  /** pictures left in the body, in order; the first may serve as lead */
  images: Picture[];
  /** what passes harvested before they removed it */
  editor?: string;
  origin?: string;
  originalTitle?: string;
  notes: Note[];
}

/** Hostile HTML to safe canonical HTML. Never fails: the worst input gives an empty body. */
export function cleanHtml(_html: string, _needs: CleanNeeds): Cleaned {
  return { html: '', text: '', images: [], notes: [] };
}
