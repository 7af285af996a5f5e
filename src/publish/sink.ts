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
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Problem, problem } from '../model/problem.ts';

/** What follows one another in a file; text is written as UTF-8. */
export type Parts = readonly (string | Uint8Array)[];
export type Bytes = string | Uint8Array | Parts;

/** Where pages go. Paths are relative, with `/`. Failures of the disk are thrown as SinkFailure, once, and end the run. */
export interface Sink {
  /** Leaves a file alone whose bytes are already these. */
  write(path: string, bytes: Bytes): 'written' | 'unchanged';
  /** true when there was one */
  remove(path: string): boolean;
  read(path: string): Uint8Array | undefined;
  /**
   * Every file, in no order; those a killed run left half-written are removed and not told. Of a folder that was empty when the run
   * began, the files the run wrote.
   */
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
  const encoder = new PageEncoder();
  /** of a folder that was empty when the run began, all that is in it: nothing else needs to be looked for */
  let own: Set<string> | 'not known' | undefined = 'not known';
  const ownFiles = (): Set<string> | undefined => {
    if (own === 'not known') own = entriesOf(root).length === 0 ? new Set() : undefined;
    return own;
  };
  const makeFolder = (folder: string): void => {
    if (made.has(folder)) return;
    if (made.size > 20_000) made.clear();
    made.add(folder);
    mkdirSync(folder, { recursive: true });
  };

  return {
    write(path, given) {
      const file = join(root, path);
      return attempt(file, () => {
        const bytes = encoder.encode(given);
        const folder = dirname(file);
        const put = (): void => {
          const temporary = join(folder, `${TEMPORARY}${basename(file)}`);
          writeWhole(temporary, bytes);
          renameSync(temporary, file);
        };
        const known = ownFiles();
        const mayBeThere = known?.has(path) ?? true;
        const size = mayBeThere ? statSync(file, { throwIfNoEntry: false })?.size : undefined;
        // a file that is there says that its folder is: making one that exists costs as much as a small file
        if (size === undefined) makeFolder(folder);
        else if (size === bytes.length && readIfThere(file)?.equals(bytes)) return 'unchanged';
        try {
          put();
        } catch (error) {
          // a folder this sink made earlier was removed from outside
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
          made.clear();
          makeFolder(folder);
          put();
        }
        known?.add(path);
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
        ownFiles()?.delete(path);
        return true;
      });
    },
    read: (path) => attempt(path, () => readIfThere(join(root, path))),
    *files() {
      const known = attempt(root, ownFiles);
      if (known) return yield* known;
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
    settle() {
      made.clear();
      own = 'not known';
    },
  };
}

/** A feed of forty long texts. */
const ROOM = 1 << 20;

/** Pages are put together in one buffer, which the next page takes over: a new one for each costs a third more. */
class PageEncoder {
  #page = Buffer.allocUnsafe(ROOM);

  encode(given: Bytes): Buffer {
    if (given instanceof Uint8Array) return Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    const parts = typeof given === 'string' ? [given] : given;
    const most = parts.reduce((sum, part) => sum + (typeof part === 'string' ? 3 * part.length : part.length), 0);
    if (most > ROOM) return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
    let end = 0;
    for (const part of parts) {
      if (typeof part === 'string') end += this.#page.write(part, end);
      else {
        this.#page.set(part, end);
        end += part.length;
      }
    }
    return this.#page.subarray(0, end);
  }
}

function writeWhole(file: string, bytes: Buffer): void {
  const to = openSync(file, 'w');
  try {
    const done = bytes.length > 0 ? writeSync(to, bytes) : 0;
    // a disk that takes only some of it: the ordinary way says why
    if (done < bytes.length) writeFileSync(file, bytes);
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
