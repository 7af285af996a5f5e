import { describeProblem, type Problem } from '../model/problem.ts';
import type { HostLease, Work } from '../store/store.ts';
import { freeLeasesOfTheGone } from './lease-owner.ts';
import type { LineNeeds } from './needs.ts';
import { pause } from './pause.ts';
import { PictureHands } from './picture-hands.ts';
import { pollSource } from './poll-source.ts';
import { readEntry } from './read-entry.ts';

/** Longer than the longest single request, so that a live worker never loses its host. */
const LEASE_MS = 5 * 60_000;
const WORK_AT_ONCE = 20;
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
 * Works the frontier: `hostsAtOnce` hosts side by side, each by one worker under a lease, each result one transaction.
 * A broken or hanging source costs its own host's turn and nothing else.
 */
export async function runWorker(needs: LineNeeds, options: WorkerOptions): Promise<void> {
  await freeLeasesOfTheGone(needs.store, needs.now());
  const crew = new Crew(needs, options);
  try {
    await Promise.all(
      Array.from({ length: needs.newsroom.fetch.hostsAtOnce }, (_, i) => crew.work(`${options.owner}/${i}`)),
    );
  } finally {
    crew.close();
  }
}

class Crew {
  readonly #needs: LineNeeds;
  readonly #options: WorkerOptions;
  readonly #pictures: PictureHands;
  #busy = 0;
  #done = false;
  #waiting: (() => void)[] = [];

  constructor(needs: LineNeeds, options: WorkerOptions) {
    this.#needs = needs;
    this.#options = options;
    this.#pictures = new PictureHands(needs);
  }

  close(): void {
    this.#pictures.close();
  }

  async work(owner: string): Promise<void> {
    const { store, now, signal } = this.#needs;
    while (!signal?.aborted && !this.#done) {
      const lease = await store.claimHost(owner, now(), LEASE_MS);
      if (!lease) {
        if (await this.#workPictures(owner)) continue;
        if (this.#options.until === 'idle' && this.#busy === 0) {
          this.#done = true;
          this.#wakeAll();
          return;
        }
        await this.#idle();
        continue;
      }
      this.#busy++;
      this.#wakeOne();
      try {
        await this.#workHost(lease);
      } finally {
        await store.releaseHost(lease);
        this.#busy--;
        this.#wakeAll();
      }
    }
  }

  /** false when there is no picture to keep now */
  async #workPictures(owner: string): Promise<boolean> {
    const lease = await this.#pictures.claim(owner, LEASE_MS);
    if (!lease) return false;
    this.#busy++;
    try {
      const problem = await this.#pictures.work(lease, LEASE_MS);
      if (problem) await this.#storeFailed(problem);
    } finally {
      await this.#needs.store.releaseHost(lease);
      this.#busy--;
      this.#wakeAll();
    }
    return true;
  }

  async #workHost(lease: HostLease): Promise<void> {
    const { store, now, signal } = this.#needs;
    const began = now();
    while (!signal?.aborted && now() - began < TURN_MS) {
      const due = await store.dueWork(lease, now(), WORK_AT_ONCE);
      if (due.length === 0) return;
      for (const work of due) {
        if (signal?.aborted || !(await store.renewHost(lease, now() + LEASE_MS))) return;
        const hold = await this.#step(work);
        if (hold) return;
      }
    }
  }

  /** True when the host wants no more for now. */
  async #step(work: Work): Promise<boolean> {
    const { store, report, newsroom } = this.#needs;
    if (work.kind === 'read') {
      const commit = await readEntry(work.entry, work.source, this.#needs);
      if (!commit) return true;
      const done = await store.commitRead(commit);
      if (!done.ok) return this.#storeFailed(done.problem);
      const sourceId = work.source.id;
      if (commit.article) report?.({ kind: 'read', sourceId, url: work.entry.url, title: commit.article.title });
      if (commit.problem)
        report?.({ kind: 'failed', sourceId, url: work.entry.url, says: commit.problem.why ?? commit.problem.code });
      return commit.hostNotBefore !== undefined;
    }
    const polled = await pollSource(work.source, this.#needs);
    if (!polled) return true;
    const done = await store.commitPoll(polled.commit);
    if (!done.ok) return this.#storeFailed(done.problem);
    const { id: sourceId, config } = work.source;
    if (polled.problem) report?.({ kind: 'failed', sourceId, url: config.url, says: describeProblem(polled.problem) });
    else report?.({ kind: 'polled', sourceId, url: config.url, unchanged: polled.unchanged, ...done.value });
    if (done.value.queued > 0) this.#wakeAll();
    return polled.commit.hostNotBefore !== undefined && newsroom.fetch.hostsAtOnce > 0;
  }

  async #storeFailed(problem: Problem): Promise<boolean> {
    this.#options.onProblem(problem);
    await pause(IDLE_MS, this.#needs.signal);
    return true;
  }

  #idle(): Promise<void> {
    return new Promise((done) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#needs.signal?.removeEventListener('abort', wake);
        done();
      };
      const timer = setTimeout(wake, IDLE_MS);
      this.#needs.signal?.addEventListener('abort', wake, { once: true });
      this.#waiting.push(wake);
    });
  }

  #wakeOne(): void {
    this.#waiting.shift()?.();
  }

  #wakeAll(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
