import type { FetchLimits, FetchRequest } from '../model/fetched.ts';

const MB = 1024 * 1024;
const USUAL: FetchLimits = {
  wireBytes: 8 * MB,
  decodedBytes: 32 * MB,
  connectMs: 10_000,
  idleMs: 20_000,
  totalMs: 60_000,
  redirects: 8,
};
const BY_KIND: Partial<Record<FetchRequest['kind'], Partial<FetchLimits>>> = {
  page: { decodedBytes: 16 * MB },
  picture: { wireBytes: 24 * MB, decodedBytes: 24 * MB },
  // RFC 9309 section 2.5 asks for at least 500 KiB, section 2.3.1.2 for at least five redirects.
  robots: { wireBytes: MB, decodedBytes: 2 * MB, idleMs: 10_000, totalMs: 20_000, redirects: 5 },
};

/** Caps of a request, its own first. */
export const fetchLimits = (request: FetchRequest): FetchLimits =>
  request.limits ? { ...USUAL, ...BY_KIND[request.kind], ...request.limits } : { ...USUAL, ...BY_KIND[request.kind] };
