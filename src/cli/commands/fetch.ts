import { createLine } from '../../pipeline/create-line.ts';
import { freeLeasesOfTheGone, leaseOwner } from '../../pipeline/lease-owner.ts';
import type { LineEvent } from '../../pipeline/needs.ts';
import { runWorker } from '../../pipeline/worker.ts';
import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import { createProgress } from '../progress.ts';
import { openSample } from '../sample.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'fetch',
  summary: 'poll sources once and read the pages behind new entries',
  usage: 'kanyin fetch [SOURCE …] [--due]',
  options: {
    ...CONFIG_OPTION,
    due: { type: 'boolean', says: 'only what is due; without it every named source (or all) is polled now' },
  },
  async run(args, io) {
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'fetch', io);
    const { newsroom, store } = opened.value;
    const known = new Set(newsroom.sources.map((source) => source.id));
    const unknown = args.positionals.find((id) => !known.has(id));
    if (unknown !== undefined) {
      await store.close();
      io.stderr.write(`kanyin fetch: there is no source "${unknown}" in ${opened.value.file}\n`);
      return 2;
    }
    const sample = await openSample(newsroom);
    if (!sample.ok) {
      await store.close();
      return exitWith(sample.problem, 'fetch', io);
    }
    if (!args.values['due'])
      await store.makeDue(io.now().getTime(), args.positionals.length > 0 ? args.positionals : undefined);

    const tally = { polled: 0, unchanged: 0, failed: 0, added: 0, revised: 0, read: 0, pictures: 0 };
    const failures: { source: string; url: string; says: string }[] = [];
    const progress = createProgress(io);
    const total = args.positionals.length || newsroom.sources.length;
    const stop = new AbortController();
    const signal = AbortSignal.any([io.signal, stop.signal]);
    let broken = false;
    const line = createLine(newsroom, store, {
      signal,
      report: (event) => {
        count(event);
        progress.step(tally.polled + tally.failed, total, `sources, ${tally.added + tally.read} articles`);
      },
    });
    const count = (event: LineEvent): void => {
      if (event.kind === 'polled') {
        tally.polled++;
        tally.added += event.added;
        tally.revised += event.revised;
        if (event.unchanged) tally.unchanged++;
      } else if (event.kind === 'read') tally.read++;
      else if (event.kind === 'pictures') tally.pictures += event.kept;
      else if (event.kind === 'failed') {
        tally.failed++;
        failures.push({ source: event.sourceId, url: event.url, says: event.says });
      }
    };
    await runWorker(line, {
      owner: leaseOwner('fetch'),
      until: 'idle',
      onProblem: (problem) => {
        broken = true;
        exitWith(problem, 'fetch', io);
        stop.abort();
      },
    });
    progress.end();
    const held = await freeLeasesOfTheGone(store, Date.now());
    await line.close();
    await sample.value?.close();
    await store.close();
    if (args.values['json']) io.stdout.write(`${JSON.stringify({ ...tally, held: held.length, failures })}\n`);
    else {
      for (const failure of failures) io.stderr.write(`${failure.source}: ${failure.says}\n`);
      io.stdout.write(
        `${tally.polled} sources polled (${tally.unchanged} unchanged), ${tally.added + tally.read} articles new, ${tally.revised} revised, ${tally.failed} failed${tally.pictures > 0 ? `; ${tally.pictures} pictures kept` : ''}\n`,
      );
    }
    if (newsroom.sources.length === 0 && !args.values['json'])
      io.stderr.write(`${opened.value.file} names no sources; \`kanyin add URL\` adds one\n`);
    if (held.length > 0 && !args.values['json'])
      io.stderr.write(`another kanyin is at work on ${held.map((lease) => lease.host).join(', ')}: left to it\n`);
    if (broken) return 1;
    return tally.failed > 0 ? 3 : 0;
  },
};
