import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runHexo, runHugo } from './_publish/others.ts';

/** Sizes measured; `KANYIN_BENCH_SIZES=1000,10000` for a shorter run. */
const SIZES = (process.env['KANYIN_BENCH_SIZES'] ?? '1000,10000,50000').split(',').map(Number);
/** the others stand beside us at sizes they can be waited for */
const BESIDE = 10_000;

interface Measured {
  size: number;
  cold: { cpuMs: number; ms: number; considered: number; written: number };
  rssMb: number;
  oneMore: { cpuMs: number; considered: number; written: number };
  mostFiles: number;
  oneMoreSpread: { p90: number; p99: number; most: number };
  oneMoreMean: { cpuMs: number; written: number };
  correction: { cpuMs: number; considered: number; written: number };
  /** one more article with thirty labels */
  oneMoreLabelled: { cpuMs: number; written: number; labels: number; filesPerLabel: number };
}

/**
 * Kanyin cold, one more article, one correction; then Hugo and Hexo on the same posts, as ratios; what a query of the search loads.
 * CPU is user + system.
 */
export async function bench(): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  // ext4 looks for a minute or more at inodes that were just freed before it gives a new one: nothing is removed before the end
  const folders: string[] = [];
  const ours: Measured[] = [];
  for (const size of SIZES) {
    const run = spawnSync(process.execPath, [join(import.meta.dirname, '_publish/measure.ts'), String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (run.status !== 0) throw new Error(`the measurement of ${size} articles ended with ${run.status}`);
    const { folder, ...measured } = JSON.parse(run.stdout) as Measured & { folder: string };
    folders.push(folder);
    ours.push(measured);
    rows.push({ what: 'kanyin', ...measured });
  }
  for (const beside of ours.filter(({ size }) => size <= BESIDE)) {
    for (const [name, runOther] of [
      ['hugo', runHugo],
      ['hexo', runHexo],
    ] as const) {
      const other = runOther(beside.size);
      if (!other) {
        rows.push({ what: name, skipped: 'not installed' });
        continue;
      }
      const { folder, ...numbers } = other;
      folders.push(folder);
      rows.push({
        what: name,
        size: beside.size,
        ...numbers,
        timesKanyinCold: ratio(other.coldCpuMs, beside.cold.cpuMs),
        timesKanyinOneMore: ratio(other.oneMoreCpuMs, beside.oneMore.cpuMs),
      });
    }
  }
  if (SIZES.includes(BESIDE)) {
    const run = spawnSync(process.execPath, [join(import.meta.dirname, '_publish/query.ts'), String(BESIDE)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (run.status !== 0) throw new Error(`the measurement of queries ended with ${run.status}`);
    for (const line of run.stdout.trim().split('\n')) rows.push(JSON.parse(line) as Record<string, unknown>);
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  return rows;
}

const ratio = (theirs: number, ours: number): number => Math.round((10 * theirs) / ours) / 10;

if (process.argv[1] !== undefined && existsSync(process.argv[1]) && import.meta.filename === process.argv[1]) {
  for (const row of await bench()) console.log(JSON.stringify(row));
}
