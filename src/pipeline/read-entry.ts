import { joinPages } from '../extract/join-pages.ts';
import type { Extraction } from '../model/extraction.ts';
import { describeProblem, PROBLEMS, type Problem } from '../model/problem.ts';
import type { EntryRow, ReadCommit, SourceRow } from '../store/store.ts';
import { withoutCommonPictures } from './common-pictures.ts';
import { draftArticle } from './draft.ts';
import { entryBody } from './entry-body.ts';
import { withReprints } from './find-reprints.ts';
import type { LineNeeds } from './needs.ts';
import { readPage } from './read-page.ts';

/** Tries before the entry's own lead has to do. */
const ATTEMPTS = 4;
/** A feed's address may come back; a page that is not there is not tried again. */
const FINAL = new Set(['HTTP_NOT_FOUND', 'HTTP_GONE', 'HTTP_UNAUTHORIZED', 'HTTP_FORBIDDEN', 'FETCH_ROBOTS']);
const RETRY_MS = 15 * 60_000;
/** Pages of one article that are followed. */
const FOLLOWING_PAGES = 20;

/**
 * Reads the page behind an entry, 1 fetch, 2 extraction, 3 following pages, 4 draft. When the page cannot be read for good,
 * the article is made of what the feed gave, with a note. `undefined`: interrupted, nothing to commit.
 */
export async function readEntry(row: EntryRow, source: SourceRow, needs: LineNeeds): Promise<ReadCommit | undefined> {
  const { sourceId, key } = row;
  const page = await fetchWhole(row.url, row, source, needs);
  const at = needs.now();
  if ('code' in page) {
    if (page.code === 'STOPPED') return undefined;
    const again = PROBLEMS[page.code].retry && !FINAL.has(page.code) && row.attempts + 1 < ATTEMPTS;
    const retryAt = again ? Math.max(page.retryAt ?? 0, at + RETRY_MS * 2 ** row.attempts) : undefined;
    const failed: ReadCommit = { sourceId, key, at, problem: { code: page.code, why: describeProblem(page) } };
    const held = page.retryAt === undefined ? failed : { ...failed, hostNotBefore: page.retryAt };
    return retryAt === undefined ? { ...held, article: fromFeedAlone(row, source, needs, page) } : { ...held, retryAt };
  }
  const article = draftArticle({
    entry: { ...row.entry, url: row.entry.url ?? row.url },
    source: source.config,
    newsroom: needs.newsroom,
    firstSeen: row.firstSeen,
    page: await withoutCommonPictures(page, sourceId, needs.store),
  });
  return { sourceId, key, at, article: await withReprints(article, needs.store) };
}

async function fetchWhole(
  url: string,
  row: EntryRow,
  source: SourceRow,
  needs: LineNeeds,
): Promise<Extraction | Problem> {
  const first = await fetchOne(url, row, source, needs);
  if ('code' in first) return first;
  const pages = [first];
  const seen = new Set([url]);
  for (const next of first.pages) {
    if (seen.has(next) || pages.length > FOLLOWING_PAGES) continue;
    seen.add(next);
    const page = await fetchOne(next, row, source, needs);
    if ('code' in page) {
      if (page.code === 'STOPPED' || PROBLEMS[page.code].retry) return page;
      first.notes.push({
        code: 'page-missing',
        says: `page ${pages.length + 1} could not be read: ${describeProblem(page)}`,
      });
      continue;
    }
    pages.push(page);
    for (const later of page.pages) if (!seen.has(later) && !first.pages.includes(later)) first.pages.push(later);
  }
  return pages.length === 1 ? first : joinPages(pages);
}

async function fetchOne(
  url: string,
  row: EntryRow,
  source: SourceRow,
  needs: LineNeeds,
): Promise<Extraction | Problem> {
  const fetched = await needs.fetch({
    url,
    kind: 'page',
    ...(source.config.headers ? { headers: source.config.headers } : {}),
    ...(needs.signal ? { signal: needs.signal } : {}),
  });
  if (!fetched.ok) return fetched.problem;
  const body = row.entry.content ?? row.entry.summary;
  const found = readPage(fetched.value.bytes, fetched.value.headers['content-type'], {
    url: fetched.value.url,
    now: new Date(needs.now()),
    ...(body === undefined ? {} : { feedBody: body }),
  });
  return found.ok ? found.value : found.problem;
}

function fromFeedAlone(row: EntryRow, source: SourceRow, needs: LineNeeds, why: Problem) {
  const { cleaned } = entryBody(row.entry, 'never');
  cleaned.notes.push({ code: 'page-unreadable', says: describeProblem(why) });
  return draftArticle({
    entry: { ...row.entry, url: row.entry.url ?? row.url },
    source: source.config,
    newsroom: needs.newsroom,
    firstSeen: row.firstSeen,
    body: cleaned,
  });
}
