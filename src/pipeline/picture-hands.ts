import type { Problem } from '../model/problem.ts';
import type { PictureCellar } from '../publish/images/picture-cellar.ts';
import { PictureWorkshop } from '../publish/images/picture-workshop.ts';
import type { HostLease } from '../store/store.ts';
import type { LineNeeds } from './needs.ts';
import { cellarOf, keepPicture, wantOldPictures } from './pictures.ts';

/** Hosts whose pictures are fetched at once; all other hands stay free for news. */
const HANDS = 2;
const AT_ONCE = 20;

/** Keeps pictures while there is nothing better to do: a host's polls and pages come first, even in the middle. */
export class PictureHands {
  readonly #needs: LineNeeds;
  readonly #cellar: PictureCellar;
  #busy = 0;
  readonly #workshop = new PictureWorkshop();
  #oldOnes: Promise<Problem | undefined> | undefined;

  constructor(needs: LineNeeds) {
    this.#needs = needs;
    this.#cellar = cellarOf(needs.newsroom);
  }

  close(): void {
    this.#workshop.close();
  }

  async claim(owner: string, leaseMs: number): Promise<HostLease | undefined> {
    const { store, newsroom, now } = this.#needs;
    if (newsroom.site.images !== 'keep' || this.#busy >= HANDS) return undefined;
    this.#busy++;
    this.#oldOnes ??= wantOldPictures(this.#needs);
    const lease = (await this.#oldOnes) ? undefined : await store.pictures.claimHost(owner, now(), leaseMs);
    if (!lease) this.#busy--;
    return lease;
  }

  /** Until the host's pictures are done or it has other work. A problem is the store's own. */
  async work(lease: HostLease, leaseMs: number): Promise<Problem | undefined> {
    const { store, now, signal, report } = this.#needs;
    const tally = { kept: 0, failed: 0 };
    try {
      for (const row of await store.pictures.due(lease, now(), AT_ONCE)) {
        if (signal?.aborted || !(await store.renewHost(lease, now() + leaseMs))) return undefined;
        if ((await store.dueWork(lease, now(), 1)).length > 0) return undefined;
        const commit = await keepPicture(row, this.#needs, { cellar: this.#cellar, workshop: this.#workshop });
        if (!commit) return undefined;
        const done = await store.pictures.commit(commit);
        if (!done.ok) return done.problem;
        tally[commit.kept ? 'kept' : 'failed']++;
        if (commit.hostNotBefore !== undefined) return undefined;
      }
      return undefined;
    } finally {
      this.#busy--;
      if (tally.kept + tally.failed > 0) report?.({ kind: 'pictures', ...tally });
    }
  }
}
