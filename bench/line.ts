import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Measured {
  cpuSeconds: number;
  wallSeconds: number;
  rssMB: number;
  articles: number;
  sources: number;
}

const file = (name: string): string => fileURLToPath(new URL(`_line/${name}`, import.meta.url));

/** From loopback origin to published pages: entries with whole bodies, entries whose pages are read, and a poll with nothing new. */
export async function bench(): Promise<Record<string, unknown>[]> {
  const origin = fork(file('origin-process.ts'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const url = await new Promise<string>((done) => origin.stdout?.once('data', (chunk) => done(String(chunk).trim())));
  const rows = [
    measure('2,000 entries with their bodies', newsroom(url, 'feed', 20, 100)),
    measure('500 entries whose pages are read', newsroom(url, 'teasers', 10, 50)),
    poll('2,000 sources with nothing new', newsroom(url, 'feed', 2000, 1)),
  ];
  origin.disconnect();
  origin.kill();
  return rows;
}

function newsroom(url: string, kind: string, sources: number, count: number): string {
  const root = mkdtempSync(join(tmpdir(), 'kanyin-bench-'));
  const list = Array.from(
    { length: sources },
    (_, n) => `  - { url: "${url}/${kind}/${n}?count=${count}", id: s${n} }`,
  ).join('\n');
  writeFileSync(
    join(root, 'kanyin.yaml'),
    `title: bench\nsources:\n${list}\nfetch: { spacing_ms: 0, allow_private: ["127.0.0.1"], robots: false }\n`,
  );
  return root;
}

const child = (root: string, what: string): Measured =>
  JSON.parse(
    execFileSync(process.execPath, [file('measured-run.ts'), join(root, 'kanyin.yaml'), what], { encoding: 'utf8' }),
  ) as Measured;

function measure(what: string, root: string): Record<string, unknown> {
  const run = child(root, 'publish');
  rmSync(root, { recursive: true });
  return {
    what,
    articles: run.articles,
    cpuSeconds: run.cpuSeconds,
    articlesPerCpuSecond: Math.round(run.articles / run.cpuSeconds),
    rssMB: run.rssMB,
  };
}

function poll(what: string, root: string): Record<string, unknown> {
  child(root, 'poll');
  const run = child(root, 'poll');
  rmSync(root, { recursive: true });
  return {
    what,
    sources: run.sources,
    cpuSeconds: run.cpuSeconds,
    sourcesPerCpuSecond: Math.round(run.sources / run.cpuSeconds),
    rssMB: run.rssMB,
  };
}
