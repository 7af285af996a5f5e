import { type ChildProcess, execFile, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SOURCES = 10_000;
const HOSTS = 500;
/** More than hosts are asked at once. */
const HANGING = 100;
const SPACING_MS = 200;

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * 10,000 sources on 500 host names of loopback polled once, politely: what it costs, and what the hosts saw. Then the same with one
 * source on each of 100 further hosts that never answers: the others must be as early.
 */
export async function bench(): Promise<Record<string, unknown>[]> {
  const origin = fork(file('_sources/origin-process.ts'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const port = await new Promise<string>((done) => origin.stdout?.once('data', (chunk) => done(String(chunk).trim())));
  const rows = [await poll('10,000 sources on 500 hosts', port, 0, origin)];
  rows.push(await poll(`the same beside ${HANGING} hosts that hang`, port, HANGING, origin));
  origin.disconnect();
  origin.kill();
  return rows;
}

async function poll(
  what: string,
  port: string,
  hanging: number,
  origin: ChildProcess,
): Promise<Record<string, unknown>> {
  const root = mkdtempSync(join(tmpdir(), 'kanyin-bench-'));
  const source = (n: number): string => `  - { url: "http://h${n % HOSTS}.localhost:${port}/feed/${n}", id: s${n} }`;
  const hangs = (n: number): string => `  - { url: "http://a${n}.localhost:${port}/hang/${n}", id: a${n} }`;
  const list = [
    ...Array.from({ length: hanging }, (_, n) => hangs(n)),
    ...Array.from({ length: SOURCES }, (_, n) => source(n)),
  ];
  writeFileSync(
    join(root, 'kanyin.yaml'),
    `title: bench\nsources:\n${list.join('\n')}\nfetch: { spacing_ms: ${SPACING_MS}, allow_private: ["*.localhost"] }\nlabels: { on: false }\n`,
  );
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [file('_sources/measured-run.ts'), join(root, 'kanyin.yaml')]);
  const seen = new Promise<Record<string, unknown>>((done) => origin.once('message', (told) => done(told as never)));
  origin.send(SPACING_MS);
  rmSync(root, { recursive: true });
  return { what, ...(JSON.parse(stdout) as Record<string, unknown>), ...(await seen) };
}
