import { htmlToText } from '../../kit/html/text.ts';
import { measure, type PageTree, readPageTree } from '../page-tree.ts';
import type { Trace } from '../trim/mark-furniture.ts';
import type { BodyFound } from './body-found.ts';
import type { Hints } from './candidates.ts';
import { lookForBody } from './look-for-body.ts';
import { scriptText } from './script-text.ts';
import { toldBody } from './told-body.ts';

/** Share of the known text below which it is looked for again, then taken as it is told. */
const HELD_LITTLE = 0.35;

/**
 * Where the article stands. Looked for twice: as names and hidden parts say, and, where that gives nothing or little of a known text, as if
 * they said nothing; at last the text that the page tells machines, or the text in its scripts. No length is required: a flash is an article.
 */
export function findBody(page: PageTree, given: Hints, trace?: Trace): BodyFound | undefined {
  const hints = given.articleBody === undefined ? given : { ...given, articleBody: plainText(given.articleBody) };
  const strict = lookForBody(page, hints, 'strict', trace);
  if (strict && (strict.held >= HELD_LITTLE || hints.articleBody === undefined)) return strict;
  trace?.('again', 'little or nothing found: names and hidden parts are not believed');
  for (const node of page.nodes) node.gone = undefined;
  page.goneText.clear();
  measure(page);
  const lenient = lookForBody(page, hints, 'lenient', trace);
  if (lenient && (strict === undefined || lenient.held > Math.max(HELD_LITTLE, strict.held))) return lenient;
  const told =
    toldBody(page, hints.articleBody, strict ?? lenient, 'text told to machines') ??
    (strict === undefined ? toldBody(page, scriptText(page), lenient, 'text in a script') : undefined);
  if (told) trace?.('told', `${told.candidates[0]!.why[0]} is taken`);
  return told ? trimmed(told, hints, trace) : (strict ?? lenient);
}

/** Markup that was told has captions and credits like a page's own. */
function trimmed(told: BodyFound, hints: Hints, trace?: Trace): BodyFound {
  const { title, lang } = hints;
  const found = lookForBody(
    readPageTree(`<body><article>${told.write()}</article></body>`),
    { ...(title === undefined ? {} : { title }), ...(lang === undefined ? {} : { lang }) },
    'lenient',
    trace,
  );
  return found ? { ...told, write: found.write } : told;
}

/** Publishers write markup and entities, once or twice escaped, into what should be plain text. */
function plainText(text: string): string {
  let plain = text.trim();
  for (let i = 0; i < 2 && /<[a-z/]|&#?\w{2,8};/i.test(plain); i++) plain = htmlToText(plain.replace(/\n/g, '<br>'));
  return plain;
}
