import { hostOf } from '../kit/url.ts';
import type { Newsroom, SourceConfig } from '../model/newsroom.ts';
import { type Outcome, ok } from '../model/outcome.ts';
import { beginLabels } from '../pipeline/label-version.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { findConfig, loadConfig } from './config/load-config.ts';
import { readGazetteers } from './config/read-gazetteer.ts';
import type { Args, Io } from './verb.ts';

export interface OpenNewsroom {
  file: string;
  newsroom: Newsroom;
  store: Store;
}

/** --config, the file, the store, and the sources of the one in the other. */
export async function openNewsroom(args: Args, io: Io): Promise<Outcome<OpenNewsroom>> {
  const asked = args.values['config'];
  const file = findConfig(io.cwd, typeof asked === 'string' ? asked : io.env['KANYIN_CONFIG']);
  if (!file.ok) return file;
  const newsroom = readNewsroom(file.value, io.env);
  if (!newsroom.ok) return newsroom;
  const store = openSqliteStore(newsroom.value.store);
  if (!store.ok) return store;
  const synced = await store.value.syncSources(
    newsroom.value.sources.map((source) => ({ ...source, host: pollHost(source, newsroom.value) })),
    io.now().getTime(),
  );
  if (!synced.ok) {
    await store.value.close();
    return synced;
  }
  await beginLabels(store.value);
  return ok({ file: file.value, newsroom: newsroom.value, store: store.value });
}

/** The configuration with the lists of names beside it. */
export function readNewsroom(file: string, env: Io['env']): Outcome<Newsroom> {
  const newsroom = loadConfig(file, env);
  if (!newsroom.ok) return newsroom;
  const names = readGazetteers(newsroom.value.root, newsroom.value.labels.gazetteers);
  if (!names.ok) return names;
  newsroom.value.labels.companies = [...names.value, ...newsroom.value.labels.companies];
  return newsroom;
}

/** The host a source is asked at: for rsshub:// that of the first instance. */
function pollHost(source: SourceConfig, newsroom: Newsroom): string {
  return hostOf(source.url.startsWith('rsshub://') ? (newsroom.rsshub.instances[0] ?? source.url) : source.url);
}

export const CONFIG_OPTION = {
  config: { type: 'string', short: 'c', value: 'FILE', says: 'kanyin.yaml, or the folder it is in' },
} as const;
