import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { DEFAULT_PORT } from './config/to-newsroom.ts';
import type { Args, Io } from './verb.ts';

/** Where to listen: --port and --host, else PORT and HOST, else this machine alone. Problem: USAGE. */
export function listenAddress(args: Args, io: Io): Outcome<{ port: number; host: string }> {
  const given = String(args.values['port'] ?? io.env['PORT'] ?? DEFAULT_PORT);
  const port = Number(given);
  if (given.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65535) {
    return fail(problem('USAGE', { where: '--port', why: `"${given}" is no port number` }));
  }
  return ok({ port, host: String(args.values['host'] ?? io.env['HOST'] ?? '127.0.0.1') });
}
