import { loadConfig } from '../../src/cli/config/load-config.ts';
import { hostOf } from '../../src/kit/url.ts';
import type { Newsroom, SourceConfig } from '../../src/model/newsroom.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';

/** The newsroom of a kanyin.yaml and its store, with the sources, changed as told, in it. A bench has no use for problems: they are thrown. */
export async function openForBench(
  file: string,
  now: number,
  change: Partial<SourceConfig> = {},
): Promise<{ newsroom: Newsroom; store: Store }> {
  const loaded = loadConfig(file, process.env);
  if (!loaded.ok) throw new Error(loaded.problem.why);
  const newsroom = { ...loaded.value, sources: loaded.value.sources.map((source) => ({ ...source, ...change })) };
  const opened = openSqliteStore(newsroom.store);
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  await store.syncSources(
    newsroom.sources.map((source) => ({ ...source, host: hostOf(source.url) })),
    now,
  );
  return { newsroom, store };
}
