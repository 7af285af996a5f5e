import { setPriority } from 'node:os';
import { preparePicture } from './prepare-picture.ts';

/** Of the system's -20 to 19: behind everything that a reader waits for. */
const PRIORITY = 10;

/** The other end of picture-workshop.ts: bytes of a picture in, the outcome back, until the newsroom is gone. */
setPriority(PRIORITY);
// Ctrl-C reaches every process of the terminal; a picture in work is finished or left with the newsroom, never counted as broken.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
process.on('message', async (bytes: Uint8Array) => {
  const done = await preparePicture(bytes);
  process.send?.(done);
});
