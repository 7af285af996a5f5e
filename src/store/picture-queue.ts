import type { Outcome } from '../model/outcome.ts';
import type { KeptPicture } from '../model/picture.ts';
import type { ProblemCode } from '../model/problem.ts';
import type { HostLease } from './host-lease.ts';

/** A picture that is to be kept. */
export interface PictureRow {
  src: string;
  attempts: number;
}

export interface PictureCommit {
  src: string;
  /** ms */
  at: number;
  kept?: KeptPicture;
  problem?: { code: ProblemCode; why?: string };
  /** ms: tried again then; absent = settled */
  retryAt?: number;
  hostNotBefore?: number;
}

export interface PictureCounts {
  waiting: number;
  kept: number;
  failed: number;
}

/**
 * The low-priority side of the frontier: pictures of articles by host. A host's lease is the same as for its polls and pages, so
 * that one request at a time holds for all; it is given only where nothing else is due.
 */
export interface PictureQueue {
  claimHost(owner: string, now: number, leaseMs: number): Promise<HostLease | undefined>;
  due(lease: HostLease, now: number, limit: number): Promise<PictureRow[]>;
  /**
   * One transaction. When the last picture of an article that was never tried has its answer, the article is announced to
   * publishing, once; `announced` counts such articles. What could not be kept becomes a note of the article.
   */
  commit(commit: PictureCommit): Promise<Outcome<{ announced: number }>>;
  /** Pictures of an archive from before: those of articles that have none queued yet. */
  want(wanted: readonly { id: string; pictures: readonly string[] }[], at: number): Promise<Outcome<number>>;
  /** The copies are lost: to be fetched anew. */
  lost(srcs: readonly string[], at: number): Promise<Outcome<void>>;
  kept(srcs: readonly string[]): Promise<Map<string, KeptPicture>>;
  counts(): Promise<PictureCounts>;
}
