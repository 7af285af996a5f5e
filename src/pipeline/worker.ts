import { safeAddress } from '../kit/safe-address.ts';
import { describeProblem, type Problem } from '../model/problem.ts';
import type { HostLease, SourceRow, Work } from '../store/store.ts';
import { keepSubscribed } from './keep-subscribed.ts';
import { freeLeasesOfTheGone } from './lease-owner.ts';
import type { LineNeeds } from './needs.ts';
import { pause } from './pause.ts';
import { PictureHands } from './picture-hands.ts';
import { pollSource } from './poll-source.ts';
import type { PollState } from './poll-state.ts';
import { readEntry } from './read-entry.ts';

/** Longer than the longest single request, so that a live worker never loses its host. */
const LEASE_MS = 5 * 60_000;
const WORK_AT_ONCE = 10;
/** Hosts under lease side by side; most of them wait for their spacing. */
const HOSTS_AT_WORK = 1000;
/** A hosts' work may take this long before others get their turn. */
const TURN_MS = 2 * 60_000;
/** How long a worker with nothing to do waits before it looks again. */
const IDLE_MS = 1000;

export interface WorkerOptions {
  /** name in the leases, unique per process */
  owner: string;
  /** `idle`: return when nothing is due; `stopped`: go on until the signal */
  until: 'idle' | 'stopped';
  /** a failure of the store itself (full disk): told, then tried again */
  onProblem: (problem: Problem) => void;
}

/**
 * Works the frontier: every host that has due work is leased and worked through one by one, side by side with the others; each result
 * is one transaction. Who waits for spacing or for an answer holds up nobody: how much is fetched at once is limited by the fetcher
 * (`hostsAtOnce`), and a host that hangs does not count there.
 */
export async function runWorker(needs: LineNeeds, options: WorkerOptions): Promise<void> {
  await freeLeasesOfTheGone(needs.store, needs.now());
  const crew = new Crew(needs, options);
  try {
    await crew.work();
  } finally {
    crew.close();
  }
}

class Crew {
  readonly #needs: LineNeeds;
  readonly #options: WorkerOptions;
  readonly #pictures: PictureHands;
  readonly #hosts = new Set<Promise<void>>();
  #leases = 0;
  #wake: () => void = () => undefined;
  #bug: { error: unknown } | undefined;

  constructor(needs: LineNeeds, options: WorkerOptions) {
    this.#needs = needs;
    this.#options = options;
    this.#pictures = new PictureHands(needs);
  }

  close(): void {
    this.#pictures.close();
  }

  async work(): Promise<void> {
    const { signal } = this.#needs;
    while (!signal?.aborted && !this.#bug) {
      if (this.#hosts.size < HOSTS_AT_WORK && (await this.#begin())) continue;
      if (this.#options.until === 'idle' && this.#hosts.size === 0) break;
      await this.#rest();
    }
    await Promise.all(this.#hosts);
    if (this.#bug) throw this.#bug.error;
  }

  /** Leases one host and sets out; false when nothing is due. */
  async #begin(): Promise<boolean> {
    const { store, now } = this.#needs;
    const owner = `${this.#options.owner}/${this.#leases++}`;
    const news = await store.claimHost(owner, now(), LEASE_MS);
    const lease = news ?? (await this.#pictures.claim(owner, LEASE_MS));
    if (!lease) return false;
    const work = news ? this.#workHost(lease) : this.#workPictures(lease);
    const host: Promise<void> = this.#underLease(lease, work)
      .catch((error: unknown) => {
        this.#bug ??= { error };
      })
      .finally(() => {
        this.#hosts.delete(host);
        this.#wake();
      });
    this.#hosts.add(host);
    return true;
  }

  async #underLease(lease: HostLease, work: Promise<void>): Promise<void> {
    const { store, now } = this.#needs;
    // Waiting for a turn at another host (a redirect, an RSSHub instance) may take longer than a lease.
    const renew = setInterval(() => void store.renewHost(lease, now() + LEASE_MS), LEASE_MS / 2);
    try {
      await work;
    } finally {
      clearInterval(renew);
      await store.releaseHost(lease);
    }
  }

  async #workPictures(lease: HostLease): Promise<void> {
    const problem = await this.#pictures.work(lease, LEASE_MS);
    if (problem) await this.#storeFailed(problem);
  }

  async #workHost(lease: HostLease): Promise<void> {
    const { store, now, signal } = this.#needs;
    const began = now();
    while (!signal?.aborted && now() - began < TURN_MS) {
      const due = await store.dueWork(lease, now(), WORK_AT_ONCE);
      if (due.length === 0) return;
      for (const work of wellOnesFirst(due)) {
        if (signal?.aborted || !(await store.renewHost(lease, now() + LEASE_MS))) return;
        const hold = await this.#step(work);
        if (hold) return;
      }
    }
  }

  /** True when the host wants no more for now. */
  async #step(work: Work): Promise<boolean> {
    const { store, report } = this.#needs;
    if (work.kind === 'read') {
      const commit = await readEntry(work.entry, work.source, this.#needs);
      if (!commit) return true;
      const done = await store.commitRead(commit);
      if (!done.ok) return this.#storeFailed(done.problem);
      const sourceId = work.source.id;
      const url = safeAddress(work.entry.url);
      if (commit.article) report?.({ kind: 'read', sourceId, url, title: commit.article.title });
      if (commit.problem) report?.({ kind: 'failed', sourceId, url, says: commit.problem.why ?? commit.problem.code });
      return commit.hostNotBefore !== undefined;
    }
    const polled = await pollSource(work.source, this.#needs);
    if (!polled) return true;
    const done = await store.commitPoll(polled.commit);
    if (!done.ok) return this.#storeFailed(done.problem);
    const sourceId = work.source.id;
    const url = safeAddress(work.source.config.url);
    if (polled.problem) report?.({ kind: 'failed', sourceId, url, says: describeProblem(polled.problem) });
    else report?.({ kind: 'polled', sourceId, url, unchanged: polled.unchanged, ...done.value });
    if (done.value.queued > 0) this.#wake();
    if (!polled.problem) await this.#subscribe(work.source, polled.commit.state as PollState);
    return polled.commit.hostNotBefore !== undefined;
  }

  async #subscribe(source: SourceRow, state: PollState): Promise<void> {
    const problem = await keepSubscribed(source, state, this.#needs);
    if (problem) this.#needs.report?.({ kind: 'hub', feeds: 1, problem });
  }

  async #storeFailed(problem: Problem): Promise<boolean> {
    this.#options.onProblem(problem);
    await pause(IDLE_MS, this.#needs.signal);
    return true;
  }

  /** Until a host is done, something was queued, or it is time to look again. */
  #rest(): Promise<void> {
    return new Promise((done) => {
      const { signal } = this.#needs;
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        done();
      };
      const timer = setTimeout(wake, IDLE_MS);
      signal?.addEventListener('abort', wake, { once: true });
      this.#wake = wake;
    });
  }
}

/** Polls of sources that failed last time come after those of the host's others: they may hang again. */
function wellOnesFirst(due: readonly Work[]): Work[] {
  const ill = (work: Work): number =>
    work.kind === 'poll' && ((work.source.state as PollState | undefined)?.failures ?? 0) > 0 ? 1 : 0;
  return [...due].sort((a, b) => ill(a) - ill(b));
}
