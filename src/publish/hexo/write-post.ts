import { localTime } from '../../kit/zone.ts';
import type { Article } from '../../model/article.ts';
import type { LabelKind } from '../../model/label.ts';
import { originalUrl } from '../original-url.ts';
import type { PictureFor } from '../shown-picture.ts';
import { frontMatter } from './front-matter.ts';
import { postBody } from './post-body.ts';
import { rsshubPagePost } from './rsshub-page.ts';

export interface HexoOptions {
  profile: 'hexo' | 'rsshub-page';
  /** IANA zone of the newsroom: Hexo reads zone-less dates in its own */
  timeZone: string;
  /** companies, people, places, organisations and topics become tags */
  labelsAsTags: boolean;
  /** what readers call a section; its slug unless given */
  sectionTitle?: (slug: string) => string | undefined;
  /** local copies of pictures */
  images?: PictureFor;
}

/** One post. The file is named after the article's address, which never changes; so a corrected article replaces its own post. */
export function hexoPost(article: Article, options: HexoOptions): { file: string; text: string } {
  const day = /^\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(article.path)?.slice(1).join('-');
  const file = `${day === undefined ? '' : `${day}-`}${article.id}.md`;
  return { file, text: options.profile === 'hexo' ? ownPost(article, options) : ancestorPost(article) };
}

function ownPost(article: Article, options: HexoOptions): string {
  const { timeZone } = options;
  const published = localDate(article.published, timeZone);
  const seen = localDate(article.firstSeen, timeZone);
  const picture = article.lead && (options.images?.(article.lead.src)?.src ?? article.lead.src);
  const tags = names([...article.keywords, ...(options.labelsAsTags ? labelTags(article) : [])]);
  const head = frontMatter([
    ['title', plainLine(article.title) || article.id],
    ['date', published ?? seen],
    ['updated', localDate(article.updated, timeZone) ?? published ?? seen],
    ['undated', published === undefined ? true : undefined],
    ['permalink', article.path],
    [
      'categories',
      names([options.sectionTitle?.(article.section) ?? article.section, ...article.categories]).map(
        (name) => [name] as const,
      ),
    ],
    ['tags', tags.length > 0 ? tags : undefined],
    ['description', line(article.dek)],
    ['author', line(namesInOne(article.authors))],
    ['editor', line(article.editor)],
    ['origin', line(article.origin)],
    ['outlet', line(article.outlet)],
    ['source', originalUrl(article)],
    ['lang', /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(article.language ?? '') ? article.language : undefined],
    ['headimg', picture],
    ['thumbnail', picture],
    ['comments', false],
  ]);
  return `${head}\n${postBody(article, options.images)}`;
}

/** The ancestor's format. Byte for byte where the entry was kept as the feed had it. */
function ancestorPost(article: Article): string {
  const { raw, categories } = article;
  const [category = article.section, site = article.outlet, route = site] = categories;
  const instant = new Date(article.published ?? article.firstSeen);
  const date = Number.isNaN(instant.getTime()) ? new Date(article.firstSeen) : instant;
  return rsshubPagePost(
    {
      title: raw?.title ?? article.title,
      description: raw?.description ?? article.html,
      pubDate: raw?.published ?? date.toUTCString(),
    },
    { category, site, channel: raw?.channel ?? route },
  );
}

const TAG_KINDS = new Set<LabelKind>(['company', 'person', 'place', 'org', 'topic', 'keyword']);
const labelTags = (article: Article): string[] =>
  article.labels.filter((label) => TAG_KINDS.has(label.kind)).map((label) => label.surface);

/** `yyyy-mm-dd hh:mm:ss` without a zone: one with an offset is shifted by the zone of the machine that builds. */
function localDate(time: string | undefined, timeZone: string): { date: string } | undefined {
  if (time === undefined || Number.isNaN(Date.parse(time))) return undefined;
  const date = time.length === 10 ? `${time} 00:00:00` : localTime(time, timeZone);
  return /^\d{4}-/.test(date) ? { date } : undefined;
}

/** As their language joins names; both are read back. */
const namesInOne = (names: readonly string[]): string => names.join(names.some((name) => HAN.test(name)) ? '、' : ', ');
const HAN = /\p{Script=Han}/u;

const plainLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const line = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : plainLine(text) || undefined;

/** Hexo makes a folder of every category and tag (255 bytes at most) and prints their names unescaped. */
const LONGEST = 60;
const names = (given: readonly string[]): string[] => [
  ...new Set(
    given
      .map((name) => plainLine(name).replaceAll('<', '＜').replaceAll('>', '＞'))
      .filter((name) => name.length <= LONGEST && /[\p{L}\p{N}]/u.test(name)),
  ),
];
