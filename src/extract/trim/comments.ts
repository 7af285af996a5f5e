import { attr, textContent } from '../../kit/html/tree.ts';
import { type BlockValues, summed } from '../body/block-values.ts';
import type { PageNode, PageTree } from '../page-tree.ts';
import { HEADING } from './lines.ts';
import { isBelowArticle } from './teasers.ts';

/** The button below what a reader wrote. */
const REPLY =
  /^[\s\W]*(?:reply|replies|respond|responder|répondre|rispondi|antworten|beantworten|antwoorden?|svara|svar|vastaa|odpowiedz|odpovědět|ответить|відповісти|yanıtla|cevapla|balas|trả lời|回复|回覆|答复|返信|返信する|답글|رد|जवाब दें)[\s\W]*(?:\d+[\s\W]*)?$/i;
/** When it was written, alone on its line: so long ago. */
const AGO = new RegExp(
  [
    /^.{0,12}\b\d{1,2}\s*(?:s|m|h|d|w|y|mo|secs?|mins?|hours?|hrs?|days?|weeks?|months?|years?|seconds?|minutes?)(?:\s+ago\b.{0,16}|$)/,
    /^(?:vor|il y a|hace|há|fa|för)\s+.{1,24}$|^.{1,24}\s(?:ago|atrás|fa|назад|sedan|siden|temu|önce|yang lalu|trước|geleden)$/,
    /^(?:\d{1,3}\s?(?:秒|分钟|分鐘|分|小时|小時|時間|天|日|周|月|个月|年)前|昨天|前天|今天|刚刚|방금|\d{1,3}(?:분|시간|일|주|개월|년) 전).{0,12}$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
/** The same: a day with its year. */
const DAY =
  /^.{0,16}\b(?:\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}\.? \p{L}{1,9}\.?,? \d{4}|\p{L}{1,9}\.? \d{1,2},? \d{4})\b.{0,24}$/u;
const SHORT = 48;
/** Entries side by side before they are readers' words: with a button to answer, without one. */
const ANSWERED = 2;
const DATED = 3;
/** Share of the page's prose that they may be, if an article stands above them. */
const MOST = 0.9;
const BOXES = new Set(['div', 'li', 'article', 'section', 'tr', 'dd']);

/** Lists of what readers wrote, by their shape: entries side by side below an article, each with a name, a time or a button to answer it. */
export function findComments(page: PageTree, own: BlockValues, headline: PageNode | undefined): PageNode[] {
  const { nodes } = page;
  const marks = new Uint8Array(nodes.length + 1);
  const dates = new Uint32Array(nodes.length + 1);
  const replies = new Uint32Array(nodes.length + 1);
  let quoted = 0;
  for (const node of nodes) {
    // a post that the article shows is its own
    if (node.tag === 'blockquote') quoted = Math.max(quoted, node.end);
    dates[node.at + 1] = dates[node.at]!;
    replies[node.at + 1] = replies[node.at]!;
    if (node.gone !== undefined || node.own === 0 || node.textLength > SHORT || node.at < quoted) continue;
    const text = textContent(node.element).replace(/\s+/g, ' ').trim();
    if (REPLY.test(text)) replies[node.at + 1]!++;
    else if (AGO.test(text) || DAY.test(text)) dates[node.at + 1]!++;
    else continue;
    marks[node.at] = 1;
  }
  if (dates[nodes.length]! + replies[nodes.length]! < ANSWERED) return [];
  const { good } = summed(page, own);
  const lists = new Map<string, PageNode[]>();
  for (const node of nodes) {
    if (node.gone !== undefined || !BOXES.has(node.tag) || node.parent < 0 || marks[node.at] === 1) continue;
    const marked = dates[node.end]! - dates[node.at]! + replies[node.end]! - replies[node.at]!;
    if (marked === 0 || node.textLength < 12) continue;
    const key = `${node.parent} ${node.tag} ${node.name.replace(/[\s_-]*\d[\w-]*/g, '')}`;
    const beside = lists.get(key);
    if (beside) beside.push(node);
    else lists.set(key, [node]);
  }
  const found: PageNode[] = [];
  let until = 0;
  for (const entries of [...lists.values()].sort((a, b) => a[0]!.at - b[0]!.at)) {
    const first = entries[0]!;
    if (first.at < until || !areComments(page, entries, replies)) continue;
    const prose = entries.reduce((sum, { at }) => sum + good[at]!, 0);
    if (prose > good[0]! * MOST || !isBelowArticle(own, headline, first)) continue;
    const box = nodes[first.parent]!;
    const whole = prose > good[box.at]! * 0.7 && !(headline && headline.at > box.at && headline.at < box.end);
    found.push(...(whole ? [box] : entries));
    until = whole ? box.end : entries.at(-1)!.end;
  }
  return found;
}

function areComments(page: PageTree, entries: readonly PageNode[], replies: Uint32Array): boolean {
  const answered = entries.filter(({ at, end }) => replies[end]! > replies[at]!).length;
  if (answered >= ANSWERED && answered * 2 > entries.length) return true;
  return entries.length >= DATED && entries.every((entry) => isSigned(page, entry));
}

/** No headline and no picture but that of its writer, whose name is a line or a link. */
function isSigned(page: PageTree, entry: PageNode): boolean {
  let pictures = 0;
  let signed = false;
  for (let i = entry.at + 1; i < entry.end; i++) {
    const { tag, own, textLength, element } = page.nodes[i]!;
    if (HEADING.test(tag)) return false;
    if (tag === 'img' && attr(element, 'src') !== undefined && ++pictures > 1) return false;
    if (own > 1 && textLength <= SHORT && !/[.!?。！？]\s*$/.test(textContent(element))) signed = true;
  }
  return signed;
}
