import type { PictureQueue } from '../picture-queue.ts';
import type { Filing } from './filing.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Pictures } from './pictures.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** The queue as the store shows it: every write a transaction. */
export function openPictureQueue(pictures: Pictures, filing: Filing, group: GroupCommit): PictureQueue {
  return {
    async claimHost(owner, now, leaseMs) {
      return pictures.claim(owner, now, leaseMs);
    },
    async due(lease, now, limit) {
      return pictures.due(lease.host, now, limit);
    },
    commit: (commit) =>
      group.run(() => {
        const articles = pictures.settle(commit);
        for (const id of articles) filing.announce('pictures', id, iso(commit.at));
        return { announced: articles.length };
      }),
    want: (wanted, at) =>
      group.run(() => {
        let queued = 0;
        for (const { id, pictures: srcs } of wanted) {
          if (srcs.length === 0 || pictures.isKnown(id)) continue;
          pictures.use(id, srcs, at);
          queued += srcs.length;
        }
        return queued;
      }),
    lost: (srcs, at) => group.run(() => pictures.lost(srcs, at)),
    async kept(srcs) {
      return srcs.length === 0 ? new Map() : pictures.kept(srcs);
    },
    async counts() {
      return pictures.counts();
    },
  };
}
