import '../../src/cli/small-heap.ts';
import { createLine } from '../../src/pipeline/create-line.ts';
import type { PollState } from '../../src/pipeline/poll-state.ts';
import { runWorker } from '../../src/pipeline/worker.ts';
import { openForBench } from '../_line/open-for-bench.ts';

/** Child process: polls every source of a newsroom once and tells what it cost. argv: kanyin.yaml. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
// Entries without their pages: what is measured is the polling.
const { newsroom, store } = await openForBench(process.argv[2]!, Date.now(), { fullText: 'never' });
const loadSeconds = cpu();
const began = performance.now();
const line = createLine(newsroom, store);
await runWorker(line, {
  owner: 'bench',
  until: 'idle',
  onProblem: (problem) => {
    throw new Error(problem.code);
  },
});
const pollSeconds = cpu() - loadSeconds;
const wallSeconds = (performance.now() - began) / 1000;
const now = Date.now();
let kept = 0;
const failed: Record<string, number> = {};
for (const row of await store.sources()) {
  const state = row.state as PollState | undefined;
  if (state?.problem) failed[state.problem.code] = (failed[state.problem.code] ?? 0) + 1;
  const limit = newsroom.fetch.maxMinutes * 60_000 * 1.1;
  if (state?.polls === 1 && row.dueAt !== undefined && row.dueAt > now && row.dueAt <= now + limit) kept++;
}
const { articles } = await store.counts();
await line.close();
await store.close();
const round = (n: number): number => Math.round(n * 10) / 10;
process.stdout.write(
  JSON.stringify({
    cpuSeconds: round(pollSeconds),
    loadCpuSeconds: round(loadSeconds),
    wallSeconds: round(wallSeconds),
    rssMB: Math.round(process.resourceUsage().maxRSS / 1024),
    failed,
    articles,
    polledOnceWithNextDue: kept,
  }),
);
