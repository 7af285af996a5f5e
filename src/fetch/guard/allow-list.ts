import ipaddr from 'ipaddr.js';
import { effectiveAddress } from './refused-range.ts';

/** True when the configuration names the host (with or without port) or the address (alone, with port, or in a CIDR range). */
export type AllowList = (hostname: string, port: number, address: string) => boolean;

/** `rules`: `localhost`, `127.0.0.1:4100`, `10.1.2.3`, `10.0.0.0/8`, `[::1]:80`, `fd00::/8`, `*.lan`. An unreadable rule allows nothing. */
export function readAllowList(rules: readonly string[]): AllowList {
  const names = new Set<string>();
  const suffixes: string[] = [];
  const addresses = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const raw of rules) {
    const rule = raw.trim().toLowerCase();
    if (rule.includes('/')) {
      if (ipaddr.isValidCIDR(rule)) ranges.push(ipaddr.parseCIDR(rule));
      continue;
    }
    if (rule.startsWith('*.')) {
      suffixes.push(rule.slice(1));
      continue;
    }
    const { host, port } = splitPort(rule);
    const effective = effectiveAddress(host);
    if (effective) addresses.add(`${effective.toString()}${port}`);
    else if (host !== '') names.add(`${host}${port}`);
  }
  return (hostname, port, address) => {
    const host = hostname.toLowerCase();
    if (names.has(host) || names.has(`${host}:${port}`) || suffixes.some((s) => host.endsWith(s))) return true;
    const effective = effectiveAddress(address);
    if (!effective) return false;
    const text = effective.toString();
    if (addresses.has(text) || addresses.has(`${text}:${port}`)) return true;
    return ranges.some(([base, bits]) => base.kind() === effective.kind() && effective.match(base as never, bits));
  };
}

/** `[::1]:80` and `host:80` split; a bare IPv6 address has no port. */
function splitPort(rule: string): { host: string; port: string } {
  const found = /^(\[[^\]]*\]|[^:]*)(:\d+)?$/.exec(rule);
  return found ? { host: found[1]!.replace(/^\[|\]$/g, ''), port: found[2] ?? '' } : { host: rule, port: '' };
}
