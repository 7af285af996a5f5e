import type { Store } from '../store/store.ts';

/** A source's subscription at its hub, as the store remembers it. Times in ms since the epoch. */
export interface Subscription {
  hub: string;
  topic: string;
  /** last part of the callback, not guessable */
  token: string;
  secret: string;
  askedAt: number;
  /** the hub has confirmed: pushed until then, to be renewed from `renewAt` on */
  until?: number;
  renewAt?: number;
  /** the hub will not have us */
  refused?: true;
}

const keyOf = (sourceId: string): string => `websub:${sourceId}`;
const tokenKey = (token: string): string => `websub-token:${token}`;

export async function recallSubscription(store: Store, sourceId: string): Promise<Subscription | undefined> {
  const kept = await store.recall(keyOf(sourceId));
  return kept === undefined ? undefined : (JSON.parse(kept) as Subscription);
}

export async function rememberSubscription(store: Store, sourceId: string, subscription: Subscription): Promise<void> {
  await store.remember(keyOf(sourceId), JSON.stringify(subscription));
  await store.remember(tokenKey(subscription.token), sourceId);
}

/** Whose callback it is; undefined for a token that was never given out or is no longer in use. */
export async function subscriptionOf(
  store: Store,
  token: string,
): Promise<{ sourceId: string; subscription: Subscription } | undefined> {
  const sourceId = await store.recall(tokenKey(token));
  const subscription = sourceId === undefined ? undefined : await recallSubscription(store, sourceId);
  return sourceId !== undefined && subscription?.token === token ? { sourceId, subscription } : undefined;
}

/** ms until which polling may be rare: then the lease is renewed. */
export const pushedUntil = (subscription: Subscription | undefined, now: number): number | undefined =>
  subscription?.until !== undefined && subscription.until > now ? subscription.renewAt : undefined;
