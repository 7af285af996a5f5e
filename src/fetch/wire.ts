import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import type { Guard } from './guard/create-guard.ts';
import { guardedConnector } from './guard/guarded-connector.ts';
import { Refusal } from './guard/refusal.ts';
import { refusedRange } from './guard/refused-range.ts';
import { sleep } from './turns.ts';
import { withoutProxy } from './without-proxy.ts';

/** The way out: connections kept alive per origin, straight or through the proxy. */
export interface Wire {
  guard: Guard;
  dispatcherFor(
    hostname: string,
    port: number,
  ): Way | Promise<Way | { ok: false; why: string }> | { ok: false; why: string };
  close(): Promise<void>;
}
type Way = { ok: true; value: Dispatcher; proxied: boolean };

export interface WireOptions {
  proxy?: string;
  /** hosts reached without the proxy, as NO_PROXY lists them */
  noProxy?: readonly string[];
  connectMs: number;
  /** PEM of a further certificate authority; for tests and private networks */
  ca?: string;
}

const COMMON = {
  // Deadlines are the exchange's own, so that nothing is watched twice.
  headersTimeout: 0,
  bodyTimeout: 0,
  keepAliveTimeout: 4000,
  keepAliveMaxTimeout: 60_000,
  maxHeaderSize: 64 * 1024,
  pipelining: 1,
};
/** With a proxy the names are the proxy's to resolve; ours is a second opinion, and may be missing behind a firewall. ms. */
const SECOND_OPINION_MS = 2000;

export function openWire(guard: Guard, options: WireOptions): Wire {
  const connect = guardedConnector(guard, options);
  const straight: Way = {
    ok: true,
    value: new Agent({ ...COMMON, connect: connect as never, connections: 2 }),
    proxied: false,
  };
  if (options.proxy === undefined) {
    return {
      guard,
      dispatcherFor: () => straight,
      close: () => straight.value.destroy(),
    };
  }
  const tls = options.ca === undefined ? {} : { requestTls: { ca: options.ca } };
  const proxied: Way = {
    ok: true,
    proxied: true,
    value: new ProxyAgent({ ...COMMON, uri: options.proxy, allowH2: false, connectTimeout: options.connectMs, ...tls }),
  };
  const direct = withoutProxy(options.noProxy ?? []);
  return {
    guard,
    async dispatcherFor(hostname, port) {
      if (direct(hostname, port)) return straight;
      const known = new AbortController();
      const opinion = await Promise.race([
        guard.addresses(hostname, port).catch(asRefusal),
        sleep(SECOND_OPINION_MS, known.signal),
      ]);
      known.abort();
      if (opinion instanceof Refusal) return { ok: false, why: opinion.message };
      // A private host that the configuration names is a neighbour, not behind the proxy.
      return opinion?.every(({ address }) => refusedRange(address) !== undefined) ? straight : proxied;
    },
    close: async () => {
      await Promise.all([straight.value.destroy(), proxied.value.destroy()]);
    },
  };
}

/** A refusal counts; that a name is unknown here does not. */
const asRefusal = (error: unknown): Refusal | undefined => (error instanceof Refusal ? error : undefined);
