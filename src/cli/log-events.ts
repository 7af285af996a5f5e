import pino from 'pino';
import { describeProblem, type Problem } from '../model/problem.ts';
import type { LineEvent } from '../pipeline/needs.ts';
import type { Io } from './verb.ts';

export interface EventLog {
  says(text: string): void;
  event(event: LineEvent): void;
  problem(problem: Problem): void;
}

/** Plain lines for people on stdout; with --json one pino line per event. LOG_LEVEL applies to both. */
export function logEvents(io: Io, json: boolean): EventLog {
  const level = io.env['LOG_LEVEL'] ?? 'info';
  if (json) {
    const log = pino({ level, base: null }, { write: (line: string) => void io.stdout.write(line) });
    return {
      says: (text) => log.info(text),
      event: (event) => (event.kind === 'failed' ? log.warn(event) : log.info(event)),
      problem: (problem) => log.error({ code: problem.code, where: problem.where }, describeProblem(problem)),
    };
  }
  const quiet = ['warn', 'error', 'fatal', 'silent'].includes(level);
  const line = (text: string): void => {
    if (!quiet) io.stdout.write(`${text}\n`);
  };
  return {
    says: line,
    event(event) {
      const text = describe(event);
      if (text) line(text);
    },
    problem: (problem) => void io.stderr.write(`kanyin: ${describeProblem(problem)}\n`),
  };
}

function describe(event: LineEvent): string | undefined {
  switch (event.kind) {
    case 'polled':
      return event.unchanged
        ? undefined
        : `polled ${event.sourceId}: ${event.added} new, ${event.revised} revised, ${event.queued} pages to read`;
    case 'read':
      return `read ${event.title}`;
    case 'failed':
      return `failed ${event.sourceId}: ${event.says}`;
    case 'published':
      return event.written > 0 ? `published ${event.output}: ${event.written} files in ${event.ms} ms` : undefined;
    case 'hub':
      return event.problem ? `hub: ${describeProblem(event.problem)}` : undefined;
    case 'pictures':
      return `pictures: ${event.kept} kept, ${event.failed} failed`;
  }
}
