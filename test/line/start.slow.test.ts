import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../src/cli/free-port.ts';

const START = fileURLToPath(new URL('../../bin/start.mjs', import.meta.url));
const SAMPLE = 4180;

let folder: string;
let port: number;
let taken: Server | undefined;
const running: ChildProcess[] = [];

/** As npm starts it: a shell between npm and us. Resolves with all that was printed once the newspaper stands. */
async function start(): Promise<{ shell: ChildProcess; printed: string }> {
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${START}"; true`], {
    cwd: folder,
    env: { ...process.env, BASE_URL: undefined, PORT: String(port), npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(shell);
  let printed = '';
  await new Promise<void>((done) => {
    shell.once('close', done);
    shell.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('polling goes on')) done();
    });
  });
  return { shell, printed };
}

const answers = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kanyin-start-'));
  port = await freePort(0);
  taken = await new Promise<Server | undefined>((ready) => {
    const server = createServer();
    server.once('error', () => ready(undefined));
    server.listen(SAMPLE, '127.0.0.1', () => ready(server));
  });
});
afterEach(() => {
  for (const shell of running) shell.kill('SIGKILL');
});
afterAll(async () => {
  taken?.close();
  while (await answers()) await setTimeout(100);
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start where there is no kanyin.yaml', () => {
  test('the sample finds a free port; when npm and its shell are killed, nothing is left running', async () => {
    const { shell, printed } = await start();
    expect(printed).toContain('opening the sample newsroom');
    const config = readFileSync(join(folder, 'newsroom', 'kanyin.yaml'), 'utf8');
    expect(config).not.toContain(`127.0.0.1:${SAMPLE}/`);
    expect(await answers()).toBe(true);
    shell.kill('SIGKILL');
    await expect.poll(answers, { timeout: 20_000, interval: 100 }).toBe(false);
  });

  test('a second start opens the same newsroom', async () => {
    const { printed } = await start();
    expect(printed).toContain(join(folder, 'newsroom', 'kanyin.yaml'));
    expect(printed).not.toContain('opening the sample newsroom');
    expect(await answers()).toBe(true);
  });
});
