import type { Problem } from '../model/problem.ts';
import { createPublishMemory } from '../publish/publish-memory.ts';
import type { LineNeeds } from './needs.ts';
import { pause } from './pause.ts';
import type { PublishSession } from './publish-report.ts';
import { publishRun } from './publish-run.ts';

/** Changes are gathered for so long before they are published together. */
const GATHER_MS = 1000;
const AFTER_PROBLEM_MS = 10_000;

/** Publishes whatever the outbox brings until the signal; a problem is told and tried again. */
export async function keepPublishing(
  line: LineNeeds,
  options: { onProblem: (problem: Problem) => void; onFirst?: () => void },
): Promise<void> {
  const session: PublishSession = { memory: createPublishMemory() };
  let first = true;
  while (!line.signal?.aborted) {
    const done = await publishRun(line, { everything: false, session });
    if (!done.ok) {
      if (done.problem.code !== 'STOPPED') options.onProblem(done.problem);
      await pause(AFTER_PROBLEM_MS, line.signal);
      continue;
    }
    if (first) options.onFirst?.();
    first = false;
    await pause(GATHER_MS, line.signal);
  }
}
