export type Intent =
  /** answer 200 with `challenge` as the body; subscribed until `leaseSeconds` from now */
  | { kind: 'subscribed'; challenge: string; leaseSeconds: number }
  | { kind: 'unsubscribed'; challenge: string }
  /** the hub will not have us: poll on; answer 200 */
  | { kind: 'denied'; reason?: string }
  /** nobody here asked for that; answer 404 */
  | { kind: 'unknown' };

/** Where a hub names no lease (it must), this is taken. */
const USUAL_LEASE = 24 * 60 * 60;
/** Ten days, the most that hubs grant; a longer one would only be forgotten by the hub. Seconds. */
const LONGEST_LEASE = 10 * USUAL_LEASE;

/**
 * Reads the hub's question whether we meant it (W3C WebSub section 5.3). `pending`: what was asked for at this callback;
 * undefined where nothing was.
 */
export function verifyIntent(
  query: URLSearchParams,
  pending: { topic: string; mode: 'subscribe' | 'unsubscribe' } | undefined,
): Intent {
  const mode = query.get('hub.mode');
  if (!pending || query.get('hub.topic') !== pending.topic) return { kind: 'unknown' };
  if (mode === 'denied') {
    const reason = query.get('hub.reason');
    return { kind: 'denied', ...(reason ? { reason: reason.slice(0, 200) } : {}) };
  }
  const challenge = query.get('hub.challenge');
  if (mode !== pending.mode || !challenge || challenge.length > 4096) return { kind: 'unknown' };
  if (mode === 'unsubscribe') return { kind: 'unsubscribed', challenge };
  const stated = Number(query.get('hub.lease_seconds') ?? '');
  const lease = Number.isFinite(stated) && stated > 0 ? Math.min(Math.floor(stated), LONGEST_LEASE) : USUAL_LEASE;
  return { kind: 'subscribed', challenge, leaseSeconds: lease };
}

/** When to ask for the lease again: with a tenth of it left, at least 10 minutes before its end. Times in ms since the epoch. */
export const renewAt = (grantedAt: number, leaseSeconds: number): number =>
  grantedAt + Math.max(0, Math.min(leaseSeconds * 900, leaseSeconds * 1000 - 600_000));
