import { readFile } from 'node:fs/promises';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

/** The bytes of a file that was named on the command line. Problem: FILE_UNREADABLE. */
export async function readInput(file: string): Promise<Outcome<Buffer>> {
  try {
    return ok(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(
      problem('FILE_UNREADABLE', { where: file, why: code === 'ENOENT' ? 'there is no such file' : String(code) }),
    );
  }
}
