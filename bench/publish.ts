import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runHexo, runHugo } from './_publish/others.ts';

/** Sizes measured; `KANYIN_BENCH_SIZES=1000,10000` for a shorter run. */
const SIZES = (process.env['KANYIN_BENCH_SIZES'] ?? '1000,10000,50000').split(',').map(Number);
/** the size at which the others stand beside us */
const BESIDE = 1000;

interface Measured {
  size: number;
  cold: { cpuMs: number; ms: number; considered: number; written: number };
  rssMb: number;
  oneMore: { cpuMs: number; considered: number; written: number };
  mostFiles: number;
  correction: { cpuMs: number; considered: number; written: number };
}

/** Kanyin cold, one more article, one correction; then Hugo and Hexo on the same posts, as ratios. CPU is user + system. */
export async function bench(): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let beside: Measured | undefined;
  for (const size of SIZES) {
    const run = spawnSync(
      process.execPath,
      ['--max-semi-space-size=8', join(import.meta.dirname, '_publish/measure.ts'), String(size)],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    if (run.status !== 0) throw new Error(`the measurement of ${size} articles ended with ${run.status}`);
    const measured = JSON.parse(run.stdout) as Measured;
    if (size === BESIDE) beside = measured;
    rows.push({ what: 'kanyin', ...measured });
  }
  if (!beside) return rows;
  for (const [name, runOther] of [
    ['hugo', runHugo],
    ['hexo', runHexo],
  ] as const) {
    const other = runOther(BESIDE);
    if (!other) {
      rows.push({ what: name, skipped: 'not installed' });
      continue;
    }
    const ratio = (theirs: number, ours: number): number => Math.round((10 * theirs) / ours) / 10;
    rows.push({
      what: name,
      size: BESIDE,
      ...other,
      timesKanyinCold: ratio(other.coldCpuMs, beside.cold.cpuMs),
      timesKanyinOneMore: ratio(other.oneMoreCpuMs, beside.oneMore.cpuMs),
    });
  }
  return rows;
}

if (process.argv[1] !== undefined && existsSync(process.argv[1]) && import.meta.filename === process.argv[1]) {
  for (const row of await bench()) console.log(JSON.stringify(row));
}
