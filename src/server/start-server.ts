import { serve } from '@hono/node-server';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';
import { createApp, type ServerNeeds } from './create-app.ts';

export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

/** Listens on loopback unless another host is given. Problems: PORT_TAKEN. */
export function startServer(
  needs: ServerNeeds,
  listen: { port: number; host: string },
): Promise<Outcome<RunningServer>> {
  return new Promise((done) => {
    const server = serve({ fetch: createApp(needs).fetch, port: listen.port, hostname: listen.host }, (info) => {
      const host = listen.host === '0.0.0.0' || listen.host === '::' ? '127.0.0.1' : listen.host;
      done(
        ok({
          url: `http://${host}:${info.port}`,
          close: () =>
            new Promise<void>((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        }),
      );
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
      done(fail(problem('PORT_TAKEN', { where: `${listen.host}:${listen.port}`, why: error.code })));
    });
  });
}
