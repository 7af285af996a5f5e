import { type AddressInfo, createServer } from 'node:net';

/** A port of this machine that is free now: the wanted one, else any. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? wanted;
}

/** Opens and closes it; undefined where it cannot be opened. */
function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((answer) => {
    server.once('error', () => answer(undefined));
    server.listen(port, '127.0.0.1', () => {
      const { port: given } = server.address() as AddressInfo;
      server.close(() => answer(given));
    });
  });
}
