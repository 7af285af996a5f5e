import { type Cleaned, cleanHtml } from '../clean/clean-html.ts';
import type { Entry } from '../model/feed.ts';
import type { SourceConfig } from '../model/newsroom.ts';

/** Below this a single paragraph is more likely a lead than an article (characters; CJK counts double). */
const TEASER_WEIGHT = 400;
/** Several whole paragraphs are an article from this weight on. */
const SEVERAL = 240;
const SENTENCE = /[。！？.!?”"）)]\s*$/;
const CUT =
  /(…|\.{3}|\[…\]|\[\.{3}\]|&hellip;)\s*$|(阅读全文|查看全文|阅读原文|点击查看|read more|continue reading|read the rest|more »)[\s.…»>]*$/i;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

export interface EntryBody {
  cleaned: Cleaned;
  /** the page has to be read for the whole text */
  teaser: boolean;
}

/** The entry's own body, cleaned, and whether it is only a lead. */
export function entryBody(entry: Entry, fullText: SourceConfig['fullText']): EntryBody {
  const html = entry.content ?? entry.summary ?? '';
  const cleaned = cleanHtml(html, entry.url === undefined ? {} : { url: entry.url });
  if (fullText !== 'auto') return { cleaned, teaser: fullText === 'always' };
  return { cleaned, teaser: isTeaser(cleaned, entry.content !== undefined) };
}

function isTeaser(cleaned: Cleaned, declaredContent: boolean): boolean {
  const text = cleaned.text.trim();
  if (text === '' || CUT.test(text.slice(-40))) return true;
  const weight = text.length + (text.match(CJK)?.length ?? 0);
  const sentences = text.split('\n').filter((line) => SENTENCE.test(line)).length;
  if (sentences > 1) return weight < (declaredContent ? SEVERAL / 2 : SEVERAL);
  return weight < (declaredContent ? TEASER_WEIGHT / 2 : 2 * TEASER_WEIGHT);
}
