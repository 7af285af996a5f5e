import type { ExtractNeeds } from '../extract-needs.ts';
import type { Line } from '../head/page-lines.ts';
import type { Head } from '../head/read-head.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { CAPTION_BOX } from '../trim/drop-credits.ts';
import { foldText } from './fold-text.ts';

/** A value and where it came from: `json-ld`, `meta:og:title`, `visible:h1`. */
export interface Found<T = string> {
  value: T;
  from: string;
}

/** What every field reads: the page, its head, its visible lines and where headline and body lie in them. */
export interface PageFacts {
  page: PageTree;
  head: Head;
  needs: ExtractNeeds;
  lines: Line[];
  /** most characters of the body (or page) are Chinese */
  chinese: boolean;
  /** index in `lines` of the visible headline; undefined when the headline is not seen on the page */
  headline?: number;
  /** first line of the body and one past its last */
  body?: { from: number; to: number };
}

export function readPageFacts(
  page: PageTree,
  head: Head,
  body: { root: PageNode } | undefined,
  needs: ExtractNeeds,
): PageFacts {
  const { lines } = head;
  const facts: PageFacts = { page, head, needs, lines, chinese: isChinese(head, body?.root ?? page.nodes[0], lines) };
  const range = body && bodyLines(page, lines, body.root);
  if (range) facts.body = range;
  return facts;
}

/** Captions are no text, and stand in the body all the same. */
const isOut = ({ gone }: PageNode): boolean => gone !== undefined && gone !== CAPTION_BOX;

/** First and last line of the body that no step has removed. */
function bodyLines(page: PageTree, lines: Line[], root: PageNode): { from: number; to: number } | undefined {
  let from = -1;
  let to = -1;
  for (let i = 0; i < lines.length; i++) {
    const { at, node } = lines[i]!;
    if (at < root.at || at >= root.end || isOut(node) || isOut(page.nodes[at]!)) continue;
    if (from < 0) from = i;
    to = i + 1;
  }
  return from < 0 ? undefined : { from, to };
}

function isChinese(head: Head, root: PageNode | undefined, lines: Line[]): boolean {
  if (/^(ja|ko)/i.test(head.lang ?? '') && !/^zh/i.test(head.lang ?? '')) return false;
  if (!root || root.textLength === 0) return false;
  if (root.cjk / root.textLength < 0.25) return false;
  // kana or hangul in running text is Japanese or Korean whatever the lang says
  let kana = 0;
  let seen = 0;
  for (const line of lines) {
    if (line.text.length < 20) continue;
    for (let i = 0; i < line.text.length && i < 200; i++) {
      const c = line.text.charCodeAt(i);
      if ((c >= 0x3040 && c <= 0x30ff) || (c >= 0xac00 && c <= 0xd7af)) kana++;
    }
    seen += Math.min(line.text.length, 200);
    if (seen > 4000) break;
  }
  return kana < seen * 0.08;
}

/** The line that shows this headline; headings before other lines, then the one nearest above the body. */
export function findHeadline(facts: PageFacts, title: string): number | undefined {
  const wanted = foldText(title);
  if (wanted.length < 2) return undefined;
  let best: { index: number; score: number } | undefined;
  const bodyEnd = facts.body?.to ?? facts.lines.length;
  for (let i = 0; i < facts.lines.length && i < bodyEnd; i++) {
    const line = facts.lines[i]!;
    if (line.text.length > title.length * 2 + 20 || line.text.length * 2.5 < title.length) continue;
    const text = foldText(line.text);
    if (
      text !== wanted &&
      !(text.length > 8 && wanted.includes(text) && text.length > wanted.length * 0.6) &&
      !text.startsWith(wanted)
    )
      continue;
    const tag = headingOf(facts.page, line.node);
    const score =
      (text === wanted ? 4 : 0) +
      (tag === 'h1' ? 6 : tag ? 3 : 0) -
      (line.link > line.text.length / 2 ? 3 : 0) +
      (/crumb|nav|menu|position|location/.test(line.node.name) ? -4 : 0);
    // a sticky bar repeats the headline at the top of the page: of equals the last before the body counts
    if (!best || score > best.score || (score === best.score && i < (facts.body?.from ?? 0)))
      best = { index: i, score };
  }
  return best?.index ?? firstHeading(facts, bodyEnd);
}

function headingOf(page: PageTree, node: PageNode): string | undefined {
  let at: PageNode | undefined = node;
  for (let i = 0; i < 3 && at; i++) {
    if (/^h[1-3]$/.test(at.tag)) return at.tag;
    if (/(^|[\s_-])(title|headline|tit)([\s_-]|$)/.test(at.name)) return 'title';
    at = page.nodes[at.parent];
  }
  return undefined;
}

/** A headline told only to machines: the h1 of the page nearest above the body stands in. */
function firstHeading(facts: PageFacts, bodyEnd: number): number | undefined {
  let found: number | undefined;
  for (let i = 0; i < bodyEnd; i++) {
    if (facts.lines[i]!.node.tag !== 'h1') continue;
    if (found !== undefined && i >= (facts.body?.from ?? 0)) break;
    found = i;
  }
  return found;
}
