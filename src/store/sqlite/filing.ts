import type Database from 'better-sqlite3';
import { headOf } from '../../kit/article-head.ts';
import type { Change, ListPosition } from '../../model/archive.ts';
import type { Article } from '../../model/article.ts';
import type { ArticleDraft, Committed, EntryCommit, ReadCommit } from '../store.ts';
import type { Pictures } from './pictures.ts';
import { Sightings } from './sightings.ts';

/** Reports of a story that show each other, the first ones, as src/publish/stories.ts reads them: one more costs no more than these. */
const STORY_SHOWN = 20;

/** Writes entries, articles, revisions, list numbers and outbox rows; always called inside a transaction. */
export class Filing {
  readonly #entry: Database.Statement;
  readonly #read: Database.Statement;
  readonly #find: Database.Statement<
    unknown[],
    {
      rowid: number;
      source_id: string;
      hash: string;
      revision: number;
      first_seen: string;
      data: string;
      labels: string;
    }
  >;
  readonly #insert: Database.Statement;
  readonly #update: Database.Statement;
  readonly #revision: Database.Statement;
  readonly #list: Database.Statement<unknown[], { seq: number }>;
  readonly #member: Database.Statement;
  readonly #isMember: Database.Statement;
  readonly #outbox: Database.Statement;
  readonly #labels: Database.Statement;
  readonly #labelLists: Database.Statement<unknown[], { list: string }>;
  readonly #leave: Database.Statement<unknown[], ListPosition>;
  readonly #band: Database.Statement;
  readonly #storyOf: Database.Statement<unknown[], { list: string }>;
  readonly #members: Database.Statement<unknown[], { article_id: string }>;

  readonly #pictures: Pictures;
  readonly #sightings: Sightings;

