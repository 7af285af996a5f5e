import { randomBytes } from 'node:crypto';
import { askHub } from '../fetch/websub/ask-hub.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceRow } from '../store/store.ts';
import type { LineNeeds } from './needs.ts';
import type { PollState } from './poll-state.ts';
import { recallSubscription, rememberSubscription, type Subscription } from './subscription.ts';

const HOUR = 3_600_000;
/** A hub that did not confirm is asked again after this, one that refused after a day; ms. */
const UNCONFIRMED = HOUR;
const REFUSED = 24 * HOUR;
/** Lease that is asked for; the hub decides. Seconds. */
const LEASE_SECONDS = 7 * 24 * 3600;

/**
 * After a poll: subscribes where the feed names a hub and the newsroom has a public address for it, renews a lease before it ends, and
 * subscribes anew when hub or topic have changed. Polling goes on whatever the hub says. A problem is worth telling, no more.
 */
export async function keepSubscribed(
  source: SourceRow,
  state: PollState,
  needs: LineNeeds,
): Promise<Problem | undefined> {
  const callback = needs.newsroom.fetch.websubCallback;
  const { hub } = state;
  if (callback === undefined || needs.post === undefined || hub === undefined) return undefined;
  const now = needs.now();
  const known = await recallSubscription(needs.store, source.id);
  const same = known !== undefined && known.hub === hub.url && known.topic === hub.topic;
  if (same && (known.until ?? 0) > now && (known.renewAt ?? 0) > now) return undefined;
  if (same && now - known.askedAt < (known.refused ? REFUSED : UNCONFIRMED)) return undefined;
  const { token, secret, until, renewAt } = same ? known : newSecrets();
  const asked: Subscription = {
    hub: hub.url,
    topic: hub.topic,
    token,
    secret,
    askedAt: now,
    ...(until === undefined ? {} : { until }),
    ...(renewAt === undefined ? {} : { renewAt }),
  };
  // A hub may ask back before it answers.
  await rememberSubscription(needs.store, source.id, asked);
  const done = await askHub(
    hub.url,
    {
      mode: 'subscribe',
      topic: hub.topic,
      callback: `${callback.replace(/\/+$/, '')}/websub/${token}`,
      secret,
      leaseSeconds: LEASE_SECONDS,
    },
    { post: needs.post, ...(needs.signal ? { signal: needs.signal } : {}) },
  );
  if (done.ok || done.problem.code === 'STOPPED') return undefined;
  if (done.problem.code === 'WEBSUB_REFUSED')
    await rememberSubscription(needs.store, source.id, { ...asked, refused: true });
  return done.problem;
}

const newSecrets = (): Pick<Subscription, 'token' | 'secret' | 'until' | 'renewAt'> => ({
  token: randomBytes(18).toString('base64url'),
  secret: randomBytes(32).toString('base64url'),
});
