import '../../src/cli/small-heap.ts';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { forShortRun } from '../../src/cli/short-run.ts';
import { readPage } from '../../src/pipeline/read-page.ts';

/** One process: a file of paths (and addresses) a line, every page once cold as the filter reads it, then again as a newsroom at work. */
const WARM_ROUNDS = 4;
const pages = readFileSync(process.argv[2]!, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { file: string; url?: string });
const now = new Date('2026-11-24T00:00:00Z');
const afterPage = forShortRun();

function pass(): number[] {
  return pages.map(({ file, url }) => {
    const packed = readFileSync(file);
    const bytes = file.endsWith('.gz') ? gunzipSync(packed) : packed;
    const before = process.cpuUsage();
    readPage(bytes, undefined, { now, ...(url === undefined ? {} : { url }) });
    const { user, system } = process.cpuUsage(before);
    afterPage();
    return (user + system) / 1000;
  });
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const rounded = (value: number): number => Math.round(value * 10) / 10;
const cold = pass();
const rss = process.resourceUsage().maxRSS / 1024;
let warm = Number.POSITIVE_INFINITY;
for (let round = 0; round < WARM_ROUNDS; round++) warm = Math.min(warm, mean(pass()));
const sorted = [...cold].sort((a, b) => a - b);
process.stdout.write(
  JSON.stringify({
    pages: pages.length,
    coldMs: rounded(mean(cold)),
    coldP95: rounded(sorted[Math.floor(sorted.length * 0.95)]!),
    warmMs: rounded(warm),
    rssMB: Math.round(rss),
  }),
);
