import type { Bytes, Sink } from '../../src/publish/sink.ts';

/** Published files in memory, and how often each was written. */
export function memorySink(): Sink & { contents: Map<string, Buffer>; written: string[] } {
  const contents = new Map<string, Buffer>();
  const written: string[] = [];
  const joined = (bytes: Bytes): Buffer =>
    typeof bytes === 'string'
      ? Buffer.from(bytes)
      : bytes instanceof Uint8Array
        ? Buffer.from(bytes)
        : Buffer.concat(bytes.map((part) => Buffer.from(part)));
  return {
    contents,
    written,
    write(path, given) {
      const bytes = joined(given);
      if (contents.get(path)?.equals(bytes)) return 'unchanged';
      contents.set(path, bytes);
      written.push(path);
      return 'written';
    },
    remove: (path) => contents.delete(path),
    read: (path) => contents.get(path),
    *files() {
      for (const path of [...contents.keys()]) {
        if (path.slice(path.lastIndexOf('/') + 1).startsWith('.kanyin-')) contents.delete(path);
        else yield path;
      }
    },
    settle: () => undefined,
  };
}
