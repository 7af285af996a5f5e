import '../../src/cli/small-heap.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../src/model/archive.ts';
import { publish } from '../../src/publish/publish.ts';
import { createPublishMemory } from '../../src/publish/publish-memory.ts';
import type { PublishNeeds } from '../../src/publish/publish-needs.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { benchDraft, benchSite, LABELS } from './articles.ts';

/** One size, in a process of its own: cold, one more article (the middle of eleven), a correction of an old one. */
const size = Number(process.argv[2]);
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'kanyin-bench-'));
const opened = openSqliteStore(join(folder, 'kanyin.db'));
if (!opened.ok) throw new Error(opened.problem.code);
const store = opened.value;
const file = async (from: number, to: number, changed = false, labelled = false): Promise<void> => {
  for (let i = from; i < to; i += 500) {
    const drafts = Array.from({ length: Math.min(500, to - i) }, (_, n) => benchDraft(i + n, changed, labelled));
    const done = await store.commitArticles(drafts, Date.parse(drafts[0]!.firstSeen));
    if (!done.ok) throw new Error(done.problem.code);
  }
};
if (process.argv[3] === undefined) {
  // filing is not publishing: a process of its own measures what follows
  await file(0, size);
  await store.close();
  const child = spawnSync(process.execPath, [import.meta.filename, String(size), folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.exit(child.status ?? 1);
}

const needs: PublishNeeds = {
  archive: store,
  site: benchSite,
  sources: [],
  now: () => new Date(),
  out: folderSink(join(folder, 'site')),
  memory: createPublishMemory(),
};
const timed = async (changes: readonly Change[] | 'everything') => {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const done = await publish(changes, needs);
  if (!done.ok) throw new Error(done.problem.code);
  const used = process.cpuUsage(cpu);
  return {
    cpuMs: Math.round((used.user + used.system) / 100) / 10,
    systemMs: Math.round(used.system / 100) / 10,
    ms: Math.round(performance.now() - began),
    ...pick(done.value),
  };
};
const mean = (numbers: readonly number[]): number =>
  Math.round((10 * numbers.reduce((sum, n) => sum + n, 0)) / numbers.length) / 10;
const pick = (e: { considered: number; written: number }) => ({ considered: e.considered, written: e.written });
const newChanges = async (after: number): Promise<Change[]> => store.changes(after, 100);

const cold = await timed('everything');
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
const again = await timed('everything');
let seen = (await store.changes(0, size + 10)).at(-1)?.seq ?? 0;
const step = async (): Promise<Awaited<ReturnType<typeof timed>>> => {
  const changes = await newChanges(seen);
  seen = changes.at(-1)!.seq;
  return timed(changes);
};
await file(size, size + 1);
const first = await step();
const more = [];
for (let i = 1; i <= 41; i++) {
  await file(size + i, size + i + 1);
  more.push(await step());
}
await file(Math.floor(size / 2), Math.floor(size / 2) + 1, true);
const correction = await step();
// labelled ones: a hundred to make the lists, then one at a time; a thing is new to few of them
const LABELLED_FROM = size + 50;
await file(LABELLED_FROM, LABELLED_FROM + 100, false, true);
await step();
const labelled = [];
for (let i = LABELLED_FROM + 100; i < LABELLED_FROM + 121; i++) {
  await file(i, i + 1, false, true);
  labelled.push(await step());
}
const middleOfLabelled = labelled.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(labelled.length / 2)]!;
const middle = more.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(more.length / 2)]!;
const most = Math.max(...more.map((one) => one.written));
console.log(
  JSON.stringify({
    size,
    folder,
    cold,
    rssMb,
    again,
    firstMore: first,
    oneMore: middle,
    mostFiles: most,
    // with the merges of the search index that fall among the 41
    oneMoreMean: { cpuMs: mean(more.map((one) => one.cpuMs)), written: mean(more.map((one) => one.written)) },
    correction,
    oneMoreLabelled: {
      ...middleOfLabelled,
      labels: LABELS,
      filesPerLabel: Math.round((10 * (middleOfLabelled.written - middle.written)) / LABELS) / 10,
    },
  }),
);
await store.close();
