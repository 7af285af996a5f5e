import type { Outcome } from './outcome.ts';

export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** One polite, guarded GET. */
export interface FetchRequest {
  url: string;
  kind: 'feed' | 'page' | 'picture' | 'robots' | 'api';
  validators?: Validators;
  /** extra request headers of the source */
  headers?: Record<string, string>;
  /** override of the caps; bytes and ms */
  limits?: Partial<FetchLimits>;
  signal?: AbortSignal;
}

export interface FetchLimits {
  wireBytes: number;
  decodedBytes: number;
  connectMs: number;
  idleMs: number;
  totalMs: number;
  redirects: number;
}

/** Answer of a fetch that reached its end: 200-range or 304. Other statuses are problems. */
export interface Fetched {
  status: number;
  /** address that answered, after redirects */
  url: string;
  /** every hop, in order; `permanent` for 301 and 308 */
  redirects: { from: string; to: string; permanent: boolean }[];
  /** lower-case names; credentials never inside */
  headers: Record<string, string>;
  /** decoded (gunzipped) bytes; empty for 304 */
  bytes: Uint8Array;
  wireBytes: number;
  validators: Validators;
  /** wall ms from request to last byte */
  ms: number;
}

export type Fetch = (request: FetchRequest) => Promise<Outcome<Fetched>>;
