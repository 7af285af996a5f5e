import type { Article, Revision } from '../../../model/article.ts';
import { html, type Raw, raw } from '../../markup.ts';
import { originalUrl } from '../../original-url.ts';
import type { PageContext } from '../../page-context.ts';
import { clip } from '../../plain.ts';
import type { Parts } from '../../sink.ts';
import type { Others } from '../../stories.ts';
import { clauses } from '../clauses.ts';
import { frame } from '../frame.ts';
import { headLink, headTime, outletName } from '../head-line.ts';
import { sourceAddress } from '../lists/list-kinds.ts';
import { ARTICLE_SIZES, pictureTag } from '../picture.ts';
import { sectionAddress } from '../section-address.ts';
import { foreign } from '../tongue.ts';
import { articleBody } from './article-body.ts';
import { articleHeadTags } from './article-head-tags.ts';
import { description } from './article-summary.ts';
import { corrections } from './corrections.ts';
import { factsBox } from './facts-box.ts';
import { metaLine } from './meta-line.ts';
import type { Neighbours } from './neighbours.ts';

const HEADLINE_LIMIT = 500;
const FIELD_LIMIT = 200;
const MARK = '<u data-k=';
const HAN = /\p{Script=Han}/gu;

const hasHan = (text: string, least: number): boolean => {
  let there = 0;
  for (const _ of text.matchAll(HAN)) if (++there >= least) return true;
  return least <= 0;
};

/** A Han character is as wide as two Latin letters. */
const isLong = (title: string): boolean => title.length > 60 && hasHan(title, 121 - title.length);

/** Few Han characters in the first lines: set as Latin text is set, without indent. */
const latin = (text: string): boolean => {
  const some = text.slice(0, 300);
  return some !== '' && !hasHan(some, some.length / 10);
};

/** What stands around an article on its page. */
export interface Around {
  revisions: readonly Revision[];
  neighbours: Neighbours;
  others: Others;
  /** `kind:id` of labels that have pages */
  linked: ReadonlySet<string>;
}

export function articlePage(
  article: Article,
  { revisions, neighbours, others, linked }: Around,
  context: PageContext,
): Parts {
  const { words, href } = context;
  const title = clip(article.title.trim() === '' ? article.url : article.title.trim(), HEADLINE_LIMIT);
  const body = articleBody(article, context);
  const facts = factsBox(article, linked, context);
  const lang = foreign(article.language, context);
  const original = originalUrl(article);
  const summary = description(article);
  return frame(
    {
      kind: `article${facts ? ' has-facts' : ''}`,
      title,
      path: article.path,
      section: article.section,
      ...(summary === '' ? {} : { description: summary }),
      feeds: [
        { path: sectionAddress(article.section), title: context.sectionTitle(article.section) },
        { path: '/', title: context.site.title },
      ],
      head: articleHeadTags(article, { title, summary }, context),
      main: html`<article class="wrap${latin(article.text) && ' latin'}">
<header class="top">
<p class="kicker"><a href="${href(sectionAddress(article.section))}">${context.sectionTitle(article.section)}</a></p>
<h1${isLong(title) && html` class="long"`}${lang}><bdi>${clauses(title)}</bdi></h1>
${article.originalTitle && html`<p class="sub">${words.originalTitle}${words.colon}<bdi>${clip(article.originalTitle, HEADLINE_LIMIT)}</bdi></p>`}
${article.dek && !hasDek(article.text, article.dek) && html`<p class="dek"${lang}><bdi>${clip(article.dek, 600)}</bdi></p>`}
${metaLine(article, body.text.includes(MARK), context)}
</header>
${leadFigure(article, context)}
<div class="columns">
<div class="body" dir="auto"${lang}>${body}</div>
${facts}
</div>
<footer class="end">
<p class="source-line">${original !== undefined && html`<a rel="noopener external" href="${original}">${words.original}</a> `}<bdi>${outletName(article)}</bdi> · <a href="${href(sourceAddress(article.sourceId))}">${words.source}</a></p>
${printedLinks(body.text)}${documentLine(article, context)}${attachments(article, context)}${otherReports(others, context)}${corrections(revisions, context)}
<nav class="neighbours" aria-label="${context.sectionTitle(article.section)}">${
        neighbours.previous && html`<p><span>${words.previous}</span>${headLink(neighbours.previous, context)}</p>`
      }${neighbours.newer && html`<p class="newer"><span>${words.next}</span><a href="${href(neighbours.newer)}">${words.nextInList(context.sectionTitle(article.section))}</a></p>`}</nav>
</footer>
</article>`,
    },
    context,
  );
}

function leadFigure(article: Article, context: PageContext): Raw | undefined {
  const { lead } = article;
  if (!lead || article.html.includes(lead.src.replaceAll('&', '&amp;'))) return undefined;
  return html`<figure class="main-picture"${foreign(article.language, context)}>${pictureTag(lead, context, { lazy: false, sizes: ARTICLE_SIZES })}${
    lead.caption && html`<figcaption><bdi>${clip(lead.caption, 1000)}</bdi></figcaption>`
  }</figure>`;
}

const LINK = /<a [^>]*?href="(http[^"]*)"/g;

/** What paper shows for the links of the body, by the numbers its style sheet gives them. */
function printedLinks(body: string): Raw | undefined {
  const links = [...body.matchAll(LINK)].map((match) => match[1]!);
  return links.length === 0
    ? undefined
    : html`<ol class="links">${links.map((address) => html`<li>${raw(address)}</li>`)}</ol>\n`;
}

const fold = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** Captions and the like that may stand above a standfirst, characters. */
const ABOVE = 600;

/** The dek is printed once: where the body has it at its beginning, it stays there. */
const hasDek = (text: string, dek: string): boolean =>
  fold(text.slice(0, 2 * dek.length + ABOVE)).includes(fold(dek).slice(0, 40));

function otherReports(others: Others, context: PageContext): Raw | undefined {
  if (others.length === 0) return undefined;
  return html`<section class="others"><h2>${context.words.others(others.length)}</h2><ul>${others.map(
    (head) => html`<li><bdi>${outletName(head)}</bdi> ${headLink(head, context)} ${headTime(head, context)}</li>`,
  )}</ul></section>`;
}

function documentLine(article: Article, context: PageContext): Raw | undefined {
  const { document } = article;
  if (!document) return undefined;
  const { words } = context;
  const rows = [
    [words.document, document.number],
    [words.issuer, document.issuer],
    [words.issued, document.issued],
  ].filter((row): row is [string, string] => row[1] !== undefined);
  return html`<dl class="document">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd><bdi>${clip(value, FIELD_LIMIT)}</bdi></dd></div>`)}</dl>`;
}

function attachments(article: Article, context: PageContext): Raw | undefined {
  if (article.attachments.length === 0) return undefined;
  return html`<section class="attachments"><h2>${context.words.attachments}</h2><ul>${article.attachments.map(
    (file) => html`<li><a rel="noopener external" href="${file.url}"><bdi>${file.title}</bdi></a></li>`,
  )}</ul></section>`;
}
