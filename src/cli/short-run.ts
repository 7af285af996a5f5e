import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of V8's young generation up to which it may grow in a filter: what one page needs dies there. */
const YOUNG = 8 << 20;

/**
 * For filters over pages, which end after some dozens: V8 spends as much on optimising code as on running it, and copies each page's
 * tree again and again in a young generation of a megabyte. Measured in docs/benchmarks.md. Call the answer after every page.
 */
export function forShortRun(): () => void {
  setFlagsFromString('--invocation-count-for-turbofan=30000');
  setFlagsFromString('--invocation-count-for-maglev=1000');
  setFlagsFromString('--semi-space-growth-factor=2');
  let growing = true;
  return () => {
    if (!growing) return;
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    if (young !== undefined && young.space_size < YOUNG) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    growing = false;
  };
}
