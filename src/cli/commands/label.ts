import { readFile } from 'node:fs/promises';
import { htmlToText } from '../../kit/html/text.ts';
import { labelArticle } from '../../label/label-article.ts';
import { readString, runBatch } from '../batch.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'label',
  summary: 'an article to its labels (filter)',
  usage: 'kanyin label FILE [--explain] | kanyin label --batch < lines.ndjson',
  options: {
    batch: { type: 'boolean', says: 'NDJSON in, NDJSON out: {"id","title","html" or "text","section"} a line' },
    explain: { type: 'boolean', says: 'show candidates, evidence and why each was kept or dropped' },
  },
  async run(args, io) {
    const read = (input: Record<string, unknown>) => {
      const html = readString(input, 'html');
      const section = readString(input, 'section');
      const published = readString(input, 'published');
      return {
        title: readString(input, 'title') ?? '',
        text: readString(input, 'text') ?? (html === undefined ? '' : htmlToText(html)),
        ...(section === undefined ? {} : { section }),
        ...(published === undefined ? {} : { published }),
      };
    };
    if (args.values['batch']) return runBatch(io, (input) => ({ labels: labelArticle(read(input)) }));
    const file = args.positionals[0];
    if (file === undefined) {
      io.stderr.write('kanyin label: name a file, or give --batch; see `kanyin label --help`\n');
      return 2;
    }
    const [title = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    const labels = labelArticle(
      { title, text: lines.join('\n') },
      args.values['explain']
        ? { trace: (labeller, surface, says) => io.stderr.write(`${labeller}: ${surface}: ${says}\n`) }
        : {},
    );
    io.stdout.write(`${JSON.stringify({ labels }, null, 2)}\n`);
    return 0;
  },
};
