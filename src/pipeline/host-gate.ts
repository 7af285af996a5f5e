import { hostOf } from '../kit/url.ts';
import type { Fetch } from '../model/fetched.ts';
import { fail } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

/**
 * One request at a time per host, with spacing between the end of one and the start of the next. A lease gives a worker the
 * host; the gate also holds for requests that leave it (robots.txt, redirect targets, following pages).
 */
export function gateByHost(
  fetch: Fetch,
  needs: { spacingMs: (host: string) => number; now: () => number; signal?: AbortSignal },
): Fetch {
  const tail = new Map<string, Promise<void>>();
  const freeAt = new Map<string, number>();
  return async (request) => {
    const host = hostOf(request.url);
    const before = tail.get(host);
    let open = (): void => undefined;
    const mine = new Promise<void>((done) => {
      open = done;
    });
    tail.set(host, mine);
    try {
      if (before) await before;
      const wait = (freeAt.get(host) ?? 0) - needs.now();
      if (wait > 0) await pause(wait, needs.signal);
      if (needs.signal?.aborted) return fail(problem('STOPPED', { where: request.url }));
      return await fetch(request);
    } finally {
      freeAt.set(host, needs.now() + needs.spacingMs(host));
      if (tail.get(host) === mine) tail.delete(host);
      open();
    }
  };
}

/** Waits, or returns early when the signal says stop. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal?.aborted) {
      done();
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
