import type { LookupAddress, LookupOptions } from 'node:dns';
import { buildConnector } from 'undici';
import type { Guard } from './create-guard.ts';
import { Refusal } from './refusal.ts';

type Looked = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * How long one address of several is tried before the next. Node gives up its first try after 250 ms, which a far host or a busy machine
 * exceeds, and what fails then is the whole connection.
 */
const ATTEMPT_MS = 2000;

/** A connector whose sockets reach checked addresses only. */
export function guardedConnector(guard: Guard, options: { connectMs: number; ca?: string }): buildConnector.connector {
  // node:net asks for the addresses before connect() returns; at any other time there are none, and the answer is no.
  let checked: LookupAddress[] | undefined;
  const lookup = (hostname: string, wants: LookupOptions, done: Looked): void => {
    if (!checked) done(new Refusal(`${hostname} was not checked`), []);
    else if (wants.all) done(null, checked);
    else done(null, checked[0]!.address, checked[0]!.family);
  };
  const connect = buildConnector({
    timeout: options.connectMs,
    allowH2: false,
    autoSelectFamilyAttemptTimeout: ATTEMPT_MS,
    lookup: lookup as never,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  });
  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    guard.addresses(target.hostname, port).then(
      (addresses) => {
        checked = addresses;
        try {
          connect(target, callback);
        } finally {
          checked = undefined;
        }
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}
