import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { HostLease, Store } from '../store/store.ts';

/** This process among all that ever ran: a process id alone comes again. */
const TOKEN = randomBytes(6).toString('hex');
const OWNER = /^[^@]*@(.*):(\d+):([0-9a-f]+)(?:\/\d+)?$/;

/** Name in the leases: verb, machine, process. */
export const leaseOwner = (verb: string): string => `${verb}@${hostname()}:${process.pid}:${TOKEN}`;

/** True when the owner ran on this machine and its process is gone. An owner elsewhere is believed until its lease ends. */
export function isGone(owner: string): boolean {
  const [, machine, pid, token] = OWNER.exec(owner) ?? [];
  if (machine !== hostname() || pid === undefined) return false;
  if (Number(pid) === process.pid) return token !== TOKEN;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Gives back the hosts of processes that were killed; answers the leases that live. */
export async function freeLeasesOfTheGone(store: Store, now: number): Promise<HostLease[]> {
  const held = await store.heldHosts(now);
  const gone = held.filter((lease) => isGone(lease.owner));
  for (const lease of gone) await store.releaseHost(lease);
  return held.filter((lease) => !gone.includes(lease));
}
