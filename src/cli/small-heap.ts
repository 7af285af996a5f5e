import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Imported first, for its effect: V8 takes memory because it is there, not because it is needed. On a small machine the newsroom is not
 * alone; measured, a third less memory for no time (docs/benchmarks.md).
 *
 * The young generation begins with 1 MB, which pages of articles fill so often that collecting it costs a tenth of publishing; grown as
 * it likes it takes 50 MB more. It is grown once, to 4 MB: that V8 does only where much survives.
 */
const YOUNG_MB = 4;
const ENOUGH = 100;

const young = (): number =>
  (getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0) / 2 ** 20;

setFlagsFromString(`--semi-space-growth-factor=${YOUNG_MB}`);
const surviving: object[][] = [];
while (young() < YOUNG_MB && surviving.length < ENOUGH) surviving.push(Array.from({ length: 2000 }, (_, i) => ({ i })));
surviving.length = 0;
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=30');
