import { DuplicateIndex } from '../../cluster/duplicate-index.ts';
import { htmlToText } from '../../kit/html/text.ts';
import { readString, runBatch } from '../batch.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'cluster',
  summary: 'articles to groups of reprints (filter)',
  usage: 'kanyin cluster --batch < lines.ndjson',
  options: { batch: { type: 'boolean', says: 'NDJSON in, NDJSON out: {"id","title","html" or "text"} a line' } },
  about:
    'Each line is compared with the lines before it: {"id","group","duplicates":[{"id","share"}]}. group is the id of the first text of the group, share the part of the shorter text that both have.',
  async run(args, io) {
    if (!args.values['batch']) {
      io.stderr.write('kanyin cluster: give --batch; see `kanyin cluster --help`\n');
      return 2;
    }
    const index = new DuplicateIndex();
    return runBatch(io, (input) => {
      const id = readString(input, 'id');
      if (id === undefined) throw new Error('"id" is missing');
      const html = readString(input, 'html');
      return index.add(id, readString(input, 'text') ?? (html === undefined ? '' : htmlToText(html)));
    });
  },
};
