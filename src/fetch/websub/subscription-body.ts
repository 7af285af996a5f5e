export interface Subscription {
  mode: 'subscribe' | 'unsubscribe';
  /** rel=self of the feed */
  topic: string;
  /** public address at which the hub finds us; not guessable */
  callback: string;
  /** under 200 bytes (W3C WebSub section 5.1) */
  secret: string;
  leaseSeconds?: number;
}

/** The form that is posted to a hub (W3C WebSub section 5.1). */
export function subscriptionBody(subscription: Subscription): string {
  const form = new URLSearchParams({
    'hub.mode': subscription.mode,
    'hub.topic': subscription.topic,
    'hub.callback': subscription.callback,
    'hub.secret': subscription.secret,
  });
  if (subscription.leaseSeconds !== undefined) form.set('hub.lease_seconds', String(subscription.leaseSeconds));
  return form.toString();
}
