import { startEntryOrigin } from '../../test/support/entry-origin.ts';

/** The origin in a process of its own, so that its CPU is not counted. Prints its address, ends with its parent. */
const origin = await startEntryOrigin({ paragraphs: 12 });
process.stdout.write(`${origin.url}\n`);
process.on('disconnect', () => process.exit(0));
