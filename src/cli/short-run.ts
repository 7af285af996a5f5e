import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of V8's young generation up to which it may grow in a filter: what one page needs dies there. */
const YOUNG = 8 << 20;
/** Pages after which a filter is no short run, and optimised code pays. */
const MANY = 200;

/**
 * For filters over pages, most of which end after some dozens: V8 would spend as much on optimising code as on running it, and copy
 * each page's tree again and again in a young generation of a megabyte. Measured in docs/benchmarks.md. Call the answer after every page.
 */
export function forShortRun(): () => void {
  for (const flag of ['--no-opt', '--no-maglev-inlining', '--invocation-count-for-maglev=1000'])
    setFlagsFromString(flag);
  setFlagsFromString('--semi-space-growth-factor=2');
  // a filter is alone for a second: half of the collections that keep a newsroom small (small-heap.ts) are not worth their time
  setFlagsFromString('--heap-growing-percent=100');
  let growing = true;
  let pages = 0;
  return () => {
    if (++pages === MANY)
      for (const flag of ['--opt', '--maglev-inlining', '--invocation-count-for-maglev=400']) setFlagsFromString(flag);
    if (!growing) return;
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    if (young !== undefined && young.space_size < YOUNG) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    growing = false;
  };
}
