import { readFile } from 'node:fs/promises';
import { describeProblem } from '../../model/problem.ts';
import { readPage } from '../../pipeline/read-page.ts';
import { readString, runBatch } from '../batch.ts';
import { explainExtract } from '../explain-extract.ts';
import { exitWith } from '../problem-exit.ts';
import { readInput } from '../read-input.ts';
import { forShortRun } from '../short-run.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'extract',
  summary: 'a page to an article (filter)',
  usage: 'kanyin extract [PAGE] [--url URL] [--explain] | kanyin extract --batch < lines.ndjson',
  options: {
    batch: { type: 'boolean', says: 'NDJSON in, NDJSON out: {"id","html","url"} a line, html = path of the raw bytes' },
    url: { type: 'string', value: 'URL', says: 'address of the page' },
    explain: { type: 'boolean', says: 'show candidates with scores and every removed block with step and reason' },
  },
  async run(args, io) {
    if (args.values['batch']) {
      const afterPage = forShortRun();
      return runBatch(io, async (input) => {
        const file = readString(input, 'html');
        if (file === undefined) throw new Error('"html" is missing');
        const bytes = await readFile(file);
        const before = process.cpuUsage();
        const url = readString(input, 'url');
        const found = readPage(bytes, undefined, { now: io.now(), ...(url === undefined ? {} : { url }) });
        const { user, system } = process.cpuUsage(before);
        const ms = (user + system) / 1000;
        afterPage();
        if (!found.ok) return { error: describeProblem(found.problem), ms };
        const { origin, ...fields } = found.value;
        return { ...fields, source: origin, ms };
      });
    }
    const url = args.values['url'];
    const explain = args.values['explain'] === true ? explainExtract(io) : undefined;
    const bytes = await readInput(args.positionals[0], io);
    if (!bytes.ok) return exitWith(bytes.problem, 'extract', io);
    const found = readPage(bytes.value, undefined, {
      now: io.now(),
      ...(typeof url === 'string' ? { url } : {}),
      ...(explain ? { trace: explain.trace } : {}),
    });
    if (!found.ok) {
      io.stderr.write(`kanyin extract: ${describeProblem(found.problem)}\n`);
      return 1;
    }
    explain?.end(found.value);
    const { origin, ...fields } = found.value;
    io.stdout.write(`${JSON.stringify({ ...fields, source: origin }, null, 2)}\n`);
    return 0;
  },
};
