import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether a host is one that NO_PROXY names: `*`; a name, which stands for all below it as well; an address or CIDR range, for literals;
 * each with a port or without.
 */
export function withoutProxy(listed: readonly string[]): (hostname: string, port: number) => boolean {
  const rules = listed.map(readRule);
  return (hostname, port) => {
    const bare = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '');
    return rules.some((rule) => (rule.port === undefined || rule.port === port) && rule.fits(bare));
  };
}

interface Rule {
  port?: number;
  fits: (hostname: string) => boolean;
}

function readRule(written: string): Rule {
  const text = written.trim().toLowerCase();
  const ported = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(text);
  const host = (ported?.[1] ?? text).replace(/^\[|\]$/g, '');
  const port = ported ? { port: Number(ported[2]) } : {};
  if (host === '*') return { ...port, fits: () => true };
  const range = readRange(host);
  if (range) {
    const [network, bits] = range;
    return {
      ...port,
      fits: (name) => {
        if (isIP(name) === 0) return false;
        const address = ipaddr.process(name);
        return address.kind() === network.kind() && address.match(network, bits);
      },
    };
  }
  const suffix = host.replace(/^\*?\./, '');
  return { ...port, fits: (name) => name === suffix || name.endsWith(`.${suffix}`) };
}

function readRange(host: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(host)) return ipaddr.parseCIDR(host);
  if (isIP(host) === 0) return undefined;
  const address = ipaddr.process(host);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
