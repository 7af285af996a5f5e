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

/** One size, in a process of its own: cold, a thousand times one more article, a correction of an old one, more with thirty labels. */
const MORE = 1000;
const MORE_LABELLED = 200;
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
type Timed = Awaited<ReturnType<typeof timed>>;
const mean = (numbers: readonly number[]): number =>
  Math.round((10 * numbers.reduce((sum, n) => sum + n, 0)) / numbers.length) / 10;
const pick = (e: { considered: number; written: number }) => ({ considered: e.considered, written: e.written });
const newChanges = async (after: number): Promise<Change[]> => store.changes(after, 100);

const cold = await timed('everything');
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
const again = await timed('everything');
let seen = (await store.changes(0, size + 10)).at(-1)?.seq ?? 0;
const step = async (): Promise<Timed> => {
  const changes = await newChanges(seen);
  seen = changes.at(-1)!.seq;
  return timed(changes);
};
await file(size, size + 1);
const first = await step();
const more: Timed[] = [];
for (let i = 1; i <= MORE; i++) {
  await file(size + i, size + i + 1);
  more.push(await step());
}
await file(Math.floor(size / 2), Math.floor(size / 2) + 1, true);
const correction = await step();
// labelled ones: a hundred to make the lists, then one at a time; a thing is new to few of them
const LABELLED_FROM = size + MORE + 1;
await file(LABELLED_FROM, LABELLED_FROM + 100, false, true);
await step();
const labelled: Timed[] = [];
for (let i = LABELLED_FROM + 100; i < LABELLED_FROM + 100 + MORE_LABELLED; i++) {
  await file(i, i + 1, false, true);
  labelled.push(await step());
}
/** the one that stands at this share of the row, by CPU */
const at = (share: number, all: readonly Timed[]) =>
  all.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.min(all.length - 1, Math.floor(all.length * share))]!;
const middleOfLabelled = at(0.5, labelled);
const middle = at(0.5, more);
const most = Math.max(...more.map((one) => one.written));
const spread = (all: readonly Timed[]) => ({
  p90: at(0.9, all).cpuMs,
  p99: at(0.99, all).cpuMs,
  most: at(1, all).cpuMs,
});
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
    oneMoreSpread: spread(more),
    oneMoreMean: { cpuMs: mean(more.map((one) => one.cpuMs)), written: mean(more.map((one) => one.written)) },
    correction,
    oneMoreLabelled: {
      ...middleOfLabelled,
      labels: LABELS,
      spread: spread(labelled),
      mostFiles: Math.max(...labelled.map((one) => one.written)),
      filesPerLabel: Math.round((10 * (middleOfLabelled.written - middle.written)) / LABELS) / 10,
    },
  }),
);
await store.close();
