import { tellHub } from '../fetch/websub/tell-hub.ts';
import { type Outcome, ok } from '../model/outcome.ts';
import { publish } from '../publish/publish.ts';
import { folderSink } from '../publish/sink.ts';
import type { LineNeeds } from './needs.ts';
import { siteShelf } from './pictures.ts';
import { publishHexo } from './publish-hexo.ts';
import type { PublishOptions, PublishReport } from './publish-report.ts';

/** Changes of one run; more wait for the next. */
const AT_ONCE = 5000;
const HOUR_MS = 3_600_000;

/**
 * Shows what the outbox holds in every output. An output's cursor moves only after its files are written, so a run killed
 * anywhere is done again by the next one.
 */
export async function publishRun(line: LineNeeds, options: PublishOptions): Promise<Outcome<PublishReport>> {
  const total: PublishReport = { considered: 0, written: 0, unchanged: 0, removed: 0 };
  for (const output of [publishSite, publishHexo]) {
    const done = await output(line, options);
    if (!done.ok) return done;
    for (const key of Object.keys(total) as (keyof PublishReport)[]) total[key] += done.value[key];
  }
  return ok(total);
}

async function publishSite(line: LineNeeds, options: PublishOptions): Promise<Outcome<PublishReport>> {
  const { store, newsroom, now } = line;
  const nothing = { considered: 0, written: 0, unchanged: 0, removed: 0 };
  const dir = newsroom.outputs.site?.dir;
  if (dir === undefined) return ok(nothing);
  const session = options.session ?? {};
  session.sink ??= folderSink(dir);
  const pictures = newsroom.site.images === 'keep' ? siteShelf(line, dir) : undefined;
  for (let sum = nothing, everything = options.everything; ; everything = false) {
    const after = await store.cursor('site');
    // another process published changes that this one's memory never heard of
    if (session.upTo !== undefined && session.upTo !== after) session.memory?.clear();
    const changes = await store.changes(after, AT_ONCE);
    const began = now();
    const hour = Math.floor(began / HOUR_MS);
    if (changes.length === 0 && !everything && session.checked && session.hour === hour) return ok(sum);
    const done = await publish(everything ? 'everything' : changes, {
      archive: store,
      site: newsroom.site,
      sources: newsroom.sources,
      now: () => new Date(now()),
      out: session.sink,
      ...(line.signal ? { signal: line.signal } : {}),
      ...(options.progress ? { progress: options.progress } : {}),
      ...(session.memory ? { memory: session.memory } : {}),
      ...(pictures ? { pictures } : {}),
    });
    if (!done.ok) return done;
    session.checked = true;
    session.hour = hour;
    const { considered, written, unchanged, removed } = done.value;
    sum = {
      considered: sum.considered + considered,
      written: sum.written + written,
      unchanged: sum.unchanged + unchanged,
      removed: sum.removed + removed,
    };
    line.report?.({ kind: 'published', output: 'site', written, considered, ms: now() - began });
    const last = changes.at(-1)?.seq;
    if (last !== undefined) {
      const moved = await store.setCursor('site', last);
      if (!moved.ok) return moved;
    }
    session.upTo = last ?? after;
    await tellOfFeeds(line, done.value.feeds);
    if (changes.length < AT_ONCE) return ok(sum);
  }
}

/** Publishing never fails for it, nor is it done again: the next article tells the hub anyway. */
async function tellOfFeeds(line: LineNeeds, feeds: readonly string[]): Promise<void> {
  const { hub } = line.newsroom.site;
  if (hub === undefined || line.post === undefined || feeds.length === 0) return;
  const told = await tellHub(hub, feeds, { post: line.post, ...(line.signal ? { signal: line.signal } : {}) });
  line.report?.({ kind: 'hub', feeds: feeds.length, ...(told.ok ? {} : { problem: told.problem }) });
}
