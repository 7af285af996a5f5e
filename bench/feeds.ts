import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFeed } from '../src/feeds/parse-feed.ts';
import { corpus } from '../test/support/corpora.ts';
import { madeAtom, madePodcast, madeRss } from './_feeds/made-feeds.ts';
import { byFeedsmith } from './_feeds/others.ts';

const NOW = new Date(Date.UTC(2026, 5, 1));
const ROUNDS = 7;
/** CPU ms that one measurement takes at least. */
const LEAST_MS = 250;

/** Bytes to entries, in process, side by side with feedsmith on the same bytes in the same run; then memory over 10,000 feeds. */
export async function bench(): Promise<Record<string, unknown>[]> {
  const shapes = [madeRss(30, 4000), madeAtom(25, 3000), madePodcast(100), madeRss(20, 200), madeAtom(15, 500)];
  const rows = [
    compare('5 MB of RSS, bodies in CDATA', [Buffer.from(madeRss(500, 9200))]),
    compare(
      'made feeds of five shapes',
      shapes.map((text) => Buffer.from(text)),
    ),
  ];
  const real = realFeeds();
  if (real) rows.push(compare(`${real.length} feeds found in the wild`, real));
  rows.push(memory());
  return rows;
}

function compare(what: string, files: readonly Uint8Array[]): Record<string, unknown> {
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  const ours = (file: Uint8Array): void => {
    parseFeed(file, { url: 'https://news.example/feed', headers: {}, now: NOW });
  };
  const all = { kanyin: ours, feedsmith: byFeedsmith };
  const speed: Record<string, number[]> = { kanyin: [], feedsmith: [] };
  for (const parse of Object.values(all)) measured(files, parse);
  // Turn about, so that whatever else the machine does hits both alike; the median of the rounds counts.
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, parse] of Object.entries(all)) speed[name]!.push(bytes / measured(files, parse) / 1000);
  const [kanyin, feedsmith] = [median(speed['kanyin']!), median(speed['feedsmith']!)];
  return {
    what,
    MB: rounded(bytes / 1e6),
    kanyinMBs: rounded(kanyin),
    feedsmithMBs: rounded(feedsmith),
    ratio: rounded(kanyin / feedsmith),
  };
}

/** CPU ms for all files once. */
function measured(files: readonly Uint8Array[], parse: (bytes: Uint8Array) => void): number {
  const before = process.cpuUsage();
  for (let times = 1; ; times++) {
    for (const file of files) parse(file);
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 >= LEAST_MS) return (user + system) / 1000 / times;
  }
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;
const rounded = (value: number): number => Math.round(value * 100) / 100;

function realFeeds(): Uint8Array[] | undefined {
  const list = corpus('feeds-dev', 'cases.jsonl');
  if (list === undefined) return undefined;
  const cases = readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { group: string; file: string });
  return cases.filter((one) => one.group === 'real').map((one) => readFileSync(join(list, '..', one.file)));
}

/** A process of its own, so that nothing else is in its memory. */
function memory(): Record<string, unknown> {
  const file = fileURLToPath(new URL('_feeds/memory-run.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', file], { encoding: 'utf8' })) as Record<
    string,
    unknown
  >;
}
