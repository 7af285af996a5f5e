/** The right to talk to one host now; call it when the exchange has ended. */
export type Release = () => void;

interface HostTurn {
  busy: boolean;
  /** end of the last exchange; ms of a clock that never goes back */
  ended: number;
  waiting: (() => void)[];
}

/** The host sees the end of an answer later than we do, and the next question earlier than our timer says; ms on top of any spacing. */
const SLACK_MS = 10;
/** Hosts are forgotten once they are free, when more than this many are remembered. */
const REMEMBERED = 4000;

/**
 * One request at a time per host (`host[:port]`), in the order of asking, with spacing between the end of one and the start of
 * the next. Every hop takes its own turn, robots.txt and redirects too; no turn is held while waiting for another, so none locks.
 */
export class Turns {
  readonly #hosts = new Map<string, HostTurn>();
  readonly #spacingMs: (host: string) => number;
  /** ms; monotonic, because the wall clock may be set back or forth while somebody waits */
  readonly #now: () => number;

  constructor(options: { spacingMs: (host: string) => number; now?: () => number }) {
    this.#spacingMs = options.spacingMs;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Undefined when the signal said stop while waiting. */
  async take(host: string, signal?: AbortSignal): Promise<Release | undefined> {
    let turn = this.#hosts.get(host);
    if (!turn) {
      if (this.#hosts.size >= REMEMBERED) this.#forget();
      turn = { busy: false, ended: Number.NEGATIVE_INFINITY, waiting: [] };
      this.#hosts.set(host, turn);
    }
    if (turn.busy) {
      if (!(await queued(turn.waiting, signal))) return undefined;
    }
    turn.busy = true;
    const mine = turn;
    const wait = (): number => mine.ended + this.spacing(host) - this.#now();
    for (let ms = wait(); ms > 0 && !signal?.aborted; ms = wait()) await sleep(Math.ceil(ms), signal);
    if (signal?.aborted) {
      hand(mine);
      return undefined;
    }
    return () => {
      mine.ended = this.#now();
      hand(mine);
    };
  }

  /** ms between two requests to the host */
  spacing(host: string): number {
    const spacing = this.#spacingMs(host);
    return spacing > 0 ? spacing + SLACK_MS : 0;
  }

  #forget(): void {
    const now = this.#now();
    for (const [host, turn] of this.#hosts)
      if (!turn.busy && turn.ended + this.spacing(host) <= now) this.#hosts.delete(host);
  }
}

/** Stays busy when somebody waits, so that nobody slips in between. */
function hand(turn: HostTurn): void {
  const next = turn.waiting.shift();
  if (next) next();
  else turn.busy = false;
}

/** Waits in line until somebody calls; false when the signal said stop. */
export function queued(waiting: (() => void)[], signal?: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    const stop = (): void => {
      const at = waiting.indexOf(go);
      if (at >= 0) waiting.splice(at, 1);
      done(false);
    };
    const go = (): void => {
      signal?.removeEventListener('abort', stop);
      done(true);
    };
    if (signal?.aborted) return done(false);
    waiting.push(go);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Waits at least `ms`, or less when the signal says stop. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}
