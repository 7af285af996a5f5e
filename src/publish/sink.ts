import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Problem, problem } from '../model/problem.ts';

/** Where pages go. Paths are relative, with `/`. Failures of the disk are thrown as SinkFailure, once, and end the run. */
export interface Sink {
  /** Leaves a file alone whose bytes are already these. */
  write(path: string, bytes: string | Uint8Array): 'written' | 'unchanged';
  /** true when there was one */
  remove(path: string): boolean;
  read(path: string): Uint8Array | undefined;
  /** every file, in no order */
  files(): Iterable<string>;
  /** leaves nothing temporary behind */
  settle(): void;
}

export class SinkFailure extends Error {
  readonly problem: Problem;
  constructor(failed: Problem) {
    super(failed.code, { cause: failed.cause });
    this.problem = failed;
  }
}

/** Half-written files live here, never beside a page; a killed run leaves at most this folder, and the next one clears it. */
const TEMPORARY = '.kanyin-tmp';

/**
 * A folder: compare, write beside, rename. No fsync: 108 files/s with it, and the archive can always write the page again.
 * Synchronous calls cost a third of the CPU of promised ones on small files.
 */
export function folderSink(root: string): Sink {
  const made = new Set<string>();
  const temporary = join(root, TEMPORARY, String(process.pid));
  const makeFolder = (path: string): void => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    if (made.size > 20_000) made.clear();
    made.add(folder);
  };
  const put = (path: string, bytes: Uint8Array): void => {
    makeFolder(temporary);
    writeFileSync(temporary, bytes);
    makeFolder(path);
    renameSync(temporary, path);
  };

  return {
    write(path, text) {
      const file = join(root, path);
      const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
      return attempt(file, () => {
        const there = readIfThere(file);
        if (there && there.length === bytes.length && Buffer.compare(there, bytes) === 0) return 'unchanged';
        try {
          put(file, bytes);
        } catch (error) {
          // a folder this sink made earlier was removed from outside
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
          made.clear();
          put(file, bytes);
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
          else yield path;
        }
      }
    },
    settle() {
      attempt(root, () => rmSync(join(root, TEMPORARY), { recursive: true, force: true }));
      made.delete(dirname(temporary));
    },
  };
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
