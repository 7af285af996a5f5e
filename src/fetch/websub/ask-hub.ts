import { safeAddress } from '../../kit/safe-address.ts';
import type { FetchRequest } from '../../model/fetched.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import { type Subscription, subscriptionBody } from './subscription-body.ts';

/** One guarded POST of a form, as Fetcher.post; no redirects. */
export type Post = (
  request: { url: string; body: string; signal?: AbortSignal } & Pick<FetchRequest, 'limits'>,
) => Promise<Outcome<{ status: number; text: string }>>;

/** Asks a hub to push (or to stop). It verifies later, at the callback; until then, and ever after, polling goes on. Problem: WEBSUB_REFUSED. */
export async function askHub(
  hub: string,
  subscription: Subscription,
  needs: { post: Post; signal?: AbortSignal },
): Promise<Outcome<void>> {
  const got = await needs.post({
    url: hub,
    body: subscriptionBody(subscription),
    ...(needs.signal ? { signal: needs.signal } : {}),
  });
  if (!got.ok) return got;
  // 202 is the rule; 204 is what hubs of the older specification send.
  if (got.value.status >= 200 && got.value.status < 300) return ok(undefined);
  const said = got.value.text.replace(/\s+/g, ' ').trim().slice(0, 120);
  return fail(
    problem('WEBSUB_REFUSED', {
      where: safeAddress(hub),
      why: `HTTP ${got.value.status}${said === '' ? '' : `: ${said}`}`,
    }),
  );
}
