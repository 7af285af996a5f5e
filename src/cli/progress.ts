import type { Io } from './verb.ts';

const AFTER_MS = 1000;
const EVERY_MS = 100;
const PLAIN_EVERY_MS = 5000;
const WIDTH = 24;

export interface Progress {
  step(done: number, total: number | undefined, what: string): void;
  end(): void;
}

/** A bar on a terminal once the work has taken a second; a plain line every five seconds elsewhere. Writes to stderr. */
export function createProgress(io: Io): Progress {
  const began = io.now().getTime();
  let last = began;
  let drawn = false;
  return {
    step(done, total, what) {
      const now = io.now().getTime();
      const tty = io.stderr.isTTY === true;
      if (now - began < AFTER_MS || now - last < (tty ? EVERY_MS : PLAIN_EVERY_MS)) return;
      last = now;
      const of = total === undefined ? `${done}` : `${done}/${total}`;
      if (!tty) {
        io.stderr.write(`${of} ${what}\n`);
        return;
      }
      const full = total ? Math.round((WIDTH * Math.min(done, total)) / total) : 0;
      const bar = total ? `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ` : '';
      io.stderr.write(`\r\u001b[2K${bar}${of} ${what.slice(0, 60)}`);
      drawn = true;
    },
    end() {
      if (drawn) io.stderr.write('\r\u001b[2K');
    },
  };
}
