import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { confirmSubscription, type PushNeeds, takePush } from '../pipeline/take-push.ts';

/** A feed that is pushed; as large as one that is fetched. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Where hubs find us (W3C WebSub sections 5.3 and 7): only behind addresses that we gave out, only what our secret has signed. */
export function addWebsub(app: Hono, needs: PushNeeds): void {
  app.get('/websub/:token', async (c) => {
    const challenge = await confirmSubscription(c.req.param('token'), new URL(c.req.url).searchParams, needs);
    return challenge === undefined ? c.text('no such subscription\n', 404) : c.text(challenge);
  });
  app.post('/websub/:token', bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
    const signature = c.req.header('x-hub-signature');
    const contentType = c.req.header('content-type');
    const taken = await takePush(
      c.req.param('token'),
      {
        body: new Uint8Array(await c.req.arrayBuffer()),
        ...(signature === undefined ? {} : { signature }),
        ...(contentType === undefined ? {} : { contentType }),
      },
      needs,
    );
    // 410 ends a subscription that is none; anything else is 202, so that nobody can try out signatures.
    return taken === 'unknown' ? c.text('no such subscription\n', 410) : c.body(null, 202);
  });
}
