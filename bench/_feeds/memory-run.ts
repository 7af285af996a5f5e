import { parseFeed } from '../../src/feeds/parse-feed.ts';
import { madeAtom, madePodcast, madeRss } from './made-feeds.ts';

/** Child process: 10,000 feeds one after the other; what is held after the first thousand and after the last. */
const FEEDS = 10_000;
const WARM = 1000;
const shapes = [madeRss(30, 1500), madeAtom(25, 1000), madePodcast(40)].map((text) => Buffer.from(text));
const held = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
let warm = 0;
let entries = 0;
const began = process.cpuUsage();
for (let n = 0; n < FEEDS; n++) {
  if (n === WARM) warm = held();
  const parsed = parseFeed(shapes[n % shapes.length]!, {
    url: `https://news${n}.example/feed`,
    headers: {},
    now: new Date(Date.UTC(2026, 5, 1)),
  });
  if (!parsed.ok) throw new Error(parsed.problem.code);
  entries += parsed.value.entries.length;
}
const { user, system } = process.cpuUsage(began);
process.stdout.write(
  JSON.stringify({
    what: `memory over ${FEEDS} feeds`,
    entries,
    heldMBAfter1000: Math.round(warm / 1e5) / 10,
    heldMBAfter10000: Math.round(held() / 1e5) / 10,
    peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
    cpuSeconds: (user + system) / 1e6,
  }),
);
