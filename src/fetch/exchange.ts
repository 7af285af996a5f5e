import type { Dispatcher } from 'undici';

export interface ExchangeRequest {
  method: 'GET' | 'POST';
  origin: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** bytes of a good answer that are taken; more is `too-large` */
  wireBytes: number;
  connectMs: number;
  idleMs: number;
  /** ms left for this exchange altogether */
  totalMs: number;
  signal?: AbortSignal;
}

export type Headers = Record<string, string | string[] | undefined>;

export type Exchange =
  | { kind: 'answer'; status: number; headers: Headers; body: Buffer; wireBytes: number }
  | { kind: 'timeout'; phase: 'connecting' | 'waiting' | 'reading' | 'total'; ms: number }
  | { kind: 'too-large'; bytes: number }
  | { kind: 'stopped' }
  /** `began`: the answer had begun when the connection failed */
  | { kind: 'broken'; error: Error; began: boolean };

/** What is read of an answer that is no success, to recognise a challenge; the rest is cut off. */
const ERROR_BYTES = 64 * 1024;
const EMPTY = Buffer.alloc(0);

/**
 * One request and its answer, on dispatch() because a stream per answer costs more CPU than the rest of a poll. One timer
 * watches all deadlines: it sleeps until the nearest, and looks again when progress has moved it. Never rejects.
 */
export function exchange(dispatcher: Dispatcher, request: ExchangeRequest): Promise<Exchange> {
  return new Promise((resolve) => {
    new Talk(request, resolve).start(dispatcher);
  });
}

class Talk implements Dispatcher.DispatchHandler {
  readonly #request: ExchangeRequest;
  readonly #resolve: (result: Exchange) => void;
  readonly #began = performance.now();
  #progress = this.#began;
  #phase: 'connecting' | 'waiting' | 'reading' = 'connecting';
  #controller: Dispatcher.DispatchController | undefined;
  #timer: NodeJS.Timeout | undefined;
  #settled = false;
  #status = 0;
  #headers: Headers = {};
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(request: ExchangeRequest, resolve: (result: Exchange) => void) {
    this.#request = request;
    this.#resolve = resolve;
  }

  start(dispatcher: Dispatcher): void {
    const { signal, method, origin, path, headers, body } = this.#request;
    if (signal?.aborted) {
      this.#settle({ kind: 'stopped' });
      return;
    }
    signal?.addEventListener('abort', this.#stop, { once: true });
    this.#arm();
    try {
      dispatcher.dispatch({ origin, path, method, headers, ...(body === undefined ? {} : { body }) }, this);
    } catch (error) {
      this.onResponseError(undefined, error instanceof Error ? error : new Error(String(error)));
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      controller.abort(new Error('given up'));
      return;
    }
    this.#controller = controller;
    this.#phase = 'waiting';
    this.#progress = performance.now();
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    this.#phase = 'reading';
    this.#progress = performance.now();
    const stated = Number(headers['content-length']);
    if (this.#good && stated > this.#request.wireBytes) this.#settle({ kind: 'too-large', bytes: stated });
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    this.#progress = performance.now();
    this.#bytes += chunk.length;
    this.#chunks.push(chunk);
    if (this.#good) {
      if (this.#bytes > this.#request.wireBytes) this.#settle({ kind: 'too-large', bytes: this.#bytes });
    } else if (this.#bytes >= ERROR_BYTES) this.#answer(true);
  }

  onResponseEnd(): void {
    this.#answer(false);
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#settle({ kind: 'broken', error, began: this.#status > 0 });
  }

  get #good(): boolean {
    return this.#status < 300;
  }

  #answer(cut: boolean): void {
    const body =
      this.#bytes === 0
        ? EMPTY
        : this.#chunks.length === 1
          ? this.#chunks[0]!
          : Buffer.concat(this.#chunks, this.#bytes);
    this.#settle(
      { kind: 'answer', status: this.#status, headers: this.#headers, body, wireBytes: this.#bytes },
      cut ? 'cut' : 'ended',
    );
  }

  #settle(result: Exchange, how: 'cut' | 'ended' = result.kind === 'broken' ? 'ended' : 'cut'): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#stop);
    this.#chunks = [];
    this.#resolve(result);
    if (how === 'cut') this.#controller?.abort(new Error('given up'));
  }

  readonly #stop = (): void => this.#settle({ kind: 'stopped' });

  readonly #look = (): void => {
    const now = performance.now();
    const { totalMs, connectMs, idleMs } = this.#request;
    const limit = this.#phase === 'connecting' ? connectMs : idleMs;
    if (now - this.#began >= totalMs) this.#settle({ kind: 'timeout', phase: 'total', ms: totalMs });
    else if (now - this.#progress >= limit) this.#settle({ kind: 'timeout', phase: this.#phase, ms: limit });
    else this.#arm(now);
  };

  #arm(now = this.#began): void {
    const { totalMs, connectMs, idleMs } = this.#request;
    const quiet = this.#progress + (this.#phase === 'connecting' ? Math.min(connectMs, idleMs) : idleMs);
    this.#timer = setTimeout(this.#look, Math.max(1, Math.ceil(Math.min(this.#began + totalMs, quiet) - now)));
  }
}
