import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/kanyin.mjs', import.meta.url));

export interface Finished {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A newsroom in a folder of its own, driven through the real command line. */
export class NewsroomFolder {
  readonly root: string;

  constructor(config: string, root = mkdtempSync(join(tmpdir(), 'kanyin-newsroom-'))) {
    this.root = root;
    writeFileSync(join(root, 'kanyin.yaml'), config);
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  /** With a standard input to write to. */
  pipe(args: string[]): { child: ChildProcess; finished: Promise<Finished> } {
    return this.start(args, {}, 'pipe');
  }

  start(
    args: string[],
    env: Record<string, string> = {},
    stdin: 'ignore' | 'pipe' = 'ignore',
  ): { child: ChildProcess; finished: Promise<Finished> } {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: this.root,
      // vitest sets BASE_URL for its own pages
      env: { ...process.env, BASE_URL: undefined, NO_COLOR: '1', ...env },
      stdio: [stdin, 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    const finished = new Promise<Finished>((done) =>
      child.on('close', (code, signal) => done({ code, signal, stdout, stderr })),
    );
    return { child, finished };
  }

  run(args: string[], env: Record<string, string> = {}): Promise<Finished> {
    return this.start(args, env).finished;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
