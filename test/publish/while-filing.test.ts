import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay } from '../../src/kit/zone.ts';
import type { Archive, Change } from '../../src/model/archive.ts';
import type { Label } from '../../src/model/label.ts';
import { problem } from '../../src/model/problem.ts';
import { labelLists } from '../../src/pipeline/label-lists.ts';
import { publish } from '../../src/publish/publish.ts';
import { createPublishMemory } from '../../src/publish/publish-memory.ts';
import { type Sink, SinkFailure } from '../../src/publish/sink.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { ArticleDraft, Store } from '../../src/store/store.ts';
import { memorySink } from '../support/memory-sink.ts';
import { PLAIN_SECTIONS, plainArticle } from '../support/plain-article.ts';

const site = {
  title: '试报',
  baseUrl: 'https://paper.example',
  language: 'zh-CN' as const,
  timeZone: 'Asia/Shanghai',
  menu: [],
  sections: PLAIN_SECTIONS.map((slug) => ({ slug, title: slug })),
  images: 'hotlink' as const,
};
const AT = Date.UTC(2026, 2, 1);
const THINGS = 5;

const labelled = (things: readonly number[]): Label[] =>
  things.map((n) => ({
    kind: 'org',
    surface: `机构${n}`,
    id: `org-${n}`,
    start: 0,
    end: 2,
    confidence: 1,
    evidence: [],
  }));

function draft(i: number, version: number, things: readonly number[], alike: readonly number[]): ArticleDraft {
  const text = `正文 ${i} 第 ${version} 稿`;
  const { revision: _, ...article } = plainArticle(i, {
    title: `第 ${i} 篇 ${version}`,
    text,
    html: `<p>${text}</p>`,
    labels: labelled(things),
  });
  const day = localDay(article.firstSeen, site.timeZone);
  return {
    ...article,
    hash: text,
    lists: [
      { key: 'all', title: 'all' },
      { key: `section:${article.section}`, title: article.section },
      { key: `source:${article.sourceId}`, title: article.outlet },
      { key: `day:${day}`, title: day },
      { key: `month:${day.slice(0, 7)}`, title: day.slice(0, 7) },
      ...labelLists(article.labels),
    ],
    ...(alike.length > 0 ? { alike: alike.map((n) => plainArticle(n).id) } : {}),
  };
}

/** What a newsroom does while it publishes; `pick` chooses among the articles there are. */
type Deed = { what: 'file' | 'revise' | 'relabel' | 'reprint'; pick: number; things: number[] };
const things = fc.uniqueArray(fc.nat(THINGS - 1), { maxLength: 3 });
const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('file', 'file', 'file', 'revise', 'relabel', 'reprint'),
  pick: fc.nat(1000),
  things,
});
/** Deeds of one run, each before the n-th question to the archive since the last; at which write the run dies, if it does. */
const run = fc.record({
  deeds: fc.array(fc.tuple(fc.nat(60), deed), { maxLength: 6 }),
  everything: fc.boolean(),
  dies: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined, freq: 3 }),
});

class Newsroom {
  readonly store: Store;
  count = 0;
  #version = 0;
  constructor(store: Store) {
    this.store = store;
  }

  async do({ what, pick, things: about }: Deed): Promise<void> {
    const old = this.count === 0 ? 0 : pick % this.count;
    const version = ++this.#version;
    if (what === 'file' || this.count === 0) await this.#commit(draft(this.count++, 0, about, []));
    else if (what === 'reprint') await this.#commit(draft(this.count++, 0, about, [old]));
    else if (what === 'revise') await this.#commit(draft(old, version, about, []));
    else {
      const labels = labelled(about);
      await this.store.commitLabels(plainArticle(old).id, labels, labelLists(labels), AT);
    }
  }

  async #commit(article: ArticleDraft): Promise<void> {
    await this.store.commitArticles([article], AT);
  }

  /** The archive, in which the next deed happens before the question that is due. */
  busy(deeds: readonly (readonly [number, Deed])[]): Archive {
    const waiting = deeds.map(([after, what]) => ({ after, what }));
    return new Proxy(this.store, {
      get: (store, name: keyof Archive) => {
        const method = store[name] as (...args: unknown[]) => unknown;
        if (name === 'scan') return method.bind(store);
        return async (...args: unknown[]) => {
          const next = waiting[0];
          if (next && next.after-- <= 0) {
            waiting.shift();
            await this.do(next.what);
          }
          return method.apply(store, args);
        };
      },
    });
  }
}

function dying(out: Sink, at: number | undefined): Sink {
  let writes = 0;
  return {
    ...out,
    write(path, bytes) {
      if (++writes === at) throw new SinkFailure(problem('DISK_FULL', { where: path }));
      return out.write(path, bytes);
    },
  };
}

test('whatever is filed, corrected or labelled while it publishes, the folder ends as one written at rest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { maxLength: 50 }),
      fc.array(run, { minLength: 1, maxLength: 8 }),
      async (early, runs) => {
        const opened = openSqliteStore(':memory:');
        if (!opened.ok) throw new Error(opened.problem.code);
        const newsroom = new Newsroom(opened.value);
        const { store } = newsroom;
        for (const what of early) await newsroom.do(what);
        const out = memorySink();
        const memory = createPublishMemory(50_000);
        let cursor = 0;
        const publishOnce = async (archive: Archive, sink: Sink, everything: boolean): Promise<void> => {
          const changes: Change[] = await store.changes(cursor, 1000);
          const done = await publish(everything ? 'everything' : changes, {
            archive,
            site,
            sources: [],
            now: () => new Date(0),
            out: sink,
            memory,
          });
          if (done.ok) cursor = changes.at(-1)?.seq ?? cursor;
          else expect(done.problem.code).toBe('DISK_FULL');
        };
        for (const { deeds, everything, dies } of runs)
          await publishOnce(newsroom.busy(deeds), dying(out, dies), everything);
        await publishOnce(store, out, false);
        const rest = memorySink();
        await publish('everything', { archive: store, site, sources: [], now: () => new Date(0), out: rest });
        const text = (files: ReadonlyMap<string, Buffer>): Record<string, string> =>
          Object.fromEntries(
            [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => [path, bytes.toString('latin1')]),
          );
        const [a, b] = [text(out.contents), text(rest.contents)];
        expect(Object.keys(a)).toEqual(Object.keys(b));
        for (const path of Object.keys(a)) expect(a[path] === b[path], path).toBe(true);
        await store.close();
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
});
