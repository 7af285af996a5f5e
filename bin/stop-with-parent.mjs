// npm hands its signals to the shell between it and us, and that shell dies alone. Once it is gone nobody is left who could
// stop us, so we stop as if asked. Readable for old Nodes, see node-24.mjs.
const EVERY_MS = 500;

/** Only for a process that npm started: whoever starts Kanyin by itself may leave it running. */
export function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  watch.unref();
}
