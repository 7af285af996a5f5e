import { headOf } from '../../src/kit/article-head.ts';
import { localDay } from '../../src/kit/zone.ts';
import type { Archive, Change, ListInfo, ListPosition } from '../../src/model/archive.ts';
import type { Article, ArticleHead, Revision } from '../../src/model/article.ts';

/** The Archive in memory, with the store's semantics: append-only numbered lists, revisions, changes in order. */
export class MemoryArchive implements Archive {
  readonly #articles = new Map<string, Article>();
  readonly #heads = new Map<string, ArticleHead>();
  readonly #revisions = new Map<string, Revision[]>();
  readonly #lists = new Map<string, { title: string; members: (string | undefined)[]; latest: string }>();
  readonly #positions = new Map<string, Map<string, number>>();
  readonly outbox: Change[] = [];
  readonly zone: string;

  constructor(zone = 'Asia/Shanghai') {
    this.zone = zone;
  }

  file(article: Article, more: { title?: string; sourceTitle?: string } = {}): Change {
    const known = article.published !== undefined && !Number.isNaN(Date.parse(article.published));
    const day = localDay(known ? article.published! : article.firstSeen, this.zone);
    this.#set(article);
    this.#revisions.set(article.id, [revisionOf(article, article.firstSeen)]);
    const lists: [string, string][] = [
      ['all', 'all'],
      [`section:${article.section}`, more.title ?? article.section],
      [`source:${article.sourceId}`, more.sourceTitle ?? article.outlet],
      [`day:${day}`, day],
      [`month:${day.slice(0, 7)}`, day.slice(0, 7)],
      ...labelLists(article),
    ];
    for (const [key, title] of lists) this.#join(article, key, title);
    return this.#announce('new', article.id, article.firstSeen);
  }

  revise(id: string, change: Partial<Article>, seen: string): Change {
    const before = this.#articles.get(id)!;
    const article = { ...before, ...change, revision: before.revision + 1 };
    this.#set(article);
    this.#revisions.get(id)!.push(revisionOf(article, seen));
    return this.#announce('revised', id, seen);
  }

  relabel(id: string, labels: Article['labels'], at: string): Change {
    const article = { ...this.#articles.get(id)!, labels };
    this.#set(article);
    const wanted = new Map(labelLists(article));
    const left: ListPosition[] = [];
    for (const [key, seq] of this.#positions.get(id)!) {
      if (!key.startsWith('label:') || wanted.has(key)) continue;
      left.push({ key, seq });
      this.#lists.get(key)!.members[seq] = undefined;
      this.#positions.get(id)!.delete(key);
    }
    for (const [key, title] of wanted) if (!this.#positions.get(id)!.has(key)) this.#join(article, key, title);
    return { ...this.#announce('relabelled', id, at), left };
  }

  /** Makes these one story, as filing does when one reprints another; earlier members are announced again. */
  story(ids: readonly string[], at: string): Change[] {
    const articles = ids.map((id) => this.#articles.get(id)!);
    for (const article of articles) this.#join(article, `story:${ids[0]}`, articles[0]!.title);
    return ids.map((id) => this.#announce('relabelled', id, at));
  }

  #set(article: Article): void {
    this.#articles.set(article.id, article);
    this.#heads.set(article.id, headOf(article));
  }

  #join(article: Article, key: string, title: string): void {
    const list = this.#lists.get(key) ?? { title, members: [], latest: article.firstSeen };
    this.#lists.set(key, list);
    const positions = this.#positions.get(article.id) ?? new Map<string, number>();
    this.#positions.set(article.id, positions);
    positions.set(key, list.members.length);
    list.members.push(article.id);
    list.latest = article.firstSeen;
  }

  #announce(kind: Change['kind'], articleId: string, at: string): Change {
    const change = { seq: this.outbox.length + 1, kind, articleId, at };
    this.outbox.push(change);
    return change;
  }

  async article(id: string): Promise<Article | undefined> {
    return this.#articles.get(id);
  }
  async articles(ids: readonly string[]): Promise<Article[]> {
    return ids.flatMap((id) => this.#articles.get(id) ?? []);
  }
  async revisions(id: string): Promise<Revision[]> {
    return this.#revisions.get(id) ?? [];
  }
  async list(key: string, from: number, to: number): Promise<(ArticleHead & { seq: number })[]> {
    const members = this.#lists.get(key)?.members ?? [];
    return members
      .slice(from, to)
      .flatMap((id, i) => (id === undefined ? [] : [{ ...this.#heads.get(id)!, seq: from + i }]));
  }
  async count(key: string): Promise<number> {
    return this.#lists.get(key)?.members.length ?? 0;
  }
  async lists(prefix: string): Promise<ListInfo[]> {
    return [...this.#lists]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, list]) => ({ key, title: list.title, count: list.members.length, latest: list.latest }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }
  async positions(id: string, prefix = ''): Promise<ListPosition[]> {
    return [...(this.#positions.get(id) ?? [])]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, seq]) => ({ key, seq }));
  }
  async *scan(batch: number): AsyncIterable<Article[]> {
    const all = [...this.#articles.values()];
    for (let at = 0; at < all.length; at += batch) yield all.slice(at, at + batch);
  }
}

function labelLists(article: Article): [string, string][] {
  const listed = new Set(['company', 'person', 'place', 'org', 'topic']);
  const lists = new Map<string, string>();
  for (const label of article.labels) {
    if (label.id === undefined || !listed.has(label.kind)) continue;
    const key = `label:${label.kind}:${label.id}`;
    if (!lists.has(key)) lists.set(key, label.surface);
  }
  return [...lists];
}

const revisionOf = (article: Article, seen: string): Revision => ({
  number: article.revision,
  hash: `${article.id}-${article.revision}`,
  title: article.title,
  html: article.html,
  text: article.text,
  seen,
});
