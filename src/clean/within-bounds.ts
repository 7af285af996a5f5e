import type { Note } from '../model/note.ts';

/** UTF-16 units and tags of a body: what is more takes seconds and hundreds of megabytes, and no article is as long. */
const LONGEST = 2_000_000;
const MOST_TAGS = 120_000;
/** Pictures written into the HTML: megabytes that are left out anyway. */
const WRITTEN_IN = /data:[a-z]{1,20}\/[a-z0-9.+-]{1,40};base64,[A-Za-z0-9+/=]+/gi;

/** HTML that can be parsed in bounded time and memory; what is cut off leaves a note. */
export function withinBounds(html: string, notes: Note[]): string {
  let end = 0;
  let kept = html.length > LONGEST ? html.replace(WRITTEN_IN, '') : html;
  const whole = kept.length;
  for (let tags = 0, at = kept.indexOf('<'); ; at = kept.indexOf('<', at + 1)) {
    end = at < 0 ? kept.length : at;
    if (at < 0 || ++tags > MOST_TAGS) break;
  }
  end = Math.min(end, LONGEST);
  if (end < whole) {
    kept = kept.slice(0, end);
    notes.push({ code: 'cut-body', says: `only the first ${end} of ${whole} characters were read`, step: 'build' });
  }
  return kept;
}
