import { parseFeed } from '../feeds/parse-feed.ts';
import { renewAt, verifyIntent } from '../fetch/websub/verify-intent.ts';
import { verifySignature } from '../fetch/websub/verify-signature.ts';
import type { LineNeeds } from './needs.ts';
import { takeFeed } from './poll-source.ts';
import type { PollState } from './poll-state.ts';
import { rememberSubscription, subscriptionOf } from './subscription.ts';

/** Filing needs no network. */
export type PushNeeds = Pick<LineNeeds, 'newsroom' | 'store' | 'now' | 'report'>;

/** The hub asks whether we meant it: the challenge to answer with, '' for a denial we have taken note of, undefined for "not ours". */
export async function confirmSubscription(
  token: string,
  query: URLSearchParams,
  needs: PushNeeds,
): Promise<string | undefined> {
  const found = await subscriptionOf(needs.store, token);
  if (!found) return undefined;
  const { sourceId, subscription } = found;
  const intent = verifyIntent(query, { topic: subscription.topic, mode: 'subscribe' });
  const { until, renewAt: _, refused, ...kept } = subscription;
  switch (intent.kind) {
    case 'subscribed': {
      const now = needs.now();
      await rememberSubscription(needs.store, sourceId, {
        ...kept,
        until: now + intent.leaseSeconds * 1000,
        renewAt: renewAt(now, intent.leaseSeconds),
      });
      return intent.challenge;
    }
    case 'denied':
      await rememberSubscription(needs.store, sourceId, { ...kept, refused: true });
      return '';
    default:
      return undefined;
  }
}

export interface Push {
  body: Uint8Array;
  /** X-Hub-Signature */
  signature?: string;
  contentType?: string;
}

/**
 * What a hub pushes: the feed, or the part of it that is new, signed with our secret; filed as if it had been polled. `unknown`: no
 * such callback. `dropped`: not signed by our hub, or no feed; the next poll finds what was missed.
 */
export async function takePush(token: string, push: Push, needs: PushNeeds): Promise<'taken' | 'dropped' | 'unknown'> {
  const found = await subscriptionOf(needs.store, token);
  const source = found && (await needs.store.source(found.sourceId));
  if (!found || !source) return 'unknown';
  const { topic, secret } = found.subscription;
  if (!verifySignature(push.body, push.signature, secret)) return 'dropped';
  const headers = push.contentType === undefined ? {} : { 'content-type': push.contentType };
  const parsed = parseFeed(push.body, { url: topic, headers, now: new Date(needs.now()) });
  if (!parsed.ok) return 'dropped';
  const state = source.state as PollState | undefined;
  const answer = {
    url: topic,
    status: 200,
    headers,
    bytes: push.body,
    redirects: [],
    wireBytes: push.body.length,
    // Those of the last poll: a push has none, and the next poll is to be conditional still.
    validators: state?.validators ?? {},
    ms: 0,
  };
  const polled = await takeFeed(source, answer, parsed.value, needs);
  const done = await needs.store.commitPoll(polled.commit);
  if (!done.ok) return 'dropped';
  needs.report?.({ kind: 'polled', sourceId: source.id, url: topic, unchanged: polled.unchanged, ...done.value });
  return 'taken';
}
