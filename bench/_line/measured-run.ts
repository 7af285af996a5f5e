import '../../src/cli/small-heap.ts';
import { loadConfig } from '../../src/cli/config/load-config.ts';
import { hostOf } from '../../src/kit/url.ts';
import { createLine } from '../../src/pipeline/create-line.ts';
import { publishRun } from '../../src/pipeline/publish-run.ts';
import { runWorker } from '../../src/pipeline/worker.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';

/** Child process: polls a newsroom once, publishes, and tells what it cost. argv: kanyin.yaml, `publish` or `poll`. */
const [file = '', what = 'publish'] = process.argv.slice(2);
const loaded = loadConfig(file, process.env);
if (!loaded.ok) throw new Error(loaded.problem.why);
const newsroom = loaded.value;
const opened = openSqliteStore(newsroom.store);
if (!opened.ok) throw new Error(opened.problem.code);
const store = opened.value;
const now = Date.now();
await store.syncSources(
  newsroom.sources.map((source) => ({ ...source, host: hostOf(source.url) })),
  now,
);
await store.makeDue(now);
const before = process.cpuUsage();
const began = performance.now();
const line = createLine(newsroom, store);
await runWorker(line, {
  owner: 'bench',
  until: 'idle',
  onProblem: (problem) => {
    throw new Error(problem.code);
  },
});
if (what === 'publish') {
  const done = await publishRun(line, { everything: false });
  if (!done.ok) throw new Error(done.problem.code);
}
const { user, system } = process.cpuUsage(before);
const counts = await store.counts();
await line.close();
await store.close();
process.stdout.write(
  `${JSON.stringify({ cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - began) / 1000, rssMB: Math.round(process.resourceUsage().maxRSS / 1024), ...counts })}\n`,
);
