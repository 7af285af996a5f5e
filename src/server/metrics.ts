import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import type { Store, StoreCounts } from '../store/store.ts';

const HELP: Record<keyof StoreCounts, string> = {
  sources: 'sources in the configuration',
  entries: 'entries ever seen',
  waiting: 'entries whose page is still to be read',
  failed: 'entries whose page could not be read',
  articles: 'articles in the archive',
  revisions: 'revisions of articles',
  outbox: 'changes ever announced to publishing',
};

/** Process metrics and one gauge per count of the store, read when asked. */
export function addMetrics(registry: Registry, store: Store): void {
  collectDefaultMetrics({ register: registry, prefix: 'kanyin_' });
  const names = Object.keys(HELP) as (keyof StoreCounts)[];
  const gauges = new Map(
    names.map((name) => [name, new Gauge({ name: `kanyin_${name}`, help: HELP[name], registers: [registry] })]),
  );
  const first = gauges.get('sources') as Gauge & { collect: () => Promise<void> };
  first.collect = async () => {
    const counts = await store.counts();
    for (const [name, gauge] of gauges) gauge.set(counts[name]);
  };
}
