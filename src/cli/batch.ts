import { StringDecoder } from 'node:string_decoder';
import type { ExitCode, Io } from './verb.ts';

/**
 * NDJSON filter: one line in, one line out. A line that is no JSON object, or whose work throws, answers
 * `{"id","error"}` and the batch goes on. Back pressure of the reader is honoured.
 */
export async function runBatch(
  io: Io,
  work: (input: Record<string, unknown>) => Promise<Record<string, unknown>> | Record<string, unknown>,
): Promise<ExitCode> {
  for await (const line of linesOf(io.stdin)) {
    if (line.trim() === '') continue;
    let id: unknown = null;
    let answer: Record<string, unknown>;
    try {
      const input: unknown = JSON.parse(line);
      if (typeof input !== 'object' || input === null || Array.isArray(input))
        throw new Error('a line must be a JSON object');
      id = (input as Record<string, unknown>)['id'] ?? null;
      answer = { id, ...(await work(input as Record<string, unknown>)) };
    } catch (error) {
      answer = { id, error: error instanceof Error ? error.message : String(error) };
    }
    if (!io.stdout.write(`${JSON.stringify(answer)}\n`)) await new Promise((done) => io.stdout.once('drain', done));
  }
  return 0;
}

/** Split at line feeds only: node:readline also splits at U+2028 and U+2029, which JSON may hold. */
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.write(Buffer.from(chunk))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

export const readString = (input: Record<string, unknown>, key: string): string | undefined => {
  const value = input[key];
  return typeof value === 'string' ? value : undefined;
};
