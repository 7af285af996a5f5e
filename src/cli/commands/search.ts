import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import type { Verb } from '../verb.ts';

const LIMIT = 20;

export const verb: Verb = {
  name: 'search',
  summary: 'search the archive, newest first',
  usage: 'kanyin search WORDS … [--section SLUG] [--limit N]',
  options: {
    ...CONFIG_OPTION,
    section: { type: 'string', value: 'SLUG', says: 'only this section' },
    limit: { type: 'string', value: 'N', says: `at most so many (default ${LIMIT})` },
  },
  about: 'Each word is matched exactly, Chinese by character; several words must all occur.',
  async run(args, io) {
    const query = args.positionals.join(' ').trim();
    const limit = Number(args.values['limit'] ?? LIMIT);
    if (query === '' || !Number.isInteger(limit) || limit < 1) {
      io.stderr.write('kanyin search: say what to search for, and a whole number for --limit\n');
      return 2;
    }
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'search', io);
    const { store } = opened.value;
    const section = args.values['section'];
    const hits = await store.search(query, { limit, ...(typeof section === 'string' ? { section } : {}) });
    await store.close();
    if (args.values['json']) {
      io.stdout.write(`${JSON.stringify({ query, hits })}\n`);
      return 0;
    }
    for (const hit of hits) {
      io.stdout.write(
        `${(hit.published ?? hit.firstSeen).slice(0, 10)}  ${hit.title}  (${hit.outlet})\n            ${hit.snippet}\n            ${hit.path}\n`,
      );
    }
    if (hits.length === 0) io.stdout.write(`nothing found for ${query}\n`);
    return 0;
  },
};
