import type { Cleaned } from '../clean/clean-html.ts';
import { readTextFields } from '../extract/fields/read-text-fields.ts';
import { sha256 } from '../kit/hash.ts';
import { htmlToText } from '../kit/html/text.ts';
import { articleId } from '../kit/id.ts';
import { canonicalUrl, hostOf } from '../kit/url.ts';
import { localDay } from '../kit/zone.ts';
import { labelArticle } from '../label/label-article.ts';
import type { Article } from '../model/article.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Entry } from '../model/feed.ts';
import type { Newsroom, SourceConfig } from '../model/newsroom.ts';
import { picturesOf } from '../publish/images/pictures-of.ts';
import type { ArticleDraft } from '../store/store.ts';
import { captionedHtml } from './captioned-html.ts';
import { labelLists, linkedWords } from './label-lists.ts';

export interface DraftInput {
  entry: Entry;
  source: SourceConfig;
  newsroom: Newsroom;
  /** ISO UTC */
  firstSeen: string;
  /** the entry's own body, cleaned */
  body?: Cleaned;
  /** what the page gave, its html clean */
  page?: Extraction;
  feedTitle?: string;
}

/**
 * One article from an entry and what was read behind it.
 * The feed's headline wins unless it is cut short; the page's time wins when it is finer on the same day; nothing is invented.
 */
export function draftArticle(input: DraftInput): ArticleDraft {
  const { entry, source, newsroom, body, page } = input;
  const url = addressOf(entry, page);
  const id = articleId(url);
  const images = page?.images ?? body?.images ?? [];
  const html = page ? captionedHtml(page.html, images) : (body?.html ?? '');
  const text = page && html !== page.html ? htmlToText(html) : (page?.text ?? body?.text ?? '');
  const told = page ? undefined : readTextFields(text);
  const published = clampFuture(chooseTime(entry.published, page?.published), input.firstSeen);
  const day =
    published && published.length === 10 ? published : localDay(published ?? input.firstSeen, newsroom.site.timeZone);
  const lead = page
    ? page.image === undefined
      ? undefined
      : (images.find((picture) => picture.src === page.image) ?? { src: page.image })
    : (images[0] ?? (entry.image === undefined ? undefined : { src: entry.image }));
  const article: Omit<Article, 'revision' | 'labels'> = {
    id,
    url,
    path: `/${day.replaceAll('-', '/')}/${id}/`,
    sourceId: source.id,
    section: source.section,
    outlet: source.outlet ?? page?.outlet ?? input.feedTitle ?? source.title ?? hostOf(url),
    title: chooseTitle(entry.title, page?.title) ?? text.slice(0, 40).split('\n')[0] ?? url,
    authors: [page?.authors, entry.authors, told?.authors].find((names) => names?.length) ?? [],
    firstSeen: input.firstSeen,
    categories: [...new Set([...(source.categories ?? []), ...entry.categories])],
    keywords: page?.keywords ?? [],
    attachments: page?.attachments ?? [],
    images,
    html,
    text,
    notes: page?.notes ?? body?.notes ?? [],
    ...pick('originalTitle', page?.originalTitle ?? body?.originalTitle),
    ...pick('dek', page?.dek),
    ...pick('editor', page?.editor ?? body?.editor),
    ...pick('origin', page?.origin ?? body?.origin ?? entry.origin),
    ...pick('dateline', page?.dateline ?? told?.dateline),
    ...pick('published', published),
    ...pick('updated', toUtc(page?.updated) ?? entry.updated),
    ...pick('language', page?.language),
    ...pick('lead', lead),
    ...pick('document', documentOf(page)),
    ...pick('raw', newsroom.outputs.hexo?.profile === 'rsshub-page' ? rawOf(input) : undefined),
  };
  const labels = newsroom.labels.on
    ? labelArticle(
        {
          title: article.title,
          text,
          section: article.section,
          linked: linkedWords(article.notes),
          ...pick('published', published),
        },
        { settings: newsroom.labels },
      )
    : [];
  const section = newsroom.site.sections.find((s) => s.slug === article.section)?.title ?? article.section;
  return {
    ...article,
    labels,
    hash: sha256(`${article.title}\n${text}`),
    ...pick('pictures', newsroom.site.images === 'keep' ? picturesOf(article) : undefined),
    lists: [
      { key: 'all', title: newsroom.site.title },
      { key: `section:${article.section}`, title: section },
      { key: `source:${source.id}`, title: source.title ?? article.outlet },
      { key: `day:${day}`, title: day },
      { key: `month:${day.slice(0, 7)}`, title: day.slice(0, 7) },
      ...labelLists(labels),
    ],
  };
}

const pick = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

/** The page's canonical address counts only on the same host and below its root: sites get it wrong. */
function addressOf(entry: Entry, page: Extraction | undefined): string {
  const own = canonicalUrl(entry.url ?? '');
  if (page?.canonical === undefined || hostOf(page.canonical) !== hostOf(own)) return own;
  return new URL(page.canonical).pathname.length > 1 ? canonicalUrl(page.canonical) : own;
}

function chooseTitle(feed: string | undefined, page: string | undefined): string | undefined {
  if (feed === undefined || feed.trim() === '') return page;
  if (page === undefined) return feed;
  const cut = feed.replace(/(…|\.{3,})\s*$/, '').trim();
  return page.length > cut.length && page.startsWith(cut) ? page : feed;
}

const toUtc = (time: string | undefined): string | undefined =>
  time === undefined || time.length === 10 || Number.isNaN(Date.parse(time)) ? time : new Date(time).toISOString();

function chooseTime(feed: string | undefined, page: string | undefined): string | undefined {
  const fine = toUtc(page);
  if (feed === undefined) return fine;
  return fine !== undefined && feed.length === 10 && fine.length > 10 ? fine : toUtc(feed);
}

function rawOf({ entry, feedTitle }: DraftInput): Article['raw'] {
  return {
    ...pick('title', entry.verbatim?.title ?? entry.title),
    ...pick('description', entry.verbatim?.description ?? entry.content ?? entry.summary),
    ...pick('published', entry.verbatim?.published),
    ...pick('channel', feedTitle),
  };
}

const DAY_MS = 86_400_000;

/** A time more than a day ahead of its first sighting is no publication time. */
const clampFuture = (time: string | undefined, firstSeen: string): string | undefined =>
  time !== undefined && Date.parse(time) > Date.parse(firstSeen) + DAY_MS ? undefined : time;

function documentOf(page: Extraction | undefined): Article['document'] | undefined {
  if (!page?.documentNumber && !page?.issuer && !page?.issued) return undefined;
  return { ...pick('number', page.documentNumber), ...pick('issuer', page.issuer), ...pick('issued', page.issued) };
}
