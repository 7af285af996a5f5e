import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { decodeBytes } from '../../kit/charset.ts';
import { readDate } from '../../kit/dates.ts';
import { absoluteUrl } from '../../kit/url.ts';
import type { Entry, Feed } from '../../model/feed.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';

/** The protocol's own limit: 50,000 addresses a file. */
const MOST = 50_000;
/** And 50 MB, unpacked. */
const MOST_BYTES = 50 * 1024 * 1024;

interface Row {
  loc?: string;
  lastmod?: string;
  title?: string;
  date?: string;
  keywords?: string;
  image?: string;
}

/**
 * A sitemap, a news sitemap or a sitemap index (sitemaps.org 0.9, Google news 0.9, image 1.1), newest first where dates allow. A
 * document cut short keeps the rows that are whole. Problems: FEED_NOT_A_FEED.
 */
export function parseSitemap(
  bytes: Uint8Array,
  needs: { url: string; headers: Record<string, string>; now: Date },
): Outcome<Feed> {
  const type = needs.headers['content-type'];
  const { text, encoding } = decodeBytes(unzipped(bytes), type === undefined ? {} : { contentType: type });
  const rows: Row[] = [];
  const indexed: Row[] = [];
  let known = false;
  let outlet: string | undefined;
  let row: Row | undefined;
  let field: keyof Row | 'outlet' | undefined;
  let value = '';
  const parser = new Parser(
    {
      onopentag(name) {
        const local = name.slice(name.indexOf(':') + 1);
        if (local === 'urlset' || local === 'sitemapindex') known = true;
        if (!known) return;
        if ((local === 'url' || local === 'sitemap') && !name.includes(':')) row = {};
        field = name === 'image:loc' ? 'image' : FIELDS[local];
        value = '';
      },
      ontext(text) {
        if (field) value += text;
      },
      onclosetag(name) {
        const local = name.slice(name.indexOf(':') + 1);
        const text = value.trim();
        if (field === 'outlet') outlet ??= text || undefined;
        else if (field && row && text !== '' && row[field] === undefined) row[field] = text;
        field = undefined;
        if (local === 'url' && row && rows.length < MOST) rows.push(row);
        if (local === 'sitemap' && row && indexed.length < MOST) indexed.push(row);
        if (local === 'url' || local === 'sitemap') row = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.write(text);
  parser.end();
  if (!known) return fail(problem('FEED_NOT_A_FEED', { where: needs.url, why: 'no urlset and no sitemapindex' }));

  const date = (written: string | undefined): string | undefined => {
    const read = written === undefined ? undefined : readDate(written, { now: needs.now });
    return read && (read.precision === 'day' ? read.iso.slice(0, 10) : read.iso);
  };
  const entries = rows.flatMap((r): Entry[] => {
    const url = r.loc === undefined ? undefined : absoluteUrl(r.loc, needs.url);
    if (url === undefined) return [];
    const published = date(r.date);
    const updated = date(r.lastmod);
    const image = r.image === undefined ? undefined : absoluteUrl(r.image, needs.url);
    return [
      {
        url,
        authors: [],
        categories: r.keywords
          ? r.keywords
              .split(/[,，、]/)
              .map((word) => word.trim())
              .filter((word) => word !== '')
          : [],
        enclosures: [],
        ...(r.title === undefined ? {} : { title: r.title }),
        ...(published === undefined ? {} : { published }),
        ...(updated === undefined ? {} : { updated }),
        ...(image === undefined ? {} : { image }),
      },
    ];
  });
  entries.sort((a, b) => (b.published ?? b.updated ?? '').localeCompare(a.published ?? a.updated ?? ''));
  const sitemaps = indexed.flatMap((r) => {
    const url = r.loc === undefined ? undefined : absoluteUrl(r.loc, needs.url);
    const lastmod = date(r.lastmod);
    return url === undefined ? [] : [{ url, ...(lastmod === undefined ? {} : { lastmod }) }];
  });
  return ok({
    format: 'sitemap',
    entries,
    encoding,
    ...(outlet === undefined ? {} : { title: outlet }),
    ...(sitemaps.length > 0 ? { sitemaps } : {}),
  });
}

/** A sitemap may be a gzip file, which is none of HTTP's codings. */
function unzipped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return bytes;
  }
}

const FIELDS: Record<string, keyof Row | 'outlet'> = {
  loc: 'loc',
  lastmod: 'lastmod',
  title: 'title',
  publication_date: 'date',
  keywords: 'keywords',
  name: 'outlet',
};
