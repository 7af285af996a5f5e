import { cleanHtml } from '../../clean/clean-html.ts';
import { decodeBytes } from '../../kit/charset.ts';
import { readString, runBatch } from '../batch.ts';
import { exitWith } from '../problem-exit.ts';
import { readInput } from '../read-input.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'clean',
  summary: 'HTML to safe canonical HTML (filter)',
  usage: 'kanyin clean [FILE] [--url URL] | kanyin clean --batch < lines.ndjson',
  options: {
    batch: { type: 'boolean', says: 'NDJSON in, NDJSON out: {"id","html","url"} a line' },
    url: { type: 'string', value: 'URL', says: 'address that relative links are resolved against' },
  },
  async run(args, io) {
    if (args.values['batch']) {
      return runBatch(io, (input) => {
        const html = readString(input, 'html');
        if (html === undefined) throw new Error('"html" is missing');
        const url = readString(input, 'url');
        return { html: cleanHtml(html, url === undefined ? {} : { url }).html };
      });
    }
    const url = args.values['url'];
    const bytes = await readInput(args.positionals[0], io);
    if (!bytes.ok) return exitWith(bytes.problem, 'clean', io);
    const cleaned = cleanHtml(decodeBytes(bytes.value, {}).text, typeof url === 'string' ? { url } : {});
    if (args.values['json']) io.stdout.write(`${JSON.stringify(cleaned, null, 2)}\n`);
    else io.stdout.write(`${cleaned.html}\n`);
    return 0;
  },
};
