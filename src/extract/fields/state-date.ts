import type { PageFacts } from './page-facts.ts';
import { readPageTime, type PageTime as Time } from './page-time.ts';

/** Keys of the state that scripts of a page begin with. */
const KEY =
  /\\?"(?:date_?published|published_?(?:at|date|time)|publish_?(?:date|time)|publication_?date|first_?published(?:_?(?:at|date))?|pub_?date|deploy_?(?:dt|date)|release_?date)\\?"\s?:\s?\\?"([^"\\]{8,40})/gi;
/** The same as attributes: `data-publish-date`; `data-re-deploy-dt` is a change. */
const ATTRIBUTE =
  /^data-(?:article-)?(?:date-published|publish(?:ed)?(?:-(?:at|date|time|on))?|publication-date|pub-?date|deploy-(?:dt|date)|release-date)$/;
/** Characters of scripts and dates that are looked at, at most. */
const MOST_TEXT = 3_000_000;
const MOST = 40;

/**
 * The day in the state of a page that prints no date and tells none to machines. Lists of other articles are in there, too: only when
 * all that is found is one day.
 */
export function fromState(facts: PageFacts): Time | undefined {
  const found: Time[] = [];
  let read = 0;
  const add = (text: string, from: string): void => {
    const time = readPageTime(facts, text, from);
    if (time) found.push(time);
  };
  for (const { tag, element } of facts.page.nodes) {
    if (found.length >= MOST) break;
    for (const { name, value } of element.attrs)
      if (name.startsWith('data-') && value.length < 60 && ATTRIBUTE.test(name)) add(value, `attribute:${name}`);
    const first = tag === 'script' ? element.childNodes[0] : undefined;
    if (!first || !('value' in first) || read + first.value.length > MOST_TEXT) continue;
    read += first.value.length;
    for (const match of first.value.matchAll(KEY)) {
      add(match[1]!, 'script');
      if (found.length >= MOST) break;
    }
  }
  const days = new Set(found.map((time) => time.value.slice(0, 10)));
  return days.size === 1 ? (found.find((time) => time.timed) ?? found[0]) : undefined;
}
