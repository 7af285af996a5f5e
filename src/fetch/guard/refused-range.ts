import ipaddr from 'ipaddr.js';

/** IPv6 global unicast (RFC 4291 section 2.4): everything else is local, reserved or a disguise. */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
/** RFC 6052: the last 32 bits are an IPv4 address. */
const NAT64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('64:ff9b::'), 96];
/** Obsolete `::a.b.c.d` (RFC 4291 section 2.5.5.1). */
const COMPATIBLE: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('::'), 96];

/**
 * The address that is really meant: an IPv4 address inside a v4-mapped, v4-compatible or NAT64 address is taken out.
 * `undefined`: not an IP address. A zone (`fe80::1%eth0`) is dropped.
 */
export function effectiveAddress(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return undefined;
  const parsed = ipaddr.parse(bare);
  if (parsed.kind() === 'ipv4') return parsed;
  const six = parsed as ipaddr.IPv6;
  if (six.isIPv4MappedAddress()) return six.toIPv4Address();
  if (six.match(...NAT64) || (six.match(...COMPATIBLE) && six.parts[6] !== 0)) {
    return new ipaddr.IPv4(six.toByteArray().slice(12));
  }
  return six;
}

/** Name of the range for which an address is refused (`loopback`, `private`, `carrierGradeNat` …); undefined = public. */
export function refusedRange(address: string): string | undefined {
  const effective = effectiveAddress(address);
  if (!effective) return 'unreadable';
  const range = effective.range();
  if (range !== 'unicast') return range;
  if (effective.kind() === 'ipv6' && !(effective as ipaddr.IPv6).match(...GLOBAL)) return 'reserved';
  return undefined;
}
