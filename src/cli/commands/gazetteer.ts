import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { findConfig } from '../config/load-config.ts';
import { GAZETTEERS, readGazetteer } from '../config/read-gazetteer.ts';
import { CONFIG_OPTION } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'gazetteer',
  summary: 'add own lists of company names for the labels',
  usage: 'kanyin gazetteer add FILE',
  options: { ...CONFIG_OPTION },
  about:
    'FILE: tab-separated, UTF-8, one company a line: id (SH600519, HK00700, US:AAPL), name, further names separated by |. It is checked and copied to gazetteers/ in the newsroom; its names win over the packed ones. For lists whose licence does not let us ship them, such as Chinese names of Hong Kong companies.',
  async run(args, io) {
    const [what, from] = args.positionals;
    if (what !== 'add' || from === undefined) {
      io.stderr.write('kanyin gazetteer: say `kanyin gazetteer add FILE`\n');
      return 2;
    }
    const asked = args.values['config'];
    const config = findConfig(io.cwd, typeof asked === 'string' ? asked : io.env['KANYIN_CONFIG']);
    if (!config.ok) return exitWith(config.problem, 'gazetteer', io);
    const file = resolve(io.cwd, from);
    const read = readGazetteer(file);
    if (!read.ok) return exitWith(read.problem, 'gazetteer', io);
    const folder = join(dirname(config.value), GAZETTEERS);
    mkdirSync(folder, { recursive: true });
    const to = join(folder, `${basename(file, extname(file))}.tsv`);
    copyFileSync(file, to);
    if (args.values['json']) io.stdout.write(`${JSON.stringify({ file: to, companies: read.value.length })}\n`);
    else io.stdout.write(`${read.value.length} companies are in ${to}; they count from the next run on\n`);
    return 0;
  },
};
