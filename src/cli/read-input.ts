import { readFile } from 'node:fs/promises';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import type { Io } from './verb.ts';

/** The bytes of the file named on the command line; without one, or with `-`, those of standard input. Problems: FILE_UNREADABLE, USAGE. */
export async function readInput(file: string | undefined, io: Io): Promise<Outcome<Buffer>> {
  if (file === undefined || file === '-') return readStandardInput(io.stdin);
  try {
    return ok(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(
      problem('FILE_UNREADABLE', { where: file, why: code === 'ENOENT' ? 'there is no such file' : String(code) }),
    );
  }
}

async function readStandardInput(stdin: Io['stdin']): Promise<Outcome<Buffer>> {
  const chunks: Buffer[] = [];
  if (!stdin.isTTY) for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  return bytes.length > 0 ? ok(bytes) : fail(problem('USAGE', { why: 'name a file, pipe one in, or give --batch' }));
}
