import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writevSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Problem, problem } from '../model/problem.ts';

/** Text (written as UTF-8), bytes, or bytes in parts that are written one after another. */
export type Bytes = string | Uint8Array | readonly Uint8Array[];

/** Where pages go. Paths are relative, with `/`. Failures of the disk are thrown as SinkFailure, once, and end the run. */
export interface Sink {
  /** Leaves a file alone whose bytes are already these. */
  write(path: string, bytes: Bytes): 'written' | 'unchanged';
  /** true when there was one */
  remove(path: string): boolean;
  read(path: string): Uint8Array | undefined;
  /** every file, in no order; those a killed run left half-written are removed and not told */
  files(): Iterable<string>;
  /** the run is over: what was remembered of folders is forgotten */
  settle(): void;
}

export class SinkFailure extends Error {
  readonly problem: Problem;
  constructor(failed: Problem) {
    super(failed.code, { cause: failed.cause });
    this.problem = failed;
  }
}

/**
 * A half-written page has this before its name. A run that completes a killed one writes the same pages, and so consumes what
 * was left; a full run removes any other.
 */
const TEMPORARY = '.kanyin-';
const isTemporary = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1).startsWith(TEMPORARY);

/**
 * A folder: compare, write beside, rename. No fsync: 108 files/s with it, and the archive can always write the page again.
 * Synchronous calls cost a third of the CPU of promised ones on small files; beside the page, because a rename from another
 * folder costs four times as much on ext4.
 */
export function folderSink(root: string): Sink {
  const made = new Set<string>();
  const makeFolder = (folder: string): void => {
    if (made.has(folder)) return;
    if (made.size > 20_000) made.clear();
    made.add(folder);
    mkdirSync(folder, { recursive: true });
  };

  return {
    write(path, given) {
      const file = join(root, path);
      const parts = typeof given === 'string' ? [Buffer.from(given)] : given instanceof Uint8Array ? [given] : given;
      return attempt(file, () => {
        const folder = dirname(file);
        const put = (): void => {
          const temporary = join(folder, `${TEMPORARY}${basename(file)}`);
          writeParts(temporary, parts);
          renameSync(temporary, file);
        };
        // a file that is there says that its folder is: making one that exists costs as much as a small file
        const size = statSync(file, { throwIfNoEntry: false })?.size;
        if (size === undefined) makeFolder(folder);
        else if (size === lengthOf(parts) && isSame(readIfThere(file), parts)) return 'unchanged';
        try {
          put();
        } catch (error) {
          // a folder this sink made earlier was removed from outside
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
          made.clear();
          makeFolder(folder);
          put();
        }
        return 'written';
      });
    },
    remove(path) {
      const file = join(root, path);
      return attempt(file, () => {
        if (!readIfThere(file)) return false;
        rmSync(file);
        dropEmptyFolders(dirname(file), root);
        made.clear();
        return true;
      });
    },
    read: (path) => attempt(path, () => readIfThere(join(root, path))),
    *files() {
      const folders = [''];
      while (folders.length > 0) {
        const folder = folders.pop()!;
        for (const entry of attempt(folder, () => entriesOf(join(root, folder)))) {
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
          if (entry.isDirectory()) folders.push(path);
          else if (isTemporary(path)) attempt(path, () => rmSync(join(root, path)));
          else yield path;
        }
      }
    },
    settle: () => made.clear(),
  };
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);

function isSame(there: Buffer | undefined, parts: readonly Uint8Array[]): boolean {
  if (there?.length !== lengthOf(parts)) return false;
  let at = 0;
  for (const part of parts) {
    if (there.compare(part, 0, part.length, at, at + part.length) !== 0) return false;
    at += part.length;
  }
  return true;
}

function writeParts(file: string, parts: readonly Uint8Array[]): void {
  const to = openSync(file, 'w');
  try {
    let rest = lengthOf(parts);
    if (rest > 0) rest -= writevSync(to, parts as Uint8Array[]);
    // a disk that takes only some of it: the ordinary way says why
    if (rest > 0) writeFileSync(file, Buffer.concat(parts));
  } finally {
    closeSync(to);
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function entriesOf(folder: string): { name: string; isDirectory(): boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function dropEmptyFolders(from: string, root: string): void {
  for (let folder = from; folder.length > root.length && readdirSync(folder).length === 0; folder = dirname(folder)) {
    rmdirSync(folder);
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);

function attempt<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof SinkFailure) throw error;
    throw new SinkFailure(problem(FULL.has(code) ? 'DISK_FULL' : 'PUBLISH_FAILED', { where, why: code, cause: error }));
  }
}
