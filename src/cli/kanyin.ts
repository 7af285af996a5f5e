import './small-heap.ts';
import { runMain } from './run-main.ts';

await runMain(process.argv.slice(2));
