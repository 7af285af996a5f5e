import { copyFileSync, linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Outcome } from '../../model/outcome.ts';
import { fail, ok } from '../../model/outcome.ts';
import type { KeptPicture } from '../../model/picture.ts';
import { problem } from '../../model/problem.ts';
import { copyPaths } from './picture-paths.ts';
import type { PreparedPicture } from './prepare-picture.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const TEMPORARY = '.kanyin-';

/** The newsroom's own folder of kept pictures, from which every output folder gets them: an output may be deleted at any time. */
export interface PictureCellar {
  /** Problems: DISK_FULL, PUBLISH_FAILED. */
  store(picture: PreparedPicture): Outcome<void>;
  /** Puts the files of a picture into a folder, by hard link where that goes; false when the cellar has lost them. */
  deliver(kept: KeptPicture, folder: string): boolean;
}

export function pictureCellar(root: string): PictureCellar {
  return {
    store({ files }) {
      try {
        for (const { path, bytes } of files) put(join(root, path), (file) => writeFileSync(file, bytes));
        return ok(undefined);
      } catch (error) {
        const { code, path } = error as NodeJS.ErrnoException;
        if (code === undefined) throw error;
        const where = path === undefined ? root : path;
        return fail(problem(FULL.has(code) ? 'DISK_FULL' : 'PUBLISH_FAILED', { where, why: code, cause: error }));
      }
    },
    deliver(kept, folder) {
      const paths = copyPaths(kept);
      if (isThere(join(folder, paths.at(-1)!))) return true;
      if (!paths.every((path) => isThere(join(root, path)))) return false;
      for (const path of paths) put(join(folder, path), (file) => linkOrCopy(join(root, path), file));
      return true;
    },
  };
}

const isThere = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Whole or not at all, so that a killed run leaves no half picture under its name. */
function put(file: string, write: (temporary: string) => void): void {
  if (isThere(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `${TEMPORARY}${basename(file)}`);
  rmSync(temporary, { force: true });
  write(temporary);
  renameSync(temporary, file);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // another disk, or one that knows no links
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    copyFileSync(from, to);
  }
}
