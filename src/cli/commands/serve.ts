import { startServer } from '../../server/start-server.ts';
import { DEFAULT_PORT } from '../config/to-newsroom.ts';
import { listenAddress } from '../listen-address.ts';
import { CONFIG_OPTION, openNewsroom } from '../open-newsroom.ts';
import { exitWith } from '../problem-exit.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'serve',
  summary: 'serve the published site and the read API',
  usage: 'kanyin serve [--port N] [--host ADDRESS]',
  options: {
    ...CONFIG_OPTION,
    port: { type: 'string', short: 'p', value: 'N', says: `port (PORT, default ${DEFAULT_PORT})` },
    host: { type: 'string', value: 'ADDRESS', says: 'address to listen on (HOST, default 127.0.0.1)' },
  },
  about:
    'GET /api/articles, /api/articles/ID, /api/articles/ID/revisions, /api/search?q=, /api/sections, /api/sources, /api/lists, /healthz, /metrics.',
  async run(args, io) {
    const address = listenAddress(args, io);
    if (!address.ok) return exitWith(address.problem, 'serve', io);
    const opened = await openNewsroom(args, io);
    if (!opened.ok) return exitWith(opened.problem, 'serve', io);
    const { newsroom, store } = opened.value;
    const server = await startServer({ newsroom, store, now: Date.now }, address.value);
    if (!server.ok) {
      await store.close();
      return exitWith(server.problem, 'serve', io);
    }
    io.stdout.write(`serving ${server.value.url}; stop with Ctrl-C\n`);
    await new Promise<void>((done) => {
      if (io.signal.aborted) done();
      io.signal.addEventListener('abort', () => done(), { once: true });
    });
    await server.value.close();
    await store.close();
    return 0;
  },
};
