import { cleanHtml } from '../clean/clean-html.ts';
import type { ExtractNeeds } from '../extract/extract-needs.ts';
import { extractPage } from '../extract/extract-page.ts';
import { decodeBytes } from '../kit/charset.ts';
import type { Extraction } from '../model/extraction.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

/** Page bytes to an extraction whose `html` is clean and whose `text` is the text of that. */
export function readPage(bytes: Uint8Array, contentType: string | undefined, needs: ExtractNeeds): Outcome<Extraction> {
  const decoded = decodeBytes(bytes, contentType === undefined ? {} : { contentType });
  const found = extractPage(decoded.text, needs);
  if (!found.ok) return found;
  const base = found.value.canonical ?? needs.url;
  const cleaned = cleanHtml(found.value.html, {
    ...(base === undefined ? {} : { url: base }),
    ...(found.value.language === undefined ? {} : { language: found.value.language }),
  });
  if (cleaned.text === '') return fail(problem('EXTRACT_NO_BODY', needs.url === undefined ? {} : { where: needs.url }));
  const notes = [...found.value.notes, ...cleaned.notes];
  return ok({ ...found.value, html: cleaned.html, text: cleaned.text, notes }, notes);
}
