import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HostRecords } from '../../test/support/origin/host-record.ts';

/**
 * The origin of the sources bench, in a process of its own so that its CPU is not counted. Prints its port. `/feed/<n>` is a feed of
 * one entry, `/hang/<n>` never answers. On the message `report` it tells what each host saw and begins anew.
 */
let records = new HostRecords();
let began = 0;
let lastServed = 0;
let served = 0;
let twice = 0;
const asked = new Set<string>();

/** One entry; its text is unlike every other's, so that none is a reprint. */
function feed(host: string, n: string): string {
  let seed = Number(n) * 7919 + 1;
  const word = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed.toString(36).slice(0, 3 + (seed % 5));
  };
  const text = Array.from({ length: 120 }, word).join(' ');
  const date = new Date(Date.UTC(2026, 8, 1) + (Number(n) % 1000) * 3_600_000).toUTCString();
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour ${n}</title><link>http://${host}/</link><ttl>30</ttl><item><title>Report of harbour ${n}</title><link>http://${host}/page/${n}</link><guid isPermaLink="false">${n}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${text}.&lt;/p&gt;</description></item></channel></rss>`;
}

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const now = performance.now();
  if (began === 0) began = now;
  const done = records.begin(host);
  response.once('close', done);
  response.once('finish', done);
  const [, kind, n = ''] = (request.url ?? '').split('/');
  if (asked.has(`${host} ${n}`)) twice++;
  asked.add(`${host} ${n}`);
  if (kind === 'hang') return;
  lastServed = now;
  served++;
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed(host, n));
});
server.keepAliveTimeout = 30_000;
server.listen(0, '127.0.0.1', 4096, () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

process.on('message', (spacingMs: number) => {
  const hosts = records.all;
  process.send?.({
    hosts: hosts.length,
    served,
    askedTwice: twice,
    hostsWithTwoAtOnce: hosts.filter((host) => host.atOnce > 1).length,
    hostsUnderSpacing: hosts.filter((host) => host.leastGapMs < spacingMs).length,
    leastGapMs: Math.round(Math.min(...hosts.map((host) => host.leastGapMs))),
    lastServedSeconds: Math.round((lastServed - began) / 100) / 10,
  });
  records = new HostRecords();
  began = served = twice = 0;
  asked.clear();
});
process.on('disconnect', () => process.exit(0));
