import { queued, type Release } from './turns.ts';

/** An exchange that takes longer waits for its host and not for us: it no longer counts. ms */
const SLOW_MS = 500;
/** A timer this late means that we are slow ourselves: no reason to begin more. ms */
const LAG_MS = 250;

/**
 * At most so many exchanges at once over all hosts, so that memory and bandwidth have a limit; the slow ones do not count, so hosts
 * that hang take no room from the others.
 */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  readonly #atOnce: number;
  readonly #slowMs: number;
  #counted = 0;

  constructor(atOnce: number, slowMs = SLOW_MS) {
    this.#atOnce = atOnce;
    this.#slowMs = slowMs;
  }

  /** Undefined when the signal said stop while waiting. */
  async take(signal?: AbortSignal): Promise<Release | undefined> {
    if (this.#counted < this.#atOnce) this.#counted++;
    else if (!(await queued(this.#waiting, signal))) return undefined;
    let counts = true;
    const give = (): void => {
      if (!counts) return;
      counts = false;
      const next = this.#waiting.shift();
      if (next) next();
      else this.#counted--;
    };
    let timer: NodeJS.Timeout;
    const watch = (): void => {
      const due = performance.now() + this.#slowMs;
      timer = setTimeout(() => (performance.now() - due > LAG_MS ? watch() : give()), this.#slowMs);
    };
    watch();
    return () => {
      clearTimeout(timer);
      give();
    };
  }
}
