import '../../src/cli/small-heap.ts';
import { createLine } from '../../src/pipeline/create-line.ts';
import { publishRun } from '../../src/pipeline/publish-run.ts';
import { runWorker } from '../../src/pipeline/worker.ts';
import { openForBench } from './open-for-bench.ts';

/** Child process: polls a newsroom once, publishes, and tells what it cost. argv: kanyin.yaml, `publish` or `poll`. */
const [file = '', what = 'publish'] = process.argv.slice(2);
const now = Date.now();
const { newsroom, store } = await openForBench(file, now);
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
