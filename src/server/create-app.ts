import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { Registry } from 'prom-client';
import type { Archive } from '../model/archive.ts';
import type { Newsroom } from '../model/newsroom.ts';
import { describeSources } from '../pipeline/describe-sources.ts';
import type { Store } from '../store/store.ts';
import { addMetrics } from './metrics.ts';
import { serveSite } from './serve-site.ts';
import { addWebsub } from './websub.ts';

export interface ServerNeeds {
  newsroom: Newsroom;
  store: Store;
  now: () => number;
}

const PAGE = 50;
const MOST = 200;
const MATCHES = 1000;

/**
 * The reader (the published site), the read API, /healthz and /metrics. Everything is GET and changes
 * nothing, but for the callback of hubs where one is configured.
 */
export function createApp(needs: ServerNeeds): Hono {
  const app = new Hono();
  const { store, newsroom } = needs;
  const registry = new Registry();
  addMetrics(registry, store);

  app.get('/healthz', async (c) => {
    const counts = await store.counts();
    return c.json({ ok: true, ...counts });
  });
  app.get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }));

  app.get('/api/articles', async (c) => {
    const list = listKey(c.req.query('section'), c.req.query('source'), c.req.query('label'), c.req.query('day'));
    const count = await store.count(list);
    const before = whole(c.req.query('before')) ?? count;
    const limit = Math.min(whole(c.req.query('limit')) ?? PAGE, MOST);
    const to = Math.min(before, count);
    const from = Math.max(0, to - limit);
    const heads = (await store.list(list, from, to)).reverse();
    return c.json({ list, count, articles: heads, ...(from > 0 ? { next: from } : {}) });
  });
  app.get('/api/articles/:id', async (c) => answer(c, await store.article(c.req.param('id'))));
  app.get('/api/articles/:id/revisions', async (c) => {
    const revisions = await store.revisions(c.req.param('id'));
    return revisions.length === 0 ? c.json({ error: 'no such article' }, 404) : c.json({ revisions });
  });
  app.get('/api/sections', async (c) => c.json({ sections: newsroom.site.sections }));
  app.get('/api/lists', async (c) => c.json({ lists: await (store as Archive).lists(c.req.query('prefix') ?? '') }));
  app.get('/api/sources', async (c) => c.json({ sources: await describeSources(store, needs.now()) }));
  app.get('/api/search', async (c) => {
    const query = (c.req.query('q') ?? '').slice(0, 200);
    const section = c.req.query('section');
    const limit = Math.min(whole(c.req.query('limit')) ?? PAGE, MOST);
    const label = c.req.query('label');
    const options = section ? { section } : {};
    if (!label) return c.json({ query, hits: await store.search(query, { limit, ...options }) });
    // company:SH600519: found among the newest matches that stand in the label's list
    const found = await store.search(query, { limit: MATCHES, ...options });
    const list = `label:${label.slice(0, 200)}`;
    const hits = [];
    for (const hit of found) {
      if (hits.length === limit) break;
      if ((await (store as Archive).positions(hit.id, list)).some((one) => one.key === list)) hits.push(hit);
    }
    return c.json({ query, label, hits });
  });
  if (newsroom.fetch.websubCallback !== undefined) addWebsub(app, needs);
  app.all('/api/*', (c) => c.json({ error: 'no such resource' }, 404));

  app.use(compress());
  if (newsroom.outputs.site) app.use('/*', serveSite(newsroom.outputs.site.dir));
  return app;
}

function answer<T>(c: { json: (value: unknown, status?: 200 | 404) => Response }, value: T | undefined): Response {
  return value === undefined ? c.json({ error: 'no such article' }, 404) : c.json(value);
}

const whole = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

function listKey(section?: string, source?: string, label?: string, day?: string): string {
  if (section) return `section:${section}`;
  if (source) return `source:${source}`;
  if (label) return `label:${label}`;
  if (day) return `day:${day}`;
  return 'all';
}