  constructor(db: Database.Database, pictures: Pictures) {
    this.#pictures = pictures;
    this.#sightings = new Sightings(db);
    this.#entry = db.prepare(
      `INSERT INTO entry (source_id, key, url, hash, data, article_id, first_seen, host, read_at, dropped)
       VALUES (@sourceId, @key, @url, @hash, @data, @articleId, @at, @host, @readAt, @dropped)
       ON CONFLICT (source_id, key) DO UPDATE SET url = excluded.url, hash = excluded.hash, data = excluded.data,
         article_id = coalesce(excluded.article_id, article_id), host = excluded.host, read_at = excluded.read_at,
         attempts = 0, problem = NULL, dropped = excluded.dropped`,
    );
    this.#read = db.prepare(
      `UPDATE entry SET article_id = coalesce(@articleId, article_id), data = iif(@retryAt IS NULL, NULL, data),
         read_at = @retryAt, attempts = attempts + 1, problem = @problem WHERE source_id = @sourceId AND key = @key`,
    );
    this.#find = db.prepare(
      'SELECT rowid, source_id, hash, revision, first_seen, data, labels FROM article WHERE id = ?',
    );
    this.#insert = db.prepare(
      `INSERT INTO article (id, source_id, section, first_seen, hash, revision, head, data, html, text, labels)
       VALUES (@id, @sourceId, @section, @firstSeen, @hash, 1, @head, @data, @html, @text, @labels)`,
    );
    this.#update = db.prepare(
      'UPDATE article SET hash = @hash, revision = @revision, head = @head, data = @data, html = @html, text = @text, labels = @labels WHERE rowid = @rowid',
    );
    this.#revision = db.prepare(
      'INSERT INTO revision (article_id, number, hash, title, html, text, seen) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#list = db.prepare(
      `INSERT INTO list (key, title, count, latest) VALUES (?, ?, 1, ?)
       ON CONFLICT (key) DO UPDATE SET title = iif(key GLOB 'label:*', title, excluded.title), count = count + 1, latest = excluded.latest RETURNING count - 1 AS seq`,
    );
    this.#member = db.prepare('INSERT INTO list_member (list, seq, article_id) VALUES (?, ?, ?)');
    this.#isMember = db.prepare('SELECT 1 FROM list_member WHERE article_id = ? AND list = ?');
    this.#outbox = db.prepare('INSERT INTO outbox (kind, article_id, at, left_lists) VALUES (?, ?, ?, ?)');
    this.#labels = db.prepare('UPDATE article SET labels = ? WHERE id = ?');
    this.#labelLists = db.prepare(
      "SELECT list FROM list_member WHERE article_id = ? AND list >= 'label:' AND list < 'label;'",
    );
    this.#band = db.prepare('INSERT OR IGNORE INTO band (key, at, article_id) VALUES (?, ?, ?)');
    this.#storyOf = db.prepare(
      "SELECT list FROM list_member WHERE article_id = ? AND list >= 'story:' AND list < 'story;'",
    );
    this.#members = db.prepare('SELECT article_id FROM list_member WHERE list = ? ORDER BY seq LIMIT ?');
    this.#leave = db.prepare('DELETE FROM list_member WHERE article_id = ? AND list = ? RETURNING list AS key, seq');
  }

  pictureSightings(sourceId: string, srcs: readonly string[]): Map<string, number> {
    return new Map(srcs.map((src) => [src, this.#sightings.count(sourceId, src)]));
  }

  fileEntry(sourceId: string, entry: EntryCommit, at: string): 'added' | 'revised' | 'queued' | 'same' {
    const filed = entry.article ? this.fileArticle(entry.article, at) : undefined;
    this.#entry.run({
      sourceId,
      key: entry.key,
      url: entry.url,
      hash: entry.hash,
      data: entry.read ? JSON.stringify(entry.entry) : null,
      articleId: entry.article?.id ?? null,
      at,
      host: entry.read?.host ?? null,
      readAt: entry.read?.dueAt ?? null,
      dropped: entry.dropped ?? null,
    });
    return filed ?? (entry.read ? 'queued' : 'same');
  }

  fileRead(commit: ReadCommit, at: string): Committed {
    const filed = commit.article ? this.fileArticle(commit.article, at) : 'same';
    this.#read.run({
      sourceId: commit.sourceId,
      key: commit.key,
      articleId: commit.article?.id ?? null,
      retryAt: commit.retryAt ?? null,
      problem: commit.problem ? JSON.stringify(commit.problem) : null,
    });
    return { added: filed === 'added' ? 1 : 0, revised: filed === 'revised' ? 1 : 0, queued: 0 };
  }

  /** New articles are inserted; a changed text of the same source becomes a revision; another source's copy changes nothing. */
  fileArticle(draft: ArticleDraft, at: string): 'added' | 'revised' | 'same' {
    const { lists, hash, html, text, labels, bands = [], alike = [], pictures, ...rest } = draft;
    const known = this.#find.get(draft.id);
    if (!known) {
      const article: Article = { ...rest, html, text, labels, revision: 1 };
      this.#insert.run({
        ...columns(article),
        id: draft.id,
        sourceId: draft.sourceId,
        section: draft.section,
        firstSeen: draft.firstSeen,
        hash,
      });
      this.#revision.run(draft.id, 1, hash, draft.title, html, text, at);
      for (const list of lists) this.#file(draft.id, list, at);
      const told = Date.parse(draft.published ?? draft.firstSeen);
      for (const band of bands) this.#band.run(band, told, draft.id);
      if (pictures && pictures.length > 0) this.#pictures.use(draft.id, pictures, Date.parse(at));
      const shown = [...draft.images, ...(draft.lead ? [draft.lead] : [])].map((picture) => picture.src);
      this.#sightings.add(draft.sourceId, new Set(shown));
      this.announce('new', draft.id, at);
      if (alike.length > 0) this.#fileStory(draft.id, draft.title, alike, at);
      return 'added';
    }
    if (known.source_id !== draft.sourceId || known.hash === hash) return 'same';
    const before = JSON.parse(known.data) as Article;
    const article: Article = {
      ...rest,
      path: before.path,
      section: before.section,
      firstSeen: known.first_seen,
      ...(before.published === undefined ? {} : { published: before.published }),
      html,
      text,
      labels,
      revision: known.revision + 1,
    };
    this.#update.run({ ...columns(article), hash, revision: article.revision, rowid: known.rowid });
    this.#revision.run(draft.id, article.revision, hash, draft.title, html, text, at);
    const left = this.#relist(draft.id, lists, at);
    if (pictures) this.#pictures.use(draft.id, pictures, Date.parse(at));
    this.announce('revised', draft.id, at, left);
    return 'revised';
  }

  relabel(id: string, labels: Article['labels'], lists: { key: string; title: string }[], at: string): void {
    this.#labels.run(JSON.stringify(labels), id);
    const left = this.#relist(id, lists, at);
    this.announce('relabelled', id, at, left);
  }

  announce(kind: Change['kind'], id: string, at: string, left: readonly ListPosition[] = []): void {
    this.#outbox.run(kind, id, at, left.length > 0 ? JSON.stringify(left) : null);
  }

  /** Label lists follow the labels; a number once given stays empty when the article leaves. Answers the places it had there. */
  #relist(id: string, lists: { key: string; title: string }[], at: string): ListPosition[] {
    const wanted = lists.filter((list) => list.key.startsWith('label:'));
    const keys = new Set(wanted.map((list) => list.key));
    const left = this.#labelLists.all(id).flatMap(({ list }) => (keys.has(list) ? [] : this.#leave.all(id, list)));
    for (const list of wanted) if (!this.#isMember.get(id, list.key)) this.#file(id, list, at);
    return left;
  }

  /** Joins the story of the articles this one reprints, or begins one with them; the pages that will show it are announced. */
  #fileStory(id: string, title: string, alike: readonly string[], at: string): void {
    const known = alike.flatMap((other) => this.#storyOf.all(other).map((row) => row.list))[0];
    const list = { key: known ?? `story:${alike[0]}`, title };
    let shown = false;
    for (const member of [...alike, id]) {
      if (this.#isMember.get(member, list.key)) continue;
      if (this.#file(member, list, at) < STORY_SHOWN) shown = true;
      else if (member !== id) this.announce('relabelled', member, at);
    }
    if (!shown) return;
    for (const { article_id } of this.#members.all(list.key, STORY_SHOWN))
      if (article_id !== id) this.announce('relabelled', article_id, at);
  }

  /** Answers the number given. */
  #file(id: string, list: { key: string; title: string }, at: string): number {
    const { seq } = this.#list.get(list.key, list.title, at)!;
    this.#member.run(list.key, seq, id);
    return seq;
  }
}

/** The stored columns of an article: `data` holds all but html, text and labels. */
function columns(article: Article): { head: string; data: string; html: string; text: string; labels: string } {
  const { html, text, labels, ...data } = article;
  return {
    head: JSON.stringify(headOf(article)),
    data: JSON.stringify(data),
    html,
    text,
    labels: JSON.stringify(labels),
  };
}
