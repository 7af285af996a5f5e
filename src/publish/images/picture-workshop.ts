import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fail, type Outcome } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import type { PreparedPicture } from './prepare-picture.ts';

/** Of all copies of one picture; each of the decoder's own steps has half of it. */
const MOST_MS = 60_000;
/** Without a picture for so long the process ends and gives its memory back. */
const IDLE_MS = 15_000;
const PROCESS = fileURLToPath(new URL('picture-workshop-process.ts', import.meta.url));

/**
 * `preparePicture` in a process of its own, one picture at a time: a decoder that crashes or hangs on a hostile picture costs that
 * picture (PICTURE_DAMAGED), its memory goes back to the system (glibc keeps it otherwise), and its CPU comes behind all else.
 */
export class PictureWorkshop {
  #process: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  prepare(bytes: Uint8Array): Promise<Outcome<PreparedPicture>> {
    const done = this.#last.then(() => this.#work(bytes));
    this.#last = done;
    return done;
  }

  close(): void {
    clearTimeout(this.#idle);
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }

  #work(bytes: Uint8Array): Promise<Outcome<PreparedPicture>> {
    clearTimeout(this.#idle);
    if (!this.#process?.connected) this.#process = startProcess();
    const worker = this.#process;
    return new Promise((answer) => {
      const end = (outcome: Outcome<PreparedPicture>): void => {
        clearTimeout(tooLong);
        worker.removeAllListeners();
        this.#idle = setTimeout(() => this.close(), IDLE_MS);
        this.#idle.unref();
        answer(outcome);
      };
      const gone = (why: string): void => {
        this.close();
        end(fail(problem('PICTURE_DAMAGED', { why })));
      };
      const tooLong = setTimeout(() => gone(`not decoded within ${MOST_MS / 1000} s`), MOST_MS);
      worker.once('message', (outcome) => end(outcome as Outcome<PreparedPicture>));
      worker.once('error', (error) => gone(error.message));
      worker.once('exit', (code, signal) => gone(`its decoder ended with ${signal ?? code}`));
      worker.send(bytes, (error) => error && gone(error.message));
    });
  }
}

const startProcess = (): ChildProcess =>
  fork(PROCESS, {
    serialization: 'advanced',
    execArgv: [],
    env: { ...process.env, MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
  });
