import { dirname, join } from 'node:path';
import type { Newsroom } from '../model/newsroom.ts';
import { PROBLEMS, type Problem } from '../model/problem.ts';
import { type PictureCellar, pictureCellar } from '../publish/images/picture-cellar.ts';
import { type PictureShelf, pictureShelf } from '../publish/images/picture-shelf.ts';
import type { PictureWorkshop } from '../publish/images/picture-workshop.ts';
import { picturesOf } from '../publish/images/pictures-of.ts';
import type { PictureCommit, PictureRow } from '../store/picture-queue.ts';
import type { LineNeeds } from './needs.ts';

/** Tries before a picture stays with its own address. */
const ATTEMPTS = 3;
const RETRY_MS = 10 * 60_000;
/** Asking again would get the same answer. */
const FINAL = new Set(['HTTP_NOT_FOUND', 'HTTP_GONE', 'HTTP_UNAUTHORIZED', 'HTTP_FORBIDDEN', 'FETCH_TOO_LARGE']);
const SCAN = 100;

/** Beside the store, because it is as permanent; outputs may be deleted. */
export function cellarOf(newsroom: Newsroom): PictureCellar {
  return pictureCellar(join(dirname(newsroom.store), 'pictures'));
}

/** What a site folder may show from its own pictures. Copies that are gone are fetched anew. */
export function siteShelf({ store, newsroom, now }: LineNeeds, dir: string): PictureShelf {
  return pictureShelf({
    kept: (srcs) => store.pictures.kept(srcs),
    lost: (srcs) => store.pictures.lost(srcs, now()),
    cellar: cellarOf(newsroom),
    dir,
  });
}

/**
 * Keeps one picture, 1 polite fetch, 2 copies, 3 cellar; or says why not and when to try again.
 * `undefined`: interrupted, nothing to commit.
 */
export async function keepPicture(
  row: PictureRow,
  needs: LineNeeds,
  { cellar, workshop }: { cellar: PictureCellar; workshop: Pick<PictureWorkshop, 'prepare'> },
): Promise<PictureCommit | undefined> {
  const { src } = row;
  const fetched = await needs.fetch({ url: src, kind: 'picture', ...(needs.signal ? { signal: needs.signal } : {}) });
  if (!fetched.ok) return fetched.problem.code === 'STOPPED' ? undefined : failed(row, fetched.problem, needs.now());
  const prepared = await workshop.prepare(fetched.value.bytes);
  if (needs.signal?.aborted) return undefined;
  if (!prepared.ok) return failed(row, prepared.problem, needs.now());
  const stored = cellar.store(prepared.value);
  const at = needs.now();
  return stored.ok ? { src, at, kept: prepared.value.kept } : failed({ ...row, attempts: 0 }, stored.problem, at);
}

function failed({ src, attempts }: PictureRow, problem: Problem, at: number): PictureCommit {
  const again = PROBLEMS[problem.code].retry && !FINAL.has(problem.code) && attempts + 1 < ATTEMPTS;
  return {
    src,
    at,
    problem: { code: problem.code, ...(problem.why === undefined ? {} : { why: problem.why }) },
    ...(again ? { retryAt: Math.max(problem.retryAt ?? 0, at + RETRY_MS * 2 ** attempts) } : {}),
    ...(problem.retryAt === undefined ? {} : { hostNotBefore: problem.retryAt }),
  };
}

/** Once after a newsroom has begun to keep pictures: those of the articles it had before. */
export async function wantOldPictures({ store, now, signal }: LineNeeds): Promise<Problem | undefined> {
  if ((await store.recall('pictures')) === 'wanted') return undefined;
  for await (const articles of store.scan(SCAN)) {
    const wanted = articles.map((article) => ({ id: article.id, pictures: picturesOf(article) }));
    const done = await store.pictures.want(wanted, now());
    if (!done.ok) return done.problem;
    if (signal?.aborted) return undefined;
  }
  await store.remember('pictures', 'wanted');
  return undefined;
}
