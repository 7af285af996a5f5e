import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { type AllowList, readAllowList } from './allow-list.ts';
import { Refusal } from './refusal.ts';
import { refusedRange } from './refused-range.ts';

/** All addresses of a name; rejects with a Node DNS error. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

export interface Guard {
  /** Why an address literal is refused; undefined for public literals and for names (those are checked after lookup). */
  refuses(hostname: string, port: number): string | undefined;
  /** The checked addresses of a host, to which alone it may be connected; rejects with Refusal or a DNS error. */
  addresses(hostname: string, port: number): Promise<LookupAddress[]>;
}

/** How long an answer of the resolver is used; ms. Short, so that a moved host is found. */
const KEEP_MS = 60_000;
const KEEP_FAILURE_MS = 10_000;
const KEPT_NAMES = 10_000;

/**
 * Keeps Kanyin out of private networks. Literals are checked before connecting, because a connector's lookup is never called
 * for them; names after every lookup, and the socket goes to the checked address, so a second answer (rebinding) has no effect.
 */
export function createGuard(options: { allowPrivate: readonly string[]; now: () => number; resolve?: Resolve }): Guard {
  const allowed: AllowList = readAllowList(options.allowPrivate);
  const resolve = cached(options.resolve ?? systemResolve, options.now);
  const refusal = (hostname: string, port: number, address: string): string | undefined => {
    const range = refusedRange(address);
    if (range === undefined || allowed(hostname, port, address)) return undefined;
    return hostname === address ? `${address} is ${range}` : `${hostname} leads to ${address}, which is ${range}`;
  };
  return {
    refuses(hostname, port) {
      const bare = hostname.replace(/^\[|\]$/g, '');
      return isIP(bare) === 0 ? undefined : refusal(bare, port, bare);
    },
    async addresses(hostname, port) {
      const bare = hostname.replace(/^\[|\]$/g, '');
      const family = isIP(bare);
      const found = family === 0 ? await resolve(bare) : [{ address: bare, family }];
      let why: string | undefined;
      const open = found.filter(({ address }) => {
        const refused = refusal(bare, port, address);
        why ??= refused;
        return refused === undefined;
      });
      if (open.length === 0) throw new Refusal(why ?? `${bare} has no address`);
      return open;
    },
  };
}

/** `localhost` and names below it mean loopback everywhere (RFC 6761 section 6.3), whatever the resolver says. */
const systemResolve: Resolve = async (hostname) =>
  /(^|\.)localhost\.?$/i.test(hostname)
    ? [
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ]
    : lookup(hostname, { all: true, order: 'ipv4first' });

function cached(resolve: Resolve, now: () => number): Resolve {
  const kept = new Map<string, { until: number; answer: Promise<LookupAddress[]> }>();
  return (hostname) => {
    const held = kept.get(hostname);
    if (held && held.until > now()) return held.answer;
    const fresh = { until: now() + KEEP_MS, answer: resolve(hostname) };
    fresh.answer.catch(() => {
      fresh.until = now() + KEEP_FAILURE_MS;
    });
    kept.delete(hostname);
    kept.set(hostname, fresh);
    if (kept.size > KEPT_NAMES) kept.delete(kept.keys().next().value!);
    return fresh.answer;
  };
}
