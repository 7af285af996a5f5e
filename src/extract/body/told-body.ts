import { htmlToText } from '../../kit/html/text.ts';
import type { PageTree } from '../page-tree.ts';
import type { BodyFound } from './body-found.ts';
import { escapeText } from './write-body.ts';

/** Weight of a known text that may stand in for a body. */
export const TOLD_ENOUGH = 200;

/** The known text as a body, where the page's own markup does not hold it. */
export function toldBody(
  page: PageTree,
  text: string | undefined,
  found: BodyFound | undefined,
  why: string,
): BodyFound | undefined {
  const root = found?.root ?? page.nodes[0];
  if (root === undefined || text === undefined || text.length < TOLD_ENOUGH) return undefined;
  if (found && htmlToText(found.write()).length > text.length / 2) return undefined;
  const html = /<(p|br|div)\b/i.test(text)
    ? text
    : text
        .split(/\n+/)
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => `<p>${escapeText(line)}</p>`)
        .join('');
  return { root, write: () => html, candidates: [{ node: root, score: 0, why: [why] }] };
}
