import { safeAddress } from '../kit/safe-address.ts';
import type { FetchLimits } from '../model/fetched.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { type Exchange, exchange, type Headers } from './exchange.ts';
import type { Slots } from './slots.ts';
import { transportProblem } from './transport-problem.ts';
import { sleep, type Turns } from './turns.ts';
import type { Wire } from './wire.ts';

export interface HopRequest {
  url: URL;
  method?: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  limits: FetchLimits;
  /** ms left of the whole fetch */
  leftMs: number;
  signal?: AbortSignal;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
  wireBytes: number;
  /** wall ms of the exchange, without waiting for the turn */
  ms: number;
}

/** A connection that closes before the answer begins is tried once more, after this pause at least: a server may drop an idle one. */
const AGAIN_MS = 250;

export interface HopNeeds {
  wire: Wire;
  turns: Turns;
  slots: Slots;
}

/** One request to one host: 1 guard, 2 turn of the host, 3 slot, 4 exchange, once more when the connection was stale. */
export async function hop(request: HopRequest, needs: HopNeeds): Promise<Outcome<Answer>> {
  const { url, signal } = request;
  const where = safeAddress(url.href);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const refused = needs.wire.guard.refuses(url.hostname, port);
  if (refused !== undefined) return fail(problem('FETCH_REFUSED_ADDRESS', { where, why: refused }));
  const release = await needs.turns.take(url.host, signal);
  if (!release) return fail(problem('STOPPED', { where }));
  const slot = await needs.slots.take(signal);
  try {
    if (!slot) return fail(problem('STOPPED', { where }));
    const way = await needs.wire.dispatcherFor(url.hostname, port);
    if (!way.ok) return fail(problem('FETCH_REFUSED_ADDRESS', { where, why: way.why }));
    const began = performance.now();
    let result = await talk(request, way.value, request.leftMs);
    if (result.kind === 'broken' && !result.began && isStale(result.error) && request.method !== 'POST') {
      await sleep(Math.max(AGAIN_MS, needs.turns.spacing(url.host)), signal);
      result = await talk(request, way.value, request.leftMs);
    }
    if (result.kind === 'broken')
      return fail(transportProblem(result.error, where, { began: result.began, proxied: way.proxied }));
    return outcomeOf(result, where, performance.now() - began);
  } finally {
    slot?.();
    release();
  }
}

function talk(request: HopRequest, dispatcher: Parameters<typeof exchange>[0], totalMs: number): Promise<Exchange> {
  const { url, limits } = request;
  return exchange(dispatcher, {
    method: request.method ?? 'GET',
    origin: url.origin,
    path: url.pathname + url.search,
    headers: request.headers,
    wireBytes: limits.wireBytes,
    connectMs: limits.connectMs,
    idleMs: limits.idleMs,
    totalMs,
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(request.signal ? { signal: request.signal } : {}),
  });
}

const isStale = (error: Error): boolean =>
  ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '');

function outcomeOf(result: Exclude<Exchange, { kind: 'broken' }>, where: string, ms: number): Outcome<Answer> {
  switch (result.kind) {
    case 'answer':
      return ok({ ...result, ms });
    case 'stopped':
      return fail(problem('STOPPED', { where }));
    case 'timeout':
      return fail(problem('FETCH_TIMEOUT', { where, why: `${result.phase} for ${result.ms} ms` }));
    case 'too-large':
      return fail(problem('FETCH_TOO_LARGE', { where, why: `${result.bytes} bytes and more` }));
  }
}
