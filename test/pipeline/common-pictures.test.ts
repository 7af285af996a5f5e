import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanHtml } from '../../src/clean/clean-html.ts';
import { countPictures, withoutCommonPictures } from '../../src/pipeline/common-pictures.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { aDraft, aSource } from '../support/drafts.ts';

const POSTER = 'https://cdn.example/app.png';
const OWN = 'https://cdn.example/ferry.jpg';
const body = (own = true) =>
  cleanHtml(
    `<p>渡轮的新时刻表从三月开始。</p>${own ? `<p><img src="${OWN}"></p>` : ''}<figure><img src="${POSTER}"><figcaption>看更多新闻</figcaption></figure>`,
    {},
  );
const never = { pictureSightings: async () => new Map<string, number>() };

test('a picture in four bodies of one poll goes from all of them, with its caption and a note', async () => {
  const bodies = [body(), body(false), body(false), body(false)];
  const together = countPictures(bodies);
  const first = await withoutCommonPictures({ ...bodies[0]!, image: POSTER }, 'a', never, together);
  expect(first).toMatchObject({ text: '渡轮的新时刻表从三月开始。', images: [{ src: OWN }], image: OWN });
  expect(first.html).not.toContain(POSTER);
  expect(first.notes.map(({ code }) => code)).toContain('removed-common-picture');
  const second = await withoutCommonPictures({ ...bodies[1]!, image: POSTER }, 'a', never, together);
  expect(second).toMatchObject({ images: [] });
  expect(second).not.toHaveProperty('image');
});

test('a picture in three articles stays, and so does a body that is nothing else', async () => {
  const bodies = [body(), body(), body()];
  expect(await withoutCommonPictures(bodies[0]!, 'a', never, countPictures(bodies))).toBe(bodies[0]);
  const alone = cleanHtml(`<img src="${POSTER}">`, {});
  const often = { pictureSightings: async () => new Map([[POSTER, 99]]) };
  expect(await withoutCommonPictures(alone, 'a', often)).toBe(alone);
});

test('the store counts articles of each source, revisions once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanyin-common-'));
  const opened = openSqliteStore(join(folder, 'k.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  try {
    const now = Date.parse('2026-03-05T00:00:00Z');
    await store.syncSources([aSource('a'), aSource('b')], now);
    const shows = { images: [{ src: POSTER }], lead: { src: POSTER } };
    for (const n of [1, 2, 3]) await store.commitArticles([aDraft(n, shows)], now);
    await store.commitArticles([aDraft(3, { ...shows, text: '改过的文字。' })], now);
    expect(await store.pictureSightings('a', [POSTER, OWN])).toEqual(
      new Map([
        [POSTER, 3],
        [OWN, 0],
      ]),
    );
    expect((await store.pictureSightings('b', [POSTER])).get(POSTER)).toBe(0);
    expect((await withoutCommonPictures(body(), 'a', store)).images).toEqual([{ src: OWN }]);
    expect((await withoutCommonPictures(body(), 'b', store)).images).toHaveLength(2);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
