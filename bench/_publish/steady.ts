import '../../src/cli/small-heap.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAGE_KINDS } from '../../src/publish/page-keys.ts';
import { publish } from '../../src/publish/publish.ts';
import { createPublishMemory } from '../../src/publish/publish-memory.ts';
import { folderSink } from '../../src/publish/sink.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { benchDraft, benchSite } from './articles.ts';

/** Publications of one article each, `steps` of them after `size`: the worst of them, not only the middle. */
const size = Number(process.argv[2] ?? 10_000);
const steps = Number(process.argv[3] ?? 2000);
const without = process.argv[4];
const folder = mkdtempSync(join(tmpdir(), 'kanyin-steady-'));
const opened = openSqliteStore(join(folder, 'kanyin.db'));
if (!opened.ok) throw new Error(opened.problem.code);
const store = opened.value;
const file = async (from: number, to: number): Promise<void> => {
  const drafts = Array.from({ length: to - from }, (_, n) => benchDraft(from + n));
  const done = await store.commitArticles(drafts, Date.parse(drafts[0]!.firstSeen));
  if (!done.ok) throw new Error(done.problem.code);
};
for (let i = 0; i < size; i += 500) await file(i, Math.min(size, i + 500));
const needs = {
  archive: store,
  site: benchSite,
  sources: [],
  now: () => new Date(),
  out: folderSink(join(folder, 'site')),
  memory: createPublishMemory(),
  kinds: PAGE_KINDS.filter((kind) => !without || !kind.name.startsWith(without)),
};
const first = await publish('everything', needs);
if (!first.ok) throw new Error(first.problem.code);
let seen = (await store.changes(0, size + 10)).at(-1)?.seq ?? 0;
const cpu: number[] = [];
const files: number[] = [];
const removed: number[] = [];
for (let i = size; i < size + steps; i++) {
  await file(i, i + 1);
  const changes = await store.changes(seen, 100);
  seen = changes.at(-1)!.seq;
  const done = await publish(changes, needs);
  if (!done.ok) throw new Error(done.problem.code);
  cpu.push(done.value.cpuMs);
  files.push(done.value.written);
  removed.push(done.value.removed);
}
const spread = (numbers: readonly number[]) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return {
    mean: Math.round((10 * sorted.reduce((sum, n) => sum + n, 0)) / sorted.length) / 10,
    p50: at(0.5),
    p99: at(0.99),
    most: sorted.at(-1)!,
  };
};
console.log(
  JSON.stringify({ what: 'steady', size, steps, cpuMs: spread(cpu), files: spread(files), removed: spread(removed) }),
);
await store.close();
rmSync(folder, { recursive: true, force: true });
