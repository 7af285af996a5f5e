import { readFile } from 'node:fs/promises';
import { inertMarkup } from '../../feeds/inert-markup.ts';
import { parseFeed } from '../../feeds/parse-feed.ts';
import type { Feed } from '../../model/feed.ts';
import { describeProblem } from '../../model/problem.ts';
import { readString, runBatch } from '../batch.ts';
import { exitWith } from '../problem-exit.ts';
import { readInput } from '../read-input.ts';
import type { ExitCode, Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'parse',
  summary: 'feed bytes to entries (filter)',
  usage: 'kanyin parse [FILE] [--url URL] | kanyin parse --batch < lines.ndjson',
  options: {
    batch: { type: 'boolean', says: 'NDJSON in, NDJSON out: {"id","file","url","headers"} a line' },
    url: { type: 'string', value: 'URL', says: 'address the bytes came from (base of relative addresses)' },
  },
  async run(args, io) {
    if (!args.values['batch']) return parseOne(args.positionals[0], args.values['url'], io);
    return runBatch(io, async (input) => {
      const file = readString(input, 'file');
      if (file === undefined) throw new Error('"file" is missing');
      const headers: Record<string, string> = {};
      if (typeof input['headers'] === 'object' && input['headers'] !== null) {
        for (const [name, value] of Object.entries(input['headers'])) headers[name.toLowerCase()] = String(value);
      }
      const parsed = parseFeed(await readFile(file), { url: readString(input, 'url') ?? '', headers, now: io.now() });
      if (!parsed.ok) return { error: describeProblem(parsed.problem) };
      return answerOf(parsed.value);
    });
  },
};

async function parseOne(file: string | undefined, url: unknown, io: Parameters<Verb['run']>[1]): Promise<ExitCode> {
  const bytes = await readInput(file, io);
  if (!bytes.ok) return exitWith(bytes.problem, 'parse', io);
  const parsed = parseFeed(bytes.value, { url: typeof url === 'string' ? url : '', headers: {}, now: io.now() });
  if (!parsed.ok) {
    io.stderr.write(`kanyin parse: ${describeProblem(parsed.problem)}\n`);
    return 1;
  }
  io.stdout.write(`${JSON.stringify(answerOf(parsed.value), null, 2)}\n`);
  return 0;
}

/** The answer of the batch contract; HTML without what runs or loads, since nobody cleans it behind us. */
function answerOf({ entries, encoding, ...feed }: Feed): Record<string, unknown> {
  const inert = (html: string | undefined): string | undefined => (html === undefined ? undefined : inertMarkup(html));
  return {
    feed: { ...feed, description: inert(feed.description) },
    entries: entries.map((entry) => ({ ...entry, summary: inert(entry.summary), content: inert(entry.content) })),
    encoding,
  };
}
