import { resolveRoute } from '../feeds/rsshub/resolve-route.ts';
import { safeAddress } from '../kit/safe-address.ts';
import type { Fetch } from '../model/fetched.ts';
import { fail, type Outcome, ok } from '../model/outcome.ts';
import { problem } from '../model/problem.ts';

/** What an instance says of itself (`api/category/finance`, `api/radar/rules`): JSON of the first that has an answer. Problem: RSSHUB_NO_INSTANCE. */
export async function askRsshub(path: string, instances: readonly string[], fetch: Fetch): Promise<Outcome<unknown>> {
  let why = 'none is configured';
  for (const url of resolveRoute(`rsshub://${path}`, instances)) {
    const answer = await fetch({ url, kind: 'api', headers: { accept: 'application/json' } });
    if (!answer.ok) {
      why = `${safeAddress(url)}: ${answer.problem.code}`;
      continue;
    }
    try {
      return ok(JSON.parse(new TextDecoder().decode(answer.value.bytes)) as unknown);
    } catch {
      why = `${safeAddress(url)} answers no JSON`;
    }
  }
  return fail(problem('RSSHUB_NO_INSTANCE', { where: `rsshub://${path}`, why }));
}
