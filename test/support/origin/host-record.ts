/** What one host of the origin has seen. Times in ms of performance.now(). */
export interface HostRecord {
  requests: number;
  /** most requests at once */
  atOnce: number;
  /** least time between the end of one answer and the start of the next request; Infinity before the second */
  leastGapMs: number;
}

/** Counts requests per `host[:port]` as their Host header names it. */
export class HostRecords {
  readonly hosts = new Map<string, HostRecord & { open: number; ended: number }>();

  /** Returns what to call when the answer has ended. */
  begin(host: string): () => void {
    let record = this.hosts.get(host);
    if (!record) {
      record = { requests: 0, atOnce: 0, leastGapMs: Number.POSITIVE_INFINITY, open: 0, ended: Number.NaN };
      this.hosts.set(host, record);
    }
    const mine = record;
    const now = performance.now();
    if (mine.open > 0) mine.leastGapMs = 0;
    else if (mine.requests > 0) mine.leastGapMs = Math.min(mine.leastGapMs, now - mine.ended);
    mine.requests++;
    mine.open++;
    mine.atOnce = Math.max(mine.atOnce, mine.open);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      mine.open--;
      mine.ended = performance.now();
    };
  }

  get all(): HostRecord[] {
    return [...this.hosts.values()];
  }
}
