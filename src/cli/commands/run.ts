import { createLine } from '../../pipeline/create-line.ts';
import { keepPublishing } from '../../pipeline/keep-publishing.ts';
import { leaseOwner } from '../../pipeline/lease-owner.ts';
import { runWorker } from '../../pipeline/worker.ts';
import { startServer } from '../../server/start-server.ts';
import { DEFAULT_PORT } from '../config/to-newsroom.ts';
import { listenAddress } from '../listen-address.ts';
import { logEvents } from '../log-events.ts';
import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import { openSample } from '../sample.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'run',
  summary: 'poll, read, publish and serve until stopped',
  usage: 'kanyin run [--port N] [--host ADDRESS] [--no-server]',
  options: {
    ...CONFIG_OPTION,
    port: { type: 'string', short: 'p', value: 'N', says: `port of the site (PORT, default ${DEFAULT_PORT})` },
    host: { type: 'string', value: 'ADDRESS', says: 'address to listen on (HOST, default 127.0.0.1)' },
    'no-server': { type: 'boolean', says: 'only poll and publish' },
  },
  async run(args, io) {
    const address = listenAddress(args, io);
    if (!address.ok) return exitWith(address.problem, 'run', io);
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'run', io);
    const { newsroom, store, file } = opened.value;
    const sample = await openSample(newsroom);
    if (!sample.ok) {
      await store.close();
      return exitWith(sample.problem, 'run', io);
    }
    const log = logEvents(io, args.values['json'] === true);
    log.says(`newsroom ${file}: ${newsroom.sources.length} sources`);
    if (newsroom.sources.length === 0) log.says('it names no sources yet; `kanyin add URL` adds one');
    if (sample.value) log.says(`sample sources at ${sample.value.url}`);

    const server = args.values['no-server']
      ? undefined
      : await startServer({ newsroom, store, now: Date.now }, address.value);
    if (server && !server.ok) {
      await sample.value?.close();
      await store.close();
      return exitWith(server.problem, 'run', io);
    }
    const line = createLine(newsroom, store, { signal: io.signal, report: log.event });
    const published = keepPublishing(line, { onProblem: log.problem, onFirst: () => announce() });
    const announce = (): void => {
      if (server) log.says(`the newspaper is at ${server.value.url}`);
      if (newsroom.outputs.site) log.says(`site folder ${newsroom.outputs.site.dir}`);
      if (newsroom.outputs.hexo) log.says(`Hexo posts ${newsroom.outputs.hexo.dir}`);
      log.says('polling goes on; stop with Ctrl-C');
    };
    await Promise.all([
      runWorker(line, { owner: leaseOwner('run'), until: 'stopped', onProblem: log.problem }),
      published,
    ]);
    await server?.value.close();
    await line.close();
    await sample.value?.close();
    await store.close();
    log.says('stopped; everything read so far is stored');
    return 0;
  },
};
