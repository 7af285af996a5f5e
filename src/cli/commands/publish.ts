import { createLine } from '../../pipeline/create-line.ts';
import { publishRun } from '../../pipeline/publish-run.ts';
import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import { createProgress } from '../progress.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'publish',
  summary: 'bring the site, the Hexo posts and the feeds up to date',
  usage: 'kanyin publish [--all]',
  options: {
    ...CONFIG_OPTION,
    all: { type: 'boolean', says: 'consider every page, not only those that changes touch' },
  },
  async run(args, io) {
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'publish', io);
    const { newsroom, store } = opened.value;
    const progress = createProgress(io);
    const line = createLine(newsroom, store, { signal: io.signal });
    const before = process.cpuUsage();
    const done = await publishRun(line, {
      everything: args.values['all'] === true,
      progress: (pages, total) => progress.step(pages, total, 'pages'),
    });
    const { user, system } = process.cpuUsage(before);
    progress.end();
    await line.close();
    await store.close();
    if (!done.ok) return exitWith(done.problem, 'publish', io);
    const cpuMs = Math.round((user + system) / 100) / 10;
    if (args.values['json']) io.stdout.write(`${JSON.stringify({ ...done.value, cpuMs })}\n`);
    else {
      const { considered, written, unchanged, removed } = done.value;
      io.stdout.write(
        `${considered} pages considered: ${written} written, ${unchanged} unchanged, ${removed} removed; ${cpuMs} ms CPU\n`,
      );
      if (newsroom.outputs.site) io.stdout.write(`site: ${newsroom.outputs.site.dir}\n`);
      if (newsroom.outputs.hexo) io.stdout.write(`hexo: ${newsroom.outputs.hexo.dir}\n`);
    }
    return 0;
  },
};
