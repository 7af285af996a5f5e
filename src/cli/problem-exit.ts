import { describeProblem, type Problem } from '../model/problem.ts';
import type { ExitCode, Io } from './verb.ts';

const USAGE = new Set([
  'USAGE',
  'CONFIG_INVALID',
  'CONFIG_MISSING',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'GAZETTEER_UNREADABLE',
  'OPML_UNREADABLE',
]);

/** Says the problem on stderr and answers the exit code that belongs to it. */
export function exitWith(problem: Problem, verb: string, io: Io): ExitCode {
  io.stderr.write(`kanyin ${verb}: ${describeProblem(problem)}\n`);
  return USAGE.has(problem.code) ? 2 : 1;
}
