import { htmlToText } from '../kit/html/text.ts';
import { isCutShort } from '../kit/html/tree.ts';
import type { Extraction } from '../model/extraction.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { findSiteRule } from '../sites/find-site-rule.ts';
import type { Hints } from './body/candidates.ts';
import { findBody } from './body/find-body.ts';
import type { ExtractNeeds } from './extract-needs.ts';
import { readFields } from './fields/read-fields.ts';
import { readHeadline } from './fields/read-headline.ts';
import { followingPages } from './following-pages.ts';
import { headlineNode } from './head/headline-node.ts';
import { metaOf, readHead } from './head/read-head.ts';
import { readImages } from './images/read-images.ts';
import { type PageTree, readPageTree } from './page-tree.ts';
import { prune, readTold } from './site-told.ts';

/** Longest page that is parsed, UTF-16 units; most of such a page is scripts and pictures written into it. */
const LONGEST = 12_000_000;
/** Characters of text of a page that is still an article: what is more takes longer than 2 s or 300 MB. */
const MOST_TEXT = 1_500_000;
/** Tags and comments a page may hold before it is parsed at all. */
const MOST_TAGS = 180_000;

/** Decoded page to extraction: tree, head, fields, pictures, body, in this order. Problems: EXTRACT_NO_BODY, EXTRACT_TOO_LARGE. */
export function extractPage(source: string, needs: ExtractNeeds): Outcome<Extraction> {
  const where = needs.url === undefined ? {} : { where: needs.url };
  if (source.length > LONGEST || tagsOf(source) > MOST_TAGS)
    return fail(problem('EXTRACT_TOO_LARGE', { ...where, why: `${source.length} characters` }));
  const rule = needs.rule ?? (needs.url === undefined ? undefined : findSiteRule(needs.url));
  const page = readPageTree(source, needs.url, rule && ((document) => prune(document, rule)));
  const shown = page.nodes[0]?.textLength ?? 0;
  if (isCutShort(page.document) || shown > MOST_TEXT)
    return fail(
      problem('EXTRACT_TOO_LARGE', { ...where, why: `${page.nodes.length} elements, ${shown} characters of text` }),
    );
  const head = readHead(page);
  const told = rule && readTold(page, head, rule, needs.now);
  const title = told?.fields.title ?? readHeadline(page, head, needs);
  const pages = followingPages(page, needs.url);
  const hints = { ...hintsOf(page, head, title, needs), ...(told?.root && { told: told.root }) };
  const body = findBody(page, hints, needs.trace);
  if (!body) return fail(problem('EXTRACT_NO_BODY', where));
  const fields = readFields(page, head, body, needs);
  const pictures = readImages(page, head, body, needs, fields.authors);
  const html = body.write({ base: head.base ?? needs.url, sources: pictures.sources });
  const text = htmlToText(html);
  if (text === '') return fail(problem('EXTRACT_NO_BODY', where));
  const { from, ...found } = fields;
  return ok({
    authors: [],
    keywords: [],
    attachments: [],
    ...found,
    ...told?.fields,
    ...(pictures.image === undefined ? {} : { image: pictures.image }),
    images: pictures.images,
    pages,
    html,
    text,
    from: { ...from, ...told?.from, ...pictures.from, body: body.candidates[0]?.why.join(', ') ?? '' },
    notes: [],
  });
}

/** `<` in the page, counted no further than it matters. */
function tagsOf(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= MOST_TAGS; at = html.indexOf('<', at + 1)) count++;
  return count;
}

function hintsOf(
  page: PageTree,
  head: ReturnType<typeof readHead>,
  title: string | undefined,
  needs: ExtractNeeds,
): Hints {
  const articleBody = head.jsonLd.find((article) => article.articleBody !== undefined)?.articleBody ?? needs.feedBody;
  const description = metaOf(head, ['og:description', 'description'])?.value;
  const headline = headlineNode(page, title);
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(head.lang === undefined ? {} : { lang: head.lang }),
    authors: [...head.jsonLd.flatMap((one) => one.authors), ...(head.meta.get('author') ?? [])].slice(0, 20),
    ...(articleBody === undefined
      ? {}
      : { articleBody: articleBody.includes('<') ? htmlToText(articleBody) : articleBody }),
    ...(headline === undefined ? {} : { headline }),
  };
}
