export declare const TAIL: number;
export declare const DAYS_STEP: number;
export declare const DAYS_SPANS: number;

/** numbers in the list `all`: `from <= seq < to` */
export interface Span {
  from: number;
  to: number;
}

export interface Layout {
  /** documents of one file of titles */
  chunk: number;
  /** a key's: of the mixed gram, then of what stands behind it */
  gramBits: number;
  nextBits: number;
  /** both */
  bits: number;
  levels: { shards: number }[];
  span(level: number, shard: number, count: number): Span;
  due(level: number, before: number, count: number): number[];
  shardsAt(level: number, count: number): number;
  shardOf(level: number, key: number): number;
  keyBits(level: number): number;
}

export declare function layoutOf(whole: boolean): Layout;
export declare function shardPath(level: number, shard: number): string;
export declare function daysPath(n: number): string;
export declare function chunkPath(n: number): string;
