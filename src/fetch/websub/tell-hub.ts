import { safeAddress } from '../../kit/safe-address.ts';
import { fail, type Outcome, ok } from '../../model/outcome.ts';
import { problem } from '../../model/problem.ts';
import type { Post } from './ask-hub.ts';

/** Tells a hub which of our feeds have changed; it fetches them and pushes to whoever subscribed. Problem: HUB_REFUSED. */
export async function tellHub(
  hub: string,
  feeds: readonly string[],
  needs: { post: Post; signal?: AbortSignal },
): Promise<Outcome<void>> {
  // PubSubHubbub 0.4 section 7.1; WebSub leaves it to hubs, which take this form
  const form = new URLSearchParams({ 'hub.mode': 'publish' });
  for (const feed of feeds) form.append('hub.url', feed);
  const got = await needs.post({ url: hub, body: form.toString(), ...(needs.signal ? { signal: needs.signal } : {}) });
  if (!got.ok) return got;
  if (got.value.status >= 200 && got.value.status < 300) return ok(undefined);
  const said = got.value.text.replace(/\s+/g, ' ').trim().slice(0, 120);
  return fail(
    problem('HUB_REFUSED', {
      where: safeAddress(hub),
      why: `HTTP ${got.value.status}${said === '' ? '' : `: ${said}`}`,
    }),
  );
}
